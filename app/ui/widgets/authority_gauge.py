"""Whether a quote is within one's own authority, and which criterion takes it out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Radius, Type
from app.ui.widgets.painting import CENTER, RIGHT, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEAD: Final = 34
_BAR_TOP: Final = _HEAD + 14
_BAR: Final = 10
_ZONES: Final = 90  # height of headline, zone bar and its labels
_ROW: Final = 32
_CHIP: Final = 30


class AuthorityLevel(Struct, frozen=True):
    """One level that may approve: a short code (L3) and who it is."""

    code: str
    title: str


class AuthorityCriterion(Struct, frozen=True):
    """One figure that decides about authority.

    Attributes:
        label: What is measured.
        value: The figure, formatted.
        limit: What one's own authority allows, formatted; empty when there is none.
        level: Index of the level that the figure needs.
    """

    label: str
    value: str
    limit: str
    level: int


class AuthorityState(Struct, frozen=True):
    """What the gauge shows.

    Attributes:
        levels: All levels, the lowest first.
        own: Index of the user's own level.
        needed: Index of the level that the quote needs.
        criteria: The figures, the gravest first.
        headline: Replaces the gauge's own sentence when not empty.
    """

    levels: tuple[AuthorityLevel, ...]
    own: int
    needed: int
    criteria: tuple[AuthorityCriterion, ...] = ()
    headline: str = ""


_NOTHING: Final = AuthorityState((), 0, 0)


class AuthorityGauge(QWidget):
    """Draws a sentence, a bar of zones from the lowest level to the highest, and the criteria."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader calls the gauge."""
        super().__init__(parent)
        self._theme = current_theme()
        self._pencil = Pencil(self._theme)
        self._state = _NOTHING
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    @property
    def headline(self) -> str:
        """The sentence that is shown."""
        state = self._state
        if state.headline or not state.levels:
            return state.headline
        if state.needed <= state.own:
            return self.tr("Within your own authority")
        level = state.levels[state.needed]
        return self.tr("Needs {level} {title}").format(level=level.code, title=level.title)

    def set_state(self, state: AuthorityState) -> None:
        """Show a state."""
        if state == self._state:
            return
        self._state = state
        criteria = (f"{c.label} {c.value} {state.levels[c.level].code}" for c in state.criteria)
        self.setAccessibleDescription("；".join((self.headline, *criteria)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the zone bar and all criteria."""
        return QSize(300, _ZONES + len(self._state.criteria) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing is lost."""
        return QSize(220, self.sizeHint().height())

    def _tone(self, level: int) -> str:
        if level <= self._state.own:
            return "ok"
        return "bad" if level >= len(self._state.levels) - 1 else "warn"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the gauge."""
        if not self._state.levels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._headline(painter)
        zone = self.width() / len(self._state.levels)
        for place, level in enumerate(self._state.levels):
            self._zone(painter, place, level, zone)
        self._pointer(painter, round(zone * (self._state.needed + 0.5)))
        for place, criterion in enumerate(self._state.criteria):
            area = QRect(0, _ZONES + place * _ROW, self.width(), _ROW)
            self._criterion(painter, criterion, area)

    def _headline(self, painter: QPainter) -> None:
        tone = self._tone(self._state.needed)
        icon = "circle-check" if tone == "ok" else "stamp"
        self._pencil.icon(painter, 0, 5, icon, tone, 18)
        area = QRect(26, 0, self.width() - 26, 28)
        color = "text" if tone == "ok" else tone
        self._pencil.text(painter, area, self.headline, Type.TITLE, color)

    def _zone(self, painter: QPainter, place: int, level: AuthorityLevel, width: float) -> None:
        here = place == self._state.needed
        tone = self._tone(place)
        left = place * width
        last = place == len(self._state.levels) - 1
        bar = QRectF(left, _BAR_TOP, width - (0 if last else 3), _BAR)
        self._pencil.box(painter, bar, tone if here else f"{tone}_soft", radius=3)
        own = place == self._state.own
        label = self.tr("{level} you").format(level=level.code) if own else level.code
        style = Type.CHIP if here or own else Type.CAPTION
        color = tone if here else "text2" if own else "text3"
        below = QRect(round(left), _BAR_TOP + _BAR + 3, round(width), 18)
        self._pencil.text(painter, below, label, style, color, CENTER)

    def _pointer(self, painter: QPainter, x: int) -> None:
        y = _BAR_TOP - 2
        painter.setPen(QPen(self._theme.color("surface"), 1))
        painter.setBrush(self._theme.color("text"))
        painter.drawPolygon(QPolygon([QPoint(x - 6, y - 8), QPoint(x + 6, y - 8), QPoint(x, y)]))

    def _criterion(self, painter: QPainter, criterion: AuthorityCriterion, area: QRect) -> None:
        painter.fillRect(area.x(), area.y(), area.width(), 1, self._theme.color("divider"))
        tone = self._tone(criterion.level)
        chip = QRect(area.right() - _CHIP + 1, area.y() + (area.height() - 20) // 2, _CHIP, 20)
        code = self._state.levels[criterion.level].code
        self._pencil.chip(painter, chip, code, tone, f"{tone}_soft", Radius.CHIP)
        rest = area.adjusted(0, 0, -_CHIP - 10, 0)
        limit = self._pencil.width(criterion.limit, Type.CAPTION)
        self._pencil.text(painter, rest, criterion.limit, Type.CAPTION, "text3", RIGHT)
        rest.adjust(0, 0, -(limit + 8) if limit else 0, 0)
        value = self._pencil.width(criterion.value, Type.STRONG)
        color = "text" if tone == "ok" else tone
        self._pencil.text(painter, rest, criterion.value, Type.STRONG, color, RIGHT)
        rest.adjust(0, 0, -value - 8, 0)
        self._pencil.text(painter, rest, criterion.label, Type.BODY, "text2")
