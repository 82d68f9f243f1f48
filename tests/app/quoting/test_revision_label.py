"""Letters of revisions follow one another without end."""

from __future__ import annotations

import pytest

from app.quoting.revision_label import next_label


@pytest.mark.parametrize(
    ("label", "following"),
    [("", "A"), ("A", "B"), ("Y", "Z"), ("Z", "AA"), ("AZ", "BA"), ("ZZ", "AAA")],
)
def test_letters_are_counted_like_columns_of_a_sheet(label: str, following: str) -> None:
    """Twenty-six, and then two together."""
    assert next_label(label) == following
