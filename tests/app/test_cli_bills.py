"""The command of bills tells what it read, stores all or nothing, and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.quoting.customer import Customer
from app.services.workspace import Workspace
from pricing.bills import Bills
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "号码,户名,账期,费用项,金额\n65550101,某公司,202605,月租费,25.00\n合计,,,,25.50\n"
BAD = GOOD + "65550101,某公司,202606,月租费,廿五\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a customer."""
    workspace = Workspace.open(tmp_path / "data")
    workspace.customers.save(Customer("c", "某公司", "SMB"), Bills(), now=NOON)
    workspace.close()
    return tmp_path / "data"


def run(data: Path, *arguments: str) -> int:
    """One command for the customer, in English."""
    return main(
        ["--data", str(data), "--language", "en", "import-bills", "--customer", "c", *arguments]
    )


def stored(data: Path) -> int:
    """How many months of bills are stored."""
    workspace = Workspace.open(data)
    months = len(workspace.customers.load("c")[1].months())
    workspace.close()
    return months


def bill(folder: Path, text: str) -> str:
    """A file in GBK."""
    path = folder / "bill.csv"
    path.write_bytes(text.encode("gbk"))
    return str(path)


def test_a_dry_run_tells_and_stores_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Accounts, counts, and the total that is 0.50 too high."""
    assert run(data, bill(tmp_path, GOOD), "--dry-run") == 0
    told = capsys.readouterr()
    account, counts, end = told.out.splitlines()
    assert account == "65550101 某公司 (new): 1 months 2026-05 to 2026-05, 25.00"
    assert counts.startswith("rows 1, rejected 0, figures 1; bills added 1, replaced 0, same 0;")
    assert counts.endswith("totals checked 1, differing 1")
    assert end == "read, nothing stored"
    assert "bill.csv:3:E 金额: warning: The bill's “合计” is 25.50" in told.err
    assert stored(data) == 0


def test_an_import_is_stored_and_taken_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second time there is nothing to take back."""
    assert run(data, bill(tmp_path, GOOD)) == 0
    assert stored(data) == 1
    assert run(data, "--undo") == 0
    assert stored(data) == 0
    assert run(data, "--undo") == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "taken back: bill.csv",
        "taken back: nothing",
    ]


def test_a_rejected_row_blocks_unless_it_may_be_left_out(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place and reason are told either way."""
    path = bill(tmp_path, BAD)
    assert run(data, path) == 1
    assert 'bill.csv:4:E 金额: error: "廿五" is not an amount.' in capsys.readouterr().err
    assert stored(data) == 0
    assert run(data, path, "--skip-rejected") == 0
    assert stored(data) == 1


def test_without_files_the_command_is_not_understood(data: Path) -> None:
    """Exit code 2."""
    assert run(data) == 2
