"""Dialogs about reduced months and a yearly change refuse what makes no sense, and say why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.figures import Figures
from app.translation import load_words
from app.ui.dialogs.timing_dialogs import RampDialog, ReducedDialog
from app.ui.presenting.speaker import Speaker
from pricing.alterations.reduced_months import ReducedMonths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SPEAKER = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """What the dialogs belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def test_months_and_percentage_make_a_reduction(window: QWidget) -> None:
    """Months 4 to 6 at half price."""
    dialog = ReducedDialog(None, 24, SPEAKER, window)
    found: list[ReducedMonths | None] = []
    dialog.accepted.connect(lambda: found.append(dialog.reduced))
    dialog.first.setValue(4)
    dialog.last.setValue(6)
    dialog.percent.setText("50%")
    dialog.agree.click()
    assert found == [ReducedMonths(4, 6, Decimal(50))]


def test_a_present_reduction_is_shown_and_zero_takes_it_away(window: QWidget) -> None:
    """The dialog opens on what is there."""
    dialog = ReducedDialog(ReducedMonths(2, 5, Decimal("12.5")), 24, SPEAKER, window)
    found: list[ReducedMonths | None] = []
    dialog.accepted.connect(lambda: found.append(dialog.reduced))
    assert (dialog.first.value(), dialog.last.value(), dialog.percent.text()) == (2, 5, "12.5")
    dialog.percent.setText("0")
    dialog.agree.click()
    assert found == [None]


@pytest.mark.parametrize(
    ("first", "last", "percent", "told"),
    [
        (6, 4, "50", "The last month lies before the first"),
        (4, 6, "100", "Use free months for months that cost nothing"),
        (4, 6, "101", "Type a percentage from 0 to 100"),
        (4, 6, "-1", "Type a percentage from 0 to 100"),
        (4, 6, "12.345", "Type a percentage from 0 to 100"),
        (4, 6, "half", "Type a number"),
    ],
)
def test_what_makes_no_sense_keeps_the_dialog_open(
    window: QWidget, first: int, last: int, percent: str, told: str
) -> None:
    """It says what is wrong; months beyond the term cannot be typed at all."""
    dialog = ReducedDialog(None, 12, SPEAKER, window)
    dialog.open()
    dialog.first.setValue(first)
    dialog.last.setValue(last)
    dialog.percent.setText(percent)
    dialog.agree.click()
    assert dialog.isVisible()
    assert dialog._problem.text() == told
    dialog.last.setValue(13)
    assert dialog.last.value() == 12


def test_a_yearly_change_may_fall_but_not_below_nothing(window: QWidget) -> None:
    """-3 is taken, -100 is not."""
    dialog = RampDialog(Decimal(5), SPEAKER, window)
    found: list[Decimal] = []
    dialog.accepted.connect(lambda: found.append(dialog.chosen))
    assert dialog.percent.text() == "5"
    dialog.percent.setText("-100")
    dialog.agree.click()
    assert found == []
    dialog.percent.setText("-3")
    dialog.agree.click()
    assert found == [Decimal(-3)]
