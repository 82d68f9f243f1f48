"""Make one paper of a revision, from the template that is meant for it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.errors import IssueRefused, PaperBlocked
from app.figures import Figures
from app.quoting.sales_library import withdrawn
from app.quoting.secrets import secrets_of
from app.services.approval_workbook import approval_case
from app.services.customer_papers import paper_of
from app.services.template_choice import chosen_template, wanted_paper
from app.translation import load_words

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.revision import Revision
    from app.services.printed_codes import Seal
    from app.services.workspace import Workspace
    from app.storage.template_store import MadeFrom
    from catalog.local_text import Language
    from catalog.problem import Problem


class PaperKind(StrEnum):
    """What can be issued, in the order in which it is offered."""

    PROPOSAL = "proposal"
    QUOTATION = "quotation"
    CONTRACT = "contract"
    PRICE_SCHEDULE = "price_schedule"
    ORDER_FORM = "order_form"
    BILL_ANALYSIS = "bill_analysis"
    APPROVAL = "approval"


FINAL_KINDS = frozenset(set(PaperKind) - {PaperKind.BILL_ANALYSIS, PaperKind.APPROVAL})
"""Papers that promise something to a customer."""


class Made(NamedTuple):
    """A file before it is written; ``name`` is without its suffix."""

    kind: PaperKind
    name: str
    suffix: str
    data: bytes
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    made_from: MadeFrom | None = None


class Order(NamedTuple):
    """A paper that is wanted.

    Attributes:
        kind: Which paper.
        name: Of its files, without a suffix.
        language: Of a customer's paper.
        day: On which it is made.
        draft: Every page says so.
        seal: Signed line and code that it carries.
        template: Identifier of the template chosen for it; the defaults decide for ``None``.
    """

    kind: PaperKind
    name: str
    language: Language
    day: date
    draft: bool
    seal: Seal
    template: str | None = None


def make_paper(workspace: Workspace, revision: Revision, order: Order) -> list[Made]:
    """The files of a paper.

    Raises:
        DocumentError: It could not be made, or is not what the revision says.
        IssueRefused: It would show something internal, an empty box, or nothing at all.
        RecordMissing: The template chosen for it is not there.
    """
    kind, name, language = order.kind, order.name, order.language
    words, figures = load_words(language), Figures(language)
    if kind is PaperKind.APPROVAL:
        from app.documents.workbooks.approval import write_approval

        case = approval_case(workspace, revision)
        data = write_approval(case.revision, words, figures, case.matrix)
        return [Made(kind, name, "xlsx", data)]
    from app.documents.issue import render
    from app.documents.kinds import KINDS
    from app.documents.office import converter

    paper = paper_of(workspace, revision, kind, draft=order.draft, code=order.seal.code)
    if kind is PaperKind.PROPOSAL:
        _refuse_withdrawn(workspace, revision)
    if not KINDS[kind].applies(paper):
        raise IssueRefused(reason="nothing_to_show")
    wanted = wanted_paper(revision, kind, language, order.day)
    chosen = chosen_template(workspace, wanted, order.template)
    done = render(
        KINDS[kind],
        paper,
        language=language,
        fonts=workspace.fonts(),
        words=words,
        figures=figures,
        secrets=secrets_of(revision),
        template=chosen.template,
        filler=workspace.filler(),
        converter=converter(workspace.settings.pdf_converter),
        ticket=order.seal.ticket if kind in FINAL_KINDS else "",
    )
    blocking = [finding for finding in done.findings if finding.blocks]
    if blocking:
        unlike = {(one.code, *one.parameters.values()): one for one in blocking}
        raise PaperBlocked(tuple(unlike.values()))
    made = chosen.made_from
    return [
        Made(kind, name, "docx", done.docx, done.pages, done.findings, made),
        Made(kind, name, "pdf", done.pdf, done.pages, made_from=made),
    ]


def _refuse_withdrawn(workspace: Workspace, revision: Revision) -> None:
    """Refuse a proposal that tells a story which may no longer be told."""
    stories = revision.quote.telling.stories
    if stories and withdrawn(stories, workspace.sales_library.library()):
        raise IssueRefused(reason="story_withdrawn")
