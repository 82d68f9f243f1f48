"""A version leaves in four formats and comes back, file for file, to the same bytes."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import FileError
from app.services.export_catalog import ExportFormat, export_catalog
from app.services.import_catalog import read_catalog_files
from app.services.import_tmf620 import read_tmf620_file
from app.translation import load_words
from catalog.problem import Severity
from tests.builders import DAY, a_charge, a_content, an_offering
from tests.catalog.tmf620.samples import full_content, without_cost
from tests.sample import QUOTE_DAY, sample_import

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent

WORDS = load_words("zh")


def export(content: CatalogContent, path: Path, *, with_cost: bool = True) -> tuple[Problem, ...]:
    """Write in the format of the file's name, with the rates of the sample's day."""
    kind = ExportFormat.of(path)
    assert kind is not None
    return export_catalog(content, path, kind, day=QUOTE_DAY, words=WORDS, with_cost=with_cost)


def test_the_ending_tells_the_format(tmp_path: Path) -> None:
    """In any case; other endings are none of ours."""
    assert ExportFormat.of(tmp_path / "a.CSV") is ExportFormat.CSV
    assert ExportFormat.of(tmp_path / "a.json") is ExportFormat.JSON
    assert ExportFormat.of(tmp_path / "a.pdf") is None
    assert ExportFormat.of(tmp_path / "csv") is None


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_price_list_and_bundles_come_back_and_leave_the_same(tmp_path: Path, ending: str) -> None:
    """The sample, by the readers that any file goes through: together they say everything."""
    content = sample_import().accepted()
    prices, bundles = tmp_path / f"one{ending}", tmp_path / "one.toml"
    (told,) = export(content, prices)
    assert told.code == "exchange.details_left_out"
    assert export(content, bundles) == ()
    read = read_catalog_files(
        prices, bundles, content.tax_classes, QUOTE_DAY, version="sample", title=content.title
    )
    assert read.problems == ()
    assert read.accepted() == content
    export(read.accepted(), tmp_path / f"two{ending}")
    export(read.accepted(), tmp_path / "two.toml")
    assert (tmp_path / f"two{ending}").read_bytes() == prices.read_bytes()
    assert (tmp_path / "two.toml").read_bytes() == bundles.read_bytes()


@pytest.mark.parametrize("with_cost", [False, True])
def test_tmf620_comes_back_and_leaves_the_same(tmp_path: Path, with_cost: bool) -> None:
    """In one file, with version and title; without costs all but those."""
    content = sample_import().accepted()
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    assert export(content, one, with_cost=with_cost) == ()
    read = read_tmf620_file(one, None, content.tax_classes, QUOTE_DAY)
    assert [problem.code for problem in read.problems] == (
        [] if with_cost else ["exchange.cost_missing"]
    )
    assert read.accepted() == (content if with_cost else without_cost(content))
    export(read.accepted(), two, with_cost=with_cost)
    assert two.read_bytes() == one.read_bytes()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_price_list_for_others_has_no_cost(tmp_path: Path, ending: str) -> None:
    """So it cannot become a catalogue by mistake: the import misses the column."""
    content = sample_import().accepted()
    path = tmp_path / f"one{ending}"
    export(content, path, with_cost=False)
    read = read_catalog_files(path, None, content.tax_classes, QUOTE_DAY, version="sample")
    assert [(p.code, p.parameters) for p in read.problems] == [
        ("import.column_missing", {"column": "cost_cny"})
    ]


def test_csv_is_marked_as_utf_8(tmp_path: Path) -> None:
    """Spreadsheets on Windows take it for their own code page otherwise."""
    path = tmp_path / "one.csv"
    export(sample_import().accepted(), path)
    data = path.read_bytes()
    assert data.startswith(BOM_UTF8 + b"code,name_zh,")
    assert b"\r" not in data
    assert data.decode("utf-8-sig").count("\n") == 345


def test_what_a_price_list_has_no_column_for_is_told(tmp_path: Path) -> None:
    """In both of its forms; the other formats keep everything of theirs."""
    content = full_content()
    for ending in (".csv", ".xlsx"):
        found = export(content, tmp_path / f"one{ending}")
        assert {problem.code for problem in found} == {"exchange.left_out"}
        assert len(found) == 2
    assert export(content, tmp_path / "one.json") == ()
    assert export(content, tmp_path / "one.toml") == ()


def test_a_text_that_a_spreadsheet_would_calculate_is_told(tmp_path: Path) -> None:
    """In CSV, which cannot mark it; prices below zero are numbers and no such text."""
    charge = msgspec.structs.replace(a_charge(price="-400.00"), unit="=1+1")
    content = a_content(an_offering(charge))
    (problem,) = export(content, tmp_path / "one.csv")
    assert (problem.code, problem.severity) == ("exchange.looks_like_formula", Severity.WARNING)
    assert (problem.where.row, problem.where.column) == (2, "unit")
    assert problem.parameters == {"value": "=1+1"}
    assert export(content, tmp_path / "one.xlsx") == ()


def test_price_records_come_back_from_the_text(tmp_path: Path) -> None:
    """Beside a price list that has none of them."""
    content = full_content()
    prices, bundles = tmp_path / "one.csv", tmp_path / "one.toml"
    export_catalog(content, prices, ExportFormat.CSV, day=DAY, words=WORDS, with_cost=True)
    export(content, bundles)
    read = read_catalog_files(prices, bundles, content.tax_classes, DAY, version="v2")
    assert read.accepted().price_records == content.price_records


def test_a_file_that_cannot_be_written_is_a_failure_of_ours(tmp_path: Path) -> None:
    """With its reason; nothing is left behind."""
    with pytest.raises(FileError) as failure:
        export(a_content(), tmp_path / "gone" / "one.json")
    assert failure.value.parameters["reason"] == "folder_missing"
    assert list(tmp_path.iterdir()) == []
