"""Edits of the header change one field each; one that changes nothing gives the same object."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.header_edits import (
    drop_condition,
    payment_days,
    require_condition,
    set_activation,
    set_catalog_version,
    set_codes,
    set_copies,
    set_language,
    set_like_for_like,
    set_needs,
    set_notes,
    set_payment_days,
    set_price_date,
    set_quote_discount,
    set_tender,
    set_term,
    set_title,
    set_valid_until,
)
from app.quoting.quote import LikeForLike, QuoteCondition
from tests.builders import DAY, a_line, a_quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote

QUOTE = a_quote(a_line(), conditions=(QuoteCondition("cancelled", days=30),))
SPRING = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("edit", "field", "value"),
    [
        (lambda q: set_title(q, "新方案"), "title", "新方案"),
        (lambda q: set_term(q, 36), "term", 36),
        (lambda q: set_price_date(q, SPRING), "price_date", SPRING),
        (lambda q: set_valid_until(q, SPRING), "valid_until", SPRING),
        (lambda q: set_activation(q, SPRING), "activation", SPRING),
        (lambda q: set_codes(q, ("A", "B", "A")), "codes", ("A", "B")),
        (lambda q: set_tender(q, tender=True), "tender", True),
        (lambda q: set_needs(q, ("省钱",)), "needs", ("省钱",)),
        (lambda q: set_notes(q, "x"), "notes", "x"),
        (lambda q: set_copies(q, 3), "copies", 3),
        (lambda q: set_language(q, "en"), "language", "en"),
        (lambda q: set_catalog_version(q, "v2"), "catalog_version", "v2"),
        (
            lambda q: set_like_for_like(q, LikeForLike(competitor=5)),
            "like_for_like",
            LikeForLike(competitor=5),
        ),
        (
            lambda q: require_condition(q, "proof", days=7),
            "conditions",
            (QuoteCondition("cancelled", days=30), QuoteCondition("proof", days=7)),
        ),
        (lambda q: drop_condition(q, "cancelled"), "conditions", ()),
    ],
)
def test_an_edit_changes_its_own_field_only(
    edit: Callable[[Quote], Quote], field: str, value: object
) -> None:
    """Everything else stays, and so does the quote that was given."""
    before = msgspec.json.encode(QUOTE)
    changed = edit(QUOTE)
    assert getattr(changed, field) == value
    assert msgspec.structs.replace(changed, **{field: getattr(QUOTE, field)}) == QUOTE
    assert msgspec.json.encode(QUOTE) == before
    assert edit(changed) is changed


@pytest.mark.parametrize(
    "edit",
    [
        lambda q: set_title(q, "方案"),
        lambda q: set_term(q, 12),
        lambda q: set_price_date(q, DAY),
        lambda q: set_valid_until(q, DAY),
        lambda q: set_activation(q, None),
        lambda q: set_codes(q, ()),
        lambda q: set_tender(q, tender=False),
        lambda q: set_needs(q, ()),
        lambda q: set_notes(q, ""),
        lambda q: set_copies(q, 2),
        lambda q: set_language(q, "zh"),
        lambda q: set_quote_discount(q, None),
        lambda q: set_like_for_like(q, LikeForLike()),
        lambda q: require_condition(q, "cancelled", days=7),
        lambda q: drop_condition(q, "nothing"),
    ],
)
def test_an_edit_that_changes_nothing_gives_the_same_object(
    edit: Callable[[Quote], Quote],
) -> None:
    """A condition that is there already keeps its due date."""
    assert edit(QUOTE) is QUOTE


def test_time_for_paying_is_one_condition_beside_the_others() -> None:
    """Set, changed, set again to the same, and left to the standard contract."""
    sixty = set_payment_days(QUOTE, 60)
    assert sixty.conditions == (*QUOTE.conditions, QuoteCondition("payment_due", days=60))
    assert payment_days(sixty) == 60
    assert set_payment_days(sixty, 60) is sixty
    assert payment_days(set_payment_days(sixty, 45)) == 45
    assert set_payment_days(sixty, None) == QUOTE
    assert payment_days(QUOTE) is None
