"""What lies in the way of a file is replaced only where somebody said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.saving import free_path, in_use, save

if TYPE_CHECKING:
    from pathlib import Path


def test_another_content_is_kept_beside_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    """Keep both twice, then replace."""
    file = tmp_path / "合同.pdf"
    file.write_bytes(b"first")
    assert save(file, b"second", replace=False).name == "合同 (2).pdf"
    assert save(file, b"third", replace=False).name == "合同 (3).pdf"
    assert file.read_bytes() == b"first"
    assert save(file, b"fourth", replace=True) == file
    assert file.read_bytes() == b"fourth"
    assert free_path(file).name == "合同 (4).pdf"


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    """No second file of the same bytes."""
    file = tmp_path / "a.docx"
    assert save(file, b"same", replace=False) == file
    assert save(file, b"same", replace=False) == file
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_in_use_is_kept_even_where_it_was_to_be_replaced(tmp_path: Path) -> None:
    """Read-only, as a file that Word has open looks to others."""
    file = tmp_path / "a.docx"
    file.write_bytes(b"open")
    assert not in_use(file)
    file.chmod(0o444)
    assert in_use(file)
    assert save(file, b"new", replace=True).name == "a (2).docx"
    assert file.read_bytes() == b"open"
    assert not in_use(tmp_path / "none.docx")
