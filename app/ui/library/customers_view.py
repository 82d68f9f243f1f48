"""Customers: choose or create one, see the bills, begin a quote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.services.list_rows import ListedCustomers, listed_customers
from app.ui.latest import Latest
from app.ui.library.customer_detail import CustomerDetail
from app.ui.presenting.customer_list import (
    customer_facets,
    customer_facts,
    customer_views,
    shown_customers,
    sorted_customers,
)
from app.ui.presenting.lists import customer_columns
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.list_bar import ListBar
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.page_fault import PageFault
from app.ui.widgets.parts import make_button
from app.ui.widgets.value_range import has_ranges

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.services.customer_file import CustomerFile
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.widgets.facets import Facts

_LIST_WIDTH = 380
_BILLS = frozenset((".xlsx", ".xls", ".csv", ".tsv", ".txt"))


class CustomersView(QWidget):
    """Lists customers beside the chosen one.

    * ``quote_wanted(customer)``: begin a quote. * ``quote_opened(id)``: open a quote.
    * ``new_wanted()``: enter a customer. * ``edit_wanted(customer)``: change one.
    * ``bills_wanted(customer, paths)``: import bills; files can be dropped on the page.
    * ``analysis_wanted(customer)``: show what the bills say.
    * ``duplicates_wanted()``: look for customers who are one. * ``import_wanted()``: from files.
    * ``portfolio_wanted()``: whom to visit first.
    * ``export_wanted(typed, only)``: write those in the list to a file; identifiers of those who
      are left, or ``None`` where only the words narrow it.
    """

    quote_wanted = Signal(str)
    quote_opened = Signal(str)
    new_wanted = Signal()
    edit_wanted = Signal(str)
    bills_wanted = Signal(str, list)
    analysis_wanted = Signal(str)
    duplicates_wanted = Signal()
    import_wanted = Signal()
    portfolio_wanted = Signal()
    export_wanted = Signal(str, object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a workspace."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._wanted = ""
        self._found = ListedCustomers()
        self._facts: tuple[Facts, ...] = ()
        fault = PageFault(self, surroundings.speaker.failure)
        fault.retry_wanted.connect(self.refresh)
        self._rows: Latest[ListedCustomers] = Latest(surroundings.tasks, self._take, fault)
        self._one: Latest[CustomerFile] = Latest(surroundings.tasks, self._show_one, fault)
        new = make_button(self.tr("New customer"), icon="user-plus")
        new.clicked.connect(self.new_wanted)
        twice = make_button(self.tr("Duplicates"), icon="users")
        twice.clicked.connect(self.duplicates_wanted)
        bring = make_button(self.tr("Import"), icon="file-up")
        bring.clicked.connect(self.import_wanted)
        write = make_button(self.tr("Export"), icon="download")
        write.clicked.connect(self._export)
        searched = self.tr("Name, account, contact")
        visit = make_button(self.tr("Whom to visit"), icon="calendar-days")
        visit.clicked.connect(self.portfolio_wanted)
        buttons = (visit, twice, bring, write, new)
        self.head = ListHead(self.tr("Customers"), searched, *buttons)
        self.table = DataTable(customer_columns(surroundings.speaker), self.tr("Customers"))
        self.bar = ListBar(
            "customers",
            customer_facets(surroundings.speaker),
            customer_views(surroundings.speaker),
            self.table,
            self.head.search,
            surroundings.messages,
        )
        self.bar.changed.connect(self._show_rows)
        self.head.serve(self.refresh, self.table)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(self.quote_wanted)
        self.detail = CustomerDetail(surroundings)
        self.detail.none_yet.activated.connect(self.new_wanted)
        self.detail.quote_wanted.connect(self.quote_wanted)
        self.detail.quote_opened.connect(self.quote_opened)
        self.detail.edit_wanted.connect(self.edit_wanted)
        self.detail.bills_wanted.connect(lambda customer: self.bills_wanted.emit(customer, []))
        self.detail.desk.stored.connect(self._follow)
        self.detail.desk.failed.connect(self._refuse)
        self.detail.analysis_wanted.connect(self.analysis_wanted)
        self.setAcceptDrops(True)
        self._build()

    def _export(self) -> None:
        narrowed = bool(self.bar.facets.wants)
        rows = (
            [self._found.rows[at].id for at in self.bar.narrow(self._words())] if narrowed else None
        )
        self.export_wanted.emit(self.head.search.text(), rows)

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(_LIST_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(Space.LG, Space.SM, Space.LG, Space.LG)
        row.setSpacing(Space.LG)
        row.addWidget(card)
        row.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        over = QHBoxLayout()
        over.setContentsMargins(Space.LG, Space.SM, Space.LG, 0)
        over.addWidget(self.bar)
        column.addWidget(self.head)
        column.addLayout(over)
        column.addLayout(row, 1)

    def attach(self, workspace: Workspace) -> None:
        """List the customers of a workspace."""
        self._workspace = workspace
        self.detail.attach(workspace)
        self.refresh()

    def refresh(self, wanted: str = "") -> None:
        """Read the list again, and go to a customer if one is named."""
        self._wanted = wanted or self._wanted or self.table.current_key()
        workspace, typed = self._workspace, self.head.search.text()
        day = self._around.clock().date()
        if workspace is not None:
            self._rows.look_up(lambda: listed_customers(workspace, typed, day))

    def show_customer(self, customer_id: str) -> None:
        """Go to a customer; what hides him is taken away."""
        self.head.search.clear()
        self.bar.facets.want({})
        self.refresh(customer_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of bills that are dragged here, when a customer is chosen."""
        if self.table.current_key() and dropped_bills(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the files that are dropped here for the customer in sight."""
        paths = dropped_bills(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.bills_wanted.emit(self.table.current_key(), paths)

    def _take(self, found: ListedCustomers) -> None:
        self._found = found
        self._facts = customer_facts(found)
        self._show_rows()

    def _words(self) -> tuple[Facts, ...]:
        """Words of the customers, with the ranges that are wanted."""
        wants = self.bar.facets.wants
        if not has_ranges(wants):
            return self._facts
        return customer_facts(self._found, wants.get("monthly", ()))

    def _show_rows(self) -> None:
        """Show what is left of the customers that were found."""
        found = self._found
        places = sorted_customers(
            self._around.speaker, found, self.bar.narrow(self._words()), self.bar.sort
        )
        self.table.set_rows(shown_customers(self._around.speaker, found, places))
        self.head.show_count(len(places))
        keys = [found.rows[place].id for place in places]
        if not keys:
            asked = bool(self.head.search.text().strip() or self.bar.facets.wants)
            self.detail.show_nothing(none_yet=not asked)
            return
        wanted = self._wanted if self._wanted in keys else keys[0]
        self._wanted = ""
        if self.table.current_key() == wanted:
            self._choose(wanted)
        self.table.set_current(wanted)

    def _choose(self, customer_id: str) -> None:
        workspace = self._workspace
        if workspace is None or not customer_id:
            return

        def read() -> CustomerFile:
            from app.services.customer_file import read_file

            return read_file(workspace, customer_id)

        self._one.look_up(read)

    def _show_one(self, file: CustomerFile) -> None:
        self.detail.show_file(file)

    def undo(self) -> None:
        """Take back the last edit of the customer in sight."""
        self.detail.desk.undo()

    def redo(self) -> None:
        """Do again what was taken back of the customer in sight."""
        self.detail.desk.redo()

    def _follow(self, customer_id: str) -> None:
        """Show in the list what was stored of a customer."""
        self.refresh(customer_id)

    def _refuse(self, failure: Exception) -> None:
        if isinstance(failure, QuotewrightError):
            text, cure = self._around.speaker.failure(failure)
            self._around.messages.error(text, cure)
        else:
            self._around.tasks.crashed.emit(failure)


def dropped_bills(data: QMimeData) -> list[Path]:
    """Files of tables that are dragged over the page; none when any is something else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    good = all(file.suffix.lower() in _BILLS for file in files)
    return files if good and len(files) == len(data.urls()) else []
