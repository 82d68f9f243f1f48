"""Thirty deliberately messy files of bills: every cell is right, or told with its reason."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

from tests.app.services.messy_bills.reading import MessyBills, compare

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
OLD = sorted((Path(__file__).parent / "old").glob("*.xls"))


def load(path: Path) -> MessyBills:
    """One case."""
    return msgspec.toml.decode(path.read_bytes(), type=MessyBills)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_amount_is_right_or_told(path: Path, tmp_path: Path) -> None:
    """No amount is silently wrong, none is invented, each rejected row has its reason."""
    case = load(path)
    compared = compare(case, tmp_path)
    assert compared.wrong == ()
    assert compared.unasked == ()
    assert set(case.told) <= compared.told
    assert compared.errors <= set(case.told)
    assert compared.totals == case.totals


def test_nearly_all_cells_of_all_files_are_right(tmp_path: Path) -> None:
    """At least 99 in 100, over all imports; the score is printed."""
    cells = wrong = rejected = explained = 0
    for number, path in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        compared = compare(load(path), folder)
        cells += compared.cells
        wrong += len(compared.wrong)
        rejected += compared.rejected
        explained += len({told.split()[0] for told in compared.errors if told[0] != "0"})
    sys.stdout.write(
        f"\n{len(CASES)} messy imports: {cells - wrong} of {cells} cells right;"
        f" {rejected} rows rejected, {explained} rows with a reason\n"
    )
    assert len(CASES) == 30
    assert cells > 500
    assert wrong * 100 <= cells
    assert explained == rejected


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_the_old_format_reads_the_same(path: Path, tmp_path: Path) -> None:
    """Some of the workbooks as an office program saved them for Excel 97."""
    case = load(path.parent.parent / "cases" / f"{path.stem}.toml")
    compared = compare(case, tmp_path, path)
    assert (compared.wrong, compared.unasked) == ((), ())
    assert set(case.told) <= compared.told
    assert compared.errors <= set(case.told)
    assert compared.totals == case.totals
