"""What is lost with a line is what the engine charges without it."""

from __future__ import annotations

import msgspec
import pytest

from app.quoting.customer import InstalledService, Leaving
from app.quoting.leaving import with_leaving
from app.quoting.line_dependence import Ground, LossKind, lost_without
from tests.sample import sample_case, sample_catalog, sample_rules


def ground(number: int, *, quoted: bool = True) -> Ground:
    """A worked case."""
    case = sample_case(number)
    day = case.quote.price_date
    rules, quote = sample_rules(), case.quote if quoted else None
    return Ground(case.customer, case.bills, sample_catalog(), rules, day, quote)


def test_the_fifth_line_keeps_the_bundle_and_the_next_one_loses_it() -> None:
    """Five lines and the sixth: one may go; with another 2,225.00 - 1,880.00 a month are lost.

    So are the prices that only stand beside the bundle: 25.00 - 20.00 of the sixth line, and
    4 x (138.00 - 98.00) of broadband.
    """
    shops = ground(2)
    assert lost_without(shops, Leaving("65550102", "PSTN")) == ()
    marked = with_leaving(shops.customer, Leaving("65550104", "PSTN"))
    found = lost_without(shops._replace(customer=marked), Leaving("65550102", "PSTN"))
    assert [(one.item, one.kind, one.monthly) for one in found] == [
        ("i1", LossKind.PRICE, 345_00),
        ("i2", LossKind.DEARER, 5_00),
        ("i3", LossKind.DEARER, 160_00),
    ]
    (why,) = found[0].why
    assert (why.code, why.parameters["measure"]) == ("bundle.not_eligible", "fixed_lines")
    assert all(one.quoted for one in found)


def test_a_weak_line_may_cost_the_bundle_its_average() -> None:
    """A shop that averages 390.00 keeps the bundle away; without it the others are all above."""
    shops = ground(2)
    (first, *others) = shops.bills.components
    weak = msgspec.structs.replace(first, amounts=dict.fromkeys(first.amounts, 390_00))
    bills = msgspec.structs.replace(shops.bills, components=(weak, *others))
    assert lost_without(shops._replace(bills=bills), Leaving(first.account, "PSTN")) == ()


def test_what_the_customer_has_is_lost_as_well() -> None:
    """C1-L asks for lines (726.00 - 668.00 = 58.00); ADSL needs a telephone line, 200.00."""
    found = lost_without(ground(1), Leaving("65550001", "PSTN", 4))
    assert [(one.item, one.kind, one.monthly, one.quoted) for one in found] == [
        ("ADSL2", LossKind.SERVICE, 200_00, False),
        ("i1", LossKind.PRICE, 58_00, True),
    ]
    assert [one.why[0].code for one in found] == [
        "offering.requirement_missing",
        "bundle.not_eligible",
    ]


@pytest.mark.parametrize(("lines", "lost"), [(5, 345_00), (6, 0)])
def test_a_bundle_that_the_customer_has_depends_on_his_lines(lines: int, lost: int) -> None:
    """Nothing is quoted: five lines carry B02, so each of them does; the sixth carries nothing."""
    shops = ground(2, quoted=False)
    installed = (InstalledService("PSTN", lines), InstalledService("B02"))
    customer = msgspec.structs.replace(shops.customer, installed=installed, competitors=())
    found = lost_without(shops._replace(customer=customer), Leaving("65550104", "PSTN"))
    assert sum(one.monthly for one in found) == lost
    assert [one.item for one in found if not one.quoted] == (["B02"] if lost else [])


def test_what_nobody_sells_any_more_is_left_aside() -> None:
    """An offering that the catalogue does not know has no price that could be lost."""
    shops = ground(2, quoted=False)
    customer = msgspec.structs.replace(shops.customer, installed=(InstalledService("OLD", 2),))
    assert lost_without(shops._replace(customer=customer), Leaving("65550104", "PSTN")) == ()
