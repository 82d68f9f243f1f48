"""FlowLayout: widgets beside each other as far as they fit, the others in the rows below."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Takes the width that it is given and as much height as that needs.

    One that is wider than the whole row is as wide as the row.
    """

    def __init__(self, spacing: int) -> None:
        """Begin without widgets.

        Args:
            spacing: Pixels between widgets, and between rows.
        """
        self._high: dict[int, int] = {}
        """Heights by width: they are asked for many times while a window is laid out once."""
        super().__init__()
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._high.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more; called by ``addWidget``."""
        self._items.append(item)
        self._high.clear()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; nothing beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one of them and give it away."""
        self._high.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more room than its rows."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer beside each other are more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its rows in a width."""
        if width not in self._high:
            self._high[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return self._high[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put all of them into their rows."""
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row would be nice, but is never asked for."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """A row of its own for each is always possible, and narrower than its text is."""
        heights = [item.sizeHint().height() for item in self._items]
        return QSize(0, max(heights, default=0))

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Height of the rows; moves the widgets there when asked to."""
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if row and x + width > rect.x() + rect.width():
                x, y, row = rect.x(), y + row + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self.spacing()
            row = max(row, size.height())
        return y + row - rect.y()
