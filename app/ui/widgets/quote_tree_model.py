"""The tree of quote rows as a Qt model that changes no more than what differs."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QModelIndex, QObject

from app.ui.widgets.row_model import ROOT, Index, RowModel
from app.ui.widgets.rows import ColumnSpec, QuoteRow, looks_equal

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Node:
    """A row with its place; Qt knows it by ``ident`` only, so no index can outlive it."""

    __slots__ = ("children", "ident", "level", "parent", "place", "row")

    def __init__(self, ident: int, row: QuoteRow, parent: _Node | None, place: int) -> None:
        self.ident = ident
        self.row = row
        self.parent = parent
        self.place = place
        self.children: list[_Node] = []
        # Sections do not indent: their items begin at the same edge as items without a section.
        inside = parent is not None and parent.parent is not None and parent.row.kind != "section"
        self.level: int = parent.level + 1 if parent is not None and inside else 0


class QuoteTreeModel(RowModel):
    """Sections, bundles, items and charges, found by key."""

    def __init__(self, columns: Sequence[ColumnSpec], parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(columns, parent)
        self._idents = count(1)
        self._root = _Node(0, QuoteRow("", "section", "", ""), None, 0)
        self._nodes: dict[int, _Node] = {0: self._root}
        self._by_key: dict[str, _Node] = {}

    # ------------------------------------------------------------ reading

    def row_at(self, index: Index) -> QuoteRow:
        """Return the row of a valid index."""
        return self._nodes[index.internalId()].row

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return the index of the row with this key; invalid when there is none."""
        node = self._by_key.get(key)
        return self.createIndex(node.place, column, node.ident) if node else QModelIndex()

    def level_of(self, index: Index) -> int:
        """Return how many bundles and items the row is inside of (0 for a section)."""
        return self._nodes[index.internalId()].level

    def lasts(self, index: Index) -> tuple[bool, ...]:
        """Return, from the outermost level inwards, whether the row's branch ends there."""
        node: _Node | None = self._nodes[index.internalId()]
        ends: list[bool] = []
        while node is not None and node.level > 0 and node.parent is not None:
            ends.append(node.place == len(node.parent.children) - 1)
            node = node.parent
        return tuple(reversed(ends))

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a child; invalid outside the tree."""
        children = self._node(parent).children
        if not (0 <= row < len(children) and 0 <= column < len(self.columns)):
            return QModelIndex()
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        return self.createIndex(row, column, children[row].ident)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """Return the index above one; without an argument the owner of the model."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return QModelIndex()
        return self._index(self._node(child).parent)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows below an index of the first column."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Whether rows are below an index of the first column."""
        return parent.column() <= 0 and bool(self._node(parent).children)

    # ------------------------------------------------------------ replacing

    def set_rows(self, rows: tuple[QuoteRow, ...]) -> None:
        """Show these rows, telling views only what differs from those shown before.

        Rows are the same when their keys are; a row that is the same object is not even looked
        at. Selection, unfolded branches and an open editor survive in views.

        Raises:
            ValueError: A key occurs twice.
        """
        if not any(row.key in self._by_key for row in rows):
            self.beginResetModel()
            self._forget(self._root)
            self._nodes[0] = self._root
            self._root.children = self._grow(self._root, rows, 0)
            self.endResetModel()
            return
        if self._updated_in_place(rows):
            return
        self._remove_missing(self._root, rows)
        self._settle(self._root, rows)

    def _updated_in_place(self, rows: tuple[QuoteRow, ...]) -> bool:
        """Update rows of the same keys in the same order, as a typed figure leaves them."""
        nodes = self._root.children
        if len(nodes) != len(rows):
            return False
        others = [(n, row) for n, row in zip(nodes, rows, strict=True) if n.row is not row]
        if any(node.row.key != row.key for node, row in others):
            return False
        for node, row in others:  # all of them first: a child may move to a parent before its own
            self._remove_missing(node, row.children)
        for node, row in others:
            self._update(node, row)
        return True

    def _remove_missing(self, parent: _Node, rows: tuple[QuoteRow, ...]) -> None:
        wanted = {row.key: row for row in rows}
        last = len(parent.children) - 1
        while last >= 0:
            child = parent.children[last]
            row = wanted.get(child.row.key)
            if row is not None:
                if row is not child.row:
                    self._remove_missing(child, row.children)
                last -= 1
                continue
            first = last
            while first > 0 and parent.children[first - 1].row.key not in wanted:
                first -= 1
            self.beginRemoveRows(self._index(parent), first, last)
            for gone in parent.children[first : last + 1]:
                self._forget(gone)
            del parent.children[first : last + 1]
            self._renumber(parent)
            self.endRemoveRows()
            last = first - 1

    def _settle(self, parent: _Node, rows: tuple[QuoteRow, ...]) -> bool:
        """Insert, move and update children; return whether anything at all changed."""
        changed = False
        place = 0
        while place < len(rows):
            node = self._by_key.get(rows[place].key)
            if node is None:
                end = place + 1
                while end < len(rows) and rows[end].key not in self._by_key:
                    end += 1
                self._insert(parent, rows[place:end], place)
                changed, place = True, end
                continue
            if node.parent is not parent or node.place < place:
                raise ValueError(f"the key {node.row.key!r} occurs twice")
            if node.place != place:
                self._move(parent, node, place)
                changed = True
            changed = self._update(node, rows[place]) or changed
            place += 1
        return changed

    def _update(self, node: _Node, row: QuoteRow) -> bool:
        old = node.row
        if row is old:
            return False
        node.row = row
        changed = self._settle(node, row.children)
        changed = changed or old.kind != row.kind or not looks_equal(old, row)
        if changed:
            last = len(self.columns) - 1
            self.dataChanged.emit(self._index(node), self._index(node, last))
        return changed

    def _insert(self, parent: _Node, rows: tuple[QuoteRow, ...], place: int) -> None:
        self.beginInsertRows(self._index(parent), place, place + len(rows) - 1)
        parent.children[place:place] = self._grow(parent, rows, place)
        self._renumber(parent)
        self.endInsertRows()

    def _move(self, parent: _Node, node: _Node, place: int) -> None:
        above = self._index(parent)
        self.beginMoveRows(above, node.place, node.place, above, place)
        parent.children.remove(node)
        parent.children.insert(place, node)
        self._renumber(parent)
        self.endMoveRows()

    # ------------------------------------------------------------ nodes

    def _grow(self, parent: _Node, rows: tuple[QuoteRow, ...], first: int) -> list[_Node]:
        grown = []
        for place, row in enumerate(rows, first):
            if row.key in self._by_key:
                raise ValueError(f"the key {row.key!r} occurs twice")
            node = _Node(next(self._idents), row, parent, place)
            self._nodes[node.ident] = self._by_key[row.key] = node
            node.children = self._grow(node, row.children, 0)
            grown.append(node)
        return grown

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[node.ident]
        self._by_key.pop(node.row.key, None)

    @staticmethod
    def _renumber(parent: _Node) -> None:
        for place, child in enumerate(parent.children):
            child.place = place

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node | None, column: int = 0) -> QModelIndex:
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.place, column, node.ident)
