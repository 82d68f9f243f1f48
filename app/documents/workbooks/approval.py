"""The approval workbook (审批表): everything an approver needs, with live formulas; internal.

Five sheets a quote: summary with the decision, items, authority, scenario, price steps; and a very
hidden one that ties them to their revision. Several quotes have an overview in front. It is a
view: nothing in a workbook that comes back is trusted, and its protection is no security. Never
hand it to a customer: it shows cost and margin.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from app.documents.workbooks.approval_sheets import (
    ApprovalCase,
    empty_workbook,
    finish_pages,
    prefix_of,
    write_case,
)
from app.documents.workbooks.cells import safe_text
from app.documents.workbooks.overview_sheet import move_first, write_overview
from app.documents.workbooks.package import APPLICATION, finished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook

    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words


def write_approval(
    revision: Revision, words: Words, figures: Figures, matrix: AuthorityMatrix
) -> bytes:
    """The workbook for whoever must approve a revision.

    Args:
        revision: What is to be approved.
        words: Texts of the approver's language.
        figures: Formats of the same language.
        matrix: The limits that the revision's verdict was made with.

    Returns:
        The .xlsx file; the same revision gives the same bytes.

    Raises:
        DocumentError: The limits are of another version than the verdict's.
    """
    return write_approvals([ApprovalCase(revision, matrix)], words, figures)


def write_approvals(cases: Sequence[ApprovalCase], words: Words, figures: Figures) -> bytes:
    """One workbook for whoever must approve several quotes.

    Args:
        cases: What is to be approved, in this order; at least one.
        words: Texts of the approver's language.
        figures: Formats of the same language.

    Returns:
        The .xlsx file; the same revisions give the same bytes.

    Raises:
        DocumentError: As ``write_approval``.
    """
    workbook = empty_workbook()
    parts = [
        write_case(workbook, case, words, figures, prefix_of(number, len(cases)))
        for number, case in enumerate(cases, start=1)
    ]
    writers = [writer for part in parts for writer in part.all]
    for part in parts:
        finish_pages(part, words)
    if len(parts) > 1:
        overview = write_overview(workbook, parts, words, figures)
        move_first(workbook, overview)
        writers.insert(0, overview)
    _properties(workbook, [case.revision for case in cases], words)
    target = io.BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), writers)


def _properties(workbook: Workbook, revisions: Sequence[Revision], words: Words) -> None:
    """Whose workbook it is, and when its prices are from; no clock is read."""
    properties = workbook.properties
    properties.creator = APPLICATION
    properties.lastModifiedBy = APPLICATION
    first = revisions[0]
    number = safe_text(first.quote.number)
    title = words("workbook.page.title", number=number, revision=first.label)
    several = words("workbook.overview.title", count=len(revisions))
    properties.title = title if len(revisions) == 1 else several
    properties.subject = words("workbook.page.internal")
    newest = max(revision.quote.price_date for revision in revisions)
    properties.created = datetime.combine(newest, time.min)
    workbook.calculation.fullCalcOnLoad = True
    workbook.security.lockStructure = True
    workbook.active = 0
