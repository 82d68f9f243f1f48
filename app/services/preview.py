"""What the papers of a quote would look like now: drawn for the screen, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.page_pictures import PagePicture, PageText, draw_pages, read_pages
from app.errors import IssueRefused
from app.figures import Figures
from app.services.customer_papers import paper_of
from app.services.issue_documents import PaperKind
from app.services.printed_codes import seal_of
from app.services.quote_life import hindrances, labelled
from app.services.template_choice import chosen_template, wanted_paper
from app.translation import load_words
from catalog.local_text import Language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.quoting.revision import Revision
    from app.services.workspace import Workspace

__all__ = ["PagePicture", "PageText", "PaperPreview", "draw_pages", "preview_paper", "shown_kinds"]


class PaperPreview(msgspec.Struct, frozen=True):
    """A paper as it would be now.

    Attributes:
        kind: Which paper.
        language: Of its text.
        pdf: The pages; not proved, so never to be handed out.
        pages: What they say.
        draft: Every page says that it is one.
    """

    kind: str
    language: Language
    pdf: bytes
    pages: tuple[PageText, ...]
    draft: bool


def shown_kinds(kinds: Sequence[str]) -> tuple[str, ...]:
    """Those of some kinds that have pages; the approval sheet is a workbook."""
    return tuple(kind for kind in kinds if kind != PaperKind.APPROVAL)


def preview_paper(
    workspace: Workspace, revision: Revision, kind: str, language: Language, *, now: datetime
) -> PaperPreview:
    """Draw a paper of a revision as it would be issued at this moment.

    Args:
        workspace: The user's data.
        revision: What it says.
        kind: Which paper.
        language: Of its text.
        now: The moment, with the user's time zone.

    Raises:
        IssueRefused: The quote has nothing to show in this paper.
        DocumentError: A value must not be printed.
        TemplateError: The template is at fault.
        TemplateUndecided: Two templates are the default for it.
    """
    from app.documents.issue import draw
    from app.documents.kinds import KINDS

    revision = labelled(workspace, revision)
    history = workspace.life.history(revision.quote.id)
    closed = bool(hindrances(workspace, revision, now, history))
    draft = kind != PaperKind.BILL_ANALYSIS and closed
    code = "" if closed else seal_of(history, revision).code
    paper = paper_of(workspace, revision, kind, draft=draft, code=code)
    if not KINDS[kind].applies(paper):
        raise IssueRefused(reason="nothing_to_show")
    words = load_words(language)
    chosen = chosen_template(workspace, wanted_paper(revision, kind, language, now.date()))
    drawn = draw(
        KINDS[kind],
        paper,
        language=language,
        fonts=workspace.fonts(),
        words=words,
        figures=Figures(language),
        template=chosen.template,
        filler=workspace.filler(),
    )
    pages = read_pages(drawn.data, words("paper.draft") if draft else "")
    return PaperPreview(kind, language, drawn.data, pages, draft)
