"""The theme dresses the application and everything follows it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

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


class _Styled(QObject):
    """Counts how often a widget is told that it was styled."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def _filled_page() -> QWidget:
    """One of everything that the style sheet gives a look of its own."""
    page = QWidget()
    set_role(page, "canvas")
    column = QVBoxLayout(page)
    box, tabs, table, ticked = QComboBox(), QTabBar(), QTableWidget(2, 2), QCheckBox("Ticked")
    box.addItems(["Monthly", "Yearly"])
    tabs.addTab("First")
    tabs.addTab("Second")
    ticked.setChecked(True)
    bar = QProgressBar()
    bar.setValue(40)
    for role in ("hero", "caption", "chip-warn"):
        label = QLabel(role)
        set_role(label, role)
        column.addWidget(label)
    button = QPushButton("Go on")
    set_role(button, "primary")
    parts: tuple[QWidget, ...] = (button, QPushButton("Back"), QLineEdit("text"), QSpinBox(), box)
    for part in (*parts, tabs, table, ticked, bar):
        column.addWidget(part)
    return page


def test_a_page_hidden_at_the_change_looks_as_one_made_afterwards(
    qtbot: QtBot, theme: Theme
) -> None:
    """Nothing of the other scheme stays on a page that was not in sight, nor does its layout."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    hidden = _filled_page()
    stack.addWidget(hidden)
    stack.addWidget(_filled_page())
    stack.resize(400, 500)
    stack.show()
    stack.setCurrentIndex(1)
    theme.use(DARK)
    stack.addWidget(_filled_page())
    pictures = []
    for place in (0, 1, 2):
        stack.setCurrentIndex(place)
        QApplication.processEvents()
        pictures.append(stack.grab().toImage())
    assert pictures[0] == pictures[2]
    assert pictures[1] == pictures[2]


def test_a_widget_deep_in_others_is_styled_twice_at_a_change(qtbot: QtBot, theme: Theme) -> None:
    """Once without a sheet and once with the new one, however deep it lies."""
    deepest = outer = QWidget()
    qtbot.addWidget(outer)
    for _ in range(8):
        column = QVBoxLayout(deepest)
        deepest = QLabel("deep")
        column.addWidget(deepest)
    outer.show()
    told = _Styled(deepest)
    theme.use(DARK)
    assert told.times == 2


def test_calls_into_qt_give_none_back(qtbot: QtBot) -> None:
    """PySide6 6.12 takes one reference of None a call, until Python 3.11 dies elsewhere."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100
