"""The theme of the running application: colours, fonts, icons and the style sheet.

One ``Theme`` belongs to the ``QApplication`` and is found through it, so there is no module-level
state: painters ask it for cached colours, fonts, metrics and icons, and listen to ``changed``.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.paths import resource
from app.ui.fonts import load_fonts, make_font
from app.ui.icons import ThemedIconEngine, colored_svg, render_icon
from app.ui.tokens import DARK, LIGHT, Colors, Height, Type

if TYPE_CHECKING:
    from app.ui.tokens import TextStyle

_ROLES: Final = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "divider",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED: Final = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)
# Pictures that only a style sheet can place: file name, icon, colour token.
_GLYPHS: Final = (
    ("chevron-down", "chevron-down", "text2"),
    ("chevron-up", "chevron-up", "text2"),
    ("check-on", "check", "on_accent"),
    ("dot-on", "circle-dot", "on_accent"),
)


def make_palette(colors: Colors) -> QPalette:
    """Return the palette from which Fusion draws what the style sheet does not name."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(colors, token)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.text3))
    return palette


def make_style_sheet(colors: Colors, glyphs: str) -> str:
    """Return the style sheet in these colours.

    Args:
        colors: The scheme that fills the ``$names`` of ``resources/theme.qss``.
        glyphs: Folder of the recoloured pictures, with forward slashes.
    """
    template = Template(resource("theme.qss").read_text(encoding="utf-8"))
    return template.substitute(msgspec.structs.asdict(colors), glyphs=glyphs)


class Theme(QObject):
    """Colours, fonts and icons of the moment; ``changed`` says that all of them may differ."""

    changed = Signal()

    def __init__(self, application: QApplication, colors: Colors = LIGHT) -> None:
        """Dress the application and belong to it.

        Args:
            application: The one application; it owns the theme.
            colors: The scheme to begin with.
        """
        super().__init__(application)
        self._application = application
        self._glyphs = QTemporaryDir()
        self._fonts: dict[TextStyle, QFont] = {}
        self._metrics: dict[TextStyle, QFontMetrics] = {}
        self._colors: dict[str, QColor] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._engines: list[ThemedIconEngine] = []
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.colors = colors
        self._dense = False
        application.setStyle("Fusion")
        load_fonts()
        application.setFont(self.font(Type.BODY))
        self._dress()

    @property
    def dark(self) -> bool:
        """Whether the dark scheme is on."""
        return self.colors is DARK

    def use(self, colors: Colors) -> None:
        """Change to another colour scheme; nothing happens when it is already on."""
        if colors is self.colors:
            return
        self.colors = colors
        self._colors.clear()
        self._dress()
        self.changed.emit()

    @property
    def row_height(self) -> int:
        """Height of a row of a table that nobody asks to be lower, in logical pixels."""
        return Height.ROW_COMPACT if self._dense else Height.ROW

    def set_dense(self, *, dense: bool) -> None:
        """Make rows low, with one line of text, or high."""
        if dense is not self._dense:
            self._dense = dense
            self.changed.emit()

    def toggle(self) -> None:
        """Change from light to dark or back."""
        self.use(LIGHT if self.dark else DARK)

    def color(self, token: str) -> QColor:
        """Return the colour of a token of ``Colors``."""
        found = self._colors.get(token)
        if found is None:
            found = self._colors[token] = QColor(getattr(self.colors, token))
        return found

    def font(self, style: TextStyle) -> QFont:
        """Return the font of a step of the type scale, for painters only.

        Widgets styled by the style sheet get their size there; mixing both loses the font.
        """
        found = self._fonts.get(style)
        if found is None:
            found = self._fonts[style] = make_font(style.pixels, style.weight)
        return found

    def metrics(self, style: TextStyle) -> QFontMetrics:
        """Return the metrics of a step of the type scale."""
        found = self._metrics.get(style)
        if found is None:
            found = self._metrics[style] = QFontMetrics(self.font(style))
        return found

    def pixmap(self, icon: str, token: str, size: int, ratio: float) -> QPixmap:
        """Return an icon for painters: ``size`` logical pixels, sharp at ``ratio``."""
        key = (icon, getattr(self.colors, token), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = render_icon(icon, key[1], size, ratio)
        return found

    def icon(self, name: str, color: str = "text2") -> QIcon:
        """Return an icon for buttons and actions; it follows the theme by itself.

        Args:
            name: Name of a file of ``resources/icons`` without ``.svg``.
            color: Colour token; a checked ``text2`` icon turns ``accent_text``.
        """
        key = (name, color)
        found = self._icons.get(key)
        if found is None:
            engine = ThemedIconEngine(
                lambda size, ratio, mode, state: self.pixmap(
                    name, _shade(color, mode, state), size, ratio
                )
            )
            self._engines.append(engine)  # QIcon does not keep the Python half of its engine
            found = self._icons[key] = QIcon(engine)
        return found

    def _dress(self) -> None:
        for file, icon, token in _GLYPHS:
            svg = colored_svg(icon, getattr(self.colors, token), stroke="2.5")
            with open(self._glyphs.filePath(f"{file}.svg"), "w", encoding="utf-8") as out:  # noqa: PTH123 - a Qt path
                out.write(svg)
        folder = self._glyphs.path().replace("\\", "/")
        # Replacing a sheet styles each widget once for every widget that it lies in; taking it off
        # and putting another one on styles each of them twice, which is four times as quick.
        self._application.setStyleSheet("")
        self._application.setPalette(make_palette(self.colors))
        self._application.setStyleSheet(make_style_sheet(self.colors, folder))


def _shade(color: str, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode == QIcon.Mode.Disabled:
        return "border_strong"
    if state == QIcon.State.On and color == "text2":
        return "accent_text"
    return color


def current_theme() -> Theme:
    """Return the theme that belongs to the running application.

    Raises:
        RuntimeError: The application was not dressed with a ``Theme``.
    """
    application = QApplication.instance()
    theme = (
        application.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if application is not None
        else None
    )
    if theme is None:
        raise RuntimeError("make Theme(application) before the first widget")
    return theme


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet, and draw it so at once.

    A widget that was never in sight is dressed when it comes into sight, once.
    """
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
