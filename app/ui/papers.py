"""Papers: writes the papers of a quote beside the window, with progress."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.errors import PromotionsSpent, QuotewrightError
from app.ui.presenting.open_points import open_points

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.issue_documents import IssuedFile
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession
    from app.ui.tasks import Task
    from app.ui.widgets.toast import ToastTone
    from catalog.local_text import Language

_STEPS = 1000
_LABEL = "A"


class Papers(QObject):
    """Writes the papers of the open quote.

    * ``started()``, ``progressed(text, per_mille)``, ``ended()`` frame the work.
    * ``written(files)``: a tuple of paths. * ``issued(files)``: the same as ``IssuedFile``.
    """

    started = Signal()
    progressed = Signal(str, int)
    ended = Signal()
    written = Signal(tuple)
    issued = Signal(tuple)

    def __init__(self, workspace: Workspace, surroundings: Surroundings, parent: QObject) -> None:
        """Write from one workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._around = surroundings
        self._cancel: Event | None = None
        self._task: Task | None = None
        surroundings.tasks.progressed.connect(self._relay)
        surroundings.tasks.ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether papers are being written."""
        return self._task is not None

    def cancel(self) -> None:
        """Stop before anything is written."""
        if self._cancel is not None:
            self._cancel.set()

    def choose(self, session: QuoteSession, parent: QWidget) -> None:
        """Ask which papers are written and in which language, then write them."""
        if self.busy:
            return
        from app.services.issue_documents import PaperKind, kinds_for
        from app.services.policies import load_wording
        from app.services.template_choice import template_options
        from app.ui.dialogs.issue_dialog import IssueDialog
        from app.ui.presenting.customer_review import people_told
        from app.ui.presenting.wording import wording_told

        language: Language = "en" if session.quote.language == "en" else "zh"
        possible = kinds_for(session.worked.revision)
        revision, today = session.worked.revision, self._around.clock().date()
        makers = {
            str(kind): template_options(self._workspace, revision, kind, today)
            for kind in possible
            if kind != PaperKind.APPROVAL
        }
        dialog = IssueDialog(
            tuple(PaperKind),
            possible,
            language,
            self._around.speaker,
            parent.window(),
            makers,
            (
                *people_told(self._around.speaker, revision.customer),
                *wording_told(
                    self._around.speaker, revision.quote, revision.customer, load_wording()
                ),
            ),
        )

        def agree() -> None:
            self.write(
                session,
                dialog.kinds(),
                languages=dialog.languages(),
                templates=dialog.templates(),
                parent=parent.window(),
            )

        dialog.accepted.connect(agree)
        dialog.open()

    def write(
        self,
        session: QuoteSession,
        kinds: tuple[str, ...],
        *,
        languages: tuple[Language, ...] = (),
        final: bool = False,
        parent: QWidget | None = None,
        templates: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        """Write papers of the committed quote into its folder.

        Args:
            session: Whose quote.
            kinds: Which papers.
            languages: Of the customer's papers; the quote's own when none is named.
            final: Refuse to write drafts.
            parent: Over which is asked what becomes of files that are there; without it they are
                kept, and the new ones get a number.
            templates: Named for these papers, by kind and language; otherwise as set.
        """
        if self.busy:
            return
        workspace, basis, quote = self._workspace, session.basis, session.quote
        now = self._around.clock()
        folder = self._around.paper_folder(quote)

        def go_on(replaced: frozenset[str]) -> None:
            self._write(
                session, kinds, replaced, languages=languages, final=final, templates=templates
            )

        def look() -> tuple[Path, ...]:
            from app.services.issue_documents import PaperKind
            from app.services.paper_targets import refuse_unreleased, target_files

            revision = basis.work_out(quote, label=_LABEL).revision
            wanted = [PaperKind(kind) for kind in kinds]
            if final:  # what is refused anyway needs no question about files
                refuse_unreleased(workspace, revision, wanted, now)
            return target_files(workspace, revision, wanted, folder, languages)

        def ask(files: tuple[Path, ...]) -> None:
            from app.ui.dialogs.clash_dialog import ask_clash

            dialog = ask_clash(files, parent) if parent is not None else None
            if dialog is None:
                go_on(frozenset())
                return
            dialog.decided.connect(go_on)
            dialog.open()

        if parent is None or not folder.exists():
            go_on(frozenset())
            return
        self._task = self._around.tasks.run(
            lambda _task: look(), ask, lambda failure: self._fail(failure, session)
        )

    def _write(
        self,
        session: QuoteSession,
        kinds: tuple[str, ...],
        replaced: frozenset[str],
        *,
        languages: tuple[Language, ...],
        final: bool,
        templates: Mapping[tuple[str, str], str] | None,
    ) -> None:
        if self.busy:
            return
        workspace, cancel = self._workspace, Event()
        basis, quote = session.basis, session.quote
        folder = self._around.paper_folder(quote)
        now = self._around.clock()

        def work(task: Task) -> tuple[IssuedFile, ...]:
            from app.services.issue_documents import PaperKind, issue_documents

            return issue_documents(
                workspace,
                basis.work_out(quote, label=_LABEL).revision,
                [PaperKind(kind) for kind in kinds],
                folder,
                now=now,
                languages=languages,
                replace=replaced,
                final=final,
                templates=templates or {},
                progress=lambda share: task.report(round(share * _STEPS), _STEPS),
                cancel=cancel,
            )

        self._cancel = cancel
        self.started.emit()
        self.progressed.emit(self.tr("Writing papers…"), 0)
        self._task = self._around.tasks.run(
            work, self._tell, lambda failure: self._fail(failure, session)
        )

    def _relay(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self.progressed.emit(self.tr("Writing papers…"), done * _STEPS // max(total, 1))

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()

    def _tell(self, files: tuple[IssuedFile, ...]) -> None:
        names = ", ".join(file.path.name for file in files)
        points = open_points(
            self._around.speaker, (problem for file in files for problem in file.problems)
        )
        drafts = any(file.draft for file in files)
        written = self.tr("Written as drafts: {names}") if drafts else self.tr("Written: {names}")
        text = written.format(names=names)
        if points:
            left = self.tr("to fill in: {points}").format(points=points)
            text = f"{text} · {left}"
        tone: ToastTone = "warn" if points else "ok"
        toast = self._around.toasts.show_news(text, tone, self.tr("Open folder"))
        folder = files[0].path.parent
        toast.acted.connect(lambda: open_folder(folder))
        self.issued.emit(files)
        self.written.emit(tuple(file.path for file in files))

    def _fail(self, failure: Exception, session: QuoteSession) -> None:
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        if isinstance(failure, PromotionsSpent):
            quote = session.quote
            session.renew_used(self._workspace.quotes.used_of_promotions(quote.customer, quote.id))
        text, cure = self._around.speaker.failure(failure)
        self._around.messages.error(text, cure)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
