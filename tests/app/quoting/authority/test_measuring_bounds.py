"""Measures at their bounds: what has no price, what is fixed, optional, free, or nothing at all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.quoting.authority import Criterion, CriterionVerdict
from app.quoting.quote import QuoteCondition
from catalog.local_text import LocalText
from pricing.concession import Concession, Concessions, OptionGiven
from tests.app.quoting.authority.test_judging import OWN_CLAUSE, a_criterion
from tests.app.quoting.authority.test_judging_whole import NOTHING, judged
from tests.builders import a_matrix

if TYPE_CHECKING:
    from app.quoting.clause import QuoteClause


def measured(criterion: Criterion, given: Concessions, **fields: Any) -> CriterionVerdict:  # noqa: ANN401 (of a quote)
    """What one criterion says of concessions."""
    return judged(a_matrix(criterion), given=given, **fields).criteria[0]


@pytest.mark.parametrize("taken", [1, 500])
def test_taking_off_what_has_no_price_is_beyond_every_limit(taken: int) -> None:
    """One fen off nothing published is no percentage at all, whatever stands beside it."""
    free = Concession("i1", "LINE.RENT", 0, taken)
    limits = a_criterion("market_discount", "5", "10", "100")
    alone = measured(limits, replace(NOTHING, market=(free,)))
    assert (alone.value, alone.level) == (Decimal("0.00"), "")
    beside = measured(limits, replace(NOTHING, market=(Concession("i2", "x", 100, 7), free)))
    assert (beside.value, beside.level, beside.deepest) == (Decimal("7.00"), "", "i2")
    still = Concession("i1", "LINE.RENT", 0, 0)
    assert measured(limits, replace(NOTHING, market=(still,))).level == "L1"


def test_a_fixed_price_is_told_by_its_item() -> None:
    """A hundredth dearer; off nothing published, of one fen; unchanged, by none."""
    limits = a_criterion("fixed_deviation", "1", "2", "500")
    dearer = measured(limits, replace(NOTHING, fixed=(Concession("i1", "F", 100, -1),)))
    assert (dearer.value, dearer.level, dearer.deepest) == (Decimal("1.00"), "L1", "i1")
    free = measured(limits, replace(NOTHING, fixed=(Concession("i2", "F", 0, 5),)))
    assert (free.value, free.level, free.deepest) == (Decimal("500.00"), "L3", "i2")
    same = measured(limits, NOTHING)
    assert (same.value, same.level, same.deepest) == (Decimal("0.00"), "L1", "")


def test_optional_items_count_with_what_recurs_and_what_is_paid_once() -> None:
    """30 of 300 in any case; an option of 20 and 5 of 50 and 10 makes it 55 of 360: 15.28 %."""
    given = replace(
        NOTHING,
        recurring_taken=20,
        recurring_published=200,
        one_time_waived=10,
        one_time_list=100,
        options=(OptionGiven("i2", 10, 5, 50, 20),),
    )
    document = measured(a_criterion("document_discount", "5", "10", "20"), given)
    assert (document.value, document.worst) == (Decimal("15.28"), ("i2",))


def test_a_margin_at_the_limit_is_within_it() -> None:
    """650 of 1,000 is 35 %; an option that costs and brings in nothing is told."""
    limits = a_criterion("margin", "35", "30", "0", smallest=True)
    given = replace(NOTHING, revenue=1000, cost=650)
    assert measured(limits, given).level == "L1"
    option = OptionGiven("i2", cost=50)
    dearer = measured(limits, replace(given, options=(option,)))
    assert (dearer.value, dearer.level, dearer.worst) == (Decimal("30.00"), "L2", ("i2",))


def test_own_words_and_special_clauses_are_counted_together() -> None:
    """Two conditions in words of one's own and one clause that no library knows."""
    limits = Criterion("special_clauses", LocalText(), (Decimal(2), Decimal(3), None), unit="count")
    own = (QuoteCondition("", "免押金"), QuoteCondition("", "随时可退"))
    clause: tuple[QuoteClause, ...] = (OWN_CLAUSE,)
    found = measured(limits, NOTHING, conditions=own, clauses=clause)
    assert (found.value, found.level) == (Decimal("3.00"), "L2")
    assert measured(limits, NOTHING, conditions=own).level == "L1"


def test_where_nothing_recurs_nothing_is_given_away() -> None:
    """A share of nothing is nothing."""
    found = measured(a_criterion("cumulative_concession", "0", "1", "2"), NOTHING)
    assert (found.value, found.level) == (Decimal("0.00"), "L1")


def test_where_nothing_is_sold_no_margin_is_missing() -> None:
    """An empty quote keeps every limit; a cost alone, a loss or a credit keeps none."""
    limits = a_criterion("margin", "35", "30", "0", smallest=True)
    assert measured(limits, NOTHING).level == "L1"
    assert measured(limits, replace(NOTHING, cost=1)).level == ""
    assert measured(limits, replace(NOTHING, revenue=100, cost=101)).level == ""
    assert measured(limits, replace(NOTHING, revenue=100)).level == "L1"
    assert measured(limits, replace(NOTHING, revenue=-100)).level == ""
