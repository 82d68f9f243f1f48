"""Leaflets of what a quote holds, for the customer: three and a half sentences, and FABE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures import Figures
from app.services.telling_choices import sold_in
from app.storage.files import write_atomically
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.documents.leaflet_document import LeafletPage
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from catalog.local_text import Language

_PITCH = ("what_it_is", "whom_it_suits", "what_it_brings", "example")
_FABE = ("feature", "advantage", "benefit", "evidence")


def write_leaflets(workspace: Workspace, quote: Quote, file: Path) -> int:
    """Write a page for each offering of a quote of which something is said; how many there are.

    The language is that of the quote's papers. Nothing is written where nothing is said.

    Raises:
        RecordMissing: The catalogue of the quote is not there.
        FileError: The file cannot be written.
    """
    from app.documents.leaflet_document import leaflet_document

    pages = tuple(_pages(workspace, quote))
    if pages:
        write_atomically(file, leaflet_document(quote.title, pages))
    return len(pages)


def _pages(workspace: Workspace, quote: Quote) -> Iterator[LeafletPage]:
    from app.documents.leaflet_document import LeafletPage

    language: Language = "en" if quote.language == "en" else "zh"
    words, figures, supplier = load_words(language), Figures(language), workspace.supplier()
    foot = "  ".join(filter(None, (supplier.name, supplier.hotline)))
    for one in sold_in(quote, workspace.catalog_of(quote)).values():
        sentences = (figures.text(getattr(one.pitch, part)) for part in _PITCH)
        said = tuple(filter(None, sentences))
        points = tuple(
            (words(f"leaflet.{part}"), text)
            for part in _FABE
            if (text := figures.text(getattr(one.fabe, part)))
        )
        if said or points:
            yield LeafletPage(figures.text(one.name), said, points, foot)
