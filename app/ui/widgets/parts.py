"""Labels, rules and buttons dressed by role, so that pages need no style of their own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui.theme import current_theme, set_role

LabelRole = Literal[
    "body",
    "caption",
    "second",
    "strong",
    "title",
    "h1",
    "figure",
    "hero",
    "hero-accent",
    "error",
    "key",
]
ChipTone = Literal["plain", "accent", "ok", "warn", "bad"]
ButtonRole = Literal["normal", "primary", "danger", "quiet", "cure", "link"]


def make_label(text: str, role: LabelRole = "body", parent: QWidget | None = None) -> QLabel:
    """Return a label of plain text in a role of the style sheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, role)
    return label


def make_chip(text: str, tone: ChipTone = "plain") -> QLabel:
    """Return a chip: a short text on a soft, rounded ground."""
    chip = QLabel(text)
    chip.setTextFormat(Qt.TextFormat.PlainText)
    chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    set_chip_tone(chip, tone)
    return chip


def set_chip_tone(chip: QLabel, tone: ChipTone) -> None:
    """Give a chip another tone."""
    set_role(chip, "chip" if tone == "plain" else f"chip-{tone}")


def make_rule(*, vertical: bool = False) -> QFrame:
    """Return a hairline between parts."""
    rule = QFrame()
    set_role(rule, "rule-vertical" if vertical else "rule")
    return rule


def make_button(text: str, role: ButtonRole = "normal", icon: str = "") -> QPushButton:
    """Return a button with a text, and an icon of ``resources/icons`` before it if named."""
    button = QPushButton(f" {text}" if icon else text)
    set_role(button, role)
    button.setAccessibleName(text)
    if icon:
        color = {"primary": "on_accent", "danger": "on_accent", "link": "accent_text"}
        button.setIcon(current_theme().icon(icon, color.get(role, "text2")))
        button.setIconSize(QSize(16, 16))
    return button


def name_button(button: QPushButton, text: str) -> None:
    """Give a button without an icon another text, shown and spoken."""
    if button.text() != text:
        button.setText(text)
        button.setAccessibleName(text)


def make_icon_button(icon: str, name: str, *, checkable: bool = False) -> QToolButton:
    """Return a square button with an icon only; ``name`` is its tool tip and spoken name."""
    button = QToolButton()
    set_role(button, "icon")
    button.setIcon(current_theme().icon(icon))
    button.setIconSize(QSize(18, 18))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setCheckable(checkable)
    return button


def add_sign(field: QLineEdit, icon: str) -> None:
    """Show an icon before the text of a field; it says what the field is for, and does nothing."""
    sign = field.addAction(
        current_theme().icon(icon, "text3"), QLineEdit.ActionPosition.LeadingPosition
    )
    sign.setText(field.accessibleName() or field.placeholderText())
