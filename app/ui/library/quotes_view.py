"""All quotes: find and open one, or begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.approval.life import Life
from app.ui.latest import Latest
from app.ui.library.approval_papers import ApprovalPapers
from app.ui.presenting.life import state_text
from app.ui.presenting.lists import quote_columns, quote_rows
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from app.services.listing import QuoteRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

    Listed: TypeAlias = tuple[tuple[QuoteRow, ...], dict[str, Life], frozenset[str]]
    """Quotes of a list, where those stand that anything has happened to, and the pinned ones."""

_STATE_HEIGHT = 190
NOTHING_HAPPENED = Life()


class QuotesView(QWidget):
    """Lists quotes.

    * ``opened(id)``: open a quote. * ``new_wanted()``: begin one (by choosing a customer).
    * ``sample_wanted()``, ``import_wanted()``: fill an empty program. * ``failed(failure)``.

    The menu of the selected quotes writes one approval workbook of them, and reads one back.
    """

    opened = Signal(str)
    new_wanted = Signal()
    sample_wanted = Signal()
    import_wanted = Signal()
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a workspace: the list is empty until it is opened."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._quotes: tuple[QuoteRow, ...] = ()
        self._latest: Latest[Listed] = Latest(surroundings.tasks, self._show)
        self.new = make_button(self.tr("New quote"), "primary", icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.new.setEnabled(False)
        self.head = ListHead(self.tr("Quotes"), self.tr("Title, number, customer"), self.new)
        self.head.search.textChanged.connect(lambda _text: self.refresh())
        self.table = DataTable(quote_columns(surroundings.speaker), self.tr("Quotes"))
        self.table.opened.connect(self.opened)
        self.table.menu_requested.connect(self.open_menu)
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
        self._stack = QStackedWidget()
        for part in (self._loading, self._first_start(), nothing, self._listed()):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _listed(self) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        outer = QWidget()
        outside = QVBoxLayout(outer)
        outside.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        outside.addWidget(card)
        return outer

    def _first_start(self) -> QWidget:
        state = EmptyState(
            "package",
            self.tr("Welcome to Quotewright"),
            self.tr(
                "There is no catalogue yet. Try the program with the sample data, or import your"
                " own price list."
            ),
        )
        state.setMinimumHeight(_STATE_HEIGHT)
        self.sample = make_button(self.tr("Import sample data"), "primary", icon="sparkles")
        self.sample.clicked.connect(self.sample_wanted)
        catalogue = make_button(self.tr("Import catalogue"), icon="upload")
        catalogue.clicked.connect(self.import_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.sample)
        buttons.addWidget(catalogue)
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
        quotes = tuple(quote for quote in self._quotes if quote.id in chosen)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = self.tr("Approval workbook of {count} quotes…").format(count=len(quotes))
        out = menu.addAction(name)
        out.setEnabled(bool(quotes))
        out.triggered.connect(lambda: self.papers.choose_quotes(quotes, chosen))
        menu.addAction(self.tr("Read workbook back…")).triggered.connect(self.papers.choose)
        menu.popup(at)
        return menu

    def refresh(self) -> None:
        """Read the list again."""
        workspace, typed = self._workspace, self.head.search.text()
        if workspace is not None:
            self._latest.look_up(lambda: _listed(workspace, typed))

    def _show(self, found: Listed) -> None:
        quotes, lives, pinned = found
        self._quotes = quotes
        speaker, day = self._around.speaker, self._around.clock().date()
        states = {
            quote.id: state_text(speaker, life.on(day), life.label)
            for quote in quotes
            for life in (lives.get(quote.id, NOTHING_HAPPENED),)
        }
        self.table.set_rows(quote_rows(speaker, quotes, states, pinned))
        self.head.show_count(len(quotes))
        ready = self._workspace is not None and self._workspace.catalog() is not None
        self.new.setEnabled(ready)
        if quotes:
            self._stack.setCurrentIndex(3)
        else:
            self._stack.setCurrentIndex(2 if ready else 1)


def _listed(workspace: Workspace, typed: str) -> Listed:
    """What a list shows of the quotes that are found."""
    from app.services.today import pinned_quotes

    quotes = workspace.quotes.search(typed)
    lives = workspace.life.lives([quote.id for quote in quotes])
    return quotes, lives, pinned_quotes(workspace)
