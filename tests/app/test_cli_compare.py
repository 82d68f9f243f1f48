"""Contracts compared from the command line: in words, and as a document with tracked changes."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.services.workspace import Workspace
from tests.app.services.test_issue_documents import edited
from tests.app.test_cli import run
from tests.app.test_cli_life import NUMBER, SELLER, data, offers

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

__all__ = ["data", "offers"]


def test_two_revisions_are_told_and_written(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """A shorter term in prices and words; Word finds tracked changes in the file."""
    run(capsys, data, "submit", NUMBER, *SELLER)
    workspace = Workspace.open(data)
    edited(workspace, lambda quote: replace(quote, term=24), "Q0003")
    workspace.close()
    file = tmp_path / "new" / "compared.docx"
    told = run(capsys, data, "compare-contracts", NUMBER, "A", "current", "--out", file)
    assert (told.code, told.err) == (0, [])
    assert told.out[0].startswith("- revision A (submitted ")
    assert told.out[1] == "+ the quote as it stands (revision B)"
    assert any("[-36-]{+24+}个月" in line for line in told.out)
    assert told.out[-2:] == [str(file), str(file.with_suffix(".pdf"))]
    with zipfile.ZipFile(file) as archive:
        assert re.search(rb"<w:del [^>]*w:author=", archive.read("word/document.xml"))
    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_revision_that_there_is_not_is_told(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    """Nothing is compared with nothing."""
    told = run(capsys, data, "compare-contracts", NUMBER, "Z", "current")
    assert (told.code, told.err) == (2, ["There is no such revision or contract."])


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """With a reason and a cure, as every file that cannot be read."""
    told = run(capsys, data, "compare-contracts", NUMBER, "current", "nowhere.docx")
    assert told.code == 1
    assert told.err[0].startswith("File nowhere.docx cannot be read")
