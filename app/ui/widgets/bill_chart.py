"""The bills of a customer month by month, with what is out of the ordinary marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import current_theme
from app.ui.widgets.bill_chart_painter import BillChartPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.ui.widgets.bill_chart_data import BillChartData

_HEIGHT: Final = 260


class BillChart(QWidget):
    """Shows stacked bars per month, the plain average and the typical month."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without bills; ``name`` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._theme = current_theme()
        self._data: BillChartData | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme.changed.connect(self.update)

    def set_data(self, data: BillChartData | None) -> None:
        """Show other bills; None shows none."""
        self._data = data
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
        place = BillChartPainter(QPainter(), data, self._theme.colors).place(QRectF(self.rect()))
        month = int((x - place.left) / place.width * place.months)
        if not 0 <= month < place.months or x < place.left:
            return ""
        lines = [
            f"{series.label}  {series.texts[month]}"
            + (f"  {data.unusual_label}" if series.is_unusual(month) else "")
            for series in data.series
            if month < len(series.texts)
        ]
        return "\n".join([data.months[month], *lines])
