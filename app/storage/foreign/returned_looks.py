"""How a sheet of a returned workbook looks: what hides, what may be typed, how figures are shown.

A figure can be made to mislead without touching it: a hidden row, a number format that shows
something else, white letters on white, a rule taken off a cell. Only what can do so is read.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, NamedTuple
from xml.parsers import expat

import msgspec

from app.storage.foreign.xlsx_package import main_part, related_parts, start_tags

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"} | {
    14: "date",
    49: "@",
}
_DECORATION = re.compile(r'\[\$[^\]]*\]|[\\"\s]|_.|\*.')
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_MOST_PLACES = 20_000
_NEAR = 40
"""Steps of 255 by which each colour of letters must differ from their ground to be seen."""
_WHITE, _BLACK = "FFFFFF", "000000"


class SheetLooks(msgspec.Struct, frozen=True):
    """What of a sheet's looks can mislead.

    Attributes:
        state: ``visible``, ``hidden`` or ``veryHidden``.
        locked: What is not to be filled in is protected.
        hidden_rows: Numbers.
        hidden_columns: Numbers from 1.
        formats: Number format of each cell that has a value, by place.
        unseen: Cells whose letters have the colour of their ground.
        rules: What may be typed, by place.
    """

    state: str = "visible"
    locked: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    formats: dict[str, str] = {}
    unseen: tuple[str, ...] = ()
    rules: dict[str, str] = {}


class _Style(NamedTuple):
    code: str
    unseen: bool


def read_looks(archive: zipfile.ZipFile) -> dict[str, SheetLooks]:
    """The looks of each sheet by its name.

    Raises:
        DamagedWorkbook: A part is missing.
        expat.ExpatError: A part is not well-formed.
    """
    main, targets = main_part(archive)
    styles = related_parts(archive, main).get("styles")
    known = tuple(_styles(archive, styles[0])) if styles else ()
    found: dict[str, SheetLooks] = {}
    for tag, attributes in start_tags(archive, main):
        if tag != "sheet":
            continue
        relation = next((v for name, v in attributes.items() if name.endswith(":id")), "")
        kind, part = targets.get(relation, ("", ""))
        if kind == "worksheet" and part in archive.NameToInfo:
            with archive.open(part) as stream:
                looks = _read(stream, known)
            state = attributes.get("state", "visible")
            name = attributes.get("name", "")
            found[name] = msgspec.structs.replace(looks, state=state)
    return found


def _read(stream: IO[bytes], styles: tuple[_Style, ...]) -> SheetLooks:
    reader = _LooksReader(styles)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.ParseFile(stream)
    return SheetLooks(
        "visible",
        reader.locked,
        tuple(reader.rows),
        tuple(sorted(reader.columns)),
        reader.formats,
        tuple(reader.unseen),
        reader.rules,
    )


class _LooksReader:
    """State of the pass over a sheet."""

    def __init__(self, styles: tuple[_Style, ...]) -> None:
        self.locked = False
        self.rows: list[int] = []
        self.columns: set[int] = set()
        self.formats: dict[str, str] = {}
        self.unseen: list[str] = []
        self.rules: dict[str, str] = {}
        self._styles = styles
        self._cell: tuple[str, str] = ("", "")
        self._rule: dict[str, str] = {}
        self._into = ""
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        match name:
            case "sheetProtection":
                self.locked = attributes.get("sheet") in ("1", "true")
            case "col" if _is_hidden(attributes, "width"):
                first, last = int(attributes["min"]), int(attributes["max"])
                self.columns.update(range(first, min(last, first + 999) + 1))
            case "row" if _is_hidden(attributes, "ht"):
                self.rows.append(int(attributes.get("r", "0")))
            case "c":
                self._cell = (attributes.get("r", ""), attributes.get("s", "0"))
            case "v" | "is":
                self._filled()
            case "dataValidation":
                self._rule, self._texts = attributes, {}
            case "formula1" | "formula2":
                self._into = name
            case _:
                pass

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in ("formula1", "formula2"):
            self._into = ""
        elif name == "dataValidation":
            kind, operator = self._rule.get("type", "none"), self._rule.get("operator", "between")
            first, second = (self._texts.get(f"formula{n}", "") for n in (1, 2))
            operator = operator if kind != "list" else ""
            second = second if operator in ("between", "notBetween") else ""
            told = " ".join(part for part in (kind, operator, first, second) if part)
            for place in _places(self._rule.get("sqref", "")):
                self.rules[place] = told

    def characters(self, text: str) -> None:
        if self._into:
            self._texts[self._into] = self._texts.get(self._into, "") + text.strip()

    def _filled(self) -> None:
        place, index = self._cell
        style = self._styles[int(index)] if int(index) < len(self._styles) else _Style("", False)
        self.formats[place] = style.code
        if style.unseen:
            self.unseen.append(place)


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


def _places(spans: str) -> Iterator[str]:
    count = 0
    for span in spans.split():
        found = _RANGE.fullmatch(span)
        if found is None:
            continue
        first, last = _number(found[1]), _number(found[3] or found[1])
        for row in range(int(found[2]), int(found[4] or found[2]) + 1):
            for column in range(first, last + 1):
                count += 1
                if count > _MOST_PLACES:
                    return
                yield f"{_letters(column)}{row}"


def _number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def _letters(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _styles(archive: zipfile.ZipFile, part: str) -> Iterator[_Style]:
    """Number format and visibility by style index."""
    own: dict[str, str] = {}
    fonts: list[str] = []
    fills: list[str] = []
    inside = ""
    for tag, attributes in start_tags(archive, part):
        match tag:
            case "fonts" | "fills" | "borders" | "cellXfs" | "cellStyleXfs" | "cellStyles" | "dxfs":
                inside = tag
            case "numFmt" if inside != "dxfs":
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "font" if inside == "fonts":
                fonts.append(_BLACK)
            case "fill" if inside == "fills":
                fills.append(_WHITE)
            case "color" if inside == "fonts" and fonts:
                fonts[-1] = _colour(attributes, _BLACK)
            case "fgColor" if inside == "fills" and fills:
                fills[-1] = _colour(attributes, _WHITE)
            case "xf" if inside == "cellXfs":
                identifier = attributes.get("numFmtId", "0")
                code = own.get(identifier) or _BUILT_IN.get(
                    int(identifier) if identifier.isdecimal() else 0, identifier
                )
                font = _at(fonts, attributes.get("fontId", "0"), _BLACK)
                fill = _at(fills, attributes.get("fillId", "0"), _WHITE)
                yield _Style(
                    _DECORATION.sub("", code).upper().rstrip(";"), _is_unseen(code, font, fill)
                )
            case _:
                pass


def _colour(attributes: dict[str, str], usual: str) -> str:
    """Six digits; of a theme only its white and its black are known."""
    if "rgb" in attributes:
        return attributes["rgb"][-6:].upper()
    themed = {"0": _WHITE, "1": _BLACK} if not attributes.get("tint") else {}
    return themed.get(attributes.get("theme", ""), usual)


def _at(found: list[str], index: str, usual: str) -> str:
    return found[int(index)] if index.isdecimal() and int(index) < len(found) else usual


def _is_unseen(code: str, font: str, fill: str) -> bool:
    """Letters like their ground, or a format that shows nothing."""
    if not any(code.split(";")) and ";" in code:
        return True
    try:
        pairs = [(int(font[n : n + 2], 16), int(fill[n : n + 2], 16)) for n in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(one - other) < _NEAR for one, other in pairs)
