"""BillWords: what headings and charges of bills mean; data, not code."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from catalog.layout.headers import looks_like_number
from catalog.layout.words import JOINED, HeadingWords, LayoutWords
from pricing.bill_reading.months import is_month

if TYPE_CHECKING:
    from collections.abc import Collection

_REMARK = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_DROPPED = re.compile(r"[\s_\-*:·.、/|'\"]+")
_LABELLED = re.compile(r"\s*([^:=]{1,20}?)\s*[:=]\s*(.+?)\s*")
_STRUCTURE = frozenset(
    (
        *("number", "account", "holder", "year", "month", "component"),
        *("amount", "gross_amount", "total"),
    )
)
_MONEY = frozenset(("amount", "gross_amount", "total"))
_PART, _USAGE_OF, _IN_MONTH, _CONTAINED = "part", "usage of", "in month", "contained"


OF_NUMBER = "of number"
"""How the field of a column begins that is called by a number."""
BELOW_NUMBER = " below "
"""Stands between the field of a column and the number that stands above it."""
_NUMBER = re.compile(
    r"(?<![0-9.])(?!20[0-9]{2}[01][0-9](?:[0-3][0-9])?(?![0-9]))"
    r"(?:0[0-9]{2,3}-|[A-Z]{1,2})?[0-9]{7,12}(?![0-9.])"
)
"""A number of a telephone or an account; no day and no amount with decimals."""
_DOWNWARDS = frozenset(("month", "component"))
_OWNERS = frozenset(("number", "account"))
_FEW_NUMBERS = 2


class KindWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sort of spend.

    Attributes:
        zh: What people call it.
        en: The same in English.
        names: Charges of bills that are of this sort; ``zh`` and ``en`` always are.
        usage: Headings of columns that say how much of it was used.
        charge: Code of the usage charge in the catalogue; empty when there is none.
    """

    zh: str
    en: str
    names: tuple[str, ...] = ()
    usage: tuple[str, ...] = ()
    charge: str = ""


class BillLayoutWords(LayoutWords, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a person knows who reads bills, beside what one knows who reads price lists.

    Attributes:
        kind: Sorts of spend by code.
        fen: Remarks that say fen.
        jiao: Remarks that say tenths of a yuan.
        totals_within: Words that make a longer text in a row of figures a total.
        stated_totals: What stands before a colon and the total of the bill.
        contained: How charges begin that are part of another one of the bill.
        sections: Words before a colon that name the number, account, holder or month of the rows
            below, by what they name.
    """

    kind: dict[str, KindWords]
    fen: tuple[str, ...] = ()
    jiao: tuple[str, ...] = ()
    totals_within: tuple[str, ...] = ()
    stated_totals: tuple[str, ...] = ()
    contained: tuple[str, ...] = ()
    sections: dict[str, tuple[str, ...]]


class BillWords(HeadingWords):
    """The words, indexed for lookup; never changes.

    Attributes:
        bill_words: As read from the data file.
    """

    def __init__(self, words: BillLayoutWords) -> None:
        """Index the words; of two sorts with one name the first has it."""
        super().__init__(words)
        self.bill_words = words
        self._kinds: dict[str, str] = {}
        self._usages: dict[str, str] = {}
        for code, kind in words.kind.items():
            for name in (code, kind.zh, kind.en, *kind.names):
                self._kinds.setdefault(plain(name), code)
            for name in kind.usage:
                self._usages.setdefault(plain(name), code)
        self._amounts = {
            **{plain(one): "yuan" for one in words.yuan},
            **{plain(one): "jiao" for one in words.jiao},
            **{plain(one): "fen" for one in words.fen},
        }
        self._within = tuple(plain(one) for one in words.totals_within)
        self._stated = frozenset(map(plain, words.stated_totals))
        self._contained = tuple(sorted(map(_folded, words.contained), key=len, reverse=True))
        self._sections = {
            plain(label): field for field, labels in words.sections.items() for label in labels
        }
        self._grouping = frozenset(map(plain, words.groups))

    def field(self, heading: str) -> str:
        """What a heading is, a text of its own for each charge and month; nothing if unknown."""
        parts = heading_parts(heading)
        below = self._field_of(parts[-1])
        number = heading_number(parts[-1]) if not below else ""
        above = next((found for part in parts[:-1] if (found := heading_number(part))), "")
        month = next((part for part in parts[:-1] if is_month(part)), "")
        if month and below:
            below = f"{_IN_MONTH} {plain(month)} {below}"
        if number or (above and not below):
            return f"{OF_NUMBER} {number or above}"
        return f"{below}{BELOW_NUMBER}{above}" if above and below else below

    def _field_of(self, heading: str) -> str:
        if self.contained_in(heading):
            return f"{_CONTAINED} {plain(heading)}"
        bare, remarks = self.split(heading)
        known = all(self._known_remark(remark) for remark in remarks)
        if is_month(heading) or is_month(bare):
            return f"{_IN_MONTH} {plain(heading)}"
        found = self._fields.get(plain(heading)) or (self._fields.get(plain(bare)) if known else "")
        if found:
            return found
        if code := self._usages.get(plain(heading)) or self._usages.get(plain(bare)):
            return f"{_USAGE_OF} {code}"
        if known and (self.kind(bare) or self.kind(heading)):
            return f"{_PART} {plain(bare)}"
        return ""

    def heads(self, fields: Collection[str]) -> bool:
        """Whether these make a row of headings: a charge and a month stand in rows of bills too."""
        if _heads_numbers(fields):
            return True
        named = _STRUCTURE.intersection(fields)
        figures = any(one.startswith((_PART, _IN_MONTH, _CONTAINED, "usage")) for one in fields)
        priced = bool(_MONEY & named) and len(named) > 1
        # 客户名称, 某公司, 账期, 2026年8月 is a line of captions with their values.
        captions = "month" in named and any(one.startswith(_IN_MONTH) for one in fields)
        return bool(named) and (priced or (figures and not captions))

    def kind(self, name: str) -> str:
        """The code of the sort of spend that a charge belongs to; nothing if unknown."""
        return self._kinds.get(plain(name)) or self._kinds.get(plain(self.split(name)[0]), "")

    def usage_kind(self, heading: str) -> str:
        """The sort of spend that a column of usage belongs to; nothing if unknown."""
        bare, _ = self.split(heading)
        return self._usages.get(plain(heading)) or self._usages.get(plain(bare)) or ""

    def contained_in(self, name: str) -> str:
        """The charge told as part of another one (``其中:长途费``); nothing if it is not."""
        shown = unicodedata.normalize("NFKC", name).strip()
        start = next((s for s in self._contained if shown.casefold().startswith(s)), "")
        return shown[len(start) :].strip(" :") if start else ""

    def amount_unit(self, heading: str) -> str:
        """``yuan``, ``jiao`` or ``fen`` when a heading says so."""
        _, remarks = self.split(heading)
        return next((self._amounts[one] for one in map(plain, remarks) if one in self._amounts), "")

    def unit_of(self, text: str) -> str:
        """The unit that a word such as 分 means for amounts; nothing for others."""
        return self._amounts.get(plain(text), "")

    def section(self, text: str) -> tuple[str, str]:
        """What a line such as ``号码:65550101`` names, and the value; empty texts for others."""
        found = _LABELLED.fullmatch(unicodedata.normalize("NFKC", text))
        if found is None:
            return "", ""
        return self._sections.get(plain(found.group(1)), ""), found.group(2)

    def stated_total(self, text: str) -> str:
        """The amount behind the words of a total (``合计金额:752.00元``); nothing for others."""
        found = _LABELLED.fullmatch(unicodedata.normalize("NFKC", text))
        if found is None:
            return ""
        bare, _ = self.split(found.group(1))
        return found.group(2) if plain(bare) in self._stated else ""

    def adds_up(self, text: str) -> bool:
        """Whether a text in a row of figures calls it a total: 小计, or ``65550101 小计``."""
        shown = plain(text)
        return (
            self.is_total(text)
            or shown in self._stated
            or (bool(shown) and not self.kind(text) and shown.endswith(self._within))
        )

    @staticmethod
    def split(heading: str) -> tuple[str, list[str]]:
        """A heading without its remarks, and these."""
        shown = unicodedata.normalize("NFKC", heading)
        return _REMARK.sub("", shown).strip(), _REMARK.findall(shown)

    def _known_remark(self, remark: str) -> bool:
        shown = plain(remark)
        return shown in self._remarks or shown in self._amounts or shown in _USAGE_UNITS


_USAGE_UNITS = frozenset(
    (
        *("分钟", "秒", "小时", "次", "条", "个", "跳次", "m", "mb", "g", "gb", "k", "kb"),
        *("min", "minutes", "s", "sec", "seconds", "h", "hours"),
    )
)


def usage_unit(heading: str) -> str:
    """The unit of usage that a heading tells in brackets; nothing when it tells none."""
    _, remarks = BillWords.split(heading)
    return next((one for one in map(plain, remarks) if one in _USAGE_UNITS), "")


def _heads_numbers(fields: Collection[str]) -> bool:
    """Whether columns are called by numbers; a line of captions with values names more fields."""
    numbers = sum(one.startswith(OF_NUMBER) or BELOW_NUMBER in one for one in fields)
    named = {one for one in fields if one in _STRUCTURE} - _MONEY
    if named and named <= _DOWNWARDS:
        return numbers >= _FEW_NUMBERS
    return len(named) == 1 and named <= _OWNERS and numbers > _FEW_NUMBERS


def heading_number(heading: str) -> str:
    """The number of a telephone or an account in a heading; nothing when it holds none."""
    found = _NUMBER.search(unicodedata.normalize("NFKC", heading))
    return found.group() if found else ""


def heading_parts(heading: str) -> list[str]:
    """The headings of a column from the top; a month in front of one is one above it."""
    parts = heading.split(JOINED)
    first, _, rest = parts[0].partition(" ")
    return [first, rest, *parts[1:]] if rest.strip() and is_month(first) else parts


def is_figure(text: str) -> bool:
    """Whether a cell holds an amount, a credit in brackets included."""
    shown = unicodedata.normalize("NFKC", text).strip()
    return looks_like_number(shown.strip("()+").removesuffix("-").strip())


def plain(text: str) -> str:
    """Folded, and without spaces and marks."""
    return _DROPPED.sub("", _folded(text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
