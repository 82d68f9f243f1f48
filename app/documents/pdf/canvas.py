"""A reportlab canvas without its leftovers: no unembedded Helvetica, no text-encoded streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    import io


class PlainCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws with our own fonts only; the same drawing always gives the same bytes.

    Attributes:
        document: The PDF under construction, for fonts and pictures of our own.
    """

    def __init__(self, file: io.BytesIO, language: str) -> None:
        """Open an empty document in a language, given as a tag such as ``zh-CN``."""
        super().__init__(file, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7))
        self.document: pdfdoc.PDFDocument = self._doc

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page; its stream is compressed but, unlike reportlab's, not turned into text."""
        super().showPage()
        page = self.document.Pages.pages[-1]
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])

    def _make_preamble(self) -> None:
        """Begin pages without selecting a font: reportlab would name Helvetica in every file."""
        self._preamble = "1 0 0 1 0 0 cm"
