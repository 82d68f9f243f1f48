"""Cells of a customer's lists: one value as text, and the text as the value again."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from app.quoting.criteria import Criterion, VenueKind
from app.quoting.customer import (
    ContactRole,
    DecisionLevel,
    Personality,
    PromiseState,
    Relationship,
)
from app.quoting.sales_facts import Grouping, PartyKind, Prospect
from catalog.cell_text import CellFault, read_date, read_money, read_name, read_whole_number
from catalog.money import fen, yuan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_BETWEEN = re.compile(r"[、,，;；/\s]+")
_LONGEST = 2000


class Kind(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    NUMBER = "number"
    AMOUNT = "amount"
    DAY = "day"
    ROLES = "role"
    LEVEL = "level"
    RELATIONSHIP = "relationship"
    PERSONALITY = "personality"
    CHECK = "check"
    PROMISE = "promise"
    CRITERION = "criterion"
    GROUPING = "grouping"
    PROSPECT = "prospect"
    PARTY = "party"
    VENUE_KIND = "venue_kind"


_YES, _NO = "yes", "no"
_NOTHING_AS_EMPTY = (Kind.AMOUNT, Kind.RELATIONSHIP, Kind.CHECK)
"""Kinds of which nought, or no, says no more than an empty cell."""


_ENUMS: Mapping[Kind, type[StrEnum]] = {
    Kind.ROLES: ContactRole,
    Kind.LEVEL: DecisionLevel,
    Kind.PERSONALITY: Personality,
    Kind.PROMISE: PromiseState,
    Kind.CRITERION: Criterion,
    Kind.GROUPING: Grouping,
    Kind.PROSPECT: Prospect,
    Kind.PARTY: PartyKind,
    Kind.VENUE_KIND: VenueKind,
}


def words_of(kind: Kind) -> tuple[str, ...]:
    """The words that cells of a kind may hold; none where any text will do."""
    if kind is Kind.RELATIONSHIP:
        return tuple(str(int(one)) for one in Relationship)
    if kind is Kind.CHECK:
        return (_YES, _NO)
    return tuple(_ENUMS.get(kind, ()))


def cell_text(value: object, kind: Kind, words: Mapping[str, str]) -> str:
    """A value as the text of a cell; nothing is an empty one.

    Args:
        value: As the customer has it.
        kind: Of the column.
        words: Texts of words, by kind and word, such as ``role.payer``.
    """
    if isinstance(value, tuple):
        return "、".join(words.get(f"{kind}.{one}", one) for one in value)
    if value is None or value == "" or (value == 0 and kind in _NOTHING_AS_EMPTY):
        return ""
    plain = str(value)
    if isinstance(value, Relationship):
        plain = str(int(value))
    elif kind is Kind.CHECK:
        plain = _YES  # no is an empty cell
    elif isinstance(value, int) and kind is Kind.AMOUNT:
        plain = str(yuan(value))
    elif isinstance(value, date):
        plain = value.isoformat()
    elif isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
    return words.get(f"{kind}.{plain}", plain)


def read_cell(text: str, kind: Kind, words: Mapping[str, str]) -> object:
    """The value of a cell that is not empty.

    Raises:
        CellFault: It has no reading.
    """
    return _READERS[kind](text, words)


def read_amount(text: str) -> int:
    """An amount of whole fen.

    Raises:
        CellFault: It is none.
    """
    amount = read_money(text)
    try:
        return fen(amount)
    except ValueError as fault:
        raise CellFault("bill.not_whole_fen", value=text) from fault


def _known(text: str, kind: Kind, words: Mapping[str, str]) -> str:
    folded = text.casefold()
    for word in words_of(kind):
        if folded in (word.casefold(), words.get(f"{kind}.{word}", "").casefold()):
            return word
    return ""


def _word(text: str, kind: Kind, words: Mapping[str, str]) -> str:
    found = _known(text, kind, words)
    if not found:
        known = _listed(words.get(f"{kind}.{word}", word) for word in words_of(kind))
        raise CellFault("customer.word_unknown", value=text, known=known)
    return found


def _listed(texts: Iterable[str]) -> str:
    return "、".join(texts)


def _roles(text: str, words: Mapping[str, str]) -> tuple[ContactRole, ...]:
    parts = filter(None, _BETWEEN.split(text))
    return tuple(dict.fromkeys(ContactRole(_word(part, Kind.ROLES, words)) for part in parts))


def _personality(text: str, words: Mapping[str, str]) -> str:
    # Words of the manager's own were always possible here, and stay.
    return _known(text, Kind.PERSONALITY, words) or read_name(text, _LONGEST)


_READERS: Mapping[Kind, Callable[[str, Mapping[str, str]], object]] = {
    Kind.TEXT: lambda text, _: read_name(text, _LONGEST),
    Kind.CODE: lambda text, _: read_name(text, _LONGEST).upper(),
    Kind.COUNT: lambda text, _: read_whole_number(text),
    Kind.NUMBER: lambda text, _: read_money(text, allow_negative=True),
    Kind.AMOUNT: lambda text, _: read_amount(text),
    Kind.DAY: lambda text, _: read_date(text),
    Kind.ROLES: _roles,
    Kind.LEVEL: lambda text, words: DecisionLevel(_word(text, Kind.LEVEL, words)),
    Kind.RELATIONSHIP: lambda text, words: Relationship(int(_word(text, Kind.RELATIONSHIP, words))),
    Kind.PERSONALITY: _personality,
    Kind.PROMISE: lambda text, words: PromiseState(_word(text, Kind.PROMISE, words)),
    Kind.CHECK: lambda text, words: _word(text, Kind.CHECK, words) == _YES,
    Kind.CRITERION: lambda text, words: Criterion(_word(text, Kind.CRITERION, words)),
    Kind.PROSPECT: lambda text, words: Prospect(_word(text, Kind.PROSPECT, words)),
    Kind.PARTY: lambda text, words: PartyKind(_word(text, Kind.PARTY, words)),
    Kind.GROUPING: lambda text, words: Grouping(_word(text, Kind.GROUPING, words)),
    Kind.VENUE_KIND: lambda text, words: VenueKind(_word(text, Kind.VENUE_KIND, words)),
}
