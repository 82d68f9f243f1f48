"""Promises of units: in the document's language, one and several."""

from __future__ import annotations

import pytest

from app.documents.fields.units import quantity_text, unit_text
from app.figures import Figures
from app.translation import load_words
from tests.sample import sample_import


@pytest.mark.parametrize(
    ("unit", "count", "text"),
    [("线", 1, "1 line"), ("线", 1200, "1,200 lines"), ("分钟", 2, "2 min")],
)
def test_english_counts_one_and_several(unit: str, count: int, text: str) -> None:
    """A unit is a word, and words have a plural."""
    assert quantity_text(count, unit, load_words("en"), Figures("en")) == text


def test_chinese_units_stay_as_the_price_list_has_them() -> None:
    """4 线, whatever the count."""
    assert quantity_text(4, "线", load_words("zh"), Figures("zh")) == "4 线"


def test_unit_that_nobody_translated_is_printed_as_it_is() -> None:
    """A price list may count what nobody has thought of."""
    assert unit_text("斛", 2, load_words("en")) == "斛"


def test_every_unit_of_the_sample_has_an_english_word() -> None:
    """No Chinese unit stands in an English paper of the sample."""
    words = load_words("en")
    offerings = sample_import().accepted().offerings
    units = {charge.unit for offering in offerings for charge in offering.charges}
    assert len(units) > 50
    assert [unit for unit in sorted(units) if f"paper.unit.{unit}" not in words] == []
