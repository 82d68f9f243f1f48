"""Scenarios tried in workbooks: LibreOffice comes to what the engine says, to the fen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.documents.workbooks.rows import price_rows
from app.documents.workbooks.scenario_levers import Held, levers_of
from app.documents.workbooks.scenario_term import runs_of
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount
from tests.app.documents.random_papers import random_revision
from tests.app.documents.workbooks.office import recalculated
from tests.app.documents.workbooks.random_scenarios import differences, tried
from tests.app.documents.workbooks.revisions import case_revision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FEW, _BLOCK, _MANY = (2, 4, 7, 11, 16, 23), 75, 375


def _found(numbers: Iterable[int], folder: Path) -> tuple[list[str], int, int]:
    """Differences, percentages that were typed, free months that were typed."""
    scenarios = {number: tried(number) for number in numbers}
    books = {str(number): one.book for number, one in scenarios.items()}
    office = recalculated(folder, books)
    found = [
        difference
        for number, one in scenarios.items()
        for difference in differences(number, one, office[str(number)])
    ]
    typed = sum(len(one.typed) for one in scenarios.values())
    return found, typed, sum(len(one.months) for one in scenarios.values())


def test_a_few_scenarios_come_to_what_the_engine_says(tmp_path: Path) -> None:
    """Discounts on charges and bundles and free months, in quotes with ramps among them."""
    found, typed, months = _found(_FEW, tmp_path)
    assert found == []
    assert typed >= 6
    assert months >= 3


@pytest.mark.prove
@pytest.mark.parametrize("first", range(1_000, 1_000 + _MANY, _BLOCK))
def test_hundreds_of_scenarios_come_to_what_the_engine_says(first: int, tmp_path: Path) -> None:
    """Net amounts with and without VAT of each row, sums, margin, shares, levels; to the fen."""
    found, typed, months = _found(range(first, first + _BLOCK), tmp_path)
    print(f"{_BLOCK} quotes, {typed} discounts and {months} free months tried, {len(found)} differ")  # noqa: T201 (the proof's figure)
    assert found == []
    assert typed >= _BLOCK // 2
    assert months >= _BLOCK // 4


def test_random_quotes_try_bundles_ramps_and_prices_without_tax() -> None:
    """What the proof is about is among the rows into which a percentage may be typed."""
    kinds: set[str] = set()
    for number in range(40):
        revision = random_revision(number)
        rows = price_rows(revision)
        for at, lever in levers_of(revision, rows).items():
            item = rows[at].item
            if lever.held is not None or item is None:
                continue
            kinds.add(rows[at].place.value)
            kinds |= {"ramp"} if runs_of(revision, item).runs else set()
            kinds |= {"on top"} if lever.rate is not None else set()
            kinds |= {"optional"} if item.optional else set()
            kinds |= {"several"} if item.quantity > 1 and item.is_bundle else set()
    assert kinds == {"bundle", "charge", "ramp", "on top", "optional", "several"}


def test_a_discount_on_the_whole_quote_holds_its_rows() -> None:
    """Its shares move with every price, so nothing may be typed where it is spread."""
    revision = case_revision(4)
    discount = QuoteDiscount(percent=Decimal(1))
    held = replace(revision, quote=replace(revision.quote, discount=discount))
    rows = price_rows(held)
    found = {rows[at].kind.value: lever.held for at, lever in levers_of(held, rows).items()}
    assert found["monthly"] is Held.QUOTE_DISCOUNT
    assert found["one_time"] is None


def test_a_percentage_that_is_no_number_is_no_formula() -> None:
    """A quote with such a fault still has a workbook; the price is that without it."""
    revision = case_revision(4)
    item = next(one for one in revision.quote.items if one.charges)
    charge = replace(item.charges[0], alteration=Percentage(Decimal("NaN")))
    faulty = replace(item, charges=(charge, *item.charges[1:]))
    items = tuple(faulty if one is item else one for one in revision.quote.items)
    quote = replace(revision.quote, items=items)
    rows = price_rows(replace(revision, quote=quote))
    assert all(row.percent.is_finite() for row in rows)
