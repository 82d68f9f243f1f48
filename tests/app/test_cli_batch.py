"""The batch of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli import main
from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from tests.app.services.conftest import NOON
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_table_of_names_gets_papers_and_strangers_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first cell of each row counts; the second time nothing is left to do but the stranger."""
    data, out, names = tmp_path / "data", tmp_path / "out", tmp_path / "names.csv"
    workspace = Workspace.open(data)
    import_sample(workspace, today=QUOTE_DAY, now=NOON)
    customer = workspace.customers.search()[0]
    workspace.close()
    names.write_text(f"{customer.name},13800000000\n没有这家,1\n", encoding="utf-8-sig")
    command = ["--data", str(data), "batch", "Q0001", "order_form", "--out", str(out)]
    command += ["--customers", str(names), "--names", "{date} {customer}", "--jobs", "1"]
    assert main(command) == 1
    told = capsys.readouterr().out
    assert "没有这家" in told
    assert "1 done (0 before), 1 failed, 0 left" in told
    assert len(list(out.glob(f"* {customer.name}-*.pdf"))) == 1
    assert main(command) == 1
    assert "1 done (1 before), 1 failed, 0 left" in capsys.readouterr().out


def test_unknown_papers_and_fields_are_not_understood(tmp_path: Path) -> None:
    """Told before anything is made."""
    command = ["--data", str(tmp_path / "data"), "batch", "Q0001"]
    assert main([*command, "leaflet", "--out", str(tmp_path / "out")]) == 2
    assert main([*command, "contract", "--out", str(tmp_path / "out"), "--names", "{x}"]) == 2
    assert not (tmp_path / "out").exists()
