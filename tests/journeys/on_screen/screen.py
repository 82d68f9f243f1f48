"""A screen of an X server of our own (Xvfb), and whether this machine can have one."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from ctypes.util import find_library
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROGRAMS = ("Xvfb", "xdotool", "xkbcomp")
_LIBRARY = "xcb-cursor"
"""What Qt needs on an X server and often is not there."""


def missing() -> str:
    """What is not installed, as the reason of a skipped test; empty where nothing is missing."""
    absent = [program for program in _PROGRAMS if shutil.which(program) is None]
    absent += [f"lib{_LIBRARY}"] if find_library(_LIBRARY) is None else []
    return f"not installed: {', '.join(absent)}" if absent else ""


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """An empty screen without a window manager, for as long as it is needed.

    Args:
        width: In pixels.
        height: In pixels.

    Yields:
        Its name, as ``DISPLAY`` wants it.
    """
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as told:
            number = told.readline().strip()  # written when the server takes clients
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
