"""Tests for levels: the lowest level whose limit a value keeps, as a formula."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.documents.workbooks.levels import by_amount, by_value, level_format, position_of
from app.quoting.authority import Criterion, Level
from app.services.policies import load_rules
from catalog.local_text import LocalText

DISCOUNT = Criterion("market_discount", LocalText("折扣"), (Decimal(5), None))


def test_limits_are_asked_from_the_lowest_level_up() -> None:
    """No limit at a level ends the question; nobody is one more than there are levels."""
    assert by_value(DISCOUNT, "A1", ["B1", "C1"], 2) == "IF(A1<=B1,1,2)"
    bounded = msgspec.structs.replace(DISCOUNT, limits=(Decimal(5), Decimal(9)))
    assert by_value(bounded, "A1", ["B1", "C1"], 2) == "IF(A1<=B1,1,IF(A1<=C1,2,3))"


def test_a_minimum_is_asked_the_other_way_round() -> None:
    """A margin must not fall below its limit."""
    margin = msgspec.structs.replace(DISCOUNT, smallest=True)
    assert by_value(margin, "A1", ["B1", "C1"], 2) == "IF(A1>=B1,1,2)"


def test_an_amount_keeps_a_limit_rounded_to_the_fen() -> None:
    """So 0.67 off 6.66 is 10 %."""
    formula = by_amount(DISCOUNT, "H1", "E1", ["B1", "C1"], 2)
    assert formula == "IF(H1<=ROUND(ABS(E1)*B1/100,2),1,2)"


def test_positions_follow_the_matrix() -> None:
    """An empty level is nobody's."""
    matrix = load_rules().authority
    assert [position_of(matrix, level) for level in ("L1", "L5", "")] == [1, 5, 6]


def test_positions_are_shown_as_levels_where_these_are_numbered() -> None:
    """Other identifiers show the bare position."""
    matrix = load_rules().authority
    assert level_format(matrix, "不可批") == '[<=5]"L"0;"不可批"'
    named = msgspec.structs.replace(matrix, levels=(Level("clerk", LocalText("员")),))
    assert level_format(named, "nobody") == '[<=1]0;"nobody"'
