"""What the command line tells of a request before it is signed: figures, limits, differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.difference_text import cells, sentence
from app.figures import Figures
from app.quoting.authority_text import told_criteria

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.approval.life import Life
    from app.quoting.revision import Revision
    from app.services.approvals import Case
    from app.services.request_review import Review
    from app.translation import Words


def told_request(case: Case, review: Review, words: Words) -> Iterator[str]:
    """Everything that an approver has to see before he signs, line by line."""
    figures = Figures(words.language)
    revision = case.revision
    quote = revision.quote
    yield words(
        "asked.heading", number=quote.number, revision=revision.label, title=quote.title
    ).strip()
    yield words("asked.about", **_about(revision, case.life, figures))
    yield from told_criteria(revision.verdict, revision.priced, words, figures)
    if case.before is not None:
        yield words("asked.since", label=case.before.label)
        yield from (sentence(row, words, figures) for row in case.rows)
    yield words("asked.differs" if review.findings or review.rows else "asked.agrees")
    for finding in review.findings:
        yield " ".join(words.told(finding.code, finding.parameters))
    for row in review.rows:
        shown = cells(row, words, figures)
        yield words("asked.difference", subject=shown.subject, was=shown.was, value=shown.value)


def _about(revision: Revision, life: Life, figures: Figures) -> dict[str, str]:
    return {
        "customer": revision.customer.name,
        "author": revision.quote.manager.name,
        "contract": figures.yuan(revision.priced.totals.contract.net_amount),
        "roles": ", ".join(life.waiting) or "-",
    }
