"""The decision (审批意见) at the end of the summary: what the approver fills in, and reading it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Protocol

import msgspec
from openpyxl.worksheet.datavalidation import DataValidation

from app.documents.workbooks.cells import day_of
from app.documents.workbooks.styles import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words

DECISIONS = ("agree", "conditional", "return", "refuse", "file")
_LOOKS = {
    "decision": Style.INPUT_TEXT,
    "conditions": Style.INPUT_TEXT,
    "approver": Style.INPUT_TEXT,
    "staff": Style.INPUT_TEXT,
    "position": Style.INPUT_TEXT,
    "date": Style.INPUT_DAY,
    "expiry": Style.INPUT_DAY,
    "remarks": Style.INPUT_TEXT,
}
_LONG = frozenset({"conditions", "remarks"})
_LONGEST_LIST = 250
"""Excel takes no longer list of choices in a rule."""
_TYPED_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_COLUMN = "B"


class ReadCell(Protocol):
    """A cell that was read: its value, and whether that is a number."""

    @property
    def value(self) -> str:
        """Text, or a number as written."""

    @property
    def number(self) -> bool:
        """Whether it is a number."""


class DecisionOnSheet(msgspec.Struct, frozen=True):
    """What somebody filled in, as it stands there.

    Attributes:
        choice: One of ``DECISIONS``; empty when nothing was chosen.
        chosen: What stands in its place.
        conditions: One a line.
        approver: Name.
        staff: Staff number.
        position: Level or function, as chosen.
        decided: Day of the decision.
        until: Last day on which it holds.
        remarks: Reason.
        unread: Names of the dates that are none.
    """

    choice: str = ""
    chosen: str = ""
    conditions: tuple[str, ...] = ()
    approver: str = ""
    staff: str = ""
    position: str = ""
    decided: date | None = None
    until: date | None = None
    remarks: str = ""
    unread: tuple[str, ...] = ()


def write_decision(
    writer: SheetWriter,
    at: int,
    revision: Revision,
    matrix: AuthorityMatrix,
    words: Words,
    figures: Figures,
) -> dict[str, int]:
    """Write the cells that the approver fills in; the row of each by name."""
    writer.fill(at, 1, 2, Style.SECTION)
    writer.put(at, 1, words("workbook.summary.section.decision"), Style.SECTION)
    writer.set_height(at, 22)
    rows: dict[str, int] = {}
    for key, style in _LOOKS.items():
        at += 1
        rows[key] = at
        writer.put(at, 1, words(f"workbook.summary.decision.{key}"), Style.LABEL)
        preset = revision.quote.valid_until if key == "expiry" else None
        # A staff number keeps its zeros in front.
        writer.put(at, 2, preset, style, "@" if style is Style.INPUT_TEXT else "")
        writer.set_height(at, 60 if key in _LONG else 24)
    _rules(writer, rows, positions(matrix, figures), words)
    writer.put(at + 1, 1, words("workbook.summary.note"), Style.HINT)
    writer.merge(at + 1, 1, 2)
    writer.set_height(at + 1, 62)
    return rows


def positions(matrix: AuthorityMatrix, figures: Figures) -> dict[str, str]:
    """Every level and function as it is offered to be chosen, with its identifier."""
    known = [(one.id, one.name) for one in matrix.levels]
    known.extend((one.id, one.name) for one in matrix.functions)
    return {f"{role} {figures.text(name)}": role for role, name in known}


def _rules(
    writer: SheetWriter, rows: Mapping[str, int], offered: Mapping[str, str], words: Words
) -> None:
    """Lists to choose from, and dates."""
    choices = [words(f"workbook.decision.{key}") for key in DECISIONS]
    rule = _list(choices, words("workbook.summary.decision_error"))
    rule.add(f"{_COLUMN}{rows['decision']}")
    writer.sheet.add_data_validation(rule)
    joined = ",".join(offered)
    if len(joined) <= _LONGEST_LIST and joined.count(",") == len(offered) - 1 and '"' not in joined:
        rule = _list(list(offered), words("workbook.summary.position_error"))
        rule.add(f"{_COLUMN}{rows['position']}")
        writer.sheet.add_data_validation(rule)
    day = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    day.error = words("workbook.summary.date_error")
    day.add(f"{_COLUMN}{rows['date']}:{_COLUMN}{rows['expiry']}")
    writer.sheet.add_data_validation(day)


def _list(choices: Sequence[str], error: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    rule.error = error
    return rule


def read_decision(
    cells: Mapping[str, ReadCell], rows: Mapping[str, int], words: Sequence[Words]
) -> DecisionOnSheet:
    """What was filled in.

    Args:
        cells: Cells of the summary by place.
        rows: Row of each part, as ``write_decision`` told.
        words: Texts of the languages in which a decision may be told.
    """
    typed = {key: cells.get(f"{_COLUMN}{row}") for key, row in rows.items()}
    text = {key: cell.value.strip() if cell is not None else "" for key, cell in typed.items()}
    choices = {told(f"workbook.decision.{key}"): key for told in words for key in DECISIONS}
    days = {key: _day(typed[key]) for key in ("date", "expiry")}
    return DecisionOnSheet(
        choice=choices.get(text["decision"], ""),
        chosen=text["decision"],
        conditions=tuple(_lines(text["conditions"])),
        approver=text["approver"],
        staff=_whole(text["staff"]),
        position=text["position"],
        decided=days["date"],
        until=days["expiry"],
        remarks=text["remarks"],
        unread=tuple(key for key, day in days.items() if day is None and text[key]),
    )


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _whole(text: str) -> str:
    """A staff number that a spreadsheet took for a number."""
    return text.removesuffix(".0")


def _day(cell: ReadCell | None) -> date | None:
    """A day as a number of the calendar, or as typed; nothing else is a day."""
    if cell is None:
        return None
    try:
        if cell.number:
            return day_of(int(float(cell.value)))
        typed = _TYPED_DAY.fullmatch(cell.value.strip())
        return date(int(typed[1]), int(typed[2]), int(typed[3])) if typed else None
    except (ValueError, OverflowError):
        return None
