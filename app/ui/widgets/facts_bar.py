"""The line of facts under the title: customer, term, validity; each can be opened to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Height, Radius, Space, Type
from app.ui.widgets.painting import Pencil
from app.ui.widgets.parts import make_icon_button
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDEST: Final = 260
_SIDE: Final = Space.XL


class Fact(Struct, frozen=True):
    """One fact.

    Attributes:
        id: Names the fact for as long as the bar lives.
        caption: What it is.
        value: Formatted.
        tone: ``warn`` and ``bad`` colour the value.
        editable: Whether a click asks to change it.
        min_window: In a menu instead while the window is narrower, in logical pixels.
    """

    id: str
    caption: str
    value: str
    tone: Literal["normal", "warn", "bad"] = "normal"
    editable: bool = True
    min_window: int = 0


class _FactButton(QAbstractButton):
    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._theme = current_theme()
        self._pencil = Pencil(self._theme)
        self.fact = fact
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.show_fact(fact)

    def show_fact(self, fact: Fact) -> None:
        self.fact = fact
        self.setAccessibleName(f"{fact.caption} {fact.value}")
        self.setToolTip(fact.value)
        focus = Qt.FocusPolicy.StrongFocus if fact.editable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        pointer = Qt.CursorShape.PointingHandCursor
        self.setCursor(pointer if fact.editable else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        caption = self._pencil.width(self.fact.caption, Type.CAPTION)
        value = self._pencil.width(self.fact.value, Type.STRONG)
        return QSize(min(max(caption, value), _WIDEST) + 2 * _SIDE, Height.FACTS)

    def minimumSizeHint(self) -> QSize:
        caption = self._pencil.width(self.fact.caption, Type.CAPTION)
        return QSize(min(caption, 60) + 2 * _SIDE, Height.FACTS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect()
        if self.fact.editable and (self.underMouse() or self.hasFocus()):
            room = area.adjusted(_SIDE - 10, 4, -_SIDE + 10, -5).toRectF()
            line = "accent" if self.hasFocus() else ""
            self._pencil.box(painter, room, "hover", radius=Radius.CONTROL, line=line)
        painter.fillRect(area.right(), 0, 1, area.height(), self._theme.color("divider"))
        width = area.width() - 2 * _SIDE
        upper = QRect(_SIDE, 7, width, 18)
        self._pencil.text(painter, upper, self.fact.caption, Type.CAPTION, "text3")
        color = "text" if self.fact.tone == "normal" else self.fact.tone
        lower = QRect(_SIDE, 24, width, 20)
        self._pencil.text(painter, lower, self.fact.value, Type.STRONG, color)

    def enterEvent(self, event: object) -> None:
        super().enterEvent(event)  # type: ignore[arg-type] # the event is passed through
        self.update()

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type] # the event is passed through
        self.update()


class FactsBar(QFrame):
    """Shows facts; ``fact_activated(id)`` fires when the user wants to change one.

    Attributes:
        more: Opens the facts for which the window has no room; shown while there are any.
    """

    fact_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without facts; ``name`` is what a screen reader calls the bar."""
        super().__init__(parent)
        set_role(self, "topbar")
        self.setAccessibleName(name)
        self.setFixedHeight(Height.FACTS)
        self._buttons: dict[str, _FactButton] = {}
        self._width = 10_000
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 1)
        self._row.setSpacing(0)
        self.more = make_icon_button("ellipsis", self.tr("More facts"))
        self.more.clicked.connect(self.open_rest)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch()
        watch_window_width(self, self._fit_window)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts in order; facts with a known id are only rewritten."""
        if tuple(fact.id for fact in facts) != tuple(self._buttons):
            for old in self._buttons.values():
                old.setParent(None)
                old.deleteLater()
            self._buttons = {}
            for place, fact in enumerate(facts):
                button = self._buttons[fact.id] = _FactButton(fact)
                button.clicked.connect(lambda _=False, which=fact.id: self._activate(which))
                self._row.insertWidget(place, button)
        for fact in facts:
            if self._buttons[fact.id].fact != fact:
                self._buttons[fact.id].show_fact(fact)
        self._fit_window(self._width)

    def open_rest(self) -> QMenu:
        """Open the facts that have no room as a menu; one that cannot be changed is only told."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fact in self._rest():
            action = menu.addAction(f"{fact.caption}  {fact.value}")
            action.setEnabled(fact.editable)
            action.triggered.connect(lambda _=False, which=fact.id: self._activate(which))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def _rest(self) -> list[Fact]:
        facts = [button.fact for button in self._buttons.values()]
        return [fact for fact in facts if self._width < fact.min_window]

    def _activate(self, identifier: str) -> None:
        if self._buttons[identifier].fact.editable:
            self.fact_activated.emit(identifier)

    def _fit_window(self, width: int) -> None:
        self._width = width
        for button in self._buttons.values():
            button.setVisible(width >= button.fact.min_window)
        self.more.setVisible(bool(self._rest()))
