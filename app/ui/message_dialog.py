"""The dialog behind every message: icon, question, explanation, and buttons that name deeds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space

_TEXT_WIDTH = 380


class Choice(Struct, frozen=True):
    """One button: what it answers, its text, its dress, and whether Enter presses it."""

    answer: str
    text: str
    role: Literal["normal", "primary", "danger"] = "normal"
    default: bool = False


class MessageDialog(QDialog):
    """Shows a message; ``answer`` is the answer of the pressed button."""

    def __init__(
        self, window: QWidget, icon: str, color: str, title: str, text: str, detail: str
    ) -> None:
        """Make the dialog without buttons.

        Args:
            window: The window it belongs to.
            icon: Name of an icon of ``resources/icons``.
            color: Colour token of the icon.
            title: The message or question in one line.
            text: What it means; may be empty.
            detail: Shown in a small scrollable field that can be copied; may be empty.
        """
        super().__init__(window)
        self.answer = ""
        self.setModal(True)
        self.setWindowTitle(window.window().windowTitle())
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._buttons: dict[str, QPushButton] = {}
        self._texts = QVBoxLayout()
        self._texts.setSpacing(Space.SM)
        self._texts.addWidget(_text(title, "title"))
        if text:
            self._texts.addWidget(_text(text, "second"))
        if detail:
            self._texts.addWidget(_detail(detail, self.tr("Details")))
        sign = QLabel()
        sign.setPixmap(current_theme().icon(icon, color).pixmap(QSize(28, 28)))
        row = QHBoxLayout()
        row.setSpacing(Space.LG)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.SM)
        self._row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.LG)
        column.setSpacing(Space.XL)
        column.addLayout(row)
        column.addLayout(self._row)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def add_field(self, field: QLineEdit) -> None:
        """Put a field for an answer under the texts."""
        field.setMinimumWidth(_TEXT_WIDTH)
        self._texts.addWidget(field)

    def add_choices(self, *choices: Choice) -> None:
        """Add the buttons from left to right."""
        for choice in choices:
            button = QPushButton(choice.text)
            set_role(button, choice.role)
            button.setAutoDefault(choice.default)
            button.setDefault(choice.default)
            button.setMinimumWidth(84)
            button.clicked.connect(lambda _=False, answer=choice.answer: self._take(answer))
            self._row.addWidget(button)
            self._buttons[choice.answer] = button
            if choice.default:
                button.setFocus()

    def button(self, answer: str) -> QPushButton:
        """Return the button that gives an answer."""
        return self._buttons[answer]

    def showEvent(self, event: QShowEvent) -> None:
        """Let a screen reader read the message out."""
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def _text(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(_TEXT_WIDTH)
    label.setMaximumWidth(_TEXT_WIDTH)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label


def _detail(text: str, name: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setFrameShape(QFrame.Shape.NoFrame)
    field.setFixedSize(_TEXT_WIDTH, 110)
    return field
