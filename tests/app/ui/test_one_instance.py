"""A second start hands its file to the window that is there; another data folder has its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.ui.one_instance import OneInstance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[3]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.one_instance import OneInstance
application = QCoreApplication([])
print(OneInstance(Path(sys.argv[1])).claim(sys.argv[2]))
"""


def second(folder: Path, file: str) -> subprocess.Popen[str]:
    """Start a process that wants the window of a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), file],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[OneInstance]:
    """The one window of a folder that was not there before."""
    _ = qtbot
    instance = OneInstance(tmp_path / "data")
    assert instance.claim()
    yield instance
    instance.release()


def test_a_second_start_hands_its_file_over(
    qtbot: QtBot, first: OneInstance, tmp_path: Path
) -> None:
    """The first one is told, Chinese names and all; the second shows no window."""
    with qtbot.waitSignal(first.asked, timeout=30_000) as asked:
        process = second(tmp_path / "data", "审批 请求.qreq")
    assert asked.args == ["审批 请求.qreq"]
    assert process.communicate(timeout=30)[0].strip() == "False"


def test_another_folder_has_a_window_of_its_own(first: OneInstance, tmp_path: Path) -> None:
    """Several people, or profiles, at one computer."""
    assert first is not None
    other = OneInstance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_a_window_that_went_gives_way(first: OneInstance, tmp_path: Path) -> None:
    """The next start is the one window."""
    first.release()
    process = second(tmp_path / "data", "")
    assert process.communicate(timeout=30)[0].strip() == "True"


def test_a_killed_window_holds_nothing(tmp_path: Path) -> None:
    """What it left behind, lock and socket, is taken over."""
    code = SECOND + "\nimport os; os.kill(os.getpid(), 9)"
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data"), ""],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=60,
    )
    assert killed.returncode != 0
    instance = OneInstance(tmp_path / "data")
    assert instance.claim()
    instance.release()
