"""The dialogs about papers that the open quote offers besides writing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.listing import CustomerRow
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.studio_page import StudioPage


def show_papers(workspace: Workspace, around: Surroundings, studio: StudioPage) -> None:
    """List the papers that were issued for the open quote."""
    from app.ui.dialogs.papers_dialog import PapersDialog

    if studio.session is not None:
        PapersDialog(workspace, around, studio.session.quote, studio.window()).open()


def show_batch(
    workspace: Workspace, around: Surroundings, studio: StudioPage, folder: Path | None = None
) -> None:
    """Offer the open quote to many customers; in a folder, go on with what was begun there."""
    if studio.session is None:
        return
    window, pattern = studio.window(), studio.session.quote

    def read() -> tuple[CustomerRow, ...]:
        from app.services.batch_customers import everybody

        return everybody(workspace)

    def show(known: tuple[CustomerRow, ...]) -> None:
        from app.ui.dialogs.batch_dialog import BatchDialog

        dialog = BatchDialog(workspace, around, pattern, known, window)
        if folder is not None:
            dialog.fields.folder.setText(str(folder))
        dialog.show()

    around.tasks.run(lambda _task: read(), show)


def show_settings(workspace: Workspace, around: Surroundings, studio: StudioPage) -> None:
    """Show how papers are named, printed for a visit, and turned into PDF."""
    from app.ui.dialogs.paper_settings_dialog import PaperSettingsDialog

    if studio.session is not None:
        revision = studio.session.worked.revision
        PaperSettingsDialog(workspace, around, revision, studio.window()).open()
