"""Texts are compared without differences of case, width and layout."""

from __future__ import annotations

import pytest

from catalog.search.folding import folded, words_of


@pytest.mark.parametrize(
    ("text", "plain"),
    [("１Ｍ", "1m"), (" a \t B\n", "a b"), ("Straße", "strasse"), ("ＡＢ　Ｃ", "ab c"), ("", "")],
)
def test_one_spelling(text: str, plain: str) -> None:
    """Full width, capitals, and any white space."""
    assert folded(text) == plain


def test_words_are_kept_once_in_their_order() -> None:
    """An ideographic space parts them too."""
    assert words_of("ＺＸ　100 zx") == ("zx", "100")
    assert words_of(" \u3000") == ()
