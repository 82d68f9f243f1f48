"""A difference of contracts clause by clause: articles and annexes with what happened in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.text_difference import Entry, EntryKind

if TYPE_CHECKING:
    from app.quoting.text_difference import TextDifference

_QUIET = (EntryKind.SAME, EntryKind.RENUMBERED)


class ClauseChange(msgspec.Struct, frozen=True):
    """An article or annex; what stands before the first has no title.

    Attributes:
        number: Of the article, as the newer contract shows it.
        title: Its heading; empty for what stands before the first.
        entries: Its passages with its heading, in reading order; blank ones are left out.
    """

    number: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def changes(self) -> tuple[Entry, ...]:
        """The passages whose words differ, in reading order."""
        return tuple(entry for entry in self.entries if entry.kind not in _QUIET)


def clause_changes(difference: TextDifference) -> tuple[ClauseChange, ...]:
    """The clauses of both contracts in reading order."""
    found: list[tuple[str, str, list[Entry]]] = [("", "", [])]
    for entry in difference.entries:
        passage = difference.passage(entry)
        if passage.blank and entry.kind is not EntryKind.CHANGED:
            continue
        if passage.heading:
            found.append((passage.number, passage.plain, []))
        found[-1][2].append(entry)
    return tuple(
        ClauseChange(number, title, tuple(entries)) for number, title, entries in found if entries
    )
