"""The dialog of the language of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.language_dialog import LanguageDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("language", ["zh", "en"])
def test_present_language_is_shown_and_another_can_be_chosen(qtbot: QtBot, language: str) -> None:
    """One of two, always."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LanguageDialog(language, window)
    dialog.open()
    assert dialog.language() == language
    dialog.english.setChecked(True)
    assert dialog.language() == "en"
    dialog.chinese.setChecked(True)
    assert dialog.language() == "zh"
