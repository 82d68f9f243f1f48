"""The form that is made of an offering's characteristics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.figures import Figures
from app.translation import load_words
from app.ui.dialogs.characteristics_dialog import CharacteristicsDialog
from app.ui.presenting.speaker import Speaker
from tests.catalog.detailed import EVERY_KIND

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ENGLISH = Figures("en")
PRESENT = {"speed": "200", "fibre": "G.652"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it must outlive it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def opened(
    window: QWidget, present: dict[str, str], figures: Figures = ENGLISH
) -> CharacteristicsDialog:
    """The dialog for the six characteristics of the detailed example."""
    speaker = Speaker(load_words("en"), figures, QCoreApplication.translate)
    dialog = CharacteristicsDialog("Circuit", EVERY_KIND, present, speaker, window)
    dialog.open()
    return dialog


def test_fields_show_what_is_chosen_and_what_is_usual(window: QWidget) -> None:
    """A line for numbers and texts, a list for choices, a box for yes and no."""
    dialog = opened(window, PRESENT)
    fields = dialog.fields
    speed, grade, routes = fields["speed"], fields["grade"], fields["routes"]
    assert isinstance(speed, QLineEdit)
    assert (speed.text(), speed.placeholderText()) == ("200", "10–1000.5 Mbit/s")
    assert speed.accessibleName() == "speed *"
    assert isinstance(grade, QComboBox)
    assert [grade.itemText(n) for n in range(grade.count())] == ["(not chosen)", "gold", "silver"]
    assert grade.currentData() == "silver"
    assert isinstance(routes, QCheckBox)
    assert not routes.isChecked()


def test_a_value_that_does_not_fit_keeps_the_dialog_open(window: QWidget) -> None:
    """It says which one and what is allowed; what fits is accepted with all the others."""
    dialog = opened(window, PRESENT)
    accepted: list[dict[str, str]] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.values))
    speed, routes = dialog.fields["speed"], dialog.fields["routes"]
    assert isinstance(speed, QLineEdit)
    assert isinstance(routes, QCheckBox)
    for typed in ("2000", "fast", "10.2", ""):
        speed.setText(typed)
        dialog.agree.click()
        assert accepted == []
    speed.setText("10.5")
    routes.setChecked(True)
    dialog.agree.click()
    assert accepted == [
        {"speed": "10.5", "grade": "silver", "fibre": "G.652", "routes": "yes", "place": "1号楼"}
    ]


def test_a_value_of_another_catalogue_is_shown_as_it_is(window: QWidget) -> None:
    """So that nobody changes it without noticing; it is refused."""
    dialog = opened(window, {**PRESENT, "fibre": "G.651"})
    fibre = dialog.fields["fibre"]
    assert isinstance(fibre, QComboBox)
    assert fibre.currentText() == "G.651"
    dialog.agree.click()
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept"), [("１G", "1000"), ("0.3", "300"), ("300M", "300"), ("300 Mbit/s", "300")]
)
def test_a_speed_is_shown_and_typed_in_the_unit_chosen(
    window: QWidget, typed: str, kept: str
) -> None:
    """In Gbps 200 Mbit/s are 0.2; either unit is understood, and the catalogue's is kept."""
    dialog = opened(window, PRESENT, Figures("en", speeds="gbps"))
    speed = dialog.fields["speed"]
    assert isinstance(speed, QLineEdit)
    assert speed.text() == "0.2 Gbps"
    speed.setText(typed)
    dialog.accept()
    assert dialog.values["speed"] == kept
