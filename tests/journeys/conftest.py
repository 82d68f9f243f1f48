"""The real window on a real profile: the sample data, imported once and copied for each test."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from app.start import make_window
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.theme import Theme
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.ui.main_window import MainWindow

NOON = datetime(QUOTE_DAY.year, QUOTE_DAY.month, QUOTE_DAY.day, 4, tzinfo=UTC)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager; no other warning passes."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application in our look, with a cursor that does not blink."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["quotewright-tests"])
    application.setCursorFlashTime(0)
    if not application.findChildren(Theme):
        Theme(application)
    return application


@pytest.fixture(autouse=True)
def _nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail a journey whose window leaves a thread or a running timer behind when it is closed."""
    threads = set(threading.enumerate())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [thread.name for thread in threading.enumerate() if thread not in threads]
    assert left == []
    owners = [qapp, *qapp.topLevelWidgets()]
    timers = {timer for owner in owners for timer in owner.findChildren(QTimer)}
    active = [timer.parent() for timer in timers if timer.isActive()]
    assert active == []


@pytest.fixture(scope="session")
def sample_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample data."""
    folder = tmp_path_factory.mktemp("sample") / "profile"
    workspace = Workspace.open(folder)
    import_sample(workspace, today=QUOTE_DAY, now=NOON)
    workspace.close()
    return folder


@pytest.fixture
def profile(tmp_path: Path, sample_profile: Path) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "profile"
    shutil.copytree(sample_profile, folder)
    return folder


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[Callable[[Path], Hand]]:
    """Open the window on a data folder as the program does; closed after the test."""
    opened: list[MainWindow] = []

    def open_on(folder: Path) -> Hand:
        window = make_window(folder, language="zh", papers=folder.parent / "papers")
        failures: list[Exception] = []
        window.around.tasks.crashed.connect(failures.append)
        window.setProperty("failures", failures)
        opened.append(window)
        window.show()
        hand = Hand(window)
        hand.wait_for(lambda: window.workspace is not None or bool(failures), "the data")
        assert failures == []
        hand.wait_idle()
        return hand

    yield open_on
    for window in opened:
        window.close()
        window.around.toasts.clear()
        window.deleteLater()
    install_translation("en")  # other tests read the texts as they stand in the code
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hand(open_window: Callable[[Path], Hand], profile: Path) -> Hand:
    """A hand in the window on the sample data."""
    return open_window(profile)
