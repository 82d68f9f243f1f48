"""A workbook that another program opened, filled in and saved: no cell is called altered."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from app.services.returned_papers import read_paper
from tests.app.documents.workbooks.office import recalculated
from tests.app.services.conftest import NOON
from tests.app.services.returned import ANSWER, answer, sent, submitted

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.local_text import Language

QUOTES = ("Q0002", "Q0003", "Q0004", "Q0005")


@pytest.mark.prove
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_saved_by_libreoffice_is_unaltered(
    sample: Workspace, tmp_path: Path, language: Language
) -> None:
    """It writes every formula, text and figure of four quotes in its own way, and adds nothing."""
    submitted(sample, *QUOTES)
    path, _ = sent(sample, tmp_path, *QUOTES, language=language)
    saved = tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    assert shutil.which("soffice"), "LibreOffice is installed by `make test`"
    command += ["--convert-to", "xlsx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    paper = read_paper(sample, saved / path.name, NOON)
    assert [one.quote for one in paper.decisions] == list(QUOTES)
    assert [one.alterations for one in paper.decisions] == [()] * len(QUOTES)
    assert (paper.alterations, paper.warnings) == ((), ())


def test_a_scenario_worked_out_by_libreoffice_alters_nothing_but_its_input(
    sample: Workspace, tmp_path: Path
) -> None:
    """All results on the scenario sheet change with one discount; only the discount is named."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    book["试算"]["G11"] = 12.5
    (tmp_path / "lo").mkdir()
    recalculated(tmp_path / "lo", {"approval": book})
    (said,) = read_paper(sample, tmp_path / "lo" / "target" / path.name, NOON).decisions
    assert [(one.sheet, one.cell, one.tried) for one in said.alterations] == [("试算", "G11", True)]
    assert said.problems == ()
