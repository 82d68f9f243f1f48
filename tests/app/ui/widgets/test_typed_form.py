"""Fields that are checked while they are typed, and a quiet notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton

from app.ui.widgets.notice import Notice
from app.ui.widgets.typed_form import FormField, TypedForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = (("month", "每月"), ("year", "每年"))


def check(_name: str, text: str) -> str:
    """Only digits are taken."""
    return "" if text.isdigit() else "not a number"


@pytest.fixture
def form(qtbot: QtBot) -> TypedForm:
    """A price and a period, shown."""
    widget = TypedForm(check)
    qtbot.addWidget(widget)
    widget.set_fields(
        (FormField("price", "目录价", "25"), FormField("period", "周期", "year", WORDS))
    )
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def line(form: TypedForm) -> QLineEdit:
    """The field of the price."""
    editor = form.editor("price")
    assert isinstance(editor, QLineEdit)
    return editor


def faults(form: TypedForm) -> list[str]:
    """Reasons that are shown."""
    labels = form.findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "error" and label.text()]


def typed(form: TypedForm, text: str) -> list[tuple[str, str]]:
    """Type a text and press Enter; gives what was committed."""
    done: list[tuple[str, str]] = []
    form.edited.connect(lambda name, value: done.append((name, value)))
    line(form).setFocus()
    line(form).selectAll()
    QTest.keyClicks(line(form), text)
    QTest.keyClick(line(form), Qt.Key.Key_Return)
    return done


def test_a_text_with_a_reading_is_committed_by_enter(form: TypedForm) -> None:
    """Once."""
    assert typed(form, "30") == [("price", "30")]
    assert faults(form) == []


def test_a_text_without_a_reading_is_told_at_once_and_not_committed(form: TypedForm) -> None:
    """What was typed stays, to be mended."""
    assert typed(form, "3x") == []
    assert faults(form) == ["not a number"]
    assert line(form).text() == "3x"
    assert line(form).property("invalid")
    assert typed(form, "31")[-1:] == [("price", "31")]
    assert not line(form).property("invalid")


def test_only_known_words_can_be_chosen(form: TypedForm) -> None:
    """The word is committed, its text is shown."""
    combo = form.editor("period")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "每年"
    done: list[tuple[str, str]] = []
    form.edited.connect(lambda name, value: done.append((name, value)))
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert done == [("period", "month")]


def test_what_is_being_typed_is_not_overwritten(form: TypedForm) -> None:
    """A value that comes from elsewhere waits until the keyboard has left."""
    line(form).setFocus()
    QTest.keyClicks(line(form), "7")
    fields = (FormField("price", "目录价", "99"), FormField("period", "周期", "year", WORDS))
    form.set_fields(fields)
    assert line(form).text() == "725"


def test_a_finding_about_a_field_stands_under_it(form: TypedForm) -> None:
    """Also when nobody types."""
    form.set_fields(
        (
            FormField("price", "目录价", "25", fault="least above most"),
            FormField("period", "周期", "year", WORDS),
        )
    )
    assert faults(form) == ["least above most"]


def test_a_notice_offers_one_deed_and_goes_when_it_is_sent_away(qtbot: QtBot) -> None:
    """It is hidden until it has something to say."""
    notice = Notice("info")
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.say("newer prices", "Reprice")
    assert (notice.text, notice.isHidden()) == ("newer prices", False)
    with qtbot.waitSignal(notice.acted):
        notice.act.click()
    with qtbot.waitSignal(notice.closed):
        (close,) = notice.findChildren(QToolButton)
        close.click()
    assert notice.isHidden()
