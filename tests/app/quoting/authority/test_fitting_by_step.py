"""The search for what fits, step by step: which quotes are tried, and what may stay."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.quoting.authority.fitting import fitting, largest, largest_that_fits
from app.quoting.authority.judging import Surroundings
from app.quoting.authority.levers import Lever, LeverKind, lever_at
from app.quoting.authority.trial import Trial
from app.quoting.quote import AccountManager
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.engine import price_again
from pricing.item import ItemCharge, QuoteItem
from tests.app.quoting.authority.test_fitting import REAL, off, told
from tests.app.quoting.authority.test_judging import a_criterion
from tests.builders import (
    POLICY,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_matrix,
    a_quote,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.quote import Quote

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00", cost="0"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE, cost="0"),
    ),
    an_offering(a_charge("SMALL.RENT", "1.00", cost="0")),
    an_offering(a_charge("TEN.RENT", "10.00", cost="0")),
    an_offering(a_charge("FAX.RENT", "100.00", cost="0", regulation=PriceRegulation.GUIDED)),
)


def a_trial(*items: QuoteItem, matrix: AuthorityMatrix = REAL) -> Trial:
    """A trial of items in a quote of twelve months, by a manager of the lowest level."""
    quote = a_quote(*items, manager=AccountManager("m1", "经理", role="L1"))
    run = price_again(None, CATALOG, POLICY, a_context(12), quote.items)
    return Trial(CATALOG, matrix, Surroundings(), quote, run)


def test_levers_that_fit_alone_are_taken_back_where_they_do_not_together() -> None:
    """1,200.00 and 400.00 of 12,400.00 are 12.9 %; of the deepest 40.00 may stay: 10 %."""
    effective = a_criterion("effective_discount", "10", "20", "99")
    item = an_item(
        "LINE", 1, ItemCharge("LINE.RENT", 1, off("10")), ItemCharge("LINE.INST", 1, off("100"))
    )
    found = fitting(a_trial(item, matrix=a_matrix(effective)))
    assert told(found) == [("i1", "LINE.INST", "100", "10")]
    assert found.within


def test_each_lever_is_tried_without_the_others() -> None:
    """8 % off fit by themselves; one free month of twelve is 8.33 %, so both months go."""
    effective = a_criterion("effective_discount", "8", "20", "99")
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off("8")), alterations=(FreeMonths(2),))
    found = fitting(a_trial(item, matrix=a_matrix(effective)))
    assert told(found) == [("i1", "free_months", "2", "0")]
    assert found.within


def test_what_was_taken_back_for_nothing_is_given_back() -> None:
    """A free month of 1,000.00 leaves 1.82 % of it; the five fen a month beside it may stay.

    12,012.00 published, 10 % are 1,201.20; the month and 1.82 % of eleven are 1,200.20, and
    twelve times five fen are 0.60.
    """
    small = an_item("SMALL", 1, ItemCharge("SMALL.RENT", 1, off("5")), item_id="s")
    large = an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1, off("5")),
        item_id="a",
        alterations=(FreeMonths(1),),
    )
    found = fitting(a_trial(small, large))
    assert told(found) == [("a", "LINE.RENT", "5", "1.82")]
    assert found.within
    given = {item.id: item.charges[0].alteration for item in found.quote.items}
    assert given == {"s": off("5"), "a": off("1.82")}


def test_where_even_the_least_step_is_too_much_there_is_no_room() -> None:
    """Guided prices are nobody's to lower at L1; five percent would be for L2."""
    trial = a_trial(a_line(1, off("8"), code="FAX.RENT"))
    lever = lever_at(trial.quote, trial.run.quote, "i1", "FAX.RENT")
    assert lever is not None
    assert largest_that_fits(trial, lever, 10000) == 0


def test_a_limit_is_told_as_it_is_though_rounding_lets_more_through() -> None:
    """5.04 % of 10.00 yuan are 50 fen as well."""
    trial = a_trial(a_line(1, code="TEN.RENT"))
    lever = lever_at(trial.quote, trial.run.quote, "i1", "TEN.RENT")
    assert lever is not None
    assert largest_that_fits(trial, lever, 10000) == 500


# ---------------------------------------------------------------- one lever

CHARGE = Lever(LeverKind.CHARGE, "i1", "LINE.RENT", 0)
MONTHS = Lever(LeverKind.FREE_MONTHS, "i1", "", 0)


def searched(
    lever: Lever, stands: int, most: int, hints: tuple[int, ...] = ()
) -> tuple[int, list[int]]:
    """What is found where up to so many steps fit, and the steps that were tried."""
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    tried: list[int] = []

    def fits(quote: Quote) -> bool:
        item = quote.items[0]
        given = item.charges[0].alteration
        steps = 0 if given is None else int(Decimal(given.percent) * 100)  # type: ignore[union-attr]  # only percentages are set
        if lever.kind is LeverKind.FREE_MONTHS:
            steps = sum(one.months for one in item.alterations if isinstance(one, FreeMonths))
        tried.append(steps)
        return steps <= most

    search = largest(a_quote(line), lever._replace(stands=stands), fits, hints)
    while True:
        try:
            next(search)
        except StopIteration as done:
            return done.value, tried


@pytest.mark.parametrize(
    ("stands", "most", "hints", "found", "tried"),
    [
        # Nothing fits: it is asked once.
        (100, -1, (), 0, [0]),
        # The present one is never tried.
        (1, 5, (), 0, [0]),
        (0, 5, (), 0, [0]),
        (2, 5, (), 1, [0, 1]),
        (8, 3, (), 3, [0, 4, 2, 3]),
        # The hint fits and the step after it does not: that is all.
        (1000, 500, (500,), 500, [0, 500, 501]),
        # A hint that does not fit is an upper end; the lower one is tried next.
        (1000, 300, (500, 300), 300, [0, 500, 300, 301]),
        # Hints outside of what is still open are not tried, the step after one may be.
        (5, 3, (5,), 3, [0, 2, 3, 4]),
        (8, 0, (0,), 0, [0, 1]),
        (100, 10, (10, 9), 10, [0, 10, 11]),
        # A few steps above a hint are by rounding, ten are not.
        (1000, 505, (500,), 500, [0, 500, 501, 750, 625, 563, 532, 516, 508, 504, 506, 505]),
        (1000, 509, (500,), 500, [0, 500, 501, 750, 625, 563, 532, 516, 508, 512, 510, 509]),
        (1000, 510, (500,), 510, [0, 500, 501, 750, 625, 563, 532, 516, 508, 512, 510, 511]),
    ],
)
def test_the_range_is_halved_and_hints_come_first(
    stands: int, most: int, hints: tuple[int, ...], found: int, tried: list[int]
) -> None:
    """Each step is tried once at most."""
    assert searched(CHARGE, stands, most, hints) == (found, tried)


def test_months_have_no_hints() -> None:
    """Three percent say nothing about months."""
    assert searched(MONTHS, 12, 5, (3,)) == (5, [0, 6, 3, 4, 5])
