"""What is known before papers are made: whether they may be final, and the files they would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import NotReleased
from app.services.file_names import paper_file_name
from app.services.issue_documents import FINAL_KINDS, PaperKind, own_language, wanted_papers
from app.services.quote_life import hindrances, labelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language


def refuse_unreleased(
    workspace: Workspace, revision: Revision, kinds: Sequence[PaperKind], now: datetime
) -> None:
    """Refuse final papers of a revision that the gate is closed for.

    Raises:
        NotReleased: Says why.
    """
    closed = hindrances(workspace, labelled(workspace, revision), now)
    if closed and not FINAL_KINDS.isdisjoint(kinds):
        raise NotReleased(closed)


def target_files(
    workspace: Workspace,
    revision: Revision,
    kinds: Sequence[PaperKind],
    folder: Path,
    languages: Sequence[Language] = (),
) -> tuple[Path, ...]:
    """The files that ``issue_documents`` would write, by the pattern of the settings."""
    revision, own = labelled(workspace, revision), own_language(revision)
    pattern = workspace.settings.file_names
    return tuple(
        folder / f"{paper_file_name(pattern, revision, kind, language, own=own)}.{suffix}"
        for kind, language in wanted_papers(kinds, languages, own)
        for suffix in (("xlsx",) if kind is PaperKind.APPROVAL else ("docx", "pdf"))
    )
