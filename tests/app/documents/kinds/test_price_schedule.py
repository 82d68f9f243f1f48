"""Promises of the price schedule."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.documents.kinds.price_schedule import PRICE_SCHEDULE
from app.quoting.revision import PriceStep
from tests.app.documents.case_one import CASE_ONE, PLAN
from tests.app.documents.papers import changed, made, read_passages

if TYPE_CHECKING:
    from catalog.local_text import Language

SERVICE = msgspec.structs.replace(PLAN, id="i2", is_bundle=False, charges=PLAN.charges[:1])
STEPS = {"i2": ((PriceStep(1, 20, Decimal("23.75")), PriceStep(24, 20, Decimal("22.5"))),)}


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("zh", ["20线起|23.75", "20线起，合同期24个月起|22.50"]),
        ("en", ["from20lines|23.75", "from20linesand24monthsofcommitment|22.50"]),
    ],
)
def test_steps_stand_below_their_charge(language: Language, rows: list[str]) -> None:
    """Published prices by quantity and term, each with its condition."""
    paper = made("price_schedule", changed(items=(SERVICE,), schedule=STEPS), language=language)
    read = read_passages(paper.docx)
    assert [text for text in read if text in rows] == rows
    assert any("公布价格" in text or "publishedprices" in text for text in read)


def test_schedule_has_unit_prices_and_no_totals() -> None:
    """The contract value is stated elsewhere."""
    read = read_passages(made("price_schedule", changed(items=(SERVICE,))).docx)
    assert "固定电话月租|线|每月|9%|25.00|23.0025" in read
    assert not any("8,016.00" in text for text in read)
    assert not any("公布价格" in text for text in read)


def test_bundle_has_one_price_for_all_of_it() -> None:
    """Its parts have no price of their own."""
    read = read_passages(made("price_schedule", CASE_ONE).docx)
    assert "C1包月套餐·经济档（C1-L）月价（1套）|套|每月|9%|726.00|668.00" in read
    assert not any(text.startswith("固定电话月租") for text in read)


def test_optional_items_are_marked() -> None:
    """They are priced, and nobody takes them for ordered."""
    option = msgspec.structs.replace(SERVICE, optional=True)
    read = read_passages(made("price_schedule", changed(items=(option,))).docx)
    assert any(text.endswith("（可选）") for text in read)
    assert PRICE_SCHEDULE.findings(CASE_ONE) == ()


def test_without_items_there_is_no_schedule() -> None:
    """An empty list of prices says nothing."""
    assert PRICE_SCHEDULE.applies(CASE_ONE)
    assert not PRICE_SCHEDULE.applies(changed(items=()))
