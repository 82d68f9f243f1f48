"""ListBar: what a list page narrows, sorts and saves its list by; views, facets, columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.list_choices import SavedView
from app.ui.list_memory import memory_of
from app.ui.tokens import Space
from app.ui.widgets.facet_bar import FacetBar
from app.ui.widgets.facets import Facet, Facts, narrow
from app.ui.widgets.parts import make_icon_button
from app.ui.widgets.value_range import BETWEEN, read_range
from app.ui.widgets.view_menu import ViewMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from app.ui.messages import Messages
    from app.ui.widgets.data_table import DataTable


_LOWER: Final = 4
"""Pixels that a facet is lower than a button, above and below."""


class ListBar(QWidget):
    """Stands between the head of a list page and its table.

    ``changed()`` fires when the rows are to be narrowed or sorted otherwise. What is typed into
    the search field is the page's own business; a view sets it like the user does.

    Attributes:
        facets: What narrows.
        views: The views of the list.
        sort: Identifier of the column that sorts, and whether the largest comes first.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        facets: Sequence[Facet],
        built_in: Sequence[SavedView],
        table: DataTable,
        search: QLineEdit,
        messages: Messages,
    ) -> None:
        """Serve one table.

        Args:
            name: Under which its columns and views are kept.
            facets: What it can be narrowed by.
            built_in: Views of the program; the first shows everything.
            table: The table.
            search: The field that is typed into to narrow it further.
            messages: Asks for names of views.
        """
        super().__init__()
        self._table = table
        self._search = search
        self.sort = ("", False)
        table.choice.name = name
        self.facets = FacetBar(facets)
        self.views = ViewMenu(name, built_in, self._present, messages, self)
        columns = make_icon_button("columns-3", self.tr("Columns (Ctrl+Shift+K)"))
        columns.clicked.connect(lambda: table.choice.popup(columns))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        row.addWidget(self.views.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(columns, 0, Qt.AlignmentFlag.AlignTop)
        room = QVBoxLayout()  # facets are lower than buttons, and may be several rows
        room.setContentsMargins(0, _LOWER, 0, _LOWER)
        room.addWidget(self.facets)
        row.addLayout(room, 1)
        self._messages = messages
        self.facets.changed.connect(self._tell)
        self.facets.range_wanted.connect(self._ask_range)
        self.views.chosen.connect(self._show_view)
        search.textChanged.connect(lambda _text: self.views.tell())
        table.sort_requested.connect(self._sort_by)
        table.choice.changed.connect(self.views.tell)

    def narrow(self, facts: Sequence[Facts]) -> list[int]:
        """Places of the rows that are left, given the words of each; the facets count them."""
        found = narrow(facts, self.facets.facets, self.facets.wants)
        self.facets.show_counts(found.counts)
        return found.places

    def show_view(self, view_id: str) -> None:
        """Show a view; one that is gone changes nothing."""
        self._find_memory()
        view = self.views.find(view_id)
        if view is not None:
            self.views.choose(view)

    # ------------------------------------------------------------ inside

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the view that the user wants to begin with."""
        super().showEvent(event)
        self._find_memory()

    def _find_memory(self) -> None:
        memory = memory_of(self)
        if self.views.memory is not None or memory is None:
            return
        self.views.memory = memory
        memory.changed.connect(lambda name: self._begin() if not name else None)
        self._begin()

    def _begin(self) -> None:
        """Show the view to begin with, unless the usual one is shown already."""
        first = self.views.first
        if first.id != self.views.current.id:
            self.views.choose(first)

    def _present(self) -> SavedView:
        choice = self._table.choice
        return SavedView("", "", self.facets.wants, self._search.text().strip(), choice.look)

    def _show_view(self, view: SavedView) -> None:
        choice, own = self._table.choice, self.views.is_own
        look = view.look
        if not own and self.views.memory is not None:
            usual = self.views.memory.look(choice.name)
            sort = view.look.sort or usual.sort
            descending = view.look.descending if view.look.sort else usual.descending
            look = replace(usual, sort=sort, descending=descending)
        choice.keeps = False
        choice.show(look)
        choice.keeps = not own
        before = self.facets.wants
        self._search.setText(view.typed)
        self.facets.want(view.wants)
        if self.facets.wants == before:
            self.changed.emit()

    def _ask_range(self, facet: Facet) -> None:
        """Ask for a range, which takes the place of the steps of the facet."""
        if facet.ranges is None:
            return
        examples = {
            "amount": self.tr("In yuan, such as 1000-5000, 1000.. or ..5000"),
            "day": self.tr("Days, such as 2026-11-01..2026-11-30, 2026-11-01.. or ..2026-11-30"),
        }
        before = [word for word in self.facets.wants.get(facet.id, ()) if BETWEEN in word]
        typed = self._messages.ask(facet.title, examples[facet.ranges], "".join(before[:1]))
        word = read_range(facet.ranges, typed or "")
        if word:
            self.facets.want({**self.facets.wants, facet.id: (word,)})
        elif typed:
            self._messages.info(self.tr("That is no range"), examples[facet.ranges])

    def _tell(self) -> None:
        self.changed.emit()
        self.views.tell()

    def _sort_by(self, column: int, descending: bool) -> None:
        """Sort by a column, or as usual."""
        name = self._table.column_specs[column].id if column >= 0 else ""
        self.sort = (name, bool(name) and descending)
        self._table.set_sorted(column, descending=self.sort[1])
        self._tell()
