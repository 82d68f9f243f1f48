"""The quote as a tree one can type in: sections, bundles that fold, items and their charges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTreeView

from app.ui.widgets.quote_tree_model import QuoteTreeModel
from app.ui.widgets.row_painter import chevron_zone
from app.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPoint, QRect
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

    @property
    def spreading(self) -> bool:
        """Whether the text committed at this moment is meant for every marked row."""
        return self._delegate.spreading

    # ------------------------------------------------------------ folding

    def fold(self, row: QModelIndex, *, unfolded: bool | None = None) -> bool:
        """Fold or unfold a row that has rows below it."""
        before = self.isExpanded(row)
        after = not before if unfolded is None else unfolded
        if after == before or not self._tree.hasChildren(row):
            return False
        self.setExpanded(row, after)
        return True

    def unfold_sections(self) -> None:
        """Unfold the headings; what stands under them stays as it is."""
        for place in range(self._tree.rowCount()):
            index = self._tree.index(place, 0)
            if self._tree.row_at(index).kind == "section":
                self.setExpanded(index, True)

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
        point = event.position().toPoint()
        if self.on_chevron(point):
            index = self.indexAt(point)
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def on_chevron(self, point: QPoint) -> bool:
        """Whether a click at a point of the viewport folds a row."""
        index = self.indexAt(point)
        if not index.isValid() or index.column() or not self._tree.hasChildren(index):
            return False
        left, right = chevron_zone(self._tree.row_at(index), self._tree.level_of(index))
        return left <= point.x() - self.columnViewportPosition(0) < right

    def last_index(self) -> QModelIndex:
        """The lowest shown row; invalid where there is none."""
        index = self._tree.index(self._tree.rowCount() - 1, 0)
        while index.isValid() and self.isExpanded(index) and self._tree.hasChildren(index):
            index = self._tree.index(self._tree.rowCount(index) - 1, 0, index)
        return index

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """The index of the row with a key; invalid where there is none."""
        return self._tree.index_of(key, column)

    def is_typed(self, key: str, column: int) -> bool:
        """Whether a shown cell may be typed into."""
        index = self._tree.index_of(key, column)
        shown = index.isValid() and not self.header().isSectionHidden(column)
        return bool(shown and index.flags() & Qt.ItemFlag.ItemIsEditable)

    def mark(self, keys: Sequence[str], column: int) -> None:
        """Mark rows, with the keyboard in the first of them, whatever keys are held."""
        self.set_current(keys[0], column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        marked = QItemSelection()
        found = (self._tree.index_of(key, column) for key in keys)
        for first, last in _runs([index for index in found if index.isValid()]):
            marked.select(first, last)
        self.selectionModel().select(marked, flags.Select | flags.Rows)

    def key_of(self, index: QModelIndex) -> str:
        """The key of the row at an index."""
        return self._tree.key_at(index)

    def row_below(self, point: QPoint) -> QuoteRow | None:
        """The row at a point of the viewport."""
        index = self.indexAt(point)
        return self._tree.row_at(index) if index.isValid() else None

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


def _runs(indexes: Sequence[QModelIndex]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
    """First and last of rows that follow each other: Qt looks at each stretch that is marked."""
    first = last = None
    for index in indexes:
        if last is not None and (index.parent(), index.row()) == (last.parent(), last.row() + 1):
            last = index
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = index
    if first is not None and last is not None:
        yield first, last
