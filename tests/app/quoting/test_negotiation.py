"""Each target is worked out as if it were the quote; how far one may go alone is exact."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.authority.judging import ALONE
from app.quoting.freezing import Rulebook, Worked, trial_of, work_out
from app.quoting.header_edits import set_quote_discount, set_term
from app.quoting.item_edits import set_free_months
from app.quoting.negotiation import (
    first_year,
    most_alone,
    option_variants,
    three_targets,
    variants_of,
)
from app.quoting.options import put_beside
from app.quoting.quote import AccountManager
from app.quoting.scenario_edits import add_states, scenario_of
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.bills import Bills
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount
from pricing.spend import SpendPolicy
from tests.builders import POLICY, a_catalog, a_charge, a_customer, a_quote, an_item, an_offering
from tests.sample import SUPPLIER, sample_rules

if TYPE_CHECKING:
    from app.quoting.authority.trial import Trial
    from app.quoting.quote import Quote

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00", cost="40.00"),
        a_charge("LINE.INST", "300.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("LINE.CARE", "120.00", period=BillingPeriod.YEAR, cost="0"),
    )
)
RULES = Rulebook(POLICY, SpendPolicy(), sample_rules().authority)


def lines(quantity: int = 10, percent: str = "") -> QuoteItem:
    """Lines at 100.00 a month with installation at 300.00 and care at 120.00 a year."""
    off = Percentage(Decimal(percent)) if percent else None
    codes = ("LINE.RENT", "LINE.INST", "LINE.CARE")
    charges = [ItemCharge(code, quantity, off if code == "LINE.RENT" else None) for code in codes]
    return an_item("LINE", quantity, *charges)


def worked(quote: Quote) -> Worked:
    """With the sample's limits."""
    return work_out(quote, a_customer(), Bills(()), CATALOG, RULES, SUPPLIER)


def tried(quote: Quote) -> Trial:
    """A trial of a quote."""
    return trial_of(worked(quote), CATALOG, RULES, ALONE)


def most(quote: Quote) -> Decimal | None:
    """What the search ends with."""
    steps = most_alone(tried(quote))
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Decimal | None = done.value
            return found


def test_each_scenario_is_worked_out_beside_the_present_state() -> None:
    """1,000.00 a month, and 950.00 with 5 % off; the very same state is not worked out again."""
    quote = a_quote(lines())
    off = set_quote_discount(quote, QuoteDiscount(percent=Decimal(5)))
    quote = add_states(quote, [("ideal", quote), ("fallback", off)])
    present = worked(quote)
    found = variants_of(present, worked)
    assert [(one.key, one.name) for one in found] == [
        ("", ""),
        ("s1", "ideal"),
        ("s2", "fallback"),
    ]
    monthly = [one.worked.revision.priced.totals.monthly.net_amount for one in found]
    assert monthly == [100_000, 100_000, 95_000]
    assert found[1].worked is present
    assert found[0].margin > found[2].margin


def test_the_first_year_counts_what_is_charged_in_it() -> None:
    """10 x (300 + 12 x 100 + 120) = 16,200; two free months of 36 fall into it."""
    quote = a_quote(lines())
    assert first_year(worked(quote).revision.priced) == 16_200_00
    longer = set_free_months(set_term(quote, 36), "i1", 2)
    assert first_year(worked(longer).revision.priced) == 14_200_00
    short = set_term(quote, 6)
    assert first_year(worked(short).revision.priced) == 10_200_00


def test_the_three_targets_of_a_quote() -> None:
    """Nothing off; as it is; and on the whole quote besides what its author may grant alone."""
    quote = a_quote(lines(percent="2"))
    ideal, realistic, fallback = three_targets(tried(quote))
    assert ideal.items[0].charges[0].alteration is None
    assert realistic is quote
    assert fallback.items == quote.items
    # 2 % and 3.06 % of the rest are 5.00 % of the list price: the author's own limit.
    assert fallback.discount == QuoteDiscount(percent=Decimal("3.06"))


def test_beyond_own_authority_the_fallback_is_the_present_state() -> None:
    """Nothing more may be granted alone; nor where a discount on the quote stands already."""
    deep = a_quote(lines(percent="20"))
    assert three_targets(tried(deep))[2] is deep
    off = set_quote_discount(a_quote(lines()), QuoteDiscount(percent=Decimal(1)))
    assert three_targets(tried(off))[2] is off
    stranger = replace(a_quote(lines()), manager=AccountManager("x", "某人", role="nobody"))
    assert three_targets(tried(stranger))[2] is stranger


def test_how_far_one_may_go_alone() -> None:
    """5 % where nothing is off yet; what stands on the quote is a part of it."""
    quote = a_quote(lines())
    assert most(quote) == 5
    off = set_quote_discount(quote, QuoteDiscount(percent=Decimal(8)))
    assert most(off) == 5
    assert most(a_quote(lines(percent="20"))) is None


def test_options_are_variants_at_their_own_commitment() -> None:
    """The offer for twelve months, 15 lines for 36."""
    quote = put_beside(a_quote(lines()), (lines(15),), "more", 36)
    found = option_variants(worked(quote), lambda _code: False, worked)
    assert [(one.key, one.name) for one in found] == [("A", ""), ("B", "more")]
    assert [one.worked.revision.quote.term for one in found] == [12, 36]
    contract = [one.worked.revision.priced.totals.contract.net_amount for one in found]
    assert contract == [16_200_00, 15 * (300 + 3600 + 360) * 100]


def test_a_scenario_keeps_the_options_of_the_quote() -> None:
    """What is conceded on optional items is part of it."""
    quote = put_beside(a_quote(lines()), (lines(15, "3"),), "more", 36)
    one = scenario_of(quote, "x")
    assert set(one.items) == {"i1", "i2"}
    assert one.items["i2"].charges["LINE.RENT"] == Percentage(Decimal(3))
