"""Every setting is shown, kept as entered, and what cannot be kept is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import asdict, replace
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from app.settings import Settings, setting_fields
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.presenting.setting_words import choice_words, example_name, fault_of
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


def test_what_is_shown_and_left_alone_stays(window: QWidget) -> None:
    """Every field of the settings has an editor that gives back what it was given."""
    settings = Settings(
        manager_name="王芳", term=36, theme="dark", role="boss", file_names="{title}"
    )
    dialog = SettingsDialog(settings, MATRIX, speaker(), window)
    assert dialog.settings() == settings
    assert all(dialog.editor(name).accessibleName() for name in asdict(settings))


def test_every_setting_is_kept_as_it_was_entered(window: QWidget) -> None:
    """Choices, numbers and texts."""
    dialog = SettingsDialog(Settings(), MATRIX, speaker(), window)
    theme, term, hotline = (dialog.editor(n) for n in ("theme", "term", "supplier_hotline"))
    assert isinstance(theme, QComboBox)
    assert isinstance(term, QSpinBox)
    assert isinstance(hotline, QLineEdit)
    theme.setCurrentIndex(theme.findData("dark"))
    term.setValue(24)
    hotline.setText(" 10000 ")
    wanted = replace(Settings(), theme="dark", term=24, supplier_hotline="10000")
    assert dialog.settings() == wanted


def test_a_pattern_with_an_unknown_field_is_not_kept(window: QWidget) -> None:
    """The dialog stays open and names the field and those that there are."""
    dialog = SettingsDialog(Settings(), MATRIX, speaker(), window)
    dialog.open()
    pattern = dialog.editor("file_names")
    assert isinstance(pattern, QLineEdit)
    pattern.setText("{customer}-{price}")
    dialog.accept()
    assert dialog.isVisible()
    assert "{price}" in fault_of(speaker(), dialog.settings())
    pattern.setText("{customer}-{paper}")
    dialog.accept()
    assert not dialog.isVisible()


def test_an_example_shows_what_a_pattern_makes() -> None:
    """What a file system refuses is replaced before anybody writes a file."""
    assert example_name(speaker(), "{number}:{kind}") == "QW-20261123-0001_proposal"


def test_every_choice_has_words() -> None:
    """None is shown by its name in the program."""
    words = choice_words(speaker())
    wanted = {(field.name, one) for field in setting_fields() for one in field.choices}
    assert set(words) == wanted
