"""Promises of the field guide."""

from __future__ import annotations

import pytest

from app.documents.field_guide import field_guide
from app.documents.kinds import KINDS
from app.translation import load_words
from tests.app.documents.papers import chinese


@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_guide_names_every_field_with_its_meaning(kind_id: str) -> None:
    """People who edit templates find every field, in both languages."""
    for words in (chinese(), load_words("en")):
        guide = field_guide(KINDS[kind_id], words)
        for field in KINDS[kind_id].guide:
            assert f"| `{field.name}` | {field.description.spoken(words.language)} |" in guide


def test_guide_shows_how_to_write_a_field() -> None:
    """Texts, lists and choices are written differently."""
    guide = field_guide(KINDS["contract"], chinese())
    assert "`{{ customer.name }}`" in guide
    assert "`{%tr for row in annex %} … {%tr endfor %}`" in guide
    assert "`{{ row.title }}`" in guide
    assert "`{%p if has_overage %} … {%p endif %}`" in guide
