"""What brings a quote back within own authority: found with the engine, and true when told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quoting.authority.fitting import Fitting, fitting, largest_that_fits
from app.quoting.authority.judging import Surroundings
from app.quoting.authority.levers import Lever, LeverKind, lever_at
from app.quoting.authority.trial import Trial
from app.quoting.quote import AccountManager
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.target_price import TargetPrice
from pricing.engine import price_again
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_quote,
    an_item,
    an_offering,
)
from tests.sample import sample_rules

if TYPE_CHECKING:
    from app.quoting.authority import Verdict
    from app.quoting.quote import Quote
    from pricing.alterations import Discount

REAL = sample_rules().authority
CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00", cost="100"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("LINE.GUIDED", "100.00", cost="10", regulation=PriceRegulation.GUIDED),
    ),
    bundles=[a_bundle("900.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(100))],
)


def off(percent: str) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


def a_trial(*items: QuoteItem, role: str = "L1", **fields: object) -> Trial:
    """A trial of items in a quote of twelve months, by a manager of a level."""
    quote = a_quote(*items, manager=AccountManager("m1", "经理", role=role))
    quote = msgspec.structs.replace(quote, **fields)
    run = price_again(None, CATALOG, POLICY, a_context(12), quote.items, quote.discount)
    return Trial(CATALOG, REAL, Surroundings(), quote, run)


def told(found: Fitting) -> list[tuple[str, str, str, str]]:
    """Each change: item, what of it, as it is and as it fits."""
    return [
        (c.lever.item, c.lever.charge or c.lever.kind.value, f"{c.stands:f}", f"{c.fits:f}")
        for c in found.changes
    ]


def verdict_of(trial: Trial, quote: Quote) -> Verdict:
    """What the quote would need."""
    return trial.verdict(quote)


def test_a_quote_within_own_authority_needs_no_change() -> None:
    """Nothing is proposed, and it is within."""
    found = fitting(a_trial(a_line(1, off("5"))))
    assert (found.changes, found.within, found.left) == ((), True, ())


@pytest.mark.parametrize(
    "discount",
    [off("12"), AmountOff(12000), TargetPrice(Decimal("880.00"))],
)
def test_the_largest_discount_that_fits_is_told(discount: Discount) -> None:
    """5 % is the limit of the manager for a market price, however the 12 % were written."""
    trial = a_trial(a_line(1, discount))
    found = fitting(trial)
    assert told(found) == [("i1", "LINE.RENT", "12", "5")]
    assert verdict_of(trial, found.quote).within_own
    assert found.trials < 12


def test_the_deepest_is_changed_first_and_what_fits_stays() -> None:
    """12 % and 7 % come down to 5 %, 4 % stays; a guided price has no discount of one's own."""
    trial = a_trial(
        a_line(1, off("7"), item_id="a"),
        a_line(1, off("12"), item_id="b"),
        a_line(1, off("4"), item_id="c"),
        a_line(1, off("3"), item_id="d", code="LINE.GUIDED"),
    )
    found = fitting(trial)
    assert told(found) == [
        ("b", "LINE.RENT", "12", "5"),
        ("a", "LINE.RENT", "7", "5"),
        ("d", "LINE.GUIDED", "3", "0"),
    ]
    assert verdict_of(trial, found.quote).within_own


def test_only_the_charge_at_fault_is_changed() -> None:
    """An installation waived by half is deeper than the 12 % off the rent, and allowed."""
    item = an_item(
        "LINE", 1, ItemCharge("LINE.RENT", 1, off("12")), ItemCharge("LINE.INST", 1, off("50"))
    )
    assert told(fitting(a_trial(item))) == [("i1", "LINE.RENT", "12", "5")]


def test_a_discount_on_the_quote_is_taken_back_first() -> None:
    """5 % off the line are allowed; with 5 % off the quote they are 9.75 %, so nothing of it."""
    trial = a_trial(a_line(1, off("5")), discount=QuoteDiscount(percent=Decimal(5)))
    assert told(fitting(trial)) == [("", "quote", "5", "0")]
    less = a_trial(a_line(1, off("2")), discount=QuoteDiscount(percent=Decimal(5)))
    found = fitting(less)
    # 980.00 x (1 - p) >= 950.00: 3.06 % are 29.99 off, 3.07 % would be 30.09
    assert told(found) == [("", "quote", "5", "3.06")]
    assert verdict_of(less, found.quote).within_own


def test_what_the_sums_ask_for_is_taken_back_as_far_as_needed() -> None:
    """4 % and two free months: 20 % over the term; one month is allowed and 8.33 %, so 1.81 %."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off("4")), alterations=(FreeMonths(2),))
    trial = a_trial(item)
    found = fitting(trial)
    # one of twelve months free: 11/12 x (1 - p) >= 0.9, p <= 1.818 %
    assert told(found) == [("i1", "LINE.RENT", "4", "1.81"), ("i1", "free_months", "2", "1")]
    assert verdict_of(trial, found.quote).within_own


def test_what_no_discount_mends_is_told_and_left() -> None:
    """A tender needs L3 whatever is given; what a discount can mend is mended all the same."""
    trial = a_trial(a_line(1, off("12")), tender=True)
    found = fitting(trial)
    assert (found.within, found.left) == (False, ("tender",))
    assert told(found) == [("i1", "LINE.RENT", "12", "5")]
    assert verdict_of(trial, found.quote).level == "L3"


def test_bundles_and_falling_prices_are_taken_back() -> None:
    """A bundle to 5 % off its published price; a price that falls by the year has no percent."""
    bundle = an_item("PACK", alterations=(off("8"),))
    assert told(fitting(a_trial(bundle))) == [("i1", "bundle", "8", "5")]
    falling = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(Ramp(Decimal(-60)),))
    trial = a_trial(falling, term=36)
    run = price_again(None, CATALOG, POLICY, a_context(36), trial.quote.items, None)
    trial = Trial(CATALOG, REAL, Surroundings(), trial.quote, run)
    found = fitting(trial)
    assert told(found) == [("i1", "timed", "1", "0")]
    assert verdict_of(trial, found.quote).within_own


def test_the_most_of_one_charge_is_found_whatever_it_has_now() -> None:
    """5 % for the manager, 10 % for the leader; none where even nothing would be beyond."""
    for role, most in (("L1", 500), ("L2", 1000)):
        trial = a_trial(a_line(1), role=role)
        lever = lever_at(trial.quote, trial.run.quote, "i1", "LINE.RENT")
        assert lever is not None
        assert (lever.kind, lever.stands) == (LeverKind.CHARGE, 0)
        assert largest_that_fits(trial, lever, 10000) == most
    assert lever_at(trial.quote, trial.run.quote, "i1", "LINE.OTHER") is None
    assert lever_at(trial.quote, trial.run.quote, "i9", "LINE.RENT") is None


def test_what_the_engine_refuses_is_no_room() -> None:
    """A bundle that allows 3 % has room for 3 %; beyond a floor nothing is taken off a quote."""
    bundle = a_bundle("900.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(3))
    catalog = a_catalog(*CATALOG.content.offerings, bundles=[bundle])
    quote = a_quote(an_item("PACK"))
    run = price_again(None, catalog, POLICY, a_context(12), quote.items)
    trial = Trial(catalog, REAL, Surroundings(), quote, run)
    lever = lever_at(quote, run.quote, "i1", "")
    assert lever is not None
    assert largest_that_fits(trial, lever, 10000) == 300
    whole = a_trial(a_line(1))
    assert largest_that_fits(whole, Lever(LeverKind.QUOTE, "", "", 0), 10000) == 500


percents = st.integers(0, 40).map(lambda whole: Decimal(whole) / 2)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(percents, st.integers(0, 3), st.booleans()), min_size=1, max_size=4),
    percents,
    st.sampled_from(["L1", "L2", "L3"]),
)
def test_what_is_told_is_true(
    rows: list[tuple[Decimal, int, bool]], wide: Decimal, role: str
) -> None:
    """The changes bring it within, and a hundredth more of a charge by itself would not."""
    items = [
        an_item(
            "LINE",
            1,
            ItemCharge("LINE.RENT", 1, Percentage(percent) if percent else None),
            item_id=f"i{n}",
            optional=optional,
            alterations=(FreeMonths(free),) if free else (),
        )
        for n, (percent, free, optional) in enumerate(rows)
    ]
    discount = QuoteDiscount(percent=wide) if wide else None
    trial = a_trial(*items, role=role, discount=discount)
    found = fitting(trial)
    verdict = verdict_of(trial, found.quote)
    assert verdict.within_own
    if found.changes:
        assert not verdict_of(trial, trial.quote).within_own
    for change in found.changes:
        more = change.lever.set(found.quote, change.steps + 1)
        if len(found.changes) == 1:
            assert not verdict_of(trial, more).within_own
        assert change.steps < change.lever.stands
