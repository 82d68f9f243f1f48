"""Tables of many customers: which list a sheet of a file is, by its headings, and its rows."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer_profile import ProfileField
from app.quoting.customer_sheets import COLUMNS, SheetName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CUSTOMERS = "customers"
"""The table with a row for each customer; every other one is a list."""
OWNER = "customer"
"""Column of a list that says whose the row is: the identifier or the full name."""
ID = "id"
MARK = "mark"
"""Column of an export that tells what becomes of a line; it is looked at, never read."""
MARKED = frozenset((SheetName.ACCOUNTS, SheetName.INSTALLED))
"""The lists that have it."""
_HEAD_WITHIN = 10
_TEXTS = 3
"""So many texts in a row are headings, as far as anybody can tell."""
_REMARK = re.compile(r"[(（\[][^()（）\]]*[)）\]]\s*$")


class CustomerLayout(msgspec.Struct, frozen=True):
    """What the columns of a table mean.

    Attributes:
        kind: ``customers`` or a list.
        head: Position of the row of headings.
        labels: Headings, a column each.
        fields: What each column means; empty where it is not read.
        segment: Segment of new customers of whom the table says none.
        chosen: The table is read.
        confirmed: A person has confirmed this layout before.
    """

    kind: str
    head: int
    labels: tuple[str, ...]
    fields: tuple[str, ...]
    segment: str = ""
    chosen: bool = False
    confirmed: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """Columns that must be there and are not."""
        return tuple(field for field in required_of(self.kind) if field not in self.fields)

    @property
    def aside(self) -> tuple[str, ...]:
        """Headings of columns that are not read."""
        pairs = zip(self.labels, self.fields, strict=True)
        return tuple(label for label, field in pairs if label and not field)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Of two readings of one sheet the higher one is likelier."""
        named = sum(map(bool, self.fields))
        texts = sum(bool(label) and not label.isdecimal() for label in self.labels)
        return not self.missing, named, 0 if named else min(texts, _TEXTS)


class CustomerMapping(msgspec.Struct, frozen=True):
    """A confirmed layout, by headings; its fields mean those of ``CustomerLayout``."""

    kind: str
    columns: dict[str, str]
    segment: str = ""
    chosen: bool = True

    def layout(self, head: int, labels: tuple[str, ...]) -> CustomerLayout:
        """The layout of a table with these headings."""
        known = {*fields_of(self.kind), *_marks(self.kind)}
        fields = tuple(self.columns.get(_plain(label), "") for label in labels)
        read = tuple(field if field in known else "" for field in fields)
        return CustomerLayout(
            self.kind, head, labels, read, self.segment, self.chosen, confirmed=True
        )


def fields_of(kind: str) -> tuple[str, ...]:
    """The columns of a table, as files are written."""
    if kind == CUSTOMERS:
        return (ID, *ProfileField)
    return (OWNER, *(column.name for column in COLUMNS[SheetName(kind)]))


def _marks(kind: str) -> tuple[str, ...]:
    return (MARK,) if kind in MARKED else ()


def title_key(kind: str, field: str) -> str:
    """Key of the heading of a column: ``customer_field.`` and this."""
    return field if kind == CUSTOMERS or field in {OWNER, MARK} else f"{kind}_{field}"


def required_of(kind: str) -> tuple[str, ...]:
    """Columns without which a table cannot be read."""
    if kind == CUSTOMERS:
        return (ProfileField.NAME,)
    return (OWNER, *(column.name for column in COLUMNS[SheetName(kind)] if column.required))


def find_layout(
    rows: Sequence[Sequence[str]],
    titles: Mapping[str, Iterable[str]],
    remembered: Mapping[str, CustomerMapping],
) -> CustomerLayout | None:
    """What the columns of a sheet mean; ``None`` where no row can be one of headings.

    A layout that was confirmed before is taken as it was confirmed. Otherwise the list of whose
    columns most are named is proposed; where none is, a person has to say what columns are.

    Args:
        rows: Cells of each row from the top.
        titles: Headings of each column in every language, by ``title_key``.
        remembered: Confirmed mappings, by ``fingerprint``.
    """
    best: CustomerLayout | None = None
    for position, row in enumerate(rows[:_HEAD_WITHIN]):
        labels = tuple(cell.strip() for cell in row)
        known = remembered.get(fingerprint(labels))
        if known is not None:
            return known.layout(position, labels)
        for kind in (CUSTOMERS, *SheetName):
            found = _matched(kind, position, labels, titles)
            if best is None or found.rank > best.rank:
                best = found
    return best if best is not None and len([x for x in best.labels if x]) > 1 else None


def fingerprint(labels: Iterable[str]) -> str:
    """Names a layout by its headings, whatever their order."""
    return "|".join(sorted(filter(None, map(_plain, labels))))


def mapping_of(layout: CustomerLayout) -> CustomerMapping:
    """What a person confirmed, by headings."""
    pairs = zip(layout.labels, layout.fields, strict=True)
    columns = {_plain(label): field for label, field in pairs if label}
    return CustomerMapping(layout.kind, columns, layout.segment, layout.chosen)


def _matched(
    kind: str, position: int, labels: tuple[str, ...], titles: Mapping[str, Iterable[str]]
) -> CustomerLayout:
    named = {
        _plain(text): field
        for field in reversed((*fields_of(kind), *_marks(kind)))
        for text in (*titles.get(title_key(kind, field), ()), field)
    }
    fields: list[str] = []
    for label in labels:
        field = named.get(_plain(label), "") or named.get(_plain(_REMARK.sub("", label)), "")
        fields.append("" if field in fields else field)
    layout = CustomerLayout(kind, position, labels, tuple(fields))
    return msgspec.structs.replace(layout, chosen=not layout.missing)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split())
