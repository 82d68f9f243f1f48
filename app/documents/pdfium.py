"""Open PDFs with PDFium, one at a time: it must never be entered by two threads."""

from __future__ import annotations

import threading
from contextlib import contextmanager
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
