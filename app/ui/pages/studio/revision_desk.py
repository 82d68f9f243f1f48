"""RevisionDesk: the open quote compared with one of its frozen revisions, in the studio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.ui.latest import Latest
from app.ui.pages.studio.revision_panel import RevisionPanel

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.studio_page import StudioPage


class RevisionDesk(QObject):
    """Reads revisions beside the window and shows what differs in the place of the items."""

    def __init__(self, around: Surroundings, workspace: Workspace, studio: StudioPage) -> None:
        """Belong to a studio; nothing is read yet."""
        super().__init__(studio)
        self._around, self._workspace, self._studio = around, workspace, studio
        self.panel = RevisionPanel(around)
        self.panel.left.connect(self.leave)
        self.panel.revision_wanted.connect(self.compare)
        studio.put_over_items(self.panel)
        studio.detached.connect(self.leave)
        self._read: Latest[tuple[str, tuple[str, ...], Revision | None]] = Latest(
            around.tasks, self._take
        )

    def compare(self, label: str = "") -> None:
        """Compare with a revision; without a letter with the newest one."""
        session, workspace = self._studio.session, self._workspace
        if session is None:
            return
        quote = session.quote.id

        def work() -> tuple[str, tuple[str, ...], Revision | None]:
            labels = tuple(one.label for one in workspace.quotes.revisions(quote))
            wanted = label or (labels[-1] if labels else "")
            found = workspace.quotes.revision(quote, wanted) if wanted else None
            return quote, labels, found

        self._read.look_up(work)

    def toggle(self) -> None:
        """Compare, or go back to the items."""
        if self.panel.isVisible():
            self.leave()
        else:
            self.compare()

    def leave(self) -> None:
        """Go back to the items."""
        self.panel.forget()
        self._studio.show_over_items(shown=False)

    def _take(self, read: tuple[str, tuple[str, ...], Revision | None]) -> None:
        quote, labels, before = read
        session = self._studio.session
        if session is None or session.quote.id != quote:
            return
        if before is None:
            translate = QCoreApplication.translate
            self._around.messages.info(
                translate("RevisionDesk", "There is no earlier revision yet."),
                translate("RevisionDesk", "A revision is kept when the quote is submitted."),
            )
            return
        self._studio.show_over_items(shown=True)
        self.panel.compare(session, labels, before)


def compare_revisions(
    around: Surroundings, workspace: Workspace | None, studio: StudioPage
) -> None:
    """Compare the open quote with an earlier revision, or go back to its items."""
    if workspace is None or studio.session is None:
        return
    desk = studio.findChild(RevisionDesk) or RevisionDesk(around, workspace, studio)
    desk.toggle()
