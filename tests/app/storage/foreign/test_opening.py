"""Opening a file of the user's: what the system says becomes a reason with a cure."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.opening import opening_fault, read_foreign

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_read_whole_up_to_its_limit(tmp_path: Path) -> None:
    """One byte more is refused."""
    file = tmp_path / "a.toml"
    file.write_bytes(b"12345")
    assert read_foreign(file, 5) == b"12345"
    with pytest.raises(FileRefused) as refused:
        read_foreign(file, 4)
    assert refused.value.findings[0].code == "gate.file_too_large"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Each has its own cure."""
    for path, code in ((tmp_path / "gone.csv", "file.missing"), (tmp_path, "file.folder")):
        with pytest.raises(FileUnreadable) as refused:
            read_foreign(path)
        assert refused.value.finding.code == code


def test_a_name_that_no_system_knows_is_told(tmp_path: Path) -> None:
    """A null character in it is no bug of the program."""
    with pytest.raises(FileUnreadable) as refused:
        read_foreign(tmp_path / "a\0b.csv")
    assert refused.value.finding.code == "file.cannot_open"


class _SharingViolation(PermissionError):
    """What Windows raises for a file that is locked."""

    winerror = 32


@pytest.mark.parametrize(
    ("name", "failure", "code", "program"),
    [
        ("a.xlsx", _SharingViolation(errno.EACCES, ""), "file.in_use", "sheet"),
        ("a.docx", OSError(errno.EBUSY, ""), "file.in_use", "word"),
        ("a.pdf", PermissionError(errno.EACCES, ""), "file.forbidden", "viewer"),
        ("a.toml", PermissionError(errno.EPERM, ""), "file.forbidden", "editor"),
        ("a", PermissionError(errno.EACCES, ""), "file.forbidden", "other"),
    ],
)
def test_what_may_hold_a_file_follows_from_its_kind(
    name: str, failure: OSError, code: str, program: str, tmp_path: Path
) -> None:
    """A lock is told as a lock, everything else as forbidden, with what to close."""
    found = opening_fault(tmp_path / name, failure)
    assert (found.code, found.parameters) == (code, {"program": program})


def test_a_fault_of_the_disk_has_its_number(tmp_path: Path) -> None:
    """For whoever helps."""
    found = opening_fault(tmp_path / "a.xlsx", OSError(errno.EIO, "Input/output error"))
    assert (found.code, found.parameters) == ("file.cannot_open", {"number": "5"})
