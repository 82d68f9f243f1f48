"""Writes the briefing for a visit where the user wants it, and opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.ui.files_out import open_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.errors import QuotewrightError
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class BriefingDesk(QObject):
    """Asks for a file and writes the briefing beside the window."""

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Work over a window or a dialog."""
        super().__init__(parent)
        self._around, self._workspace, self._parent = around, workspace, parent

    def choose(self, customer_id: str, quote: Quote | None) -> None:
        """Ask where to write the briefing for a customer, with his open quote or without."""
        dialog = QFileDialog(self._parent, self.tr("Visit briefing"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.fileSelected.connect(lambda name: self.write(customer_id, quote, Path(name)))
        dialog.open()

    def write(
        self, customer_id: str, quote: Quote | None, file: Path, *, show: bool = True
    ) -> None:
        """Write the briefing to a file.

        Args:
            customer_id: Whom to visit.
            quote: His open quote, if there is one.
            file: Where to.
            show: Open it afterwards.
        """
        workspace, words = self._workspace, self._around.speaker.words
        today = self._around.clock().date()

        def work() -> Path:
            from app.services.visit_briefing import write_briefing

            write_briefing(workspace, customer_id, words, file, today, quote)
            return file

        def written(path: Path) -> None:
            text = self.tr("The briefing is written: {file}; it is internal")
            self._around.toasts.show_news(text.format(file=path.name), "ok")
            if show:
                open_file(path)

        self._around.tasks.run(lambda _task: work(), written, self._fail)

    def _fail(self, failure: Exception) -> None:
        known: QuotewrightError = failure  # type: ignore[assignment] # stores and files fail with ours only
        self._around.messages.error(*self._around.speaker.failure(known))
