"""PublishedView: every published edition, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.quoting.authority.differing import differences
from app.ui.presenting.editions import (
    edition_columns,
    edition_difference_columns,
    edition_difference_rows,
    edition_rows,
)
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.authority.published import PublishedEdition
    from app.quoting.authority.source import AuthoritySource
    from app.ui.page import Surroundings


class PublishedView(QWidget):
    """Lists editions beside the differences of the chosen one to the one before."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Begin with nothing published."""
        super().__init__(parent)
        self._around = around
        self._published: tuple[PublishedEdition, ...] = ()
        self._shipped: AuthoritySource | None = None
        self.table = DataTable(edition_columns(around.speaker), self.tr("Published editions"))
        self.changes = DataTable(
            edition_difference_columns(around.speaker), self.tr("What it changed")
        )
        self.broken = make_label("", "error")
        self.broken.setWordWrap(True)
        self.broken.hide()
        self.table.current_changed.connect(self._show_changes)
        nothing = EmptyState(
            "scale",
            self.tr("Nothing published yet"),
            self.tr("The sample that came with the program holds until you publish your own."),
        )
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.MD)
        row.addWidget(_carded(self.table), 1)
        row.addWidget(_carded(self.changes), 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.broken)
        column.addWidget(self._stack, 1)

    def show_editions(
        self, published: tuple[PublishedEdition, ...], shipped: AuthoritySource, broken: str
    ) -> None:
        """Show what was published.

        Args:
            published: In their order.
            shipped: What held before the first.
            broken: What is wrong with the chain, in words; empty when every link holds.
        """
        self._published, self._shipped = published, shipped
        self.broken.setText(broken)
        self.broken.setVisible(bool(broken))
        zone = self._around.clock().tzinfo
        self.table.set_rows(edition_rows(self._around.speaker, published, zone))
        self._stack.setCurrentIndex(1 if published else 0)
        if published:
            self.table.set_current(str(published[-1].sequence))
            self._show_changes(str(published[-1].sequence))

    def _show_changes(self, key: str) -> None:
        place = next((n for n, one in enumerate(self._published) if str(one.sequence) == key), -1)
        if place < 0 or self._shipped is None:
            self.changes.set_rows(())
            return
        before = self._published[place - 1].source if place else self._shipped
        found = differences(before, self._published[place].source)
        self.changes.set_rows(edition_difference_rows(self._around.speaker, found))


def _carded(table: DataTable) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(table)
    return card
