"""Buttons and labels are dressed and named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.widgets.avatar import Avatar, BrandMark
from app.ui.widgets.parts import (
    make_button,
    make_chip,
    make_icon_button,
    make_label,
    set_chip_tone,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    """A customer's name may contain a bracket."""
    label = make_label("<b>A</b>", "strong")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    label.ensurePolished()
    assert label.font().weight() == 600


def test_an_icon_alone_has_a_name_and_a_tool_tip(qtbot: QtBot) -> None:
    """Otherwise nobody knows what it does."""
    button = make_icon_button("undo-2", "撤销")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "撤销"
    assert not button.icon().isNull()


def test_a_button_with_an_icon_is_named_without_the_gap(qtbot: QtBot) -> None:
    """The gap is for the eye."""
    button = make_button("导出", icon="download")
    qtbot.addWidget(button)
    assert button.accessibleName() == "导出"
    assert button.text() == " 导出"


def test_a_chip_changes_its_tone(qtbot: QtBot, theme: Theme) -> None:
    """Its ground follows."""
    chip = make_chip("草稿")
    qtbot.addWidget(chip)
    chip.adjustSize()
    middle = chip.height() // 2
    assert chip.grab().toImage().pixelColor(4, middle).name().upper() == theme.colors.divider
    set_chip_tone(chip, "bad")
    assert chip.grab().toImage().pixelColor(4, middle).name().upper() == theme.colors.bad_soft


def test_marks_are_named(qtbot: QtBot) -> None:
    """A person by name, the program by its own."""
    avatar, brand = Avatar("李明轩"), BrandMark("方案匠")
    qtbot.addWidget(avatar)
    qtbot.addWidget(brand)
    assert avatar.accessibleName() == "李明轩"
    assert brand.accessibleName() == "方案匠"
    assert avatar.grab().toImage() != brand.grab().toImage()
