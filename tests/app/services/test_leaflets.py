"""Leaflets go beside an export and come back by their hash, whatever lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import FileUnreadable
from app.services.export_catalog import ExportFormat, export_catalog
from app.services.leaflets import bring_leaflets, file_name, keep_leaflets, readable_copy
from app.services.workspace import Workspace
from app.storage.leaflet_store import LeafletStore
from app.translation import load_words
from catalog.local_text import LocalText
from catalog.selling_points import Leaflet
from tests.app.storage.test_leaflet_store import PDF
from tests.builders import DAY, a_content, an_offering

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", [ExportFormat.TOML, ExportFormat.JSON])
def test_leaflets_travel_beside_an_export(tmp_path: Path, kind: ExportFormat) -> None:
    """Another computer finds the very file; a second time there is nothing to bring."""
    here, there = LeafletStore(tmp_path / "here"), LeafletStore(tmp_path / "there")
    leaflet = here.keep("光纤.pdf", PDF)
    content = a_content(an_offering(leaflets=(leaflet,)))
    file = tmp_path / f"catalogue{kind.value}"
    words = load_words("zh")
    assert export_catalog(content, file, kind, day=DAY, words=words, leaflets=here) == ()
    assert (tmp_path / "catalogue-leaflets" / f"{leaflet.content}.pdf").read_bytes() == PDF
    assert bring_leaflets(there, content, file) == ()
    assert there.read(leaflet.content) == PDF
    (tmp_path / "catalogue-leaflets" / f"{leaflet.content}.pdf").unlink()
    assert bring_leaflets(there, content, file) == ()


def test_another_file_under_the_hash_is_not_taken(tmp_path: Path) -> None:
    """It is told, as a leaflet is that is nowhere, and nothing is kept."""
    here, there = LeafletStore(tmp_path / "here"), LeafletStore(tmp_path / "there")
    leaflet = here.keep("光纤.pdf", PDF)
    content = a_content(an_offering(leaflets=(leaflet,)))
    file = tmp_path / "catalogue.toml"
    folder = tmp_path / "catalogue-leaflets"
    folder.mkdir()
    (folder / f"{leaflet.content}.pdf").write_bytes(PDF + b"changed")
    (found,) = bring_leaflets(there, content, file)
    assert (found.code, found.where.subject, found.blocks) == (
        "exchange.leaflet_missing",
        "LINE",
        False,
    )
    assert not (tmp_path / "there").exists()


def test_files_are_kept_and_opened_under_their_name(tmp_path: Path) -> None:
    """A copy that other programs open; a file that is not there is told."""
    file = tmp_path / "光纤专线.pdf"
    file.write_bytes(PDF)
    workspace = Workspace.open(tmp_path / "data")
    (leaflet,) = keep_leaflets(workspace, [file])
    copy = readable_copy(workspace, leaflet)
    assert (copy.name, copy.read_bytes()) == ("光纤专线.pdf", PDF)
    assert readable_copy(workspace, leaflet) == copy
    with pytest.raises(FileUnreadable):
        keep_leaflets(workspace, [tmp_path / "gone.pdf"])
    workspace.close()


def test_a_name_holds_nothing_that_leads_elsewhere() -> None:
    """Separators and dots at the ends go; nothing left is called leaflet."""
    assert file_name(Leaflet(LocalText("../a:b"), "image/png", "")) == "_a_b"
    assert file_name(Leaflet(LocalText(" .. "), "image/png", "")) == "leaflet"
