"""PaperDesk: what is done with the papers of the open quote: seen, found in, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.preview_panel import PreviewPanel
    from app.ui.pages.studio.studio_page import StudioPage
    from app.ui.papers import Papers
    from app.ui.session import QuoteSession


class PaperDesk(QObject):
    """Shows and writes papers; ``written(paths)`` when some were."""

    written = Signal(tuple)

    def __init__(
        self, workspace: Workspace, surroundings: Surroundings, studio: StudioPage, parent: QObject
    ) -> None:
        """Work in a studio."""
        super().__init__(parent)
        self._workspace = workspace
        self._around = surroundings
        self._studio = studio
        self.preview: PreviewPanel | None = None
        self._papers = self._make_papers()

    def _make_papers(self) -> Papers:
        from app.ui.papers import Papers

        papers, page = Papers(self._workspace, self._around, self), self._studio
        papers.started.connect(lambda: page.top.enable_papers(enabled=False))
        papers.progressed.connect(page.totals.show_progress)
        papers.ended.connect(page.totals.hide_progress)
        papers.ended.connect(lambda: page.top.enable_papers(enabled=True))
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
        if kinds:
            self._papers.write(session, kinds, final=final)
        else:
            self._papers.choose(session, self._studio)

    def cancel(self) -> None:
        """Stop papers that are being written, before any file is."""
        self._papers.cancel()

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

    def _make_preview(self) -> PreviewPanel:
        from app.ui.pages.studio.preview_panel import PreviewPanel

        panel = PreviewPanel(self._workspace, self._around)
        panel.hide()
        panel.closed.connect(self.toggle_preview)
        self._studio.items.row_changed.connect(panel.show_item)
        self._studio.put_beside(panel)
        return panel
