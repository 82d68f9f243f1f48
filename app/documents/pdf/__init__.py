"""From a filled .docx to a PDF: reader, blocks, layout, drawing. Knows nothing of quotes.

``convert`` reads the package (:mod:`docx_reader`, :mod:`styles`, :mod:`numbering`), turns it into
:mod:`blocks`, lays these out (:mod:`atoms`, :mod:`line_breaking`, :mod:`tables`, :mod:`page`) and
draws the finished pages (:mod:`writer`). What it cannot show is in the findings of the result.
"""

from __future__ import annotations

from app.documents.pdf.convert import convert
from app.documents.pdf.fonts import FontSet
from app.documents.pdf.report import Finding, PdfResult

__all__ = ["Finding", "FontSet", "PdfResult", "convert"]
