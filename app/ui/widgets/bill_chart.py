"""The bills of a customer month by month, with what is out of the ordinary marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import current_theme
from app.ui.widgets.bill_chart_painter import BillChartPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.ui.widgets.bill_chart_data import BillChartData

_HEIGHT: Final = 260


class BillChart(QWidget):
    """Shows stacked bars per month, the plain average and the typical month.

    * ``pointed(month)``: the mouse or the arrow keys point at a month, by its place; only where
      ``let_point`` was called.
    """

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without bills; ``name`` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._theme = current_theme()
        self._data: BillChartData | None = None
        self._month = -1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme.changed.connect(self.update)

    def set_data(self, data: BillChartData | None) -> None:
        """Show other bills; None shows none."""
        self._data = data
        self._month = min(self._month, len(data.months) - 1 if data is not None else -1)
        spoken = []
        if data is not None:
            lines = (data.average, data.typical)
            spoken = [f"{line.label} {line.text}" for line in lines if line is not None]
            spoken += [
                f"{data.months[month]} {series.label} {data.unusual_label}"
                for series in data.series
                for month in range(len(data.months))
                if series.is_unusual(month)
            ]
        self.setAccessibleDescription("；".join(spoken))
        self.update()

    def let_point(self) -> None:
        """Let the mouse and the arrow keys point at months."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def month(self) -> int:
        """Place of the month that is pointed at; -1 for none."""
        return self._month

    def point_at(self, month: int) -> None:
        """Point at a month; outside the chart nothing happens."""
        count = len(self._data.months) if self._data is not None else 0
        if 0 <= month < count and month != self._month:
            self._month = month
            self.update()
            self.pointed.emit(month)

    def sizeHint(self) -> QSize:
        """Return a size at which twelve months read well."""
        return QSize(640, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the chart reads."""
        return QSize(320, 160)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chart."""
        if self._data is not None:
            chart = BillChartPainter(QPainter(self), self._data, self._theme.colors)
            chart.draw(QRectF(self.rect()))
            self._draw_pointer()

    def _draw_pointer(self) -> None:
        """Frame the month that is pointed at; thicker while the keyboard is here."""
        if self._data is None or self._month < 0 or self.focusPolicy() is Qt.FocusPolicy.NoFocus:
            return
        painter = QPainter(self)
        area = QRectF(self.rect())
        place = BillChartPainter(painter, self._data, self._theme.colors).place(area)
        wide = place.width / max(1, place.months)
        frame = QRectF(place.x(self._month) - wide / 2, place.top, wide, place.height)
        color = QColor(self._theme.colors.accent_text)
        painter.setPen(QPen(color, 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(frame.adjusted(1, 0, -1, 0), 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the month under the mouse."""
        super().mouseMoveEvent(event)
        self.point_at(self._month_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point with the arrow keys, Home and End."""
        last = len(self._data.months) - 1 if self._data is not None else -1
        start = self._month if self._month >= 0 else last
        wanted = {
            Qt.Key.Key_Left: start - (self._month >= 0),
            Qt.Key.Key_Right: start + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.point_at(wanted)

    def _month_at(self, x: float) -> int:
        """Place of the month at a horizontal place; -1 beside the bars."""
        if self._data is None or not self._data.months:
            return -1
        area = QRectF(self.rect())
        place = BillChartPainter(QPainter(), self._data, self._theme.colors).place(area)
        month = int((x - place.left) / place.width * place.months)
        return month if x >= place.left and 0 <= month < place.months else -1

    def event(self, event: QEvent) -> bool:
        """Show a month's amounts as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().x()), self)
            return True
        return super().event(event)

    def text_at(self, x: int) -> str:
        """Return the amounts of the month at a horizontal place, one component a line."""
        data = self._data
        if data is None or not data.months:
            return ""
        month = self._month_at(x)
        if month < 0:
            return ""
        lines = [
            f"{series.label}  {series.texts[month]}"
            + (f"  {data.unusual_label}" if series.is_unusual(month) else "")
            for series in data.series
            if month < len(series.texts)
        ]
        return "\n".join([data.months[month], *lines])
