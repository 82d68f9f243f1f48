"""ApprovalPapers: approval workbooks of several quotes go out, and come back by button or drop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from app.quoting.revision import Revision
    from app.services.listing import QuoteRow
    from app.services.paper_decision import ReturnedPaper
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_SUFFIX = ".xlsx"


class ApprovalPapers(QObject):
    """Works over one page.

    * ``recorded()``: a decision was written down. * ``failed(failure)``.
    """

    recorded = Signal()
    failed = Signal(object)

    def __init__(self, around: Surroundings, page: QWidget) -> None:
        """Begin; ``workspace`` is set when it is open."""
        super().__init__(page)
        self.workspace: Workspace | None = None
        self._around = around
        self._page = page

    # ------------------------------------------------------------ out

    def choose_quotes(self, quotes: Sequence[QuoteRow], ticked: frozenset[str]) -> None:
        """Ask which quotes, then where to, and write them into one workbook."""
        from app.ui.dialogs.workbook_dialog import WorkbookDialog

        dialog = WorkbookDialog(quotes, ticked, self._page.window())
        dialog.accepted.connect(lambda: self._choose_file(dialog.quotes()))
        dialog.open()

    def _choose_file(self, quotes: tuple[str, ...]) -> None:
        dialog = QFileDialog(self._page.window(), self.tr("Approval workbook"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX[1:])
        dialog.selectFile(f"approval{_SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.write(quotes, Path(name)))
        dialog.open()

    def write(self, quotes: tuple[str, ...], file: Path) -> None:
        """Write the workbook of some quotes."""
        workspace, language = self.workspace, self._around.speaker.words.language
        if workspace is None:
            return

        def work() -> tuple[Revision, ...]:
            from app.services.approval_workbook import write_workbook

            return write_workbook(workspace, quotes, file, language)

        self._around.tasks.run(
            lambda _task: work(), lambda _done: self._tell_written(file), self.failed.emit
        )

    def _tell_written(self, file: Path) -> None:
        text = self.tr("Approval workbook written: {name}").format(name=file.name)
        self._around.toasts.show_news(text, "ok")

    # ------------------------------------------------------------ back

    def choose(self) -> None:
        """Ask for a workbook that came back."""
        dialog = QFileDialog(self._page.window(), self.tr("Approval workbook that came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"*{_SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def read(self, file: Path) -> None:
        """Read a workbook and show what it says."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None:
            return

        def work() -> ReturnedPaper:
            from app.services.returned_papers import read_paper

            return read_paper(workspace, file, now)

        self._around.tasks.run(lambda _task: work(), self._show, self.failed.emit)

    def _show(self, paper: ReturnedPaper) -> None:
        from app.ui.dialogs.returned_dialog import ReturnedDialog

        dialog = ReturnedDialog(self._around, paper, self._page.window())
        dialog.accepted.connect(lambda: self._record(paper))
        dialog.open()

    def _record(self, paper: ReturnedPaper) -> None:
        workspace, now = self.workspace, self._around.clock()
        if workspace is None:
            return

        def work() -> tuple[str, ...]:
            from app.services.returned_papers import record_paper

            return record_paper(workspace, paper, now)

        self._around.tasks.run(lambda _task: work(), self._tell_recorded, self._fail)

    def _tell_recorded(self, quotes: tuple[str, ...]) -> None:
        text = self.tr("Decisions recorded: {count}").format(count=len(quotes))
        self._around.toasts.show_news(text, "ok")
        self.recorded.emit()

    def _fail(self, failure: Exception) -> None:
        self.recorded.emit()
        self.failed.emit(failure)


def dropped_workbook(data: QMimeData) -> Path | None:
    """The workbook that is dragged over a page; ``None`` for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == _SUFFIX else None
