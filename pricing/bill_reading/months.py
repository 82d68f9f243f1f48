"""Months as bills write them: in a cell, in a heading, in a title or the name of a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from catalog.period import Month

_MONTHS_OF_YEAR = 12
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "|".join(_ENGLISH)
_CHINESE = {
    word: number
    for number, word in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1
    )
} | {"元": 1}
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CHINESE_YEAR = re.compile("[〇零一二三四五六七八九]{4}年")
_CHINESE_MONTH = re.compile("(十一|十二|[一二三四五六七八九十元])月")
_END = r"(?:\s*(?:月份?|月账单|月账期|账期|期))?"
_DAY = r"(20[0-9]{2})\s*[-/.年]\s*([01]?[0-9])\s*[-/.月]\s*[0-3]?[0-9]日?(?:[ T][0-9:.]+)?"
_WHOLE = (
    re.compile(rf"(?P<y>20[0-9]{{2}})\s*[-/年]\s*(?P<m>[01]?[0-9]){_END}"),
    re.compile(rf"(?P<y>20[0-9]{{2}})\.(?P<m>[01][0-9]){_END}"),
    re.compile(rf"(?P<y>20[0-9]{{2}})(?P<m>[01][0-9]){_END}"),
    re.compile(r"(?P<y>20[0-9]{2})(?P<m>[01][0-9])[0-3][0-9]"),
    re.compile(rf"(?P<e>{_NAMES})[a-z]*\.?[\s\-/,']*(?P<y>(?:20)?[0-9]{{2}})"),
    re.compile(rf"(?P<y>20[0-9]{{2}})[\s\-/]*(?P<e>{_NAMES})[a-z]*\.?"),
    re.compile(r"(?P<m>[01]?[0-9])\s*[/-]\s*(?P<y>20[0-9]{2})"),
    re.compile(rf"(?P<y>[0-9]{{2}})年\s*(?P<m>[01]?[0-9])月{_END}"),
)
_SPAN = re.compile(rf"{_DAY}\s*(?:-|~|至|到|—|–)\s*{_DAY}")
_CLOSE_SPAN = re.compile(
    r"(20[0-9]{2}[01][0-9])[0-3][0-9]\s*(?:-|~|至|到|—|–)\s*(20[0-9]{2}[01][0-9])[0-3][0-9]"
)
_ONE_DAY = re.compile(_DAY)
_NO_YEAR = (
    re.compile(rf"(?P<m>[01]?[0-9])\s*月{_END}(?:份)?"),
    re.compile(rf"(?P<e>{_NAMES})[a-z]*\.?"),
)
_AMBIGUOUS = re.compile(r"20[0-9]{2}\.1")
_IN_TEXT = (
    re.compile(r"(?<![0-9])(20[0-9]{2})\s*[-/._年]\s*([01]?[0-9])(?:\s*月)?(?![0-9])"),
    re.compile(r"(?<![0-9])(20[0-9]{2})([01][0-9])(?![0-9])"),
    re.compile(r"(?<![0-9])([0-9]{2})年\s*([01]?[0-9])\s*月"),
)
_ENGLISH_IN_TEXT = re.compile(
    rf"(?<![a-z])({_NAMES})[a-z]*\.?[\s\-_/,']*(20[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
)
_MONTH_IN_TEXT = re.compile(r"(?<![0-9年\-/._])([01]?[0-9])\s*月")
_YEAR_IN_TEXT = re.compile(r"(?<![0-9])(20[0-9]{2})(?:\s*年|(?![0-9]))")
_SHOWN = 40


def read_month(text: str, year: str = "") -> Month:
    """The month that a whole cell names.

    Args:
        text: Such as ``2026-08``, ``202608``, ``2026年8月``, ``Aug-26``, a day, or a span of days
            within one month.
        year: Four digits for a month without one, such as ``8月``; nothing when none is known.

    Raises:
        CellFault: ``bill.month_wrong``, ``bill.month_without_year``, or ``bill.month_ambiguous``
            (``2026.1`` may have lost the nought of October).
    """
    shown = _plain(text)
    if _AMBIGUOUS.fullmatch(shown):
        raise CellFault("bill.month_ambiguous", value=text.strip()[:_SHOWN])
    for form in _WHOLE:
        if found := form.fullmatch(shown):
            parts = found.groupdict()
            return _month(parts["y"], parts.get("m") or "", parts.get("e") or "", text)
    if span := _span(shown):
        return _month(span[0], span[1], "", text)
    if found := _ONE_DAY.fullmatch(shown):
        return _month(found.group(1), found.group(2), "", text)
    for form in _NO_YEAR:
        if found := form.fullmatch(shown):
            if not year:
                raise CellFault("bill.month_without_year", value=text.strip()[:_SHOWN])
            parts = found.groupdict()
            return _month(year, parts.get("m") or "", parts.get("e") or "", text)
    raise CellFault("bill.month_wrong", value=text.strip()[:_SHOWN])


def is_month(text: str) -> bool:
    """Whether a whole text names a month, with or without its year."""
    if not text or len(text) > _SHOWN:
        return False
    try:
        read_month(text, "2000")
    except CellFault:
        return False
    return True


def month_in(text: str, year: str = "") -> Month:
    """The one month that a title, the name of a sheet or of a file tells.

    Nothing when it tells none, or several: a span of months is no month, and neither is a day, on
    which a bill may have been printed; a span of days within one month is.
    """
    shown = _ONE_DAY.sub(" ", _SPAN.sub(_month_of_span, _plain(text)))
    found: set[Month] = set()
    for form in _IN_TEXT:
        for match in form.finditer(shown):
            found.update(_known(match.group(1), match.group(2)))
    for match in _ENGLISH_IN_TEXT.finditer(shown):
        found.update(_known(match.group(2), str(_ENGLISH.index(match.group(1)) + 1)))
    bare = {int(match.group(1)) for match in _MONTH_IN_TEXT.finditer(shown)}
    if not found and year and len(bare) == 1:
        return next(iter(_known(year, str(bare.pop()))), "")
    others = bare - {int(month[5:]) for month in found}
    return next(iter(found)) if len(found) == 1 and not others else ""


def year_in(text: str) -> str:
    """The one year that a text tells, as four digits; nothing when none or several."""
    shown = _plain(text)
    years = {match.group(1) for match in _YEAR_IN_TEXT.finditer(shown)}
    years |= {month[:4] for month in (month_in(text),) if month}
    return next(iter(years)) if len(years) == 1 else ""


def _span(shown: str) -> tuple[str, str] | None:
    """Year and month of a span of days within one month."""
    if found := _SPAN.fullmatch(shown):
        first, second = found.group(1, 2), found.group(3, 4)
        same = (first[0], int(first[1])) == (second[0], int(second[1]))
        return (first[0], first[1]) if same else None
    if (found := _CLOSE_SPAN.fullmatch(shown)) and found.group(1) == found.group(2):
        return found.group(1)[:4], found.group(1)[4:]
    return None


def _month_of_span(found: re.Match[str]) -> str:
    first, second = found.group(1, 2), found.group(3, 4)
    return f" {first[0]}-{first[1]} " if first == second else found.group()


def _known(year: str, month: str) -> tuple[Month, ...]:
    full = f"20{year[-2:]}"
    return (f"{full}-{int(month):02d}",) if 1 <= int(month) <= _MONTHS_OF_YEAR else ()


def _month(year: str, month: str, english: str, text: str) -> Month:
    number = str(_ENGLISH.index(english) + 1) if english else month
    known = _known(year, number)
    if not known:
        raise CellFault("bill.month_wrong", value=text.strip()[:_SHOWN])
    return known[0]


def _plain(text: str) -> str:
    """Half width, small letters, Chinese numerals as digits, without brackets around it."""
    shown = text if text.isascii() else unicodedata.normalize("NFKC", text)
    shown = shown.strip().strip("()[]【】 ").casefold()
    if shown.isascii():
        return shown
    shown = _CHINESE_YEAR.sub(lambda found: found.group().translate(_DIGITS), shown)
    return _CHINESE_MONTH.sub(lambda found: f"{_CHINESE[found.group(1)]}月", shown)
