"""A table is written as a whole or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from app.errors import FileError
from app.services.table_export import export_table
from app.translation import load_words

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = [("Name", 200, False), ("Price", 90, True)]
ROWS = [([("A", ""), ("1,080.50", "")], 0, False)]


def test_a_table_is_written(tmp_path: Path) -> None:
    """An older file is replaced."""
    file = tmp_path / "table.xlsx"
    file.write_text("old")
    export_table(file, "Items", COLUMNS, ROWS, date(2026, 11, 23), load_words("en"))
    sheet = load_workbook(file).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Name", "Price"],
        ["A", 1080.5],
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As a failure of a file."""
    with pytest.raises(FileError):
        export_table(
            tmp_path / "none" / "x.xlsx", "x", COLUMNS, ROWS, date(2026, 11, 23), load_words("en")
        )
