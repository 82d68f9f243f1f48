"""Looks of returned workbooks: what misleads without a cell being typed is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.styles import Font

from app.services.returned_papers import read_paper
from tests.app.documents.workbooks.office import recalculated
from tests.app.services.conftest import NOON
from tests.app.services.returned import ANSWER, answer, sent, submitted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from app.services.workspace import Workspace


def _hide_row(book: Workbook) -> None:
    book["报价明细"].row_dimensions[6].hidden = True


def _hide_column(book: Workbook) -> None:
    book["报价明细"].column_dimensions["Q"].hidden = True


def _hide_sheet(book: Workbook) -> None:
    book["价格步骤"].sheet_state = "veryHidden"


def _show_trace(book: Workbook) -> None:
    book["_trace"].sheet_state = "visible"


def _unlock(book: Workbook) -> None:
    book["权限核对"].protection.sheet = False


def _whiten(book: Workbook) -> None:
    book["报价明细"]["M5"].font = Font(color="FFFFFE")


def _empty_format(book: Workbook) -> None:
    book["报价明细"]["M5"].number_format = ";;;"


def _scaled_format(book: Workbook) -> None:
    book["报价明细"]["M5"].number_format = "#,##0.00,"


def _free_input(book: Workbook) -> None:
    book["试算"].data_validations.dataValidation.clear()


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (_hide_row, {("报价明细", "6:6")}),
        (_hide_column, {("报价明细", "Q:Q")}),
        (_hide_sheet, {("价格步骤", "")}),
        (_show_trace, {("_trace", "")}),
        (_unlock, {("权限核对", "")}),
        (_whiten, {("报价明细", "M5")}),
        (_empty_format, {("报价明细", "M5")}),
        (_scaled_format, {("报价明细", "M5")}),
        (_free_input, None),
    ],
)
def test_what_misleads_is_named_with_its_place(
    sample: Workspace,
    tmp_path: Path,
    change: Callable[[Workbook], None],
    places: set[tuple[str, str]] | None,
) -> None:
    """Each by itself; the workbook is not as it was any more."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    change(book)
    book.save(path)
    paper = read_paper(sample, path, NOON)
    found = {(one.sheet, one.cell) for one in paper.alterations}
    assert found == places if places is not None else {one for one, _ in found} == {"试算"}
    assert not paper.intact
    assert paper.decisions[0].alterations == ()


def test_an_office_program_that_saves_it_alters_nothing(sample: Workspace, tmp_path: Path) -> None:
    """LibreOffice writes styles, formats and rules in its own way; several quotes as well."""
    submitted(sample, "Q0003", "Q0005")
    path, book = sent(sample, tmp_path, "Q0003", "Q0005")
    saved = recalculated(tmp_path, {"approval": book})
    assert saved
    paper = read_paper(sample, tmp_path / "target" / "approval.xlsx", NOON)
    told = sorted({f"{one.was} > {one.found}" for one in paper.alterations})
    assert not told, "; ".join(told)
    assert openpyxl.load_workbook(path).sheetnames
