"""The text of a contract as it is compared: passages in reading order, nothing of how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from catalog.local_text import Language

_TO, _END = "\ue0f2", "\ue0f3"  # private use: no keyboard types them


class Reference(msgspec.Struct, frozen=True):
    """A number in a text that names another clause, and follows it when clauses come and go.

    Attributes:
        text: In which text of the passage.
        start: Where it begins in that text.
        end: Behind its last character.
        to: What it leads to, such as ``REF article_term``; the same before and after.
    """

    text: int
    start: int
    end: int
    to: str


class Passage(msgspec.Struct, frozen=True):
    """A paragraph outside tables, or one row of a table.

    Attributes:
        texts: One text for a paragraph, those of all paragraphs of all cells for a row.
        cells: How many of the texts each cell holds; empty for a paragraph.
        number: As the numbering shows it, such as ``第五条`` or ``5.1``; empty without one.
        heading: Begins a clause.
        references: Numbers of other clauses in the texts, from left to right.
    """

    texts: tuple[str, ...]
    cells: tuple[int, ...] = ()
    number: str = ""
    heading: bool = False
    references: tuple[Reference, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.cells)

    @property
    def plain(self) -> str:
        """Everything it says, with bars between the paragraphs of a row."""
        return " | ".join(self.texts)

    @property
    def blank(self) -> bool:
        """Whether it says nothing."""
        return not any(text.strip() for text in self.texts)

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for passages that say the same, whatever numbers their clauses have by now."""
        return (self.cells, *(self._keyed(place) for place in range(len(self.texts))))

    def _keyed(self, place: int) -> str:
        text, at, parts = self.texts[place], 0, []
        for one in self.references:
            if one.text == place:
                parts += [text[at : one.start], _TO, one.to, _END]
                at = one.end
        return "".join([*parts, text[at:]])


class ContractText(msgspec.Struct, frozen=True):
    """A whole contract.

    Attributes:
        passages: In reading order.
        beside: What stands beside the text: headers, footers, footnotes.
    """

    passages: tuple[Passage, ...]
    beside: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        """The language that most of it is in; English contracts hold Chinese capital figures."""
        letters = ideographs = 0
        for passage in self.passages:
            for one in passage.plain:
                letters += one.isascii() and one.isalpha()
                ideographs += "\u4e00" <= one <= "\u9fff"
        return "en" if letters > 2 * ideographs else "zh"
