"""give_back(): memory that the program has no use for any more, to the system."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Give back what is free; does something where the C library keeps it otherwise (glibc).

    After large work with many small texts, such as indexing a catalogue of a hundred thousand
    offerings, that is tens of megabytes.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
