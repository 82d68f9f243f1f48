"""Promises of the office as a converter; a small script stands where the office would be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.documents.office import converter, office_pdf, word_pdf
from app.errors import WorkerFailed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def program(folder: Path, body: str) -> Path:
    """A program that does what ``body`` says; its last argument is the document."""
    file = folder / "office"
    file.write_text(f"#!/bin/sh\nfor last; do :; done\n{body}\n", encoding="utf-8")
    file.chmod(0o700)
    return file


def test_pdf_of_the_office_comes_back(tmp_path: Path) -> None:
    """What the program writes beside the document is the result."""
    office = program(tmp_path, 'cp "$last" "${last%.docx}.pdf"')
    assert office_pdf(b"the document", office) == b"the document"


def test_office_uses_a_profile_of_its_own(tmp_path: Path) -> None:
    """The user's own office, whose window may be open, is left alone; links are not followed."""
    office = program(
        tmp_path,
        "for one; do case $one in -env:UserInstallation=file://*) profile=${one#*file://};; esac\n"
        'done\ncp "$profile/user/registrymodifications.xcu" "${last%.docx}.pdf"',
    )
    settings = office_pdf(b"", office).decode()
    assert "DisableMacrosExecution" in settings
    assert "BlockUntrustedRefererLinks" in settings


def test_office_that_hangs_is_ended(tmp_path: Path) -> None:
    """After its time the program and what it started are gone."""
    office = program(tmp_path, "sleep 60 & wait")
    with pytest.raises(WorkerFailed, match="time"):
        office_pdf(b"", office, seconds=0.3)


def test_office_that_makes_nothing_is_told(tmp_path: Path) -> None:
    """A program that ends without a PDF has failed."""
    with pytest.raises(WorkerFailed, match="died"):
        office_pdf(b"", program(tmp_path, "exit 0"))


def test_word_is_told_the_places_by_its_surroundings(tmp_path: Path) -> None:
    """Word opens the document it is given and leaves the PDF where it is told."""
    word = program(tmp_path, 'cp "$QUOTEWRIGHT_DOCX" "$QUOTEWRIGHT_PDF"')
    assert word_pdf(b"the document", word) == b"the document"
    with pytest.raises(WorkerFailed, match="died"):
        word_pdf(b"", program(tmp_path, "exit 0"))


def test_our_own_renderer_needs_no_other_program() -> None:
    """Neither does the choice of Word on a system that has none."""
    assert converter("own") is None
    assert converter("word") is None
