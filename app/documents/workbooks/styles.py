"""Styles: the few looks of our workbooks, as named styles of the workbook.

Restrained on purpose: navy headings, grey rules, one pale yellow for the cells that may be filled
in. Named styles are also much faster to assign than fonts and borders cell by cell.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

if TYPE_CHECKING:
    from openpyxl import Workbook

FACE = "Microsoft YaHei"
INK = "1B2733"
QUIET = "5E6B78"
NAVY = "1F3A5F"
WHITE = "FFFFFF"
RULE = "D5DBE1"
HEAD_FILL = NAVY
BAND_FILL = "EDF1F6"
INPUT_FILL = "FFF9E0"
AMBER_FILL = "FCE9C8"
RED = "B3261E"
GREEN = "1E7145"

MONEY = "#,##0.00;[Red]-#,##0.00"
PRICE = "#,##0.00####"
COUNT = "#,##0"
PERCENT = '0.00"%"'
LOOSE_PERCENT = '0.00########"%"'
RATE = "0%"
DAY = "yyyy-mm-dd"


class Style(StrEnum):
    """Name of a look."""

    TITLE = "qw title"
    HINT = "qw hint"
    HEAD = "qw head"
    SECTION = "qw section"
    LABEL = "qw label"
    VALUE = "qw value"
    VALUE_DAY = "qw value day"
    BIG_MONEY = "qw big money"
    BIG_PERCENT = "qw big percent"
    BIG_TEXT = "qw big text"
    TEXT = "qw text"
    COUNT = "qw count"
    PRICE = "qw price"
    MONEY = "qw money"
    PERCENT = "qw percent"
    RATE = "qw rate"
    PART_TEXT = "qw part text"
    PART_NAME = "qw part name"
    PART_COUNT = "qw part count"
    PART_PRICE = "qw part price"
    PART_MONEY = "qw part money"
    PART_PERCENT = "qw part percent"
    PART_RATE = "qw part rate"
    BUNDLE_TEXT = "qw bundle text"
    BUNDLE_COUNT = "qw bundle count"
    BUNDLE_MONEY = "qw bundle money"
    BUNDLE_PERCENT = "qw bundle percent"
    BUNDLE_CENTRE = "qw bundle centre"
    CENTRE = "qw centre"
    TOTAL_CENTRE = "qw total centre"
    TOTAL_TEXT = "qw total text"
    TOTAL_MONEY = "qw total money"
    TOTAL_PERCENT = "qw total percent"
    TOTAL_COUNT = "qw total count"
    VERDICT = "qw verdict"
    INPUT_TEXT = "qw input text"
    INPUT_DAY = "qw input day"
    INPUT_PERCENT = "qw input percent"
    INPUT_COUNT = "qw input count"


class _Look(NamedTuple):
    size: int = 10
    bold: bool = False
    color: str = INK
    fill: str = ""
    across: str = "left"
    wrap: bool = False
    indent: int = 0
    number: str = "General"
    rule: bool = True
    unlocked: bool = False


_RIGHT = _Look(across="right")
_PART = _Look(color=QUIET)
_PART_RIGHT = _PART._replace(across="right")
_BUNDLE = _Look(bold=True, fill=BAND_FILL)
_BUNDLE_RIGHT = _BUNDLE._replace(across="right")
_TOTAL = _Look(bold=True, color=NAVY, fill=BAND_FILL)
_TOTAL_RIGHT = _TOTAL._replace(across="right")
_BIG = _Look(size=15, bold=True, color=NAVY, wrap=True)
_INPUT = _Look(fill=INPUT_FILL, unlocked=True)
_INPUT_RIGHT = _INPUT._replace(across="right")

_LOOKS: dict[Style, _Look] = {
    Style.TITLE: _Look(size=16, bold=True, color=NAVY, rule=False),
    Style.HINT: _Look(size=9, color=QUIET, rule=False, wrap=True),
    Style.HEAD: _Look(bold=True, color=WHITE, fill=HEAD_FILL, across="center", wrap=True),
    Style.SECTION: _Look(size=11, bold=True, color=NAVY, fill=BAND_FILL),
    Style.LABEL: _Look(color=QUIET, wrap=True),
    Style.VALUE: _Look(wrap=True),
    Style.VALUE_DAY: _Look(number=DAY),
    Style.BIG_MONEY: _BIG._replace(number=MONEY),
    Style.BIG_PERCENT: _BIG._replace(number=PERCENT),
    Style.BIG_TEXT: _BIG,
    Style.TEXT: _Look(wrap=True),
    Style.COUNT: _RIGHT._replace(number=COUNT),
    Style.PRICE: _RIGHT._replace(number=PRICE),
    Style.MONEY: _RIGHT._replace(number=MONEY),
    Style.PERCENT: _RIGHT._replace(number=PERCENT),
    Style.RATE: _RIGHT._replace(number=RATE),
    Style.PART_TEXT: _PART._replace(wrap=True),
    Style.PART_NAME: _PART._replace(indent=1, wrap=True),
    Style.PART_COUNT: _PART_RIGHT._replace(number=COUNT),
    Style.PART_PRICE: _PART_RIGHT._replace(number=PRICE),
    Style.PART_MONEY: _PART_RIGHT._replace(number=MONEY),
    Style.PART_PERCENT: _PART_RIGHT._replace(number=PERCENT),
    Style.PART_RATE: _PART_RIGHT._replace(number=RATE),
    Style.BUNDLE_TEXT: _BUNDLE._replace(wrap=True),
    Style.BUNDLE_COUNT: _BUNDLE_RIGHT._replace(number=COUNT),
    Style.BUNDLE_MONEY: _BUNDLE_RIGHT._replace(number=MONEY),
    Style.BUNDLE_CENTRE: _BUNDLE._replace(across="center"),
    Style.BUNDLE_PERCENT: _BUNDLE_RIGHT._replace(number=PERCENT),
    Style.CENTRE: _Look(across="center"),
    Style.TOTAL_CENTRE: _TOTAL._replace(across="center"),
    Style.TOTAL_TEXT: _TOTAL,
    Style.TOTAL_MONEY: _TOTAL_RIGHT._replace(number=MONEY),
    Style.TOTAL_PERCENT: _TOTAL_RIGHT._replace(number=PERCENT),
    Style.TOTAL_COUNT: _TOTAL_RIGHT._replace(number=COUNT),
    Style.VERDICT: _Look(size=13, bold=True, color=NAVY, fill=BAND_FILL),
    Style.INPUT_TEXT: _INPUT._replace(wrap=True),
    Style.INPUT_DAY: _INPUT._replace(number=DAY),
    Style.INPUT_PERCENT: _INPUT_RIGHT._replace(number=LOOSE_PERCENT),
    Style.INPUT_COUNT: _INPUT_RIGHT._replace(number=COUNT),
}


INPUTS = frozenset(style for style, look in _LOOKS.items() if look.unlocked)
"""Looks of the cells that may be filled in."""


def add_styles(workbook: Workbook) -> None:
    """Make every look known to a workbook."""
    for style, look in _LOOKS.items():
        workbook.add_named_style(_named(style, look))


def solid(color: str) -> PatternFill:
    """A plain fill, for conditional formats."""
    return PatternFill("solid", start_color=color, end_color=color)


def _named(style: Style, look: _Look) -> NamedStyle:
    named = NamedStyle(name=style.value)
    named.font = Font(name=FACE, size=look.size, bold=look.bold, color=look.color)
    if look.fill:
        named.fill = solid(look.fill)
    if look.rule:
        named.border = Border(bottom=Side(style="hair", color=RULE))
    if look.unlocked:
        side = Side(style="thin", color="C9B458")
        named.border = Border(left=side, right=side, top=side, bottom=side)
    named.alignment = Alignment(
        horizontal=look.across, vertical="center", wrap_text=look.wrap, indent=look.indent
    )
    named.number_format = look.number
    named.protection = Protection(locked=not look.unlocked)
    return named
