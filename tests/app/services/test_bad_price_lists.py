"""Files that are no price lists are refused with a text and a cure, and nothing is changed."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import docx
import pytest

from app.errors import FileError
from app.services.import_steps import open_import
from app.storage.foreign.findings import GateRefused, TableUnreadable
from app.translation import load_words
from tests.app.storage.foreign.office_files import packed, workbook, workbook_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.workspace import Workspace

_ROWS_OF_A_SHEET = 1_048_576
_MB = 1 << 20


def renamed_document(path: Path) -> None:
    """A text document that somebody named as a workbook."""
    docx.Document().save(str(path))


def protected(path: Path) -> None:
    """What Excel writes behind a password: an old container around the encrypted package."""
    names = "".join(f"{name}\0" for name in ("Root Entry", "EncryptedPackage"))
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names.encode("utf-16-le"))


def bomb(path: Path) -> None:
    """Sixteen megabytes of one digit in sixteen kilobytes."""
    row = f'<row r="1"><c r="A1"><v>{"1" * (16 * _MB)}</v></c></row>'
    path.write_bytes(workbook(row))


def full_sheet(path: Path) -> None:
    """Every row that a sheet can have."""
    rows = "".join(
        f'<row r="{number}"><c r="A{number}"><v>{number * 7919 % 99991}</v></c></row>'
        for number in range(1, _ROWS_OF_A_SHEET + 1)
    )
    path.write_bytes(workbook(rows))


def truncated(path: Path) -> None:
    """A download that broke off."""
    data = workbook("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 99)))
    path.write_bytes(data[: len(data) // 2])


def half_a_sheet(path: Path) -> None:
    """A sound archive around a sheet that ends in the middle of a row."""
    parts = workbook_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    name = next(part for part in parts if "sheet1" in part and part.endswith(".xml"))
    path.write_bytes(packed({**parts, name: parts[name][: len(parts[name]) // 2]}))


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (renamed_document, {"gate.wrong_kind"}),
        (protected, {"gate.password"}),
        (bomb, {"gate.zip_bomb", "gate.part_too_large", "gate.huge_part"}),
        (full_sheet, {"gate.far_cell"}),
        (truncated, {"gate.damaged_file"}),
        (half_a_sheet, {"gate.broken_xml", "gate.damaged_part", "file.damaged"}),
    ],
)
def test_a_bad_file_is_refused_with_a_text_and_a_cure(
    make: Callable[[Path], None], codes: set[str], workspace: Workspace, tmp_path: Path
) -> None:
    """In both languages; the catalogue and the remembered layouts stay as they are."""
    path = tmp_path / "资费.xlsx"
    make(path)
    with pytest.raises(FileError) as refused:
        open_import(path, workspace)
    failure = refused.value
    assert isinstance(failure, GateRefused | TableUnreadable)
    found = failure.findings[0] if isinstance(failure, GateRefused) else failure.finding
    assert found.code in codes
    for language in (load_words("zh"), load_words("en")):
        assert found.text(language)
        assert found.cure(language)
    assert workspace.catalog() is None
    assert workspace.layouts.load() == {}


def test_a_file_that_another_program_holds_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to open a workbook that Excel holds for itself; here the system is asked."""
    path = tmp_path / "资费.xlsx"
    path.write_bytes(workbook())

    usual = Path.open

    def refuse(self: Path, mode: str = "r") -> IO[bytes]:
        if self == path:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        return cast("IO[bytes]", usual(self, mode))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TableUnreadable) as refused:
        open_import(path, workspace)
    monkeypatch.undo()
    assert refused.value.finding.code == "file.cannot_open"
    assert "locked by another program" in refused.value.finding.cure(load_words("en"))
