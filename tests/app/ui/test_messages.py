"""Messages are asked through one door, and answers come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.ui.message_dialog import MessageDialog
from app.ui.messages import Messages, WindowMessages

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window to speak over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(act: Callable[[MessageDialog], None]) -> None:
    """Do something to the dialog as soon as it is open."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MessageDialog)
        act(dialog)

    QTimer.singleShot(0, find)


def press(text: str) -> Callable[[MessageDialog], None]:
    """Press the button with this text."""

    def act(dialog: MessageDialog) -> None:
        buttons = [button for button in dialog.findChildren(QPushButton) if button.text() == text]
        buttons[0].click()

    return act


@pytest.mark.parametrize(("button", "agreed"), [("Remove", True), ("Keep", False)])
def test_a_decision_comes_back(window: QWidget, button: str, agreed: bool) -> None:
    """The buttons name deeds."""
    answer(press(button))
    answered = WindowMessages(window).confirm("Remove three items?", yes="Remove", no="Keep")
    assert answered is agreed


def test_closing_the_dialog_is_a_no(window: QWidget) -> None:
    """Escape must never destroy anything."""
    answer(lambda dialog: dialog.reject())
    assert not WindowMessages(window).confirm("Remove?", yes="Remove", danger=True)


def test_enter_does_not_press_a_dangerous_button(window: QWidget) -> None:
    """The other button is the default."""
    defaults: list[str] = []

    def look(dialog: MessageDialog) -> None:
        buttons = dialog.findChildren(QPushButton)
        defaults.extend(button.text() for button in buttons if button.isDefault())
        dialog.reject()

    answer(look)
    WindowMessages(window).confirm("Remove?", yes="Remove", no="Keep", danger=True)
    assert defaults == ["Keep"]


def test_a_text_is_asked_for_and_trimmed(window: QWidget) -> None:
    """The button is off while there is nothing to answer."""

    def fill(dialog: MessageDialog) -> None:
        field = dialog.findChildren(QLineEdit)[0]
        agree = dialog.button("yes")
        assert not agree.isEnabled()
        QTest.keyClicks(field, " Site A ")
        assert agree.isEnabled()
        agree.click()

    answer(fill)
    assert WindowMessages(window).ask("Name of the section") == "Site A"


def test_a_declined_question_has_no_answer(window: QWidget) -> None:
    """None is not an empty text."""
    answer(press("Cancel"))
    assert WindowMessages(window).ask("Name", initial="Site A") is None


def test_an_error_shows_title_text_and_detail(window: QWidget) -> None:
    """The detail can be copied for whoever helps."""
    seen: list[str] = []

    def look(dialog: MessageDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel) if label.text())
        seen.extend(field.toPlainText() for field in dialog.findChildren(QPlainTextEdit))
        dialog.button("ok").click()

    answer(look)
    WindowMessages(window).error("Not saved", "The disk is full.", "errno 28")
    assert seen == ["Not saved", "The disk is full.", "errno 28"]


def test_texts_are_never_read_as_markup(window: QWidget) -> None:
    """A customer's name may contain a bracket."""
    dialog = MessageDialog(window, "info", "text", "<b>A</b>", "", "")
    titles = [label for label in dialog.findChildren(QLabel) if label.text() == "<b>A</b>"]
    assert [label.textFormat() for label in titles] == [Qt.TextFormat.PlainText]


def test_news_goes_to_the_toasts_when_there_are_any(window: QWidget) -> None:
    """No dialog stands in the way."""
    told: list[tuple[str, str]] = []
    messages = WindowMessages(window, lambda text, tone: told.append((text, tone)))
    messages.info("Saved")
    messages.info("Exported", "a.docx")
    assert told == [("Saved", "info"), ("Exported  a.docx", "info")]


def test_a_recorder_can_stand_in_the_door(messages: Messages) -> None:
    """Tests of pages answer without a dialog; the recorder keeps to the same protocol."""
    assert not messages.confirm("Remove?", yes="Remove")
    assert messages.ask("Name") is None
