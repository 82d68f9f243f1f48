"""What a conversion says about itself: the PDF, and what of the document it could not show."""

from __future__ import annotations

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Something of the document that the PDF does not show as Word would.

    Attributes:
        what: An unsupported feature (``text box``) or a missing character (``missing glyph 𠮷``).
        where: The document part and the text near the place.
    """

    what: str
    where: str


class PdfResult(msgspec.Struct, frozen=True):
    """A converted document.

    Attributes:
        data: The PDF file.
        pages: Number of pages.
        findings: What is not shown as Word would show it, each kind and place once.
    """

    data: bytes
    pages: int
    findings: tuple[Finding, ...]


class Report:
    """Collects findings while a document is read and laid out, in the order of the document."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self._findings: dict[Finding, None] = {}

    def add(self, what: str, where: str) -> None:
        """Note a finding; the same one twice counts once."""
        self._findings[Finding(what, where)] = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found so far."""
        return tuple(self._findings)
