"""A catalogue is read in whatever form it comes, and means the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.paths import resource
from app.services.policies import load_tax_classes
from app.services.read_catalog import read_catalog
from catalog.tmf620.writing import write_tmf620

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)


def test_a_table_and_its_json_hold_the_same_offerings(tmp_path: Path) -> None:
    """The sample price list, and the same written as TMF620 with costs, read alike."""
    folder = resource("sample")
    taxes = load_tax_classes()
    table = read_catalog(folder / "catalogue.csv", folder / "bundles.toml", taxes, DAY).accepted()
    assert table.version == f"catalogue {DAY.isoformat()}"
    file = tmp_path / "catalogue.json"
    file.write_bytes(write_tmf620(table, DAY, with_cost=True))
    again = read_catalog(file, None, taxes, DAY).accepted()
    assert again.version == table.version
    assert again.offerings == table.offerings
    assert again.bundles == table.bundles
