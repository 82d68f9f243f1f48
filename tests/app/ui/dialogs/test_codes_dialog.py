"""The dialog of promotion codes: what is typed is told, and only known codes are taken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.figures import Figures
from app.translation import load_words
from app.ui.dialogs.codes_dialog import CodesDialog
from app.ui.presenting.speaker import Speaker
from catalog.period import ValidityPeriod
from pricing.rule import When
from tests.builders import a_context
from tests.pricing.rule_builders import a_policy, a_promotion, percent_off

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RULES = a_policy(
    a_promotion(percent_off(10), "A", when=When(codes=("AUTUMN",))),
    a_promotion(
        percent_off(10), "B", when=When(ValidityPeriod(None, date(2026, 1, 31)), codes=("WINTER",))
    ),
).rules


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it must outlive it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(window: QWidget) -> CodesDialog:
    """Open on a quote that has one code."""
    speaker = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)
    opened = CodesDialog(("AUTUMN",), RULES, a_context(), speaker, window)
    opened.open()
    return opened


def test_codes_are_read_with_any_separator_and_spelled_as_the_rules_do(dialog: CodesDialog) -> None:
    """Blanks, commas and Chinese commas part them; each counts once."""
    assert dialog.codes() == ("AUTUMN",)
    dialog.typed.setText(" winter,autumn、ＷＩＮＴＥＲ,x ")
    assert dialog.codes() == ("WINTER", "AUTUMN", "x")
    dialog.typed.setText("  ")
    assert dialog.codes() == ()


def test_each_code_is_told_while_it_is_typed(dialog: CodesDialog) -> None:
    """What one brings, or why it brings nothing."""
    assert dialog.news.text() == "AUTUMN: rule A"
    dialog.typed.setText("winter x")
    assert dialog.news.text().splitlines() == [
        "The promotion of code WINTER ended on 2026-01-31; it is not used.",
        "There is no promotion code “x”; it is not used.",
    ]


def test_an_unknown_code_is_not_taken_and_one_that_is_over_is(dialog: CodesDialog) -> None:
    """The second may hold again when the price date is changed; a wrong word never will."""
    dialog.typed.setText("winter x")
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.typed.setText("winter")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
