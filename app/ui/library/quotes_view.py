"""All quotes: find and open one, or begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.services.list_rows import ListedQuotes, listed_quotes
from app.ui.latest import Latest
from app.ui.library.approval_papers import ApprovalPapers
from app.ui.presenting.lists import quote_columns
from app.ui.presenting.quote_list import (
    quote_facets,
    quote_facts,
    quote_views,
    shown_quotes,
    sorted_quotes,
)
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_bar import ListBar
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button
from app.ui.widgets.value_range import has_ranges

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPoint

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.widgets.facets import Facts

_STATE_HEIGHT = 190


class QuotesView(QWidget):
    """Lists quotes.

    * ``opened(id)``: open a quote. * ``new_wanted()``: begin one (by choosing a customer).
    * ``sample_wanted()``, ``import_wanted()``: fill an empty program. * ``failed(failure)``.
    * ``tour_wanted()``, ``setup_wanted()``: be led through the sample, or to one's own data.

    The menu of the selected quotes writes one approval workbook of them, and reads one back.
    """

    opened = Signal(str)
    new_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()
    tour_wanted = Signal()
    setup_wanted = Signal()
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a workspace: the list is empty until it is opened."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._found = ListedQuotes()
        self._facts: tuple[Facts, ...] | None = None
        fault = PageFault(self, surroundings.speaker.failure)
        fault.retry_wanted.connect(self.refresh)
        self._latest: Latest[ListedQuotes] = Latest(surroundings.tasks, self._show, fault)
        self.new = make_button(self.tr("New quote"), "primary", icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.new.setEnabled(False)
        self.head = ListHead(self.tr("Quotes"), self.tr("Title, number, customer"), self.new)
        self.table = DataTable(quote_columns(surroundings.speaker), self.tr("Quotes"))
        self.head.serve(self.refresh, self.table)
        self.table.opened.connect(self.opened)
        self.table.menu_requested.connect(self.open_menu)
        speaker = surroundings.speaker
        self.bar = ListBar(
            "quotes",
            quote_facets(speaker),
            quote_views(speaker),
            self.table,
            self.head.search,
            surroundings.messages,
        )
        self.bar.changed.connect(self._narrow)
        self.papers = ApprovalPapers(surroundings, self)
        self.papers.failed.connect(self.failed)
        self.papers.recorded.connect(self.refresh)
        self._build()

    def _build(self) -> None:
        self._loading = EmptyState("loader-circle", self.tr("Opening your data…"))
        nothing = EmptyState(
            "file-text",
            self.tr("No quotes found"),
            self.tr("Choose a customer and begin a quote."),
            self.tr("New quote"),
        )
        nothing.activated.connect(self.new_wanted)
        narrowed = EmptyState(
            "search",
            self.tr("Nothing fits"),
            self.tr("Try another word or fewer conditions."),
            self.tr("Show all quotes"),
        )
        narrowed.activated.connect(lambda: self.bar.show_view(":all"))
        self._stack = QStackedWidget()
        for part in (self._loading, self._first_start(), nothing, self._listed(), narrowed):
            self._stack.addWidget(part)
        self._over = QWidget()
        over = QVBoxLayout(self._over)
        over.setContentsMargins(Space.LG, Space.SM, Space.LG, 0)
        over.addWidget(self.bar)
        self._over.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._over)
        column.addWidget(self._stack, 1)

    def _listed(self) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        outer = QWidget()
        outside = QVBoxLayout(outer)
        outside.setContentsMargins(Space.LG, Space.SM, Space.LG, Space.LG)
        outside.addWidget(card)
        return outer

    def _first_start(self) -> QWidget:
        state = EmptyState(
            "package",
            self.tr("Welcome to Quotewright"),
            self.tr(
                "There is no catalogue yet. Let the program show itself with the sample data, or"
                " set it up with your own."
            ),
        )
        state.setMinimumHeight(_STATE_HEIGHT)
        self.tour = make_button(self.tr("Guided tour, two minutes"), "primary", icon="flag")
        self.sample = make_button(self.tr("Import sample data"), icon="sparkles")
        setup = make_button(self.tr("Set up with my own data"), icon="list-tree")
        catalogue = make_button(self.tr("Import catalogue"), icon="upload")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button, wanted in (
            (self.tour, self.tour_wanted),
            (self.sample, self.sample_wanted),
            (setup, self.setup_wanted),
            (catalogue, self.import_wanted),
        ):
            button.clicked.connect(wanted)
            buttons.addWidget(button)
        buttons.addStretch()
        outer = QWidget()
        column = QVBoxLayout(outer)
        column.addStretch(2)
        column.addWidget(state)
        column.addLayout(buttons)
        column.addStretch(3)
        return outer

    def attach(self, workspace: Workspace) -> None:
        """List the quotes of a workspace."""
        self._workspace = self.papers.workspace = workspace
        self.refresh()

    def open_menu(self, key: str, at: QPoint) -> QMenu:
        """Offer what can be done with the selected quotes."""
        if key not in self.table.selected_keys():
            self.table.set_current(key)
        chosen = frozenset(self.table.selected_keys())
        quotes = tuple(quote for quote in self._found.rows if quote.id in chosen)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = self.tr("Approval workbook of {count} quotes…").format(count=len(quotes))
        out = menu.addAction(name)
        out.setEnabled(bool(quotes))
        out.triggered.connect(lambda: self.papers.choose_quotes(quotes, chosen))
        menu.addAction(self.tr("Read workbook back…")).triggered.connect(self.papers.choose)
        self.table.offer(menu, at)
        return menu

    def refresh(self) -> None:
        """Read the list again."""
        workspace, typed = self._workspace, self.head.search.text()
        if workspace is not None:
            me = workspace.settings.manager_name
            self.bar.views.offer(quote_views(self._around.speaker, me))
            self._latest.look_up(lambda: listed_quotes(workspace, typed))

    def _show(self, found: ListedQuotes) -> None:
        self._found = found
        self._facts = None
        self._narrow()

    def _words(self, day: date) -> tuple[Facts, ...]:
        """Words of the quotes, with the ranges that are wanted; worked out when they are needed."""
        wants = self.bar.facets.wants
        if has_ranges(wants):
            return quote_facts(self._found, day, wants)
        if self._facts is None:
            self._facts = quote_facts(self._found, day)
        return self._facts

    def _narrow(self) -> None:
        """Show what is left of the quotes that were found."""
        workspace, found = self._workspace, self._found
        if workspace is None:
            return
        speaker, day = self._around.speaker, self._around.clock().date()
        wants = self.bar.facets.wants
        if wants or self.isVisible():
            places = self.bar.narrow(self._words(day))
        else:  # nobody sees the counts, and whoever comes here has the list read again
            places = list(range(len(found.rows)))
        places = sorted_quotes(speaker, found, places, self.bar.sort, day)
        self.table.set_rows(shown_quotes(speaker, found, places, day))
        self.head.show_count(len(places))
        ready = workspace.catalog() is not None
        self.new.setEnabled(ready)
        asked = bool(self.head.search.text().strip() or self.bar.facets.wants)
        self._over.setVisible(bool(found.rows) or asked)
        if places:
            self._stack.setCurrentIndex(3)
        elif asked:
            self._stack.setCurrentIndex(4)
        else:
            self._stack.setCurrentIndex(2 if ready else 1)
