"""Tests for the workbook's texts: both languages have all of them, with the same placeholders."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from app.translation import load_words

if TYPE_CHECKING:
    from catalog.local_text import Language


def _placeholders(language: Language) -> dict[str, set[str]]:
    texts = load_words(language)._texts
    return {
        key: {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for key, text in texts.items()
        if key.startswith("workbook.")
    }


def test_both_languages_have_the_same_texts_and_placeholders() -> None:
    """A text that is missing in one language would stop the workbook of that language."""
    chinese, english = _placeholders("zh"), _placeholders("en")
    assert len(chinese) > 150
    assert chinese == english


def test_texts_fit_into_formulas() -> None:
    """A quotation mark would end the text inside a formula."""
    for words in (load_words("zh"), load_words("en")):
        ours = [text for key, text in words._texts.items() if key.startswith("workbook.")]
        assert not [text for text in ours if '"' in text]
