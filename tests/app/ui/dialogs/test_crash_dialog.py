"""A bug is shown, told on stderr, and the program goes on."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import StorageError
from app.ui.dialogs.crash_dialog import CrashDialog, catch_crashes, show_crash

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_nobody_caught_opens_the_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report names the failure and the versions; it can be copied."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    catch_crashes(window)
    failure = ZeroDivisionError("a bug")
    sys.excepthook(ZeroDivisionError, failure, None)
    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    assert "ZeroDivisionError" in dialog.report
    assert "Qt 6" in dialog.report
    assert "ZeroDivisionError" in capsys.readouterr().err
    dialog.copy()
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.accept()


def _fail_with_data() -> None:
    """Fail because of a failure that names a customer, in words and as a note."""
    try:
        dict[str, str]()["CANARYCUSTOMER"]
    except KeyError as failure:
        failure.add_note("CANARYNOTE")
        raise StorageError(file="/home/CANARYUSER/quote.db", reason="CANARYREASON") from failure


def test_a_report_names_no_customer_unless_the_user_agrees(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kinds and places of both failures are there; words only while the box is ticked."""
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(StorageError) as caught:
        _fail_with_data()
    show_crash(caught.value, window)
    (dialog,) = window.findChildren(CrashDialog)
    plain = dialog.report
    assert "CANARY" not in plain
    assert "CANARY" not in capsys.readouterr().err
    assert "CANARY" not in dialog.field.toPlainText()
    assert str(Path.home()) not in plain
    kinds = [row for row in plain.splitlines() if row.endswith(("KeyError", "StorageError"))]
    assert kinds == ["builtins.KeyError", "app.errors.StorageError"]
    assert "tests/app/ui/dialogs/test_crash_dialog.py:" in plain
    assert "_fail_with_data" in plain
    dialog.words.setChecked(True)
    for data in ("CANARYCUSTOMER", "CANARYNOTE", "CANARYREASON"):
        assert data in dialog.field.toPlainText()
    dialog.words.setChecked(False)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == plain
    dialog.accept()


def test_what_fails_again_is_shown_once(qtbot: QtBot) -> None:
    """A page that cannot be painted fails at each frame."""
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(3):
        show_crash(ZeroDivisionError(), window)
    (dialog,) = window.findChildren(CrashDialog)
    dialog.accept()


def test_a_failure_of_another_thread_is_shown_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes to the thread of the window first."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    catch_crashes(window)
    thread = threading.Thread(target=_fail_with_data)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    (dialog,) = window.findChildren(CrashDialog)
    assert "StorageError" in dialog.report
    dialog.accept()


def test_an_interrupt_still_ends_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C in a terminal is no bug."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    catch_crashes(window)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert window.findChildren(CrashDialog) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
