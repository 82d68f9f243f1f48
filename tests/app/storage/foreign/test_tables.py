"""The door for tables: whatever the user picks becomes rows or a reason."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, FileRefused, FileUnreadable
from app.storage.foreign.table_file import Row
from app.storage.foreign.tables import read_table_file
from tests.app.storage.foreign.office_files import document_parts, packed, workbook

if TYPE_CHECKING:
    from pathlib import Path

_PRICES = '<row r="1"><c r="A1" t="inlineStr"><is><t>编码</t></is></c><c r="B1"><v>25</v></c></row>'


def _written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_a_workbook_is_read_through_the_worker(tmp_path: Path) -> None:
    """With its warnings and with progress."""
    shares: list[float] = []
    file = _written(tmp_path, "价格.xlsx", workbook(_PRICES, state="hidden"))
    table = read_table_file(file, progress=shares.append)
    assert table.kind == "xlsx"
    assert table.sheets[0].rows == (Row(1, ("编码", "25")),)
    assert table.sheets[0].hidden
    assert [found.code for found in table.warnings] == ["gate.hidden_sheet"]
    assert shares[-1] == 1.0


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_text_is_read_whatever_its_ending(tmp_path: Path, codec: str) -> None:
    """Many systems export tabulated text under the name of a workbook."""
    file = _written(tmp_path, "账单.xls", "编码\t金额\nA1\t25.00\n".encode(codec))
    table = read_table_file(file)
    assert (table.kind, table.separator) == ("text", "\t")
    assert table.sheets[0].rows[1] == Row(2, ("A1", "25.00"))


def test_a_workbook_named_as_text_is_read_as_a_workbook(tmp_path: Path) -> None:
    """The content decides."""
    assert read_table_file(_written(tmp_path, "x.csv", workbook(_PRICES))).kind == "xlsx"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "gate.empty_file"),
        (b"%PDF-1.7", "gate.wrong_kind"),
        (b"<html><table>", "gate.wrong_kind"),
        (b"\x01\x02\x00\x03", "gate.wrong_kind"),
        (packed(document_parts()), "gate.wrong_kind"),
        (packed({"a": "b"}), "gate.wrong_kind"),
        (b"PK\x03\x04 cut off", "gate.damaged_file"),
        (workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "gate.far_cell"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    """The file keeps its Chinese name in the refusal."""
    with pytest.raises(FileRefused) as refusal:
        read_table_file(_written(tmp_path, "价格.xlsx", data))
    assert [found.code for found in refusal.value.findings] == [code]
    assert refusal.value.parameters["file"] == "价格.xlsx"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b\n\xff\xfe\xff", "file.unknown_encoding"),
        (workbook('<row r="1"><c r="B2"><v>1</v></c></row>'), "file.no_such_place"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, data: bytes, code: str) -> None:
    """Undecipherable, contradicting itself."""
    with pytest.raises(FileUnreadable) as refusal:
        read_table_file(_written(tmp_path, "x.csv", data))
    assert refusal.value.finding.code == code


def test_a_missing_file_has_a_reason(tmp_path: Path) -> None:
    """It may have been on a stick that is gone."""
    with pytest.raises(FileUnreadable) as refusal:
        read_table_file(tmp_path / "gone.csv")
    assert refusal.value.finding.code == "file.missing"


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    """Before the worker has answered."""
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        read_table_file(_written(tmp_path, "x.xlsx", workbook(_PRICES)), cancel=stop)
