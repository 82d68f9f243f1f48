"""Who is at work is kept in the settings; the list of staff fills in what it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from app.ui.dialogs.profile_dialog import ProfileDialog
from app.ui.widgets.navigation import Navigation, NavItem
from tests.app.ui.speaking import speaker
from tests.sample import sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

MATRIX = sample_rules().authority


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """What the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def test_a_name_and_a_number_are_needed(window: QWidget) -> None:
    """A fresh installation has neither; everything else of the settings stays."""
    settings = Settings(term=36)
    dialog = ProfileDialog(settings, MATRIX, speaker(), window)
    assert not dialog.agree.isEnabled()
    dialog.number.setText(" 77 ")
    dialog.name.setText("王芳")
    assert dialog.agree.isEnabled()
    kept = dialog.settings()
    assert (kept.manager_id, kept.manager_name, kept.role, kept.term) == ("77", "王芳", "L1", 36)


def test_somebody_on_the_list_of_staff_is_known_by_number(window: QWidget) -> None:
    """Name and level come from the list."""
    dialog = ProfileDialog(Settings(), MATRIX, speaker(), window)
    dialog.number.setText("M102")
    assert (dialog.name.text(), dialog.settings().role) == ("陈志远", "L3")


def test_a_role_that_the_matrix_does_not_know_is_not_lost(window: QWidget) -> None:
    """It grants nothing, and is not turned into another one unasked."""
    dialog = ProfileDialog(Settings(role="boss"), MATRIX, speaker(), window)
    assert dialog.settings().role == "boss"


def test_the_navigation_shows_who_is_at_work(qtbot: QtBot) -> None:
    """The button at its foot asks; the name follows."""
    bar = Navigation("b", "m", "李明轩", "L1", (NavItem("a", "A", "user"),))
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.user_wanted):
        bar._user.click()
    bar.show_user("陈志远", "L3 部门经理")
    shown = [label.text() for label in bar._person]  # type: ignore[attr-defined] # labels
    assert shown == ["陈志远", "L3 部门经理"]
    assert bar._avatar.accessibleName() == "陈志远"
