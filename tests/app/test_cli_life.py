"""The life of a quote from the command line: submitted, decided, issued; refusals with reasons."""

from __future__ import annotations

from datetime import UTC, datetime
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.services.import_sample import import_sample
from app.services.quote_library import open_quote
from app.services.workspace import Workspace
from tests.app.test_cli import run
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from pathlib import Path

SELLER = ("--person", "M002:王芳:L1")
HEAD = ("--person", "M102:陈志远:L3")
NUMBER = "QW-20261123-0003"


@pytest.fixture(scope="module")
def offers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample data; the campus quote is valid for a hundred years, whatever day it is."""
    folder = tmp_path_factory.mktemp("offers") / "data"
    workspace = Workspace.open(folder)
    now = datetime(2026, 11, 23, tzinfo=UTC)
    import_sample(workspace, today=QUOTE_DAY, now=now)
    opened = open_quote(workspace, "Q0003")
    quote = replace(opened.quote, valid_until=QUOTE_DAY.replace(year=2126))
    workspace.quotes.commit_edit("Q0003", opened.revision, "op", "x", "", quote, now=now)
    workspace.close()
    return folder


@pytest.fixture
def data(offers: Path, tmp_path: Path) -> Path:
    """A copy of its own for each test."""
    return copytree(offers, tmp_path / "data")


def test_a_quote_is_submitted_decided_and_issued(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """The final contract is refused with the reason until the department manager has decided."""
    out = tmp_path / "out"
    render = ("render", NUMBER, "contract", "--out", out, "--final")
    told = run(capsys, data, *render)
    assert told.code == 1
    assert any("in progress and not approved" in line for line in told.err)
    assert not out.exists()
    told = run(capsys, data, "submit", NUMBER, *SELLER)
    assert (told.code, told.out[0]) == (0, f"{NUMBER} A: waiting for approval")
    told = run(capsys, data, "decide", NUMBER, "approve", *HEAD)
    assert (told.code, told.out[0]) == (0, f"{NUMBER} A: approved")
    assert told.out[-1].endswith("A  approved  陈志远 (L3)")
    told = run(capsys, data, *render)
    assert told.code == 0
    assert not any("Draft" in line for line in told.out)
    told = run(capsys, data, "step", NUMBER, "send", *SELLER)
    assert told.out[0] == f"{NUMBER} A: sent"
    assert [line.split("  ")[-2] for line in told.out[1:]] == [
        "submitted",
        "approved",
        "final papers issued",
        "sent to the customer",
    ]


def test_refusals_are_told_with_their_reasons(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    """The author decides his own; a rejection without a reason; a step that is not possible."""
    run(capsys, data, "submit", NUMBER, *SELLER)
    told = run(capsys, data, "decide", NUMBER, "approve", *SELLER)
    assert told.code == 1
    assert any("王芳 wrote or submitted the quote" in line for line in told.err)
    told = run(capsys, data, "decide", NUMBER, "reject", *HEAD, language="zh")
    assert any("没有写明原因" in line for line in told.err)
    told = run(capsys, data, "step", NUMBER, "send", *SELLER)
    assert any("The quote is waiting for approval" in line for line in told.err)
    told = run(capsys, data, "decide", NUMBER, "reject", "--reason", "毛利太低", *HEAD)
    assert told.out[0] == f"{NUMBER} A: in progress"
    assert any(line.endswith("rejected  陈志远 (L3)  毛利太低") for line in told.out)


def test_nobody_in_the_settings_is_nobody(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """A fresh installation has no staff number yet."""
    (data / "settings.toml").unlink()
    told = run(capsys, data, "submit", NUMBER)
    assert told.code == 1
    assert any("staff number or name is missing" in line for line in told.err)
    with pytest.raises(SystemExit):
        run(capsys, data, "submit", NUMBER, "--person", "somebody")
