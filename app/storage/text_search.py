"""Search in stored text: every word must occur, literally, whatever its width and case."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, true

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


def searchable(*parts: str) -> str:
    """Text of a search column: the parts on lines of their own, in one width and case."""
    return "\n".join(_folded(part) for part in parts if part)


def contains_words(typed: str, *columns: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that each word typed occurs in one of the columns; ``%`` and ``_`` are text."""
    conditions = [
        or_(*(column.contains(word, autoescape=True) for column in columns))
        for word in _folded(typed).split()
    ]
    return and_(true(), *conditions)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
