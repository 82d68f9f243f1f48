"""A bug is shown, told on stderr, and the program goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.crash_dialog import CrashDialog, catch_crashes

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_what_nobody_caught_opens_the_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report names the failure and the versions; it can be copied."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    catch_crashes(window)
    failure = ZeroDivisionError("a bug")
    sys.excepthook(ZeroDivisionError, failure, None)
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    assert "ZeroDivisionError: a bug" in dialog.report
    assert "Qt 6" in dialog.report
    assert "a bug" in capsys.readouterr().err
    dialog.copy()
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.accept()


def test_an_interrupt_still_ends_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C in a terminal is no bug."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    catch_crashes(window)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert window.findChildren(CrashDialog) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
