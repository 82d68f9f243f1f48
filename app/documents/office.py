"""LibreOffice or Word as converters where they are installed: limited processes, without network.

Our own renderer makes the official PDF unless the user chooses otherwise. LibreOffice is also the
second opinion: the comparison in ``tests/app/documents/pdf/compare`` measures against it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.errors import WorkerFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SECONDS: Final = 90.0
"""Wall time for one run, the office's first start included."""
_USUAL_PLACES: Final = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that nobody answers at: what asks for the network gets a refusal at once."""
_WORD_SCRIPT: Final = """
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $word.Options.UpdateLinksAtOpen = $false
  $paper = $word.Documents.Open($env:QUOTEWRIGHT_DOCX, $false, $true, $false)
  $paper.ExportAsFixedFormat($env:QUOTEWRIGHT_PDF, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1)
  $paper.Close($false)
} finally { $word.Quit() }
"""
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def converter(choice: str) -> Callable[[bytes], bytes] | None:
    """Return what makes a PDF of a Word document; None for our own renderer.

    Args:
        choice: ``own``, ``libreoffice`` or ``word``. A program that is not there gives None.
    """
    program = {"libreoffice": find_office, "word": find_word}.get(choice, lambda: None)()
    if program is None:
        return None
    make = office_pdf if choice == "libreoffice" else word_pdf
    return lambda docx: make(docx, program)


def find_word() -> Path | None:
    """Return the PowerShell that speaks to Word; None where there is no Word."""
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
        except OSError:
            return None
        found = shutil.which("powershell")
        return Path(found) if found else None
    return None


def word_pdf(docx: bytes, program: Path, *, seconds: float = SECONDS) -> bytes:
    """Convert one document with Word, macros and links off.

    Raises:
        WorkerFailed: Word ran out of time, or made no PDF.
    """
    with tempfile.TemporaryDirectory(prefix="quotewright-", ignore_cleanup_errors=True) as room:
        source, made = Path(room, "paper.docx"), Path(room, "paper.pdf")
        source.write_bytes(docx)
        places = {"QUOTEWRIGHT_DOCX": str(source), "QUOTEWRIGHT_PDF": str(made)}
        command = [str(program), "-NoProfile", "-NonInteractive", "-Command", _WORD_SCRIPT]
        _run(command, places, seconds, worker="word")
        if not made.is_file():
            raise WorkerFailed(worker="word", reason="died")
        return made.read_bytes()


def find_office() -> Path | None:
    """Return the LibreOffice program of this computer, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def office_pdf(docx: bytes, program: Path, *, seconds: float = SECONDS) -> bytes:
    """Convert one document.

    Raises:
        WorkerFailed: The office ran out of time, or made no PDF.
    """
    with tempfile.TemporaryDirectory(prefix="quotewright-", ignore_cleanup_errors=True) as room:
        source = Path(room, "paper.docx")
        source.write_bytes(docx)
        office_pdfs([source], Path(room), program, profile=Path(room, "profile"), seconds=seconds)
        return source.with_suffix(".pdf").read_bytes()


def office_pdfs(
    files: Sequence[Path],
    folder: Path,
    program: Path,
    *,
    profile: Path,
    seconds: float = SECONDS,
    surroundings: Mapping[str, str] | None = None,
) -> None:
    """Convert files in one run of the office; each PDF has the name of its file.

    Args:
        files: Word documents.
        folder: Where the PDFs go.
        program: The office.
        profile: Folder of the office's own settings; never the user's, whose window may be open.
        seconds: Wall time for all of them.
        surroundings: Further environment variables.

    Raises:
        WorkerFailed: The office ran out of time, or one of the PDFs is not there.
    """
    _prepare(profile)
    command = [
        *_without_network(),
        str(program),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    _run(command, surroundings or {}, seconds, worker="office")
    missing = [file for file in files if not (folder / file.with_suffix(".pdf").name).is_file()]
    if missing:
        raise WorkerFailed(worker="office", reason="died")


def _run(
    command: Sequence[str], surroundings: Mapping[str, str], seconds: float, *, worker: str
) -> None:
    """Run a program for a limited time; it and what it started end in any case."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), _NOWHERE)
    process = subprocess.Popen(  # noqa: S603 - a program found by name, files of our own
        command,
        env={**os.environ, **proxies, **surroundings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise WorkerFailed(worker=worker, reason="time") from None
    finally:
        _end(process)


def _prepare(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SETTINGS, encoding="utf-8")


def _without_network() -> list[str]:
    """A prefix that runs a program in a network of its own, where the system allows it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    prefix = [unshare, "--user", "--map-current-user", "--net"]
    tried = subprocess.run(  # noqa: S603 - a program of the system, no input
        [*prefix, "true"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return prefix if tried.returncode == 0 else []


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the office and what it started: its launcher hands over to a second process."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
