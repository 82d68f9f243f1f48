"""Lines that may go with one that fell, or that is to be cancelled."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Account
from app.quoting.lines_at_risk import Link, lines_at_risk
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from tests.sample import sample_case

POLICY = SpendPolicy()


def test_four_shops_hang_on_the_one_that_fell() -> None:
    """Case two: 454.33 + 418.17 + 440.33 + 406.17 = 1,719.00 a month."""
    case = sample_case(2)
    found = lines_at_risk(case.customer, case.bills, POLICY)
    assert [line.account for line in found] == [f"6555010{number}" for number in (2, 3, 4, 5)]
    assert sum(line.monthly for line in found) == 1_719_00
    assert {line.because.zh for line in found} == {"铺位1（玫瑰商场二楼）"}
    assert {(line.link, line.cancelled) for line in found} == {(Link.SAME_CUSTOMER, False)}


def test_a_line_to_be_cancelled_comes_first() -> None:
    """The others hang on it, and the one that fell is no longer among them."""
    case = sample_case(2)
    found = lines_at_risk(case.customer, case.bills, POLICY, {"65550103"})
    assert [line.account for line in found] == ["65550102", "65550104", "65550105"]
    assert all(line.cancelled for line in found)


def test_one_holder_binds_more_closely() -> None:
    """The second shop has the holder of the third, which is cancelled; the first only fell."""
    case = sample_case(2)
    holder = case.customer.accounts[2].holder
    accounts = list(case.customer.accounts)
    accounts[1] = Account(accounts[1].number, holder)
    customer = msgspec.structs.replace(case.customer, accounts=tuple(accounts))
    second = lines_at_risk(customer, case.bills, POLICY, {"65550103"})[0]
    assert (second.account, second.link) == ("65550102", Link.SAME_HOLDER)
    assert second.because.zh == "专卖店3"


def test_a_series_says_that_its_own_line_fell() -> None:
    """Without its account it is known by the beginning of its name; unknown ones say nothing."""
    case = sample_case(2)
    (series,) = case.bills.series
    flat = tuple(
        msgspec.structs.replace(c, account="", amounts=dict.fromkeys(c.amounts, 400_00))
        for c in case.bills.components
    )
    loose = msgspec.structs.replace(series, account="")
    found = lines_at_risk(case.customer, Bills(flat, (loose,)), POLICY)
    assert [line.account for line in found] == ["line2", "line3", "line4", "line5"]
    strange = msgspec.structs.replace(loose, id="x")
    assert lines_at_risk(case.customer, Bills(flat, (strange,)), POLICY) == ()


def test_steady_bills_put_nothing_at_risk() -> None:
    """The kindergarten, and a customer without bills."""
    case = sample_case(1)
    assert lines_at_risk(case.customer, case.bills, POLICY) == ()
    assert lines_at_risk(case.customer, Bills(), POLICY) == ()
