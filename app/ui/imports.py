"""Imports: what brings data into the program: samples, catalogues, customers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.quoting.customer import Customer
from pricing.bills import Bills

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.import_sample import SampleImport
    from app.services.sample_removal import SampleStanding
    from app.services.unfinished import BegunKind
    from app.services.workspace import Workspace
    from app.ui.library.customers_view import CustomersView
    from app.ui.page import Surroundings
    from app.ui.tasks import Task

_STEPS = 100


class Imports(QObject):
    """Imports and dialogs of one window.

    * ``filled()``: an import is stored. * ``customer_stored(id)``: a customer is stored.
    * ``failed(failure)``: nothing was changed.

    Attributes:
        leave_quote: Closes the open quote, which may be a sample; gives whether it is closed.
    """

    filled = Signal()
    customer_stored = Signal(str)
    failed = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window; ``workspace`` is set when it is open."""
        super().__init__(window)
        self.workspace: Workspace | None = None
        self.leave_quote: Callable[[], bool] = lambda: True
        self._around = around
        self._window = window

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What actions do here, by identifier."""
        return {
            "new_customer": self.new_customer,
            "duplicates": self.find_duplicates,
            "import_customers": self.choose_customers,
            "export_customers": self.choose_export,
            "import_catalogue": self.import_catalogue,
            "sample_in": self.put_sample_in,
            "sample_out": self.take_sample_out,
        }

    def serve(self, view: CustomersView) -> None:
        """Do what the page of customers asks for."""
        view.new_wanted.connect(self.new_customer)
        view.edit_wanted.connect(self.edit_customer)
        view.bills_wanted.connect(self.import_bills)
        view.duplicates_wanted.connect(self.find_duplicates)
        view.import_wanted.connect(self.choose_customers)
        view.export_wanted.connect(self.choose_export)

    def import_sample(self) -> None:
        """Import the sample data beside the window and say how much it was."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None:
            return

        def work(task: Task) -> SampleImport:
            from app.services.import_sample import import_sample

            return import_sample(
                workspace,
                today=now.date(),
                now=now,
                progress=lambda share: task.report(round(share * _STEPS), _STEPS),
            )

        self._around.tasks.run(work, self._tell_sample, self.failed.emit)

    def put_sample_in(self) -> None:
        """Import the sample data, where their catalogue takes nothing's place."""
        from app.services.sample_removal import can_put_in

        if self.workspace is None:
            return
        if can_put_in(self.workspace):
            self.import_sample()
            return
        self._around.messages.info(
            self.tr("The sample data have a catalogue of their own"),
            self.tr("They are not mixed with yours. Make a profile for them (Ctrl+K, “profiles”)."),
        )

    def take_sample_out(self) -> None:
        """Tell what of the samples goes and what stays, then take it out; with undo."""
        from app.services.sample_removal import sample_standing

        workspace = self.workspace
        if workspace is None:
            return

        def ask(standing: SampleStanding) -> None:
            if standing.nothing:
                told = self.tr("There are no sample data that nobody worked with.")
                self._around.messages.info(told, "")
            elif self._agree(standing) and self.leave_quote():
                self._take_out(workspace)

        self._around.tasks.run(lambda _task: sample_standing(workspace), ask, self.failed.emit)

    def _agree(self, standing: SampleStanding) -> bool:
        parts = [
            self.tr("{quotes} quotes and {customers} customers go.").format(
                quotes=len(standing.quotes), customers=len(standing.customers)
            )
        ]
        if standing.catalogue:
            parts.append(self.tr("The sample catalogue goes too."))
        if standing.kept_quotes or standing.kept_customers:
            stays = self.tr("{quotes} quotes and {customers} customers stay, being in use.")
            parts.append(
                stays.format(quotes=standing.kept_quotes, customers=standing.kept_customers)
            )
        return self._around.messages.confirm(
            self.tr("Take the sample data out?"), " ".join(parts), yes=self.tr("Take out")
        )

    def _take_out(self, workspace: Workspace) -> None:
        from app.services.sample_removal import remove_sample

        def tell(_gone: object) -> None:
            self.filled.emit()
            told = self.tr("The sample data are taken out")
            toast = self._around.toasts.show_news(told, "ok", self.tr("Undo"))
            toast.acted.connect(self.import_sample)

        self._around.tasks.run(lambda _task: remove_sample(workspace), tell, self.failed.emit)

    def _tell_sample(self, done: SampleImport) -> None:
        text = self.tr(
            "Imported {offerings} offerings with {charges} charges, {bundles} bundles,"
            " {customers} customers and {quotes} quotes"
        )
        self._around.toasts.show_news(
            text.format(
                offerings=done.offerings,
                charges=done.charges,
                bundles=done.bundles,
                customers=done.customers,
                quotes=done.quotes,
            ),
            "ok",
        )
        self.filled.emit()

    def import_catalogue(self, path: Path | None = None) -> None:
        """Ask for files, beginning with one that is there, and import them as a version."""
        from app.ui.dialogs.import_dialog import ImportDialog

        if self.workspace is not None:
            dialog = ImportDialog(self._around, self.workspace, self._window)
            dialog.begun.connect(partial(self._begin, "catalogue", ""))
            dialog.imported.connect(lambda: self._end("catalogue", ""))
            dialog.imported.connect(self.filled)
            if path is not None:
                dialog.price_list.setText(str(path))
            dialog.open()

    def import_bills(self, customer_id: str, paths: Sequence[Path] = ()) -> None:
        """Ask for files of bills of a stored customer and import them.

        Args:
            customer_id: Whose bills.
            paths: Files to begin with, such as those that were dropped.
        """
        from app.ui.dialogs.bills_dialog import BillsDialog

        if self.workspace is not None and customer_id:
            around, workspace = self._around, self.workspace
            dialog = BillsDialog(around, workspace, customer_id, self._window, paths)
            dialog.begun.connect(partial(self._begin, "bills", customer_id))
            dialog.imported.connect(partial(self._end, "bills"))
            dialog.imported.connect(self.customer_stored)
            dialog.open()

    def _begin(self, kind: BegunKind, subject: str, files: tuple[str, ...]) -> None:
        """Remember on the start page what is being imported, until it is."""
        from app.services.unfinished import begin

        if self.workspace is not None:
            begin(self.workspace, kind, subject, files, self._around.clock())

    def _end(self, kind: BegunKind, subject: str) -> None:
        from app.services.unfinished import end

        if self.workspace is not None:
            end(self.workspace, kind, subject)

    def find_duplicates(self) -> None:
        """Show customers who are probably one."""
        from app.ui.dialogs.duplicates_dialog import DuplicatesDialog

        if self.workspace is not None:
            dialog = DuplicatesDialog(self._around, self.workspace, self._window)
            dialog.merged.connect(self.customer_stored)
            dialog.open()

    def choose_customers(self) -> None:
        """Ask for tables of customers and import them, or take the last import back."""
        self.import_customers(())

    def import_customers(self, paths: Sequence[Path]) -> None:
        """Show what tables of customers would change, and import them."""
        from app.ui.dialogs.customers_import_dialog import CustomersImportDialog

        if self.workspace is not None:
            if paths:
                self._begin("customers", "", tuple(str(path) for path in paths))
            dialog = CustomersImportDialog(self._around, self.workspace, paths, self._window)
            dialog.begun.connect(partial(self._begin, "customers", ""))
            dialog.imported.connect(lambda _id: self._end("customers", ""))
            dialog.imported.connect(self.customer_stored)
            dialog.open()

    def choose_export(self, typed: str = "", only: Collection[str] | None = None) -> None:
        """Ask for a file and write the customers found by the words typed into it."""
        asked = QFileDialog(self._window, self.tr("Export customers"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("Text (*.csv)")])
        asked.setDefaultSuffix("xlsx")
        asked.fileSelected.connect(lambda file: self.export_customers(Path(file), typed, only))
        asked.open()

    def export_customers(
        self, path: Path, typed: str = "", only: Collection[str] | None = None
    ) -> None:
        """Write the customers found by the words typed into a file."""
        workspace, day = self.workspace, self._around.clock().date()
        if workspace is None:
            return
        words = self._around.speaker.words

        def work(_task: Task) -> int:
            from app.services.export_customers import export_found

            return export_found(workspace, typed, path, day=day, words=words, only=only)

        self._around.tasks.run(work, lambda count: self._tell_export(path, count), self.failed.emit)

    def _tell_export(self, path: Path, count: int) -> None:
        text = self.tr("{count} customers written to {file}; the file is internal")
        self._around.toasts.show_news(text.format(count=count, file=path.name), "ok")

    def new_customer(self) -> None:
        """Enter a customer."""
        self._ask((Customer(uuid4().hex, "", ""), Bills()))

    def edit_customer(self, customer_id: str) -> None:
        """Change a customer."""
        workspace = self.workspace
        if workspace is not None:
            self._around.tasks.run(
                lambda _task: workspace.customers.load(customer_id), self._ask, self.failed.emit
            )

    def _ask(self, found: tuple[Customer, Bills]) -> None:
        from app.ui.dialogs.customer_dialog import CustomerDialog

        if self.workspace is not None:
            dialog = CustomerDialog(self._around, self.workspace, *found, self._window)
            dialog.stored.connect(self.customer_stored)
            dialog.open()
