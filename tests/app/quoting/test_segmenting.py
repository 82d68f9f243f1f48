"""Segments are proposed with their reasons, and the manager has the last word."""

from __future__ import annotations

import msgspec
import pytest

from app.quoting.customer import Account, Customer, InstalledService
from app.quoting.customer_review import CustomerPolicy
from app.quoting.market.values import HighThreshold, Market
from app.quoting.sales_facts import PartyKind, SalesFacts
from app.quoting.segmenting import is_potential, party_findings, seems_a_person, segment_findings
from pricing.bills import Bills
from tests.app.storage.stored_values import some_bills

POLICY = CustomerPolicy(
    key_industries=("government",),
    market=Market(thresholds=(HighThreshold(300_000), HighThreshold(150_000, 40, "县城"))),
)
FIRM = Customer("c", "江南精密机械厂", "SMB")


def proposed(customer: Customer, monthly: int, *, related: bool = False) -> list[str]:
    """Codes of what is proposed."""
    found = segment_findings(customer, POLICY, monthly, related=related)
    return [one.code.removeprefix("customer.segment_") for one in found]


def test_a_typical_month_of_the_threshold_makes_high_value() -> None:
    """The threshold is that of the area; whoever is in the segment already is not told."""
    assert proposed(FIRM, 299_999) == []
    assert proposed(FIRM, 300_000) == ["high"]
    there = msgspec.structs.replace(FIRM, area="县城")
    assert proposed(there, 150_000) == ["high"]
    assert proposed(msgspec.structs.replace(FIRM, further_segments=("HIGH",)), 300_000) == []


def test_high_value_below_its_threshold_is_told_where_bills_say_so() -> None:
    """Without bills nothing is known."""
    high = msgspec.structs.replace(FIRM, segment="HIGH")
    assert proposed(high, 299_999) == ["not_high"]
    assert proposed(high, 0) == []


def test_authorities_are_key_customers_and_families_are_groups() -> None:
    """Both at once; one may be in several segments."""
    office = msgspec.structs.replace(FIRM, industry="government")
    assert proposed(office, 0, related=True) == ["key", "group"]
    both = msgspec.structs.replace(office, segment="KEY", further_segments=("GROUP",))
    assert proposed(both, 0, related=True) == []


def test_a_score_proposes_a_large_customer_once() -> None:
    """From the points of his area on, unless he is in a segment of large customers already."""
    assert _scored(FIRM, 59) == []
    assert _scored(FIRM, 60) == ["customer.segment_large"]
    assert _scored(msgspec.structs.replace(FIRM, area="县城"), 40) == ["customer.segment_large"]
    assert _scored(msgspec.structs.replace(FIRM, further_segments=("STRAT",)), 99) == []


def test_where_nobody_set_a_threshold_nothing_is_proposed() -> None:
    """Neither by bills nor by points."""
    assert segment_findings(FIRM, CustomerPolicy(), 9_000_000, related=False, points=100) == ()


def _scored(customer: Customer, points: int) -> list[str]:
    return [one.code for one in segment_findings(customer, POLICY, 0, related=False, points=points)]


def test_a_reason_settles_it() -> None:
    """What the manager decided is not proposed again."""
    settled = msgspec.structs.replace(FIRM, segment_reason="新开业，费用不稳")
    assert proposed(settled, 900_000, related=True) == []


@pytest.mark.parametrize(
    ("name", "code", "person"),
    [
        ("王建国", "", True),
        ("欧阳建国", "", True),
        ("王记面馆", "", False),
        ("江南集团公司", "", False),
        ("华为", "91350100M000100Y43", False),
        ("IBM", "", False),
    ],
)
def test_a_person_is_no_customer_of_ours(name: str, code: str, person: bool) -> None:
    """Unless a credit code says otherwise."""
    customer = msgspec.structs.replace(FIRM, name=name, credit_code=code)
    assert seems_a_person(customer) is person


def test_who_has_nothing_yet_is_a_prospect() -> None:
    """An account, a service or a bill makes a customer."""
    assert is_potential(FIRM, Bills())
    assert not is_potential(FIRM, some_bills())
    with_account = msgspec.structs.replace(FIRM, accounts=(Account("1", "x"),))
    assert not is_potential(with_account, Bills())
    with_service = msgspec.structs.replace(FIRM, installed=(InstalledService("PSTN"),))
    assert not is_potential(with_service, Bills())


def test_somebody_s_word_settles_whether_a_customer_is_a_person() -> None:
    """A name like a person's is only a hint; a person is told as long as he is one."""
    name = msgspec.structs.replace(FIRM, name="王建国")
    assert [one.code for one in party_findings(name)] == ["customer.perhaps_person"]
    firm = msgspec.structs.replace(name, sales=SalesFacts(party=PartyKind.ORGANISATION))
    assert party_findings(firm) == ()
    person = msgspec.structs.replace(FIRM, sales=SalesFacts(party=PartyKind.INDIVIDUAL))
    assert [one.code for one in party_findings(person)] == ["customer.individual_party"]
    assert [one.code for one in segment_findings(person, POLICY, 0, related=False)] == [
        "customer.individual_party"
    ]
