"""Handing: gives papers that were issued out of the program: opened, saved, copied, mailed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import QuotewrightError
from app.ui.files_out import copy_files, drag_files, open_file, show_in_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.quoting.quote import Quote
    from app.services.kept_papers import KeptPaper
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class Handing(QObject):
    """Works on the papers of one quote.

    * ``saved(paths)``, ``copied(paths)``, ``mailed(path)``: what was done.

    Attributes:
        open_with: Opens a file with the system's program for it; says whether there is one.
        show_file: Shows a file in its folder.
    """

    saved = Signal(tuple)
    copied = Signal(tuple)
    mailed = Signal(object)

    def __init__(
        self, workspace: Workspace, around: Surroundings, quote: Quote, window: QWidget
    ) -> None:
        """Hand out papers of a quote over a window."""
        super().__init__(window)
        self._workspace = workspace
        self._around = around
        self._quote = quote
        self._window = window
        self.open_with: Callable[[Path], bool] = open_file
        self.show_file: Callable[[Path], bool] = show_in_folder

    # ------------------------------------------------------------ as files

    def open(self, papers: Sequence[KeptPaper]) -> None:
        """Open papers with the system's programs."""
        self._with_files(papers, self._open_all)

    def show(self, papers: Sequence[KeptPaper]) -> None:
        """Show the first of some papers in its folder."""
        self._with_files(papers[:1], self._show_first)

    def copy(self, papers: Sequence[KeptPaper]) -> None:
        """Put papers on the clipboard as files."""
        self._with_files(papers, self._copy)

    def drag(self, papers: Sequence[KeptPaper], source: QWidget) -> None:
        """Let papers be dragged into another program."""
        from app.services.kept_papers import hand_out

        try:  # a drag begins while the button is down: there is no later
            files = hand_out(self._workspace, papers, self._around.paper_folder(self._quote))
        except QuotewrightError as failure:
            self._fail(failure)
            return
        drag_files(source, files)

    def _open_all(self, files: tuple[Path, ...]) -> None:
        for file in files:
            self._open(file)

    def _show_first(self, files: tuple[Path, ...]) -> None:
        self.show_file(files[0])

    def _open(self, file: Path) -> None:
        if not self.open_with(file):
            told = self.tr("No program is set up to open {name}").format(name=file.name)
            self._around.messages.warning(told, str(file))

    def _copy(self, files: tuple[Path, ...]) -> None:
        copy_files(files)
        text = self.tr("Copied: {names}").format(names=", ".join(file.name for file in files))
        self._around.toasts.show_news(text, "ok")
        self.copied.emit(files)

    # ------------------------------------------------------------ save as

    def save_as(self, papers: Sequence[KeptPaper]) -> None:
        """Ask for a name, or for a folder where there are several papers, and save them there."""
        one = papers[0] if len(papers) == 1 else None
        dialog = QFileDialog(self._window, self.tr("Save as…"))
        if one is not None:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.setDefaultSuffix(one.document.format)
            dialog.selectFile(one.name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._take_place(papers, Path(name)))
        dialog.open()

    def _take_place(self, papers: Sequence[KeptPaper], chosen: Path) -> None:
        alone = len(papers) == 1
        self.save(papers, [chosen] if alone else [chosen / paper.name for paper in papers])

    def save(self, papers: Sequence[KeptPaper], files: Sequence[Path]) -> None:
        """Save papers under names of their own; asks where a file is there already."""
        from app.ui.dialogs.clash_dialog import ask_clash

        dialog = ask_clash(files, self._window)
        if dialog is None:
            self._save(papers, files, frozenset())
            return
        dialog.decided.connect(lambda names: self._save(papers, files, names))
        dialog.open()

    def _save(
        self, papers: Sequence[KeptPaper], files: Sequence[Path], replaced: frozenset[str]
    ) -> None:
        workspace = self._workspace

        def work() -> tuple[Path, ...]:
            from app.services.issue_documents import make_folder
            from app.services.saving import save

            found = []
            for paper, file in zip(papers, files, strict=True):
                make_folder(file.parent)
                data = workspace.documents.read(paper.document)
                found.append(save(file, data, replace=file.name in replaced))
            return tuple(found)

        self._around.tasks.run(lambda _task: work(), self._tell_saved, self._fail)

    def _tell_saved(self, files: tuple[Path, ...]) -> None:
        text = self.tr("Saved: {names}").format(names=", ".join(file.name for file in files))
        toast = self._around.toasts.show_news(text, "ok", self.tr("Open folder"))
        toast.acted.connect(lambda: self.show_file(files[0]))
        self.saved.emit(files)

    # ------------------------------------------------------------ mail

    def mail(self, papers: Sequence[KeptPaper]) -> None:
        """Open an e-mail with papers: of customers' papers to the customer, else to who approves.

        Where both kinds are chosen, the customer's papers are meant.
        """
        workspace, quote_id = self._workspace, self._quote.id
        chosen = [paper for paper in papers if not paper.internal] or list(papers)

        def work() -> Path:
            from app.services.mailing import write_mail

            return write_mail(workspace, quote_id, chosen)

        self._around.tasks.run(lambda _task: work(), self._open_mail, self._fail)

    def _open_mail(self, file: Path) -> None:
        self._open(file)
        self.mailed.emit(file)

    # ------------------------------------------------------------ in common

    def _with_files(
        self, papers: Sequence[KeptPaper], then: Callable[[tuple[Path, ...]], None]
    ) -> None:
        workspace, folder = self._workspace, self._around.paper_folder(self._quote)

        def work() -> tuple[Path, ...]:
            from app.services.kept_papers import hand_out

            return hand_out(workspace, papers, folder)

        self._around.tasks.run(lambda _task: work(), then, self._fail)

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        text, cure = self._around.speaker.failure(failure)
        self._around.messages.error(text, cure)
