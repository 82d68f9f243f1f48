"""Twenty deliberately messy workbooks: every cell is right, or told with its reason."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.app.services.messy.building import MessyCase
from tests.app.services.messy.reading import compare, compare_file

OLD = sorted((Path(__file__).parent / "old").glob("*.xls"))
CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def load(path: Path) -> MessyCase:
    """One case."""
    return msgspec.toml.decode(path.read_bytes(), type=MessyCase)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_cell_is_right_or_told(path: Path, tmp_path: Path) -> None:
    """No cell is silently wrong, no row is invented, each rejected row has its reason."""
    case = load(path)
    compared = compare(case, tmp_path)
    assert compared.wrong == ()
    assert compared.unasked == ()
    assert set(case.told) <= compared.told
    assert compared.errors <= set(case.told)


def test_nearly_all_cells_of_all_workbooks_are_right(tmp_path: Path) -> None:
    """At least 99 in 100, over twenty workbooks."""
    compared = [compare(load(path), tmp_path) for path in CASES]
    assert len(CASES) == 20
    cells = sum(one.cells for one in compared)
    wrong = sum(len(one.wrong) for one in compared)
    assert cells > 500
    assert wrong * 100 <= cells


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_the_old_format_reads_the_same(path: Path) -> None:
    """Four of the workbooks as an office program saved them for Excel 97."""
    case = load(path.parent.parent / "cases" / f"{path.stem}.toml")
    compared = compare_file(case, path)
    assert (compared.wrong, compared.unasked) == ((), ())
    assert {one for one in case.told if "gate." not in one} <= compared.told
    assert compared.errors <= set(case.told)
