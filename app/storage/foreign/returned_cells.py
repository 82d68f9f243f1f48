"""Read the cells of a sheet with their formulas, as the file stores them."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

import msgspec

from app.storage.foreign.findings import finding
from app.storage.foreign.xlsx_package import DamagedWorkbook, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage.foreign.limits import Limits

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_TEXT_KINDS = frozenset({"s", "str", "inlineStr", "e", "d"})
_MOST_CELLS = 200_000


class StoredCell(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A cell as it is stored.

    Attributes:
        value: Text, or a number as written; the result where there is a formula.
        formula: Without its equals sign; empty where there is none.
        number: The value is a number.
    """

    value: str
    formula: str = ""
    number: bool = False


def read_cells(stream: IO[bytes], texts: Sequence[str], limits: Limits) -> dict[str, StoredCell]:
    """The cells of a sheet by place; those without value and formula are left out.

    Args:
        stream: The sheet's part, unpacked, which has passed the gate.
        texts: The shared texts of the workbook.
        limits: Bounds for rows, columns and characters.

    Raises:
        DamagedWorkbook: A cell contradicts the workbook or lies beyond the limits.
        expat.ExpatError: The part is not well-formed.
    """
    reader = _CellsReader(texts, limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.ParseFile(stream)
    return reader.cells


class _CellsReader:
    """State of the pass: the cell being read."""

    def __init__(self, texts: Sequence[str], limits: Limits) -> None:
        self.cells: dict[str, StoredCell] = {}
        self._texts = texts
        self._limits = limits
        self._place, self._kind = "", "n"
        self._value: list[str] = []
        self._formula: list[str] = []
        self._into: list[str] | None = None
        self._reading = False
        self._shared: dict[str, tuple[str, str]] = {}
        self._share, self._ranged = "", ""
        self._names: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take up a start tag."""
        name = self._names.get(tag) or self._names.setdefault(tag, tag.rpartition(":")[2])
        if name == "c":
            self._place = attributes.get("r", "")
            self._kind = attributes.get("t", "n")
            self._value, self._formula, self._share, self._ranged = [], [], "", ""
        elif name == "f":
            self._into = self._formula
            if attributes.get("t") == "shared":
                self._share = attributes.get("si", "0")
            elif "t" in attributes:
                self._ranged = f"{attributes['t']}:"
        elif name == "rPh":
            self._reading = True
        elif name == "v" or (name == "t" and not self._reading):
            self._into = self._value

    def end(self, tag: str) -> None:
        """Take up an end tag."""
        name = self._names[tag]
        if name in {"f", "v", "t"}:
            self._into = None
        elif name == "rPh":
            self._reading = False
        elif name == "c":
            self._keep()

    def characters(self, text: str) -> None:
        """Take up text."""
        if self._into is not None:
            self._into.append(text)

    def _keep(self) -> None:
        value, formula = "".join(self._value), "".join(self._formula)
        if self._share:
            formula = self._of_share(formula)
        if self._kind == "s":
            value = self._shared_text(value)
        elif self._kind in _TEXT_KINDS:
            value = plain_text(value)
        if not (value or formula):
            return
        place = _PLACE.fullmatch(self._place)
        most = len(self.cells) >= _MOST_CELLS or len(value) > self._limits.cell
        if place is None or most or int(place[2]) > self._limits.rows:
            raise DamagedWorkbook(finding("file.damaged"))
        number = self._kind not in _TEXT_KINDS and bool(value)
        self.cells[self._place] = StoredCell(value, self._ranged + formula, number)

    def _of_share(self, formula: str) -> str:
        """A formula that is written once for many cells, as it is for this one."""
        if formula:
            self._shared[self._share] = (formula, self._place)
            return formula
        from openpyxl.formula.translate import Translator, TranslatorError

        known = self._shared.get(self._share)
        if known is None or not _PLACE.fullmatch(self._place):
            raise DamagedWorkbook(finding("file.damaged"))
        try:
            translated = Translator(f"={known[0]}", known[1]).translate_formula(self._place)
        except (TranslatorError, ValueError) as fault:
            raise DamagedWorkbook(finding("file.damaged")) from fault
        return str(translated).removeprefix("=")

    def _shared_text(self, raw: str) -> str:
        # A negative index must not count from the end, and int() accepts too much.
        if raw.isascii() and raw.isdecimal() and int(raw) < len(self._texts):
            return self._texts[int(raw)]
        raise DamagedWorkbook(finding("file.damaged"))
