"""HeadingWords: which headings and which words of cells mean what; data, not code.

A heading means a field only when the whole of it is known: ``单价(元)`` is a price in yuan,
``单价(万元)`` and ``单价(不含税)`` are not, and are left for a person to decide.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_REMARK = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
JOINED = " / "
"""Between a heading and the one below it."""
_PRICES = ("list_price_cny", "cost_cny")
FIGURES = frozenset((*_PRICES, "vat_rate"))
"""Fields whose figures a heading above could turn into others."""
_DROPPED = re.compile(r"[\s_\-*:·.、/|'\"]+")


class FieldWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a price list.

    Attributes:
        zh: What people call it.
        en: The same in English.
        headings: Other headings that mean it; ``zh``, ``en`` and its own name always do.
        values: Words of cells that mean one of its values, by value.
    """

    zh: str
    en: str
    headings: tuple[str, ...] = ()
    values: dict[str, tuple[str, ...]] = {}


class LayoutWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person knows who reads price lists.

    Attributes:
        field: Fields by name, in the order in which they are shown.
        groups: Headings above several others that change nothing, also above a price.
        remarks: Remarks in a heading, or behind 单位:, that change nothing, such as 含税.
        yuan: Remarks that say yuan.
        percent: Remarks that say percent.
        totals: What the first cell of a row of totals says.
        notes: How a note below or between the rows begins.
        table_units: How a line above a table begins that tells the unit of its amounts.
        foreign_units: What it may say there that makes the amounts others than they look.
        charge_part: Last part of a charge code by type of charge, where a list has none.
    """

    field: dict[str, FieldWords]
    groups: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    yuan: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    table_units: tuple[str, ...] = ()
    foreign_units: tuple[str, ...] = ()
    charge_part: dict[str, str] = {}


class Meaning(NamedTuple):
    """What a heading means: a field, and ``%`` or ``元`` when it tells the unit."""

    field: str
    unit: str = ""


class HeadingWords:
    """The words, indexed for lookup; never changes.

    Attributes:
        words: As read from the data file.
    """

    def __init__(self, words: LayoutWords) -> None:
        """Index the words; of two fields with one heading the first has it."""
        self.words = words
        self._fields: dict[str, str] = {}
        self._values: dict[str, dict[str, str]] = {}
        for name, field in words.field.items():
            for heading in (name, field.zh, field.en, *field.headings):
                self._fields.setdefault(_plain(heading), name)
            self._values[name] = {
                _plain(word): value for value, known in field.values.items() for word in known
            } | {_plain(value): value for value in field.values}
        self._remarks = _plains((*words.remarks, *words.yuan, *words.percent))
        self._yuan, self._percent = _plains(words.yuan), _plains(words.percent)
        self._groups = _plains(words.groups)
        self._totals = _plains(words.totals)
        self._notes = tuple(map(_folded, words.notes))
        self._table_units = tuple(map(_folded, words.table_units))
        self._foreign_units = _plains(words.foreign_units)

    def meaning(self, heading: str) -> Meaning | None:
        """What a heading means; ``None`` when any part of it is unknown.

        Of a heading below another the whole is asked first, then the last part as a remark (价格
        above 含税), then the last part alone.
        """
        group, _, last = heading.rpartition(JOINED)
        found = self._meaning_of(heading)
        if found is None and group:
            found = self._meaning_of(f"{group}({last})")
            below = self._meaning_of(last)
            if found is None and below and below.field in _PRICES:
                found = self._for_period(group, below)
            if found is None and below and self._changes_nothing(group, below.field):
                found = below
        return found

    def field(self, heading: str) -> str:
        """The field that a heading means, or nothing."""
        found = self.meaning(heading)
        return found.field if found else ""

    def _changes_nothing(self, group: str, field: str) -> bool:
        """Whether a heading above may be any: above a figure it may not, such as 渠道价."""
        return field.partition(".")[0] not in FIGURES or all(
            _plain(part) in self._groups or self.field(part) == field
            for part in group.split(JOINED)
        )

    def _for_period(self, group: str, below: Meaning) -> Meaning | None:
        """A price or a cost below a heading that is a price for a period, 月租 above 成本."""
        above = self._meaning_of(group)
        _, _, period = above.field.partition(".") if above else ("", "", "")
        return Meaning(f"{below.field}.{period}", below.unit) if period else None

    def heads(self, fields: Collection[str]) -> bool:
        """Whether a row that names these fields can be one of headings."""
        return bool(fields)

    def part_meaning(self, heading: str, field: str) -> str:
        """The part of a heading that means a field, without remarks; empty if none does."""
        for part in heading.split(JOINED):
            found = self._meaning_of(part)
            if found is not None and found.field == field:
                return _REMARK.sub("", part).strip()
        return ""

    def _meaning_of(self, heading: str) -> Meaning | None:
        text = _folded(heading)
        remarks = [_plain(remark) for remark in _REMARK.findall(text)]
        bare = _plain(_REMARK.sub("", text))
        field = self._fields.get(bare) or self._fields.get(_plain(text))
        if field is None or not all(self._harmless(remark) for remark in remarks):
            return None
        if any(remark in self._percent for remark in remarks):
            return Meaning(field, "%")
        return Meaning(field, "元" if any(remark in self._yuan for remark in remarks) else "")

    def value(self, field: str, text: str) -> str:
        """The value that the words of a cell mean, or the words themselves."""
        known = self._values.get(field)
        return known.get(_plain(text), text) if known else text

    def has_values(self, field: str) -> bool:
        """Whether the cells of a field are words of a list."""
        return bool(self._values.get(field))

    def knows_value(self, field: str, text: str) -> bool:
        """Whether the words of a cell mean one of the values of a field."""
        return _plain(text) in self._values.get(field, {})

    def is_total(self, text: str) -> bool:
        """Whether the first cell of a row says that the row adds up others."""
        return _plain(text) in self._totals

    def is_note(self, text: str) -> bool:
        """Whether a cell begins as notes do."""
        return _folded(text).startswith(self._notes) if self._notes else False

    def foreign_unit(self, text: str) -> str:
        """The unit other than the yuan that a line above a table says its amounts have."""
        shown = _folded(text).strip("()[]【】 ")
        for start in self._table_units:
            if shown.startswith(start):
                unit = shown.removeprefix(start).strip(" :")
                return unit if _plain(unit) in self._foreign_units else ""
        return ""

    def _harmless(self, remark: str) -> bool:
        return not remark or remark in self._remarks


def _folded(text: str) -> str:
    """Without the difference between full and half width, small and capital letters."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _plain(text: str) -> str:
    """Folded, and without spaces and marks."""
    return _DROPPED.sub("", _folded(text))


def _plains(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_plain, texts))
