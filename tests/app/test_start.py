"""The start: one language, a window or the command line, and what PySide must not do to us."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import start

ROOT = Path(__file__).resolve().parents[2]


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own, without a screen."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_import_hook_of_pyside_is_undone() -> None:
    """It would read the source of every module that is imported later."""
    program = (
        "import builtins; before = builtins.__import__;"
        "from app.start import make_application; make_application();"
        "assert builtins.__import__ is before"
    )
    done = run(program)
    assert done.returncode == 0, done.stderr


def test_void_calls_of_qt_keep_none_alive() -> None:
    """PySide6 6.12.0 drops a reference of None at each, and then kills Python 3.11."""
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "application = QApplication([]); label = QLabel()\n"
        "before = sys.getrefcount(None)\n"
        "for count in range(200): label.setText(str(count))\n"
        "assert sys.getrefcount(None) >= before - 20, before - sys.getrefcount(None)\n"
    )
    done = run(program)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, True), ({"DISPLAY": ":0"}, False), ({"WAYLAND_DISPLAY": "w"}, False)],
)
def test_a_machine_without_display_is_recognised(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], expected: bool
) -> None:
    """Only Linux may be without one."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start.no_display() is expected
    monkeypatch.setattr(sys, "platform", "win32")
    assert start.no_display() is False


def test_a_command_goes_to_the_command_line() -> None:
    """Arguments never open a window; an unknown command is told as such."""
    with pytest.raises(SystemExit) as left:
        start.main(["no-such-command"])
    assert left.value.code == 2


def test_a_signed_file_alone_is_opened_in_the_window() -> None:
    """As a desktop hands it over; every other command line is a command."""
    assert start.signed_file(["QW-1-A.QDEC"]) == Path("QW-1-A.QDEC")
    for arguments in ([], ["check"], ["verify", "a.qdec"], ["contract.pdf"]):
        assert start.signed_file(arguments) is None
