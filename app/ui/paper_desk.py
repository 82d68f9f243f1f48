"""PaperDesk: what is done with the papers of the open quote: seen, found in, written, printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from app.ui.paper_dialogs import show_batch, show_papers, show_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from app.quoting.quote import Quote
    from app.services.issue_documents import IssuedFile
    from app.services.print_set import PrintedPaper
    from app.services.workspace import Workspace
    from app.ui.dialogs.handing import Handing
    from app.ui.page import Surroundings
    from app.ui.pages.studio.preview_panel import PreviewPanel
    from app.ui.pages.studio.studio_page import StudioPage
    from app.ui.papers import Papers
    from app.ui.printing import PrintJob
    from app.ui.session import QuoteSession
    from catalog.local_text import Language


class PaperDesk(QObject):
    """Shows, writes and prints papers.

    * ``written(paths)``: papers were written. * ``printed(pages)``: so many pages were printed.

    Attributes:
        choose_printer: Asks for a printer and hands it on; the system's dialogue.
        handing_of: What gives papers of a quote out of the program.
    """

    written = Signal(tuple)
    printed = Signal(int)

    def __init__(
        self, workspace: Workspace, surroundings: Surroundings, studio: StudioPage, parent: QObject
    ) -> None:
        """Work in a studio."""
        super().__init__(parent)
        self._workspace = workspace
        self._around = surroundings
        self._studio = studio
        self.preview: PreviewPanel | None = None
        self.choose_printer: Callable[[QWidget, Callable[[QPrinter], None]], None] = ask_printer
        self._set: dict[str, int] = {}
        self._then: Literal["", "save", "copy", "mail"] = ""
        self.handing_of: Callable[[Quote], Handing] = self._make_handing
        self._job: PrintJob | None = None
        self._papers = self._make_papers()

    def _make_papers(self) -> Papers:
        from app.ui.papers import Papers

        papers, page = Papers(self._workspace, self._around, self), self._studio
        papers.started.connect(lambda: page.top.enable_papers(enabled=False))
        papers.progressed.connect(page.totals.show_progress)
        papers.ended.connect(page.totals.hide_progress)
        papers.ended.connect(lambda: page.top.enable_papers(enabled=True))
        papers.issued.connect(self._print_issued)
        papers.issued.connect(self._hand_issued)
        papers.written.connect(self.written)
        return papers

    def attach(self, session: QuoteSession) -> None:
        """Work on another quote."""
        if self.preview is not None:
            self.preview.attach(session)
            self.preview.show_item(self._studio.items.tree.current_key())

    def detach(self) -> None:
        """Work on no quote any more."""
        if self.preview is not None:
            self.preview.detach()

    # ------------------------------------------------------------ writing

    def write(self, session: QuoteSession, kinds: tuple[str, ...], *, final: bool = False) -> None:
        """Write papers of a quote; which ones is asked where none is named."""
        self._set, self._then = {}, ""
        if kinds:
            self._papers.write(session, kinds, final=final, parent=self._studio.window())
        else:
            self._papers.choose(session, self._studio)

    def cancel(self) -> None:
        """Stop papers that are being written, before any file is."""
        self._papers.cancel()
        if self._job is not None:
            self._job.cancel()

    # ------------------------------------------------------------ printing

    def print(self) -> None:
        """Ask which papers are printed how often, write them, then print them in order."""
        session = self._studio.session
        if session is None or self._papers.busy or self._job is not None:
            return
        from app.services.issue_documents import kinds_for
        from app.services.preview import shown_kinds
        from app.services.print_set import read_set
        from app.ui.dialogs.print_dialog import PrintDialog

        language: Language = "en" if session.quote.language == "en" else "zh"
        wanted = read_set(self._workspace.settings.visit_set)
        dialog = PrintDialog(
            shown_kinds(kinds_for(session.worked.revision)),
            wanted,
            language,
            self._around.speaker,
            self._studio.window(),
        )

        def agree() -> None:
            if self._papers.busy:
                return
            self._set, self._then = dialog.copies(), ""
            self._papers.write(session, tuple(self._set), languages=(dialog.language(),))

        dialog.accepted.connect(agree)
        dialog.open()

    def _print_issued(self, files: tuple[IssuedFile, ...]) -> None:
        """Print what was written just now, when it was written to be printed."""
        wanted, self._set = self._set, {}
        if not wanted:
            return
        from app.services.print_set import PrintedPaper

        papers = tuple(
            PrintedPaper(file.path.read_bytes(), wanted[kind])
            for kind in wanted
            for file in files
            if file.kind == kind and file.path.suffix == ".pdf"
        )
        self.choose_printer(self._studio.window(), lambda printer: self._print(papers, printer))

    def _print(self, papers: tuple[PrintedPaper, ...], printer: QPrinter) -> None:
        from app.ui.printing import PrintJob

        page, job = self._studio, PrintJob(self._around.tasks, self)
        self._job = job
        page.top.enable_papers(enabled=False)
        told = self.tr("Printing…")
        job.progressed.connect(lambda share: page.totals.show_progress(told, share))
        job.ended.connect(self._end_job)
        job.done.connect(self._tell_printed)
        job.failed.connect(self._around.messages.error)
        job.start(papers, printer)

    def _end_job(self) -> None:
        self._job = None
        self._studio.totals.hide_progress()
        self._studio.top.enable_papers(enabled=True)

    def _tell_printed(self, pages: int) -> None:
        text = self.tr("Handed to the printer: {pages} pages").format(pages=pages)
        self._around.toasts.show_news(text, "ok")
        self.printed.emit(pages)

    # ------------------------------------------------------------ what was written

    def show(self, dialog: Callable[[Workspace, Surroundings, StudioPage], None]) -> None:
        """Show one of ``app.ui.paper_dialogs``."""
        dialog(self._workspace, self._around, self._studio)

    def hand(self, deed: Literal["save", "copy", "mail"]) -> None:
        """Write the paper beside the quote, proved as every paper, and hand its files on."""
        session, preview = self._studio.session, self.preview
        if session is None or preview is None or not preview.bar.kind or self._papers.busy:
            return
        language: Language = "en" if preview.bar.language.current == "en" else "zh"
        self._set, self._then = {}, deed
        self._papers.write(session, (preview.bar.kind,), languages=(language,))

    def _hand_issued(self, files: tuple[IssuedFile, ...]) -> None:
        """Hand on what was written just now, when it was written for that."""
        deed, self._then = self._then, ""
        session = self._studio.session
        if not deed or session is None:
            return
        from app.services.kept_papers import papers_of_files

        workspace, quote = self._workspace, session.quote
        handing = self.handing_of(quote)
        deeds = {"save": handing.save_as, "copy": handing.copy, "mail": handing.mail}
        self._around.tasks.run(
            lambda _task: papers_of_files(workspace, quote.id, files),
            deeds[deed],
        )

    def _make_handing(self, quote: Quote) -> Handing:
        from app.ui.dialogs.handing import Handing

        return Handing(self._workspace, self._around, quote, self._studio.window())

    # ------------------------------------------------------------ seeing

    def toggle_preview(self) -> None:
        """Show a paper beside the quote, or put it away."""
        if self._studio.session is None:
            return
        if self.preview is None:
            self.preview = self._make_preview()
            self.attach(self._studio.session)
        shown = self.preview.isHidden()
        self._studio.show_beside(shown=shown)
        if shown:
            self.preview.view.setFocus()
        else:
            self._studio.items.tree.setFocus()

    def find(self) -> None:
        """Find a text on the pages of the paper beside the quote."""
        if self.preview is None or self.preview.isHidden():
            self.toggle_preview()
        if self.preview is not None:
            self.preview.find_bar.start()

    def compare(self) -> None:
        """Compare two contracts of the quote, or one with a file that came back."""
        session = self._studio.session
        if session is None:
            return
        from app.ui.dialogs.contract_dialog import ContractDialog

        revision = session.committed.revision
        ContractDialog(self._around, self._workspace, revision, self._studio.window()).open()

    def _make_preview(self) -> PreviewPanel:
        from app.ui.pages.studio.preview_panel import PreviewPanel

        panel = PreviewPanel(self._workspace, self._around)
        panel.hide()
        panel.closed.connect(self.toggle_preview)
        panel.bar.print_wanted.connect(self.print)
        panel.bar.save_wanted.connect(lambda: self.hand("save"))
        panel.bar.copy_wanted.connect(lambda: self.hand("copy"))
        panel.bar.mail_wanted.connect(lambda: self.hand("mail"))
        self._studio.items.row_changed.connect(panel.show_item)
        self._studio.put_beside(panel)
        return panel


PAPER_DEEDS: Final[Mapping[str, Callable[[PaperDesk], None]]] = {
    "preview": PaperDesk.toggle_preview,
    "print": PaperDesk.print,
    "find_on_paper": PaperDesk.find,
    "compare": PaperDesk.compare,
    "papers": partial(PaperDesk.show, dialog=show_papers),
    "batch": partial(PaperDesk.show, dialog=show_batch),
    "paper_settings": partial(PaperDesk.show, dialog=show_settings),
}
"""What the keys of the open quote do with its papers, by the identifier of their action."""


def ask_printer(parent: QWidget, then: Callable[[QPrinter], None]) -> None:
    """Show the system's dialogue of printers; hands on the one that is chosen."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog
    from PySide6.QtWidgets import QDialog

    from app.ui.printing import make_printer

    printer = make_printer()
    dialog = QPrintDialog(printer, parent)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        QAbstractPrintDialog.PrintDialogOption.PrintSelection,
    ):
        dialog.setOption(option, on=False)
    dialog.accepted.connect(lambda: then(printer))
    QDialog.open(dialog)
