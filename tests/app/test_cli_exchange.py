"""The command line exports in every format and imports what it exported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.cli import DONE, FAILED, main
from tests.catalog.tmf620.samples import standard_offering, standard_price

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample data; only read afterwards."""
    folder = tmp_path_factory.mktemp("exchange")
    assert main(["--data", str(folder), "import", "--sample"]) == DONE
    return folder


def run(data: Path, *arguments: object, language: str = "en") -> int:
    """One command on a data folder."""
    return main(["--data", str(data), "--language", language, *map(str, arguments)])


def test_a_catalogue_moves_to_another_computer_unchanged(filled: Path, tmp_path: Path) -> None:
    """Exported there again, it is the same file, version and all."""
    here, there = tmp_path / "here.json", tmp_path / "there.json"
    other = tmp_path / "other"
    assert run(filled, "export", here, "--with-cost") == DONE
    assert run(other, "import", here) == DONE
    assert run(other, "export", there, "--with-cost") == DONE
    assert there.read_bytes() == here.read_bytes()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_price_list_with_its_bundles_moves_as_well(
    filled: Path, tmp_path: Path, ending: str
) -> None:
    """The version is named at the import, and again at the export."""
    one, two = tmp_path / f"one.{ending}", tmp_path / f"two.{ending}"
    bundles = tmp_path / "one.toml"
    other = tmp_path / "other"
    assert run(filled, "export", one, "--with-cost", "--version", "sample-2026-11") == DONE
    assert run(filled, "export", bundles) == DONE
    assert run(other, "import", one, "--bundles", bundles, "--version", "moved") == DONE
    assert run(other, "export", two, "--with-cost", "--version", "moved") == DONE
    assert run(other, "export", tmp_path / "two.toml") == DONE
    assert two.read_bytes() == one.read_bytes()
    assert (tmp_path / "two.toml").read_bytes() == bundles.read_bytes()


def test_costs_stay_here_unless_asked_for(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever imports such a file is told what margins are then worth."""
    path = tmp_path / "others.json"
    assert run(filled, "export", path) == DONE
    assert b'"cost"' not in path.read_bytes()
    capsys.readouterr()
    assert run(tmp_path / "other", "import", path) == DONE
    told = capsys.readouterr().err
    assert "344 charges have no cost" in told
    assert "margins look too good" in told


def test_a_faulty_file_is_told_with_path_and_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is stored."""
    path = tmp_path / "partner.json"
    path.write_text(json.dumps([standard_offering(), standard_price(tax=[])]), encoding="utf-8")
    assert run(tmp_path / "data", "import", path) == FAILED
    assert (
        "partner.json:$[1].tax:31: error: A price needs exactly one tax. Write one entry in tax"
        in capsys.readouterr().err
    )
    assert run(tmp_path / "data", "export", tmp_path / "none.json") == FAILED
    assert "There is no catalogue yet." in capsys.readouterr().err
    assert not (tmp_path / "none.json").exists()


def test_a_trial_stores_nothing(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of TMF620 as of a price list."""
    path = tmp_path / "one.json"
    assert run(filled, "export", path) == DONE
    assert run(tmp_path / "other", "import", path, "--dry-run") == DONE
    assert "read: 162 offerings, 344 charges, 20 bundles" in capsys.readouterr().out
    assert run(tmp_path / "other", "export", tmp_path / "two.json") == FAILED


def test_an_unknown_format_or_version_is_told(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what there is instead."""
    assert run(filled, "export", tmp_path / "a.pdf") == 2
    assert ".csv, .xlsx, .toml, .json" in capsys.readouterr().err
    assert run(filled, "export", tmp_path / "a.csv", "--version", "none") == FAILED
    assert "There is no record none." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
