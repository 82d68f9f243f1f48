"""The theme dresses the application and everything follows it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from app.paths import resource
from app.ui.theme import Theme, current_theme, make_palette, make_style_sheet, set_role
from app.ui.tokens import DARK, LIGHT, Colors, Type

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_application_finds_its_theme(theme: Theme) -> None:
    """There is one theme, and it belongs to the application."""
    assert current_theme() is theme
    assert theme.parent() is QApplication.instance()


def test_changing_the_scheme_tells_once_and_changes_colours(qtbot: QtBot, theme: Theme) -> None:
    """Cached colours must not outlive their scheme."""
    assert theme.color("surface").name().upper() == LIGHT.surface
    with qtbot.waitSignal(theme.changed):
        theme.use(DARK)
    assert theme.dark
    assert theme.color("surface").name().upper() == DARK.surface
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(DARK)


def test_toggling_twice_comes_back(theme: Theme) -> None:
    """Light, dark, light."""
    theme.toggle()
    theme.toggle()
    assert theme.colors is LIGHT


def test_the_palette_comes_from_the_tokens() -> None:
    """Fusion draws from the palette what the style sheet does not name."""
    palette = make_palette(DARK)
    assert palette.color(QPalette.ColorRole.Window).name().upper() == DARK.canvas
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == DARK.text3


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda colors: colors.name)
def test_the_style_sheet_names_only_known_tokens(colors: Colors) -> None:
    """Every name is filled; a misspelt one would raise."""
    sheet = make_style_sheet(colors, "/a folder")
    assert "$" not in sheet
    assert 'url("/a folder/chevron-down.svg")' in sheet


def test_every_picture_of_the_style_sheet_is_made(theme: Theme) -> None:
    """A missing picture would leave a combo box without its arrow."""
    source = resource("theme.qss").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\$glyphs/([a-z-]+)\.svg", source))
    made = {path.stem for path in Path(theme._glyphs.path()).glob("*.svg")}
    assert wanted == made


def test_icons_follow_the_scheme(theme: Theme) -> None:
    """The same icon is drawn in the colour of the moment."""
    icon = theme.icon("users")
    before = icon.pixmap(QSize(18, 18)).toImage()
    theme.use(DARK)
    assert icon.pixmap(QSize(18, 18)).toImage() != before


def test_a_checked_icon_turns_to_the_accent(theme: Theme) -> None:
    """Navigation shows where one is by colour and not by ground alone."""
    icon = theme.icon("users")
    on = icon.pixmap(QSize(18, 18), QIcon.Mode.Normal, QIcon.State.On).toImage()
    accent = theme.icon("users", "accent_text").pixmap(QSize(18, 18)).toImage()
    assert on == accent


def test_icons_are_sharp_on_a_dense_screen(theme: Theme) -> None:
    """Eighteen logical pixels are 27 device pixels at 150 percent."""
    pixmap = theme.icon("users").pixmap(QSize(18, 18), 1.5)
    assert pixmap.width() == 27
    assert pixmap.devicePixelRatio() == 1.5


def test_a_role_changes_the_look_at_once(qtbot: QtBot, theme: Theme) -> None:
    """The style sheet is asked again when the role changes."""
    label = QLabel("¥ 80,165.40")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == Type.BODY.pixels
    set_role(label, "hero")
    assert label.font().pixelSize() == 24
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color("text")


def test_calls_into_qt_give_none_back(qtbot: QtBot) -> None:
    """PySide6 6.12 takes one reference of None a call, until Python 3.11 dies elsewhere."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100
