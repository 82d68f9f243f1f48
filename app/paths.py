"""Where the program's own files and the user's files are, from source or frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def program_folder() -> Path:
    """The folder that holds ``templates`` and ``resources``."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file or folder below ``resources``."""
    return program_folder().joinpath("resources", *parts)


def template_folder() -> Path:
    """The folder of the templates that come with the program."""
    return program_folder() / "templates"


def manual_folder() -> Path:
    """The folder of the manual: one folder for each language."""
    return program_folder() / "docs" / "manual"


def data_folder() -> Path:
    """The user's data folder; ``QUOTEWRIGHT_DATA`` overrides it. It is not created here."""
    override = os.environ.get("QUOTEWRIGHT_DATA")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Quotewright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Quotewright"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "quotewright"
