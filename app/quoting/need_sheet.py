"""The needs of a quote as rows of texts, and back: need, priority, owner, day, evidence, answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from app.quoting.quote import NeedFact, NeedMet, NeedPriority
from app.quoting.sheet_rows import WrongCell
from catalog.cell_text import CellFault, read_date, read_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from app.quoting.quote import Quote

COLUMNS = ("need", "priority", "owner", "due", "evidence", "answers")
"""The columns, from the left."""
_BETWEEN = re.compile(r"[、,，;；]+")
_LONGEST = 2000

Needs = tuple[tuple[NeedFact, ...], tuple[NeedMet, ...]]


def need_rows(quote: Quote, words: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """A row for each need.

    Args:
        quote: Whose needs.
        words: Texts of priorities by their numbers, such as ``1``.
    """
    rows = []
    for need in quote.needs:
        fact = quote.need_fact(need)
        codes = "、".join(one.offering for one in quote.met if one.need == need)
        priority = words[str(int(fact.priority))]
        day = fact.due.isoformat() if fact.due is not None else ""
        rows.append((need, priority, fact.owner, day, fact.evidence, codes))
    return tuple(rows)


def read_needs(
    rows: Sequence[Sequence[str]], words: Mapping[str, str], sold: Mapping[str, str]
) -> tuple[Needs, tuple[WrongCell, ...]]:
    """Needs with what is known of them and what answers them, and the cells without a reading.

    Args:
        rows: Texts; rows without a need do not count when they are empty.
        words: Texts of priorities by their numbers.
        sold: Codes of what answers may name, by code and by name, in small letters without gaps.
    """
    facts: dict[str, NeedFact] = {}
    met: list[NeedMet] = []
    wrong: list[WrongCell] = []
    for place, row in enumerate(rows):
        cells = dict(zip(COLUMNS, [*(cell.strip() for cell in row), *[""] * 6], strict=False))
        if not any(cells.values()):
            continue
        readers: dict[str, Callable[[str], object]] = {
            "need": lambda text: _need(text, facts),
            "priority": lambda text: _priority(text, words),
            "due": lambda text: read_date(text) if text else None,
            "answers": lambda text: _codes(text, sold),
        }
        read: dict[str, Any] = {}
        for name, reader in readers.items():
            try:
                read[name] = reader(cells[name])
            except CellFault as fault:
                wrong.append(WrongCell(place, name, fault.code, dict(fault.parameters)))
        if len(read) == len(readers):
            need, codes = read["need"], read["answers"]
            facts[need] = NeedFact(
                need, read["priority"], cells["owner"], read["due"], cells["evidence"]
            )
            met.extend(NeedMet(need, code) for code in codes)
    return (tuple(facts.values()), tuple(met)), tuple(wrong)


def _need(text: str, known: Collection[str]) -> str:
    if not text:
        raise CellFault("customer.cell_missing")
    need = read_name(text, _LONGEST)
    if need in known:
        raise CellFault("needs.need_twice", value=need)
    return need


def _codes(text: str, sold: Mapping[str, str]) -> tuple[str, ...]:
    found = [_code(one, sold) for one in map(str.strip, _BETWEEN.split(text)) if one]
    return tuple(dict.fromkeys(found))


def _priority(text: str, words: Mapping[str, str]) -> NeedPriority:
    """The priority that a text means; the middle one where there is none."""
    if not text:
        return NeedPriority.MEDIUM
    for one in NeedPriority:
        if text.casefold() in (str(int(one)), words[str(int(one))].casefold()):
            return one
    known = "、".join(words[str(int(one))] for one in NeedPriority)
    raise CellFault("customer.word_unknown", value=text, known=known)


def _code(text: str, sold: Mapping[str, str]) -> str:
    found = sold.get("".join(text.casefold().split()), "")
    if not found:
        raise CellFault("needs.not_quoted", value=text)
    return found
