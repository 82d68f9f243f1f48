"""What tree and table have in common: each row is painted in one call, and only when it changed.

``RowCanvas`` stands before a Qt view among the bases of a class: Qt's tree, or Qt's
table, which lays out any number of rows without asking for one of them.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QToolTip, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Height
from app.ui.widgets.cell_edit import CellDelegate
from app.ui.widgets.column_choice import ColumnChoice
from app.ui.widgets.painting import CENTER, LEFT, RIGHT
from app.ui.widgets.row_painter import RowPainter, RowState
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QMouseEvent, QPainter

    from app.ui.widgets.row_model import Index, RowModel
    from app.ui.widgets.row_painter import Span

    _View = QAbstractItemView
else:
    _View = object  # the Qt view stands behind it among the bases

_FLAGS = {"left": LEFT, "right": RIGHT, "center": CENTER}
_FEW_ROWS = 40


class RowCanvas(_View):
    """Paints a ``RowModel``.

    Attributes:
        choice: Which columns are shown, in what order and how wide.
    """

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        """Show a model for good.

        Args:
            model: The rows; the view becomes its owner.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._rows = model
        self._painter = RowPainter(current_theme())
        self._spans: list[Span] = []
        self._hovered = QPersistentModelIndex()
        self._follows_density = True
        self._delegate = CellDelegate(current_theme().row_height, self)
        model.setParent(self)
        self._behave()
        self.setModel(model)
        self._lay_out_columns()
        self.choice = ColumnChoice(self, self.header(), model.columns)
        self._follow_density()
        current_theme().changed.connect(self._follow_density)
        watch_window_width(self, self.choice.fit_window)

    def _behave(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )

    @abstractmethod
    def header(self) -> QHeaderView:
        """Return the titles of the columns."""

    def beside(self, index: QModelIndex, *, down: bool) -> QModelIndex:
        """Return the first cell of the shown row below or above; invalid at the edge."""
        return index.sibling(index.row() + (1 if down else -1), 0)

    def _lay_out_columns(self) -> None:
        header = self.header()
        header.setFixedHeight(Height.HEADER)
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionsClickable(any(column.sortable for column in self._rows.columns))

    def set_room(self, column: int, more: int) -> None:
        """Make a column so many logical pixels wider than usual."""
        self.choice.set_room(column, more)

    def keep_row_height(self, height: int) -> None:
        """Make all rows this high for good, in logical pixels, whatever the density."""
        self._follows_density = False
        self.set_row_height(height)

    def set_row_height(self, height: int) -> None:
        """Make all rows this high, in logical pixels."""
        self._delegate.row_height = height
        self.scheduleDelayedItemsLayout()

    def _follow_density(self) -> None:
        if self._follows_density:
            self.set_row_height(current_theme().row_height)

    # ------------------------------------------------------------ painting

    def _look_up_columns(self) -> None:
        """Note where the columns are, once for all rows of a paint event."""
        header = self.header()
        self._spans = [
            (
                header.sectionViewportPosition(place),
                0 if header.isSectionHidden(place) else header.sectionSize(place),
                _FLAGS[column.align],
            )
            for place, column in enumerate(self._rows.columns)
        ]

    def _paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint a whole row from its value, without one call of ``data``."""
        rect.setLeft(0)
        rect.setWidth(self.viewport().width())
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        state = self.row_state(index)
        self._painter.paint(painter, self._rows.row_at(index), state, rect, self._spans)

    def row_state(self, index: Index) -> RowState:
        """Return how a row stands at the moment."""
        ident = self.ident(index)
        current = self.currentIndex()
        here = current.isValid() and self.ident(current) == ident
        return RowState(
            selected=here or self._is_selected(index),
            hovered=index == self._hovered,
            current_column=current.column() if here and self._shows_place(current) else -1,
        )

    def _is_selected(self, index: Index) -> bool:
        return self.selectionModel().isSelected(index)

    def _shows_place(self, current: QModelIndex) -> bool:
        editable = bool(current.flags() & Qt.ItemFlag.ItemIsEditable)
        return editable or (self.hasFocus() and current.column() > 0)

    def ident(self, index: Index) -> int:
        """Return the number by which the view tells rows apart."""
        return index.row()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint only the rows that changed, and refresh an editor among them."""
        current = self.currentIndex()
        if first.parent() != last.parent() or last.row() - first.row() > _FEW_ROWS:
            super().dataChanged(first, last, list(roles))
            return
        for place in range(first.row(), last.row() + 1):
            index = first.sibling(place, 0)
            if current.isValid() and index.siblingAtColumn(current.column()) == current:
                super().dataChanged(current, current, list(roles))
            self._repaint(index)

    def _repaint(self, index: Index) -> None:
        rect = self.visualRect(index)
        if rect.isValid():
            self.viewport().update(0, rect.y(), self.viewport().width(), rect.height())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint the rows concerned as a whole."""
        super().selectionChanged(selected, deselected)
        for part in [*selected.toList(), *deselected.toList()]:
            rect = self.visualRect(part.topLeft()).united(self.visualRect(part.bottomRight()))
            self.viewport().update(0, rect.y(), self.viewport().width(), rect.height())

    def event(self, event: QEvent) -> bool:
        """A change of style sheet repaints; it does not lay out thousands of rows again."""
        if event.type() == QEvent.Type.StyleChange and self._spans:
            self.viewport().update()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a title that did not fit as a tool tip; hints of cells come from the model."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self.title_tip(index) if index.isValid() and index.column() == 0 else ""
            if text:
                QToolTip.showText(event.globalPos(), text, self)
                return True
        return super().viewportEvent(event)

    def title_tip(self, index: Index) -> str:
        """Return title and subtitle of a row of which a part did not fit; else nothing."""
        row = self._rows.row_at(index)
        if row.key not in self._painter.cut_keys:
            return ""
        return "\n".join(text for text in (row.title, row.subtitle) if text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the mouse."""
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Unmark the row that was under the mouse."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        row = index.siblingAtColumn(0)
        if row != self._hovered:
            self._repaint(self._hovered)
            self._hovered = QPersistentModelIndex(row)
            self._repaint(row)
