"""Runs the journey of a case on a screen of its own, and reads the papers that it left."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from tests.journeys.on_screen.screen import screen
from tests.journeys.on_screen.window_on_screen import Report

_ROOT: Final = Path(__file__).parents[3]
_PATIENCE_S: Final = 600


class Setting(NamedTuple):
    """On which screen, and how the window is.

    Attributes:
        manner: ``keys`` alone, ``mouse`` wherever it can be used, or ``every-key`` in turn.
        language: Of the window.
        theme: ``light`` or ``dark``.
        size: Of the window, in logical pixels.
        scale: Pixels of the screen to a logical one.
    """

    manner: str = "mouse"
    language: str = "zh"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    scale: float = 1.0


class Done(NamedTuple):
    """What a journey left.

    Attributes:
        report: What was done and seen.
        papers: By name.
        printed: What the printer got.
    """

    report: Report
    papers: dict[str, Path]
    printed: Path


def run_case(case: int, setting: Setting, folder: Path) -> Done:
    """Let a user work through a case in the real window.

    Args:
        case: From 1 to 5.
        setting: Screen and window.
        folder: Empty; everything is left there.
    """
    width, height = (round(edge * setting.scale) for edge in setting.size)
    with screen(width, height) as display:
        around = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": f"{setting.scale}",
            "PYTHONPATH": str(_ROOT),
        }
        size = "x".join(str(edge) for edge in setting.size)
        words = (str(case), setting.manner, setting.language, setting.theme, size, str(folder))
        program = [sys.executable, "-m", "tests.journeys.on_screen.window_on_screen", *words]
        subprocess.run(program, env=around, cwd=folder, check=True, timeout=_PATIENCE_S)
    report = msgspec.json.decode((folder / "report.json").read_bytes(), type=Report)
    papers = {path.name: path for path in (folder / "papers").glob("*/*")}
    return Done(report, papers, folder / "print.pdf")


def text_of(paper: Path) -> str:
    """Everything that a paper says."""
    if paper.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(paper) as document:
            return "".join(page.get_textpage().get_text_bounded() for page in document)
    if paper.suffix == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(paper, data_only=True)
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return " ".join(f"{v:,.2f}" if isinstance(v, int | float) else str(v) for v in cells)
    with zipfile.ZipFile(paper) as package:
        return package.read("word/document.xml").decode()


def pages_of(paper: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(paper) as document:
        return len(document)
