"""The language of the customer's papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from catalog.local_text import Language


class LanguageDialog(FormDialog):
    """Asks for Chinese or English."""

    def __init__(self, language: str, parent: QWidget) -> None:
        """Show the present language.

        Args:
            language: Of the quote.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Language of papers"), self.tr("Apply"), parent)
        self.chinese = QRadioButton(self.tr("Chinese"))
        self.english = QRadioButton(self.tr("English"))
        chosen = self.english if language == "en" else self.chinese
        chosen.setChecked(True)
        self.body.addWidget(self.chinese)
        self.body.addWidget(self.english)
        note = make_label(
            self.tr("Papers are written in it; another one can still be chosen for each."),
            "caption",
        )
        note.setWordWrap(True)
        self.body.addWidget(note)
        chosen.setFocus()

    def language(self) -> Language:
        """The language chosen."""
        return "en" if self.english.isChecked() else "zh"
