"""The quote as a tree one can type in: sections, bundles that fold, items and their charges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView, QTreeView

from app.ui.widgets.quote_tree_model import QuoteTreeModel
from app.ui.widgets.row_painter import chevron_zone
from app.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from app.ui.widgets.row_model import Index
    from app.ui.widgets.row_painter import RowState
    from app.ui.widgets.rows import ColumnSpec, QuoteRow


class QuoteTree(RowView, QTreeView):
    """Shows quote rows; signals as in ``RowView``."""

    def __init__(
        self, columns: Sequence[ColumnSpec], name: str, parent: QWidget | None = None
    ) -> None:
        """Begin without rows.

        Args:
            columns: The first shows titles, the others the cells of a row in order.
            name: What a screen reader calls the tree.
            parent: Parent widget.
        """
        self._tree = QuoteTreeModel(columns)
        self._opposite: set[str] = set()  # keys folded or unfolded against their kind's habit
        super().__init__(self._tree, name, parent)
        # The view has connected itself before, so it knows the rows when these are called.
        self._tree.modelReset.connect(self._arrange_all)
        self._tree.rowsInserted.connect(self._arrange)
        self.expanded.connect(lambda index: self._remember(index, unfolded=True))
        self.collapsed.connect(lambda index: self._remember(index, unfolded=False))

    def set_rows(self, rows: tuple[QuoteRow, ...]) -> None:
        """Show these rows; only what differs is repainted.

        Selection, the keyboard's place, folding and an open editor stay, by key.

        Raises:
            ValueError: A key occurs twice.
        """
        key, column = self.current_key(), self.current_column()
        self._tree.set_rows(rows)
        if key and self.current_key() != key:
            self.set_current(key, column)

    def header(self) -> QHeaderView:
        """Return the titles of the columns."""
        return QTreeView.header(self)

    def _behave(self) -> None:
        super()._behave()
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)

    def beside(self, index: QModelIndex, *, down: bool) -> QModelIndex:
        """Return the shown row below or above, whatever it is inside."""
        row = index.siblingAtColumn(0)
        return self.indexBelow(row) if down else self.indexAbove(row)

    # ------------------------------------------------------------ folding

    def fold(self, row: QModelIndex, *, unfolded: bool | None = None) -> bool:
        """Fold or unfold a row that has rows below it."""
        before = self.isExpanded(row)
        after = not before if unfolded is None else unfolded
        if after == before or not self._tree.hasChildren(row):
            return False
        self.setExpanded(row, after)
        return True

    def _arrange_all(self) -> None:
        self._arrange(QModelIndex(), 0, self._tree.rowCount() - 1)

    def _arrange(self, parent: Index, start: int, end: int) -> None:
        """Unfold what is shown unfolded by habit or by the user's wish."""
        for place in range(start, end + 1):
            index = self._tree.index(place, 0, parent)
            if self._tree.hasChildren(index):
                row = self._tree.row_at(index)
                if (row.kind == "section") != (row.key in self._opposite):
                    self.setExpanded(index, True)
                self._arrange(index, 0, self._tree.rowCount(index) - 1)

    def _remember(self, index: QModelIndex, *, unfolded: bool) -> None:
        row = self._tree.row_at(index)
        if (row.kind == "section") == unfolded:
            self._opposite.discard(row.key)
        else:
            self._opposite.add(row.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the chevron folds or unfolds; elsewhere it selects."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and self._tree.hasChildren(index):
            left, right = chevron_zone(self._tree.row_at(index), self._tree.level_of(index))
            if left <= event.position().x() - self.columnViewportPosition(0) < right:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look up the columns once, then paint the rows."""
        self._look_up_columns()
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a whole row."""
        self._paint_row(painter, option.rect, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: the row painter draws the branches."""

    def ident(self, index: Index) -> int:
        """Return the number of the row's node."""
        return index.internalId()

    def row_state(self, index: Index) -> RowState:
        """Return how a row stands, with its branches."""
        state = super().row_state(index)
        state.foldable = self._tree.hasChildren(index)
        state.unfolded = state.foldable and self.isExpanded(index)
        state.lasts = self._tree.lasts(index)
        return state
