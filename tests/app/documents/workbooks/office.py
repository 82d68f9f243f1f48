"""LibreOffice as the judge of our formulas: it recalculates workbooks, several in one start."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook


def formulas(data: bytes) -> Workbook:
    """A workbook with its formulas as text."""
    return openpyxl.load_workbook(io.BytesIO(data))


def values(data: bytes) -> Workbook:
    """A workbook with the values that stand beside the formulas."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def recalculated(folder: Path, workbooks: Mapping[str, Workbook]) -> dict[str, Workbook]:
    """What LibreOffice works out; openpyxl saves no values, so nothing can be copied from them.

    Args:
        folder: A temporary folder.
        workbooks: Workbooks with formulas, by name.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.fail("soffice (LibreOffice) is missing: it is installed by `make test`")
    source, target = folder / "source", folder / "target"
    source.mkdir()
    for name, workbook in workbooks.items():
        workbook.save(source / f"{name}.xlsx")
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(target)]
    command += [str(source / f"{name}.xlsx") for name in workbooks]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return {
        name: openpyxl.load_workbook(target / f"{name}.xlsx", data_only=True) for name in workbooks
    }
