"""Open PDFs with PDFium, one at a time: it must never be entered by two threads."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_ALONE: Final = threading.RLock()
"""PDFium keeps state for the whole process and has no lock of its own."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF to read; other threads wait until it is closed again.

    Args:
        pdf: The file.
    """
    import pypdfium2

    with _ALONE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


@lru_cache(maxsize=2)
def page_texts(pdf: bytes) -> tuple[str, ...]:
    """What each page says, as PDFium reads it; a file that is looked at twice is read once.

    Args:
        pdf: The file.
    """
    with opened(pdf) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
        return tuple(texts)
