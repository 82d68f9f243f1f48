"""The words by which price lists of others are understood, from the data file."""

from __future__ import annotations

import msgspec

from app.paths import resource
from catalog.known_type import known
from catalog.layout.words import HeadingWords, LayoutWords


def load_heading_words() -> HeadingWords:
    """Headings and words of cells, as ``resources/import/headings.toml`` has them."""
    data = resource("import", "headings.toml").read_bytes()
    return HeadingWords(msgspec.toml.decode(data, type=known(LayoutWords)))
