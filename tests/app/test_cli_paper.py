"""Approval workbooks from the command line: written for several quotes, read back, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from tests.app.services.returned import ANSWER, answer
from tests.app.test_cli import run
from tests.app.test_cli_life import NUMBER, SELLER, data, offers

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

__all__ = ["data", "offers"]


def test_a_workbook_goes_out_and_comes_back(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """Two quotes; one is decided and altered: both are told, and the log calls it unsigned."""
    run(capsys, data, "submit", NUMBER, *SELLER)
    file = tmp_path / "approval.xlsx"
    told = run(capsys, data, "--language", "zh", "workbook", NUMBER, "Q0005", "--out", file)
    assert told.code == 0
    assert told.out[0].endswith(f"{NUMBER} A, QW-20261123-0005 A")
    book = openpyxl.load_workbook(file)
    first = book.sheetnames[1]
    english = {"Decision": "Approved", "Approver": "陈志远", "Staff number": "M102"}
    answer(book[first], english if first == "1 Approval" else ANSWER)
    book[book.sheetnames[2]]["B5"] = "ZZZ"
    book.save(file)
    told = run(capsys, data, "read-workbook", file, "--record")
    assert told.code == 1
    assert any("was never submitted here" in line for line in told.err)
    assert any(line.endswith("→ ZZZ") for line in told.out)
    assert told.out[-1] == f"{NUMBER} A: waiting for approval"
    told = run(capsys, data, "state", NUMBER)
    assert any("unsigned, named 陈志远 (L3)" in line for line in told.out)
