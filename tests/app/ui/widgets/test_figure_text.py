"""Typed figures are understood, also in full width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent, QValidator
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.widgets.figure_text import FigureValidator, figure_text, normal_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("１２", "12"), ("８４。６％", "84.6%"), ("－5", "-5"), (" 7 ", "7"), ("−3", "-3")],
)
def test_full_width_figures_become_plain(typed: str, plain: str) -> None:
    """A Chinese input method gives full-width digits and marks."""
    assert normal_text(typed) == plain


def test_a_shown_figure_is_edited_without_its_decoration() -> None:
    """Currency sign, grouping and percent sign would be in the way."""
    assert figure_text("¥ 12,880.00") == "12880.00"
    assert figure_text("77.5%") == "77.5"


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("12", QValidator.State.Acceptable),
        ("８.５折", QValidator.State.Acceptable),
        ("", QValidator.State.Intermediate),
        ("-", QValidator.State.Intermediate),
        ("＝85", QValidator.State.Acceptable),
        ("=", QValidator.State.Intermediate),
        ("8=5", QValidator.State.Invalid),
        ("宽带", QValidator.State.Invalid),
        ("1" * 17, QValidator.State.Invalid),
    ],
)
def test_what_may_stand_in_a_figure_cell(typed: str, state: QValidator.State) -> None:
    """Only figures; an unfinished one is not refused."""
    assert FigureValidator().validate(typed, len(typed))[0] == state


def test_the_field_shows_half_width_while_full_width_is_typed(qtbot: QtBot) -> None:
    """The input method commits, the field converts at once."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setValidator(FigureValidator(field))
    commit = QInputMethodEvent()
    commit.setCommitString("１２。５")
    QApplication.sendEvent(field, commit)
    assert field.text() == "12.5"
