"""``best-offer`` tells the offer, its proof, the next best, and why something is not in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample data."""
    folder = tmp_path_factory.mktemp("data")
    workspace = Workspace.open(folder)
    noon = datetime(2026, 11, 23, 4, tzinfo=UTC)
    import_sample(workspace, today=QUOTE_DAY, now=noon)
    workspace.close()
    return folder


def test_case_one_is_told_with_proof_and_reasons(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The small plan, proven; the large one is refused and dearer; today's services are next."""
    given = ["--data", str(data), "--language", "en", "best-offer", "Q0001"]
    assert main([*given, "--why-not", "B01H", "--why-not", "B05"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "the customer pays ¥671.42 a month, ¥8,057.00 over 12 months" in told
    assert "today ¥708.00 a month: saves ¥36.58 (5.17 %)" in told
    assert any(line.startswith("proven: no offer can be better") for line in told)
    assert "1. single services only, 12 months: ¥708.00 a month, +¥439.00 over the horizon" in told
    assert "  the best offer with it costs the customer +¥679.00 over the horizon" in told
    assert "  it covers nothing that is needed" in told


def test_needs_and_usage_may_be_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines without calls: they stay as they are, at 25.00 each."""
    given = ["--data", str(data), "best-offer", "Q0001", "--need", "PSTN.RENT=2"]
    assert main([*given, "--usage", "PSTN.LOCAL=0", "--usage", "LD.DOM=0"]) == 0
    told = capsys.readouterr().out
    assert "客户每月 ¥50.00，12 个月共 ¥600.00" in told


def test_a_charge_that_nobody_knows_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command was not understood."""
    assert main(["--data", str(data), "best-offer", "Q0001", "--need", "NONE.RENT=2"]) == 2
    assert "NONE.RENT" in capsys.readouterr().err


def test_what_is_impossible_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody saves nine tenths."""
    given = ["--data", str(data), "--language", "en", "best-offer", "Q0001", "--saving", "90"]
    assert main(given) == 1
    assert "proven: nothing covers all needs within the limits" in capsys.readouterr().out
