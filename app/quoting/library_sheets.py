"""The sales library as tables of texts, and back; every cell has one reading or a reason."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from app.quoting.sales_library import DemoKit, Difference, KnownLimit, SalesLibrary, SuccessStory
from app.quoting.sheet_rows import WrongCell
from catalog.cell_text import CellFault, read_name
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.selling_points import Leaflet

YES, NO = "yes", "no"
_BETWEEN = re.compile(r"[、,，;；]+")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LONGEST = 2000
_MARK = 8
"""Digits of a file's hash that stand behind its name."""

Rows = tuple[tuple[str, ...], ...]


class LibrarySheet(StrEnum):
    """The lists of the library."""

    STORIES = "stories"
    DIFFERENCES = "differences"
    LIMITS = "limits"
    DEMOS = "demos"


COLUMNS: Mapping[LibrarySheet, tuple[str, ...]] = {
    LibrarySheet.STORIES: (
        *("title_zh", "industry", "customer_zh", "text_zh", "figures_zh", "permitted"),
        *("offerings", "title_en", "customer_en", "text_en", "figures_en"),
    ),
    LibrarySheet.DIFFERENCES: (
        *("claim_zh", "value_zh", "evidence_zh", "proof", "rivals"),
        *("claim_en", "value_en", "evidence_en"),
    ),
    LibrarySheet.LIMITS: ("offering", "limit_zh", "answer_zh", "limit_en", "answer_en"),
    LibrarySheet.DEMOS: ("offering", "things_zh", "link", "things_en"),
}
"""Columns from the left; a text in two languages has one for each."""

_TYPES: Mapping[LibrarySheet, type[msgspec.Struct]] = {
    LibrarySheet.STORIES: SuccessStory,
    LibrarySheet.DIFFERENCES: Difference,
    LibrarySheet.LIMITS: KnownLimit,
    LibrarySheet.DEMOS: DemoKit,
}
_REQUIRED: Mapping[LibrarySheet, tuple[str, ...]] = {
    LibrarySheet.STORIES: ("title_zh", "text_zh"),
    LibrarySheet.DIFFERENCES: ("claim_zh",),
    LibrarySheet.LIMITS: ("offering", "limit_zh", "answer_zh"),
    LibrarySheet.DEMOS: ("offering",),
}
_ONCE: Mapping[LibrarySheet, str] = {
    LibrarySheet.STORIES: "title_zh",
    LibrarySheet.DIFFERENCES: "claim_zh",
    LibrarySheet.DEMOS: "offering",
}


class Known(NamedTuple):
    """What cells may name.

    Attributes:
        sold: Codes of offerings and bundles, by code and name in small letters without gaps.
        industries: Codes of industries by code and text.
        files: Files by how a cell names them, see ``file_mark``.
    """

    sold: Mapping[str, str]
    industries: Mapping[str, str]
    files: Mapping[str, Leaflet]


def file_mark(file: Leaflet) -> str:
    """How a cell names a file: its name and the first digits of its hash."""
    return f"{file.name.zh or file.name.en} #{file.content[:_MARK]}"


def library_rows(library: SalesLibrary, sheet: LibrarySheet) -> Rows:
    """A list of the library as rows of texts; industries and yes or no by their words."""
    listed: Sequence[msgspec.Struct] = getattr(library, sheet)
    return tuple(tuple(_cell(one, column) for column in COLUMNS[sheet]) for one in listed)


def read_library_rows(
    library: SalesLibrary, sheet: LibrarySheet, rows: Sequence[Sequence[str]], known: Known
) -> tuple[SalesLibrary, tuple[WrongCell, ...]]:
    """The library with another list, and the cells without a reading; with any it is the old one.

    Args:
        library: Before.
        sheet: Which list.
        rows: Its rows; those without any text do not count.
        known: What cells may name.
    """
    found: list[dict[str, Any]] = []
    wrong: list[WrongCell] = []
    seen: set[str] = set()
    for place, row in enumerate(rows):
        cells = dict(zip(COLUMNS[sheet], [*map(str.strip, row), *[""] * 12], strict=False))
        if not any(text for column, text in cells.items() if column != "permitted"):
            continue
        found.append({})
        for column, text in cells.items():
            try:
                _look(sheet, column, text, seen)
                if text:
                    found[-1][column] = _read(column, text, known)
            except CellFault as fault:
                wrong.append(WrongCell(place, column, fault.code, dict(fault.parameters)))
    if wrong:
        return library, tuple(wrong)
    listed = tuple(_TYPES[sheet](**_joined(one)) for one in found)
    change: dict[str, Any] = {sheet: listed}
    return msgspec.structs.replace(library, **change), ()


def _look(sheet: LibrarySheet, column: str, text: str, seen: set[str]) -> None:
    """Refuse what is missing or there twice."""
    if not text and column in _REQUIRED[sheet]:
        raise CellFault("customer.cell_missing")
    if text and column == _ONCE.get(sheet):
        if text in seen:
            raise CellFault("library.twice", value=text)
        seen.add(text)


def _joined(cells: dict[str, Any]) -> dict[str, Any]:
    """Cells as fields: the two languages of a text are one."""
    fields: dict[str, Any] = {}
    for column, value in cells.items():
        name, _, language = column.rpartition("_")
        if language in ("zh", "en"):
            text = fields.get(name, LocalText())
            fields[name] = msgspec.structs.replace(text, **{language: value})
        else:
            fields[column] = value
    return fields


def _cell(one: msgspec.Struct, column: str) -> str:
    name, _, language = column.rpartition("_")
    if language in ("zh", "en"):
        return str(getattr(getattr(one, name), language))
    value = getattr(one, column)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return "、".join(value)
    if column == "proof":
        return file_mark(value) if value is not None else ""
    return str(value)


def _read(column: str, text: str, known: Known) -> object:
    if column in ("offerings", "rivals"):
        return tuple(dict.fromkeys(_parts(column, text, known)))
    if column == "permitted":
        return text == YES
    if column == "link" and not _LINK.fullmatch(text):
        raise CellFault("library.no_link", value=text)
    named: Mapping[str, tuple[Mapping[str, object], str]] = {
        "industry": (known.industries, "library.industry_unknown"),
        "proof": (known.files, "library.proof_unknown"),
    }
    if column in named:
        values, unknown = named[column]
        if text not in values:
            raise CellFault(unknown, value=text)
        return values[text]
    return _code(text, known) if column == "offering" else read_name(text, _LONGEST)


def _parts(column: str, text: str, known: Known) -> Iterator[str]:
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        yield _code(part, known) if column == "offerings" else read_name(part, _LONGEST)


def _code(text: str, known: Known) -> str:
    found = known.sold.get("".join(text.casefold().split()), "")
    if not found:
        raise CellFault("library.code_unknown", value=text)
    return found
