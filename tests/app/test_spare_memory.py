"""Giving memory back leaves everything as it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.spare_memory import give_back

_COUNT = 400
_SIZE = 100_000


def resident() -> int:
    """Pages that the process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc keeps memory")
def test_free_memory_leaves_the_process() -> None:
    """Forty megabytes in blocks below the last one in use, which the C library keeps."""
    kept = [bytearray(b"x") * _SIZE for _ in range(_COUNT)]
    last = bytearray(b"y") * _SIZE
    del kept
    before = resident()
    give_back()
    assert resident() <= before
    assert last == bytearray(b"y") * _SIZE
