"""Read back what an approved paper carries: its ticket and its words."""

from __future__ import annotations

from typing import NamedTuple

from app.documents.passages import squeezed
from app.documents.pdfium import opened
from app.documents.readback import pdf_pages


class SealedPaper(NamedTuple):
    """What was found in a paper.

    Attributes:
        ticket: The signed line; empty where there is none.
        pages: The text of every page, squeezed; of a Word document all of it is one.
    """

    ticket: str
    pages: tuple[str, ...]

    def shows(self, text: str) -> bool:
        """Whether every page says something."""
        return all(squeezed(text) in page for page in self.pages)

    def says(self, text: str) -> bool:
        """Whether any page says something."""
        return any(squeezed(text) in page for page in self.pages)


def read_sealed(pdf: bytes) -> SealedPaper:
    """What a PDF carries.

    Raises:
        ValueError: The bytes are no PDF.
    """
    with opened(pdf) as document:
        ticket = document.get_metadata_value("Keywords") or ""
    return SealedPaper(ticket, tuple(pdf_pages(pdf)))
