"""A difference of contracts as a text for the window: clause by clause, what is the same folded.

What was put in is underlined and what was taken out struck through; colours only help.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.clause_changes import ClauseChange, clause_changes
from app.quoting.text_difference import Entry, EntryKind
from app.quoting.word_difference import Piece, PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.text_difference import TextDifference
    from app.ui.presenting.speaker import Speaker
    from app.ui.tokens import Colors

FOLD = "fold:"
"""Begins the address of a line that opens or closes a clause; its number follows."""
_WHOLE = {
    EntryKind.ADDED: PieceKind.ADDED,
    EntryKind.REMOVED: PieceKind.REMOVED,
    EntryKind.LEFT: PieceKind.REMOVED,
}


class ContractPage(NamedTuple):
    """What the window shows.

    Attributes:
        html: The text; each change has an anchor, ``change0`` and on.
        changes: How many changes there are.
    """

    html: str
    changes: int


def contract_page(
    speaker: Speaker,
    difference: TextDifference,
    colors: Colors,
    *,
    unfolded: frozenset[int] = frozenset(),
    current: int = -1,
) -> ContractPage:
    """The difference as rich text.

    Args:
        speaker: Language of the window.
        difference: What differs.
        colors: Of the theme.
        unfolded: Clauses whose unchanged passages are shown, by their place.
        current: The change that the keyboard is at; none below 0.
    """
    writer = _Writer(speaker, difference, colors, current)
    for place, clause in enumerate(clause_changes(difference)):
        writer.write(place, clause, whole=place in unfolded)
    return ContractPage("".join(writer.parts), writer.changes)


def counted(speaker: Speaker, difference: TextDifference) -> str:
    """How much differs, in one line."""
    kinds = (
        EntryKind.CHANGED,
        EntryKind.ADDED,
        EntryKind.REMOVED,
        EntryKind.MOVED,
        EntryKind.RENUMBERED,
    )
    told = [
        f"{speaker.words(f'redline.kind.{kind}')} {count}"
        for kind in kinds
        if (count := difference.count(kind))
    ]
    if difference.differs:
        return " · ".join(told)
    numbers = "only_numbers" if difference.count(EntryKind.RENUMBERED) else "nothing"
    return speaker.words(f"redline.told.{numbers}")


class _Writer:
    """Writes clauses one after the other and counts their changes."""

    def __init__(
        self, speaker: Speaker, difference: TextDifference, colors: Colors, current: int
    ) -> None:
        self.parts: list[str] = []
        self.changes = 0
        self._speaker = speaker
        self._difference = difference
        self._colors = colors
        self._current = current

    def write(self, place: int, clause: ClauseChange, *, whole: bool) -> None:
        """One clause: its heading, its changes, and the rest where it is unfolded."""
        self.parts.append(self._head(place, clause, whole=whole))
        shown = clause.entries if whole else clause.changes
        if shown:
            rows = "".join(self._row(entry) for entry in shown)
            self.parts.append(f'<table width="100%" cellpadding="4" cellspacing="0">{rows}</table>')

    def _head(self, place: int, clause: ClauseChange, *, whole: bool) -> str:
        translate, colors = self._speaker.translate, self._colors
        title = clause.title or self._speaker.words("redline.told.head")
        count, quiet = len(clause.changes), len(clause.entries) - len(clause.changes)
        told = translate("Contracts", "{count} changes") if count else ""
        same = translate("Contracts", "{count} unchanged")
        numbers = [told.format(count=count), same.format(count=quiet) if quiet else ""]
        line = " · ".join(one for one in numbers if one)
        weight = "600" if count else "400"
        tone = colors.text if count else colors.text2
        return (
            f'<p style="margin-top:10px"><a href="{FOLD}{place}" style="text-decoration:none;'
            f'color:{tone};font-weight:{weight}">{"▾" if whole else "▸"} '
            f"{escape(f'{clause.number} {title}'.strip())}</a>"
            f'<span style="color:{colors.text3}"> &nbsp; {escape(line)}</span></p>'
        )

    def _row(self, entry: Entry) -> str:
        colors, words = self._colors, self._speaker.words
        quiet = entry.kind in (EntryKind.SAME, EntryKind.RENUMBERED)
        anchor, fill, mark = "", "", ""
        if not quiet:
            here = self.changes == self._current
            anchor = f'<a name="change{self.changes}"></a>'
            fill = f' bgcolor="{colors.match}"' if here else ""
            mark = "▶ " if here else ""
            self.changes += 1
        kind = "" if entry.kind is EntryKind.SAME else words(f"redline.kind.{entry.kind}")
        return (
            f'<tr><td width="72"{fill} style="color:{colors.text2}">{anchor}{mark}'
            f"{self._number(entry)}</td>"
            f'<td width="84"{fill} style="color:{colors.text2}">{escape(kind)}</td>'
            f"<td{fill}>{self._text(entry)}</td></tr>"
        )

    def _number(self, entry: Entry) -> str:
        """The number; the older one before it where it only follows."""
        number = self._difference.passage(entry).number
        if entry.old is None or entry.new is None or entry.kind is EntryKind.LEFT:
            return escape(number)
        was = self._difference.old.passages[entry.old].number
        return escape(number if was == number else f"{was} → {number}")

    def _text(self, entry: Entry) -> str:
        texts = entry.pieces or tuple(
            (Piece(_WHOLE.get(entry.kind, PieceKind.KEPT), text),)
            for text in self._difference.passage(entry).texts
        )
        bar = f'<span style="color:{self._colors.text3}"> ｜ </span>'
        return bar.join("".join(self._pieces(pieces)) for pieces in texts if pieces)

    def _pieces(self, pieces: tuple[Piece, ...]) -> Iterator[str]:
        ins = f"color:{self._colors.accent_text};text-decoration:underline"
        gone = f"color:{self._colors.bad};text-decoration:line-through"
        for piece in pieces:
            text = escape(piece.text).replace("\n", "<br>")
            if piece.kind is PieceKind.ADDED:
                yield f'<span style="{ins}">{text}</span>'
            elif piece.kind is PieceKind.REMOVED:
                yield f'<span style="{gone}">{text}</span>'
            elif piece.was:
                yield f"{escape(piece.was)} → {text}"
            else:
                yield text
