"""TMF620 JSON becomes one new version with everything that a price list gives, or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.errors import FileRefused, FileUnreadable, ImportRejected
from app.services.import_tmf620 import is_tmf620_file, read_tmf620_file
from catalog.bundle_text import bundles_text
from catalog.product_catalog import ProductCatalog
from catalog.tmf620.writing import write_tmf620
from tests.builders import DAY, TAX_CLASSES, a_bundle
from tests.catalog.tmf620.samples import full_content, standard_offering, standard_price

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.import_catalog import CatalogImport


def read(path: Path, bundles: Path | None = None, *, version: str = "") -> CatalogImport:
    """As the command line reads it, with the tax classes of the builders."""
    return read_tmf620_file(path, bundles, TAX_CLASSES, DAY, version=version)


def standard_file(folder: Path, *resources: dict[str, object]) -> Path:
    """A file of another company's catalogue."""
    path = folder / "partner.json"
    path.write_text(json.dumps(resources), encoding="utf-8")
    return path


def test_a_catalogue_of_another_company_can_be_quoted_from(tmp_path: Path) -> None:
    """With its charges, findable, under the name of the file and the day."""
    offering = standard_offering("7", name="宽带")
    done = read(standard_file(tmp_path, offering, standard_price("31")))
    content = done.accepted()
    assert (content.version, content.title, content.imported_on) == (
        "partner 2026-11-23",
        "partner",
        DAY,
    )
    assert done.rows == 1
    assert content.offerings[0].initials == "kd"
    charge = ProductCatalog(content).charge("7.31")
    assert charge is not None
    assert charge.tax_class == "nine"
    assert [(p.code, p.where.file, p.blocks) for p in done.problems] == [
        ("exchange.vat_included", "partner.json", False),
        ("exchange.cost_missing", "partner.json", False),
        ("exchange.regulation_missing", "partner.json", False),
    ]


def test_our_file_names_its_version(tmp_path: Path) -> None:
    """Unless another one is given."""
    path = tmp_path / "ours.json"
    path.write_bytes(write_tmf620(full_content(), DAY))
    assert (read(path).accepted().version, read(path).accepted().title) == ("v1", "标题")
    assert read(path, version="v2").accepted().version == "v2"


def test_any_error_blocks_the_whole_import(tmp_path: Path) -> None:
    """The right offering does not come in without the wrong one."""
    path = standard_file(
        tmp_path, standard_offering("7"), standard_offering("8", "gone"), standard_price("31")
    )
    done = read(path)
    assert done.content is None
    with pytest.raises(ImportRejected) as failure:
        done.accepted()
    (problem,) = [p for p in failure.value.problems if p.blocks]
    assert (problem.code, problem.where.file) == ("exchange.unknown_reference", "partner.json")
    assert (problem.where.column, problem.where.subject) == (
        "$[1].productOfferingPrice[0].id",
        "8",
    )


def test_what_was_read_must_hang_together(tmp_path: Path) -> None:
    """The checks of any other import are made here too."""
    bundle = standard_offering("B", "90", isBundle=True)
    monthly = standard_price("90")
    done = read(standard_file(tmp_path, standard_offering(), standard_price(), bundle, monthly))
    assert [p.code for p in done.problems if p.blocks] == ["catalog.empty_bundle"]


def test_further_bundles_may_stand_in_a_text_beside_it(tmp_path: Path) -> None:
    """Ours on the offerings of another company; a fault there blocks as well."""
    path = standard_file(tmp_path, standard_offering(), standard_price())
    beside = tmp_path / "more.toml"
    bundle = a_bundle(parts=(("7.31", 2),))
    beside.write_text(bundles_text([bundle]), encoding="utf-8")
    content = read(path, beside).accepted()
    assert [bundle.components[0].charge for bundle in content.bundles] == ["7.31"]
    assert content.bundles[0].initials == "tc"
    beside.write_text("bundle = 3", encoding="utf-8")
    assert [p.code for p in read(path, beside).problems if p.blocks] == ["import.field_wrong"]


def test_a_file_without_offerings_is_a_finding(tmp_path: Path) -> None:
    """A catalogue of nothing would hide the one in use."""
    done = read(standard_file(tmp_path))
    assert done.content is None
    assert [(p.code, p.where.file) for p in done.problems] == [
        ("exchange.no_offerings", "partner.json")
    ]


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    """Of the file, not of the program."""
    with pytest.raises(FileUnreadable):
        read(tmp_path / "gone.json")


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """Before it is read as JSON: 50 MB, of which not all are loaded."""
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate((50 << 20) + 1)
    with pytest.raises(FileRefused) as refused:
        read(path)
    assert [found.code for found in refused.value.findings] == ["gate.file_too_large"]


def test_the_ending_tells_what_to_read(tmp_path: Path) -> None:
    """Tables are recognised by their content, JSON by its name."""
    assert is_tmf620_file(tmp_path / "a.JSON")
    assert not is_tmf620_file(tmp_path / "a.csv")
