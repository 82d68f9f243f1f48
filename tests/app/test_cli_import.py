"""The import command: what would change, nothing stored in a dry run, layouts of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.paths import resource
from app.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = resource("sample")
CASE = SAMPLE / "cases" / "1"
FULL = (
    "code,name_zh,charge_type,unit,billing_period,list_price_cny,cost_cny,price_regulation,vat_rate"
)
LINE = "LINE.RENT,固定电话 月租,recurring,线,month,25.00,10.32,guided,0.09"
MOVE = "LINE.MOVE,固定电话 移机,one_time,次,once,80.00,66.06,guided,0.09"


def run(data: Path, *arguments: object) -> int:
    """One import."""
    return main(["--data", str(data), "--language", "en", "import", *map(str, arguments)])


def written(folder: Path, *lines: str) -> Path:
    """A price list as a text file."""
    path = folder / "list.csv"
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    return path


@pytest.fixture
def stocked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with two charges."""
    data = tmp_path / "data"
    assert run(data, written(tmp_path, FULL, LINE, MOVE), "--version", "v1") == 0
    capsys.readouterr()
    return data


def prices(data: Path) -> dict[str, str]:
    """List price by charge of the newest catalogue."""
    workspace = Workspace.open(data)
    catalog = workspace.catalog()
    workspace.close()
    assert catalog is not None
    return {c.code: str(c.list_price) for o in catalog.content.offerings for c in o.charges}


def test_a_dry_run_stores_nothing_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither catalogue nor customer nor quote."""
    case = ("--customer", CASE / "customer.toml", "--bills", CASE / "bills.csv")
    quote = ("--quote", CASE / "quote.toml")
    files = (SAMPLE / "catalogue.csv", "--bundles", SAMPLE / "bundles.toml")
    assert run(tmp_path, *files, *case, *quote, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "customer C0001 幼苗幼儿园, bills of 6 months read",
        "quote QW-20261123-0001 read",
    ]
    assert run(tmp_path, "--sample", "--dry-run") == 2
    workspace = Workspace.open(tmp_path)
    assert workspace.catalog() is None
    assert workspace.customers.search("", limit=9) == ()
    assert workspace.quotes.search("", limit=9) == ()
    workspace.close()


def test_a_dry_run_tells_every_change(stocked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Old and new, and what the file does not have."""
    short = written(stocked, "编码,单价", "LINE.RENT,26.50")
    assert run(stocked, short, "--missing", "withdraw", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[:-1] == [
        "Charge LINE.MOVE withdrawn",
        "Charge LINE.RENT: list price 25 → 26.5",
        "charges: 0 added, 1 changed, 1 withdrawn, 0 unchanged",
    ]
    assert prices(stocked) == {"LINE.RENT": "25.00", "LINE.MOVE": "80.00"}


def test_a_short_list_changes_prices_and_keeps_the_rest(stocked: Path) -> None:
    """Unless the user says that what is missing is withdrawn."""
    short = written(stocked, "编码,单价", "LINE.RENT,26.50")
    assert run(stocked, short, "--version", "v2") == 0
    assert prices(stocked) == {"LINE.RENT": "26.50", "LINE.MOVE": "80.00"}
    assert run(stocked, short, "--version", "v3", "--missing", "withdraw") == 0
    assert prices(stocked) == {"LINE.RENT": "26.50"}


def test_a_foreign_layout_is_read_by_saying_what_its_columns_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Constants fill what it does not have; nothing is guessed without them."""
    path = written(
        tmp_path,
        "Kennung,Was,Betrag,Steuer",
        "NET.RENT,宽带 月租,99.00,9%",
        "NET.INST,宽带 安装,0.00,9%",
    )
    assert run(tmp_path / "data", path) == 1
    assert "only looks like" in capsys.readouterr().err
    said = (
        *(
            "--column",
            "code=Kennung",
            "--column",
            "name_zh=Was",
            "--column",
            "list_price_cny=betrag",
        ),
        *("--column", "vat_rate=Steuer", "--set", "charge_type=recurring", "--set", "unit=条"),
        *(
            "--set",
            "billing_period=month",
            "--set",
            "cost_cny=0",
            "--set",
            "price_regulation=market",
        ),
    )
    assert run(tmp_path / "data", path, *said) == 0
    assert prices(tmp_path / "data") == {"NET.RENT": "99.00", "NET.INST": "0.00"}


def test_a_choice_without_its_text_is_not_understood(tmp_path: Path) -> None:
    """As any other mistake in the command."""
    assert run(tmp_path, written(tmp_path, FULL, LINE), "--set", "unit") == 2
