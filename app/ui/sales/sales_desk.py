"""SalesDesk: opens the sales library, and what the proposal of the open quote tells."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.quoting.library_sheets import LibrarySheet
from app.ui.files_out import open_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.sales_library import SalesLibrary
    from app.quoting.visit_record import VisitRecord
    from app.services.telling_choices import Choices
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

T = TypeVar("T")


class Sight(NamedTuple):
    """What is in front: the user's data, the customer, and the open quote, if there is one."""

    workspace: Workspace | None
    customer: str
    session: QuoteSession | None


class SalesDesk(QObject):
    """Opens dialogs over a window; each is loaded when it is wanted.

    * ``customer_changed(id)``: what is stored of a customer is another now.
    """

    customer_changed = Signal(str)

    def __init__(self, around: Surroundings, sight: Callable[[], Sight], window: QWidget) -> None:
        """Ask ``sight`` what is in front."""
        super().__init__(window)
        self._around, self._sight, self._window = around, sight, window

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What its actions do, by identifier."""
        return {
            "telling": self.show_telling,
            "visit_record": self.record_visit,
            "research": self.choose_research,
            "leaflets": self.choose_leaflets,
            **{f"library/{sheet}": partial(self.show_library, sheet) for sheet in LibrarySheet},
        }

    # ------------------------------------------------------------ the library

    def show_library(self, sheet: LibrarySheet) -> None:
        """Let the user edit a list of the library."""
        workspace = self._sight().workspace
        if workspace is None:
            return

        def show(library: SalesLibrary) -> None:
            from app.ui.sales.library_dialog import LibraryDialog

            dialog = LibraryDialog(self._around, workspace, library, sheet, self._window)
            dialog.accepted.connect(lambda: self._store(workspace, dialog.edit()))
            dialog.open()

        self._run(workspace.sales_library.library, show)

    def _store(self, workspace: Workspace, edit: Callable[[SalesLibrary], SalesLibrary]) -> None:
        now = self._around.clock()

        def stored(both: tuple[SalesLibrary, SalesLibrary]) -> None:
            before, after = both
            if before == after:
                return
            toast = self._around.toasts.show_news(
                self.tr("The sales library is stored"), "ok", self.tr("Undo")
            )
            toast.acted.connect(lambda: self._put_back(workspace, before, after))

        self._run(lambda: workspace.sales_library.change(edit, now), stored)

    def _put_back(self, workspace: Workspace, before: SalesLibrary, after: SalesLibrary) -> None:
        """Take the last change back, unless somebody has changed the library since."""
        now = self._around.clock()

        def edit(library: SalesLibrary) -> SalesLibrary:
            return before if library == after else library

        def done(both: tuple[SalesLibrary, SalesLibrary]) -> None:
            text = self.tr("The sales library is as it was")
            if both[0] == both[1]:
                text = self.tr("The sales library was changed since; nothing is taken back")
            self._around.toasts.show_news(text, "ok")

        self._run(lambda: workspace.sales_library.change(edit, now), done)

    # ------------------------------------------------------------ the proposal

    def show_telling(self) -> None:
        """Ask what the proposal of the open quote tells; one edit of the quote."""
        workspace, _customer, session = self._sight()
        if workspace is None or session is None:
            return
        quote = session.quote

        def choices() -> Choices:
            from app.services.telling_choices import telling_choices

            return telling_choices(workspace, quote)

        def show(found: Choices) -> None:
            from app.quoting.telling_edits import with_own_terms, with_telling
            from app.ui.sales.telling_dialog import TellingDialog

            dialog = TellingDialog(self._around, workspace, session.quote, found, self._window)

            def apply() -> None:
                telling, terms = dialog.telling(), dialog.own_terms()

                def edit(old: Quote) -> Quote:
                    return with_own_terms(with_telling(old, telling), terms)

                session.apply("telling", edit)

            dialog.accepted.connect(apply)
            dialog.open()

        self._run(choices, show)

    # ------------------------------------------------------------ the visit

    def record_visit(self) -> None:
        """Ask what a visit to the customer in sight brought."""
        workspace, customer_id, _session = self._sight()
        if workspace is None or not customer_id:
            self._around.toasts.show_news(self.tr("Choose a customer first"), "info")
            return

        def show(found: tuple[Customer, object]) -> None:
            from app.ui.sales.visit_record_dialog import VisitRecordDialog

            day = self._around.clock().date()
            dialog = VisitRecordDialog(self._around.speaker, found[0], day, self._window)
            dialog.accepted.connect(
                lambda: self._keep_record(workspace, customer_id, dialog.record())
            )
            dialog.open()

        self._run(lambda: workspace.customers.load(customer_id), show)

    def _keep_record(self, workspace: Workspace, customer: str, record: VisitRecord) -> None:
        words, now = self._around.speaker.words, self._around.clock()

        def store() -> object:
            from app.services.visit_records import store_visit_record

            return store_visit_record(workspace, customer, record, words, now)

        def stored(_wrong: object) -> None:
            self.customer_changed.emit(customer)
            toast = self._around.toasts.show_news(
                self.tr("The visit is recorded"), "ok", self.tr("Undo")
            )
            toast.acted.connect(lambda: self._take_back(workspace, customer))

        self._run(store, stored)

    def _take_back(self, workspace: Workspace, customer: str) -> None:
        now = self._around.clock()

        def work() -> bool:
            from app.services.visit_records import take_visit_record_back

            return take_visit_record_back(workspace, customer, now)

        def done(back: bool) -> None:
            text = self.tr("What the visit brought is taken back")
            if not back:
                text = self.tr("The customer was edited since; nothing is taken back")
            self._around.toasts.show_news(text, "ok")
            self.customer_changed.emit(customer)

        self._run(work, done)

    # ------------------------------------------------------------ leaflets

    def choose_leaflets(self) -> None:
        """Ask where to write leaflets of what the open quote holds."""
        dialog = QFileDialog(self._window, self.tr("Leaflets of the quote"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(lambda name: self.write_leaflets(Path(name)))
        dialog.open()

    def write_leaflets(self, file: Path, *, show: bool = True) -> None:
        """Write them to a file; with ``show`` it is opened afterwards."""
        workspace, _customer, session = self._sight()
        if workspace is None or session is None:
            return
        quote = session.quote

        def work() -> int:
            from app.services.offer_leaflets import write_leaflets

            return write_leaflets(workspace, quote, file)

        def written(pages: int) -> None:
            text = self.tr("Leaflets are written: {count} pages").format(count=pages)
            if not pages:
                text = self.tr("The catalogue says nothing of what is quoted")
            self._around.toasts.show_news(text, "ok" if pages else "info")
            if show and pages:
                open_file(file)

        self._run(work, written)

    # ------------------------------------------------------------ market research

    def choose_research(self) -> None:
        """Ask where to write needs and competitors of all customers, without any of them."""
        dialog = QFileDialog(self._window, self.tr("Anonymous needs and competitors"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(lambda name: self.write_research(Path(name)))
        dialog.open()

    def write_research(self, file: Path, *, show: bool = True) -> None:
        """Write them to a file; with ``show`` it is opened afterwards."""
        workspace, words = self._sight().workspace, self._around.speaker.words
        today = self._around.clock().date()
        if workspace is None:
            return

        def work() -> object:
            from app.services.research_export import export_research

            return export_research(workspace, file, words, today)

        def written(_found: object) -> None:
            text = self.tr("{file} is written; nobody can be recognised in it")
            self._around.toasts.show_news(text.format(file=file.name), "ok")
            if show:
                open_file(file)

        self._run(work, written)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._around.tasks.run(lambda _task: work(), then, self._around.tell)
