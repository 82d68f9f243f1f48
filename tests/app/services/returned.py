"""Approval workbooks as approvers send them back: filled in and saved by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from app.services.approval_workbook import write_workbook
from app.services.quote_life import doing, submit
from app.services.working_out import work_out_stored
from tests.app.services.conftest import NOON
from tests.app.services.test_quote_life import SELLER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from app.services.workspace import Workspace
    from catalog.local_text import Language

ANSWER = {"审批结论": "同意", "审批人": "陈志远", "工号": "M102", "审批意见": "按此执行"}
"""The department manager agrees."""


def submitted(workspace: Workspace, *quotes: str) -> None:
    """Have quotes wait for approval."""
    for quote in quotes:
        submit(workspace, work_out_stored(workspace, quote), doing(SELLER, NOON))


def sent(
    workspace: Workspace, folder: Path, *quotes: str, language: Language = "zh"
) -> tuple[Path, Workbook]:
    """The workbook of quotes as written, and open in another program."""
    path = folder / "approval.xlsx"
    write_workbook(workspace, quotes, path, language)
    return path, openpyxl.load_workbook(path)


def rows_by_label(sheet: Worksheet) -> dict[object, int]:
    """The row of each label of a summary; the lowest where one stands twice."""
    return {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}


def answer(sheet: Worksheet, answers: Mapping[str, object]) -> None:
    """Fill in the decision beside the labels."""
    rows = rows_by_label(sheet)
    for label, value in answers.items():
        sheet.cell(rows[label], 2).value = value  # type: ignore[assignment]  # what is typed
