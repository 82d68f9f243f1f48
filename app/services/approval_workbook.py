"""One approval workbook of several quotes, for somebody who approves them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import DocumentError, RecordMissing
from app.figures import Figures
from app.services.quote_life import labelled
from app.services.working_out import work_out_stored
from app.storage.files import write_atomically
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.documents.workbooks.approval_sheets import ApprovalCase
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language

MOST = 99
"""Quotes in one workbook."""


def write_workbook(
    workspace: Workspace, quotes: Sequence[str], path: Path, language: Language
) -> tuple[Revision, ...]:
    """Write the approval workbook of some quotes; the revisions that are in it.

    Args:
        workspace: The user's data.
        quotes: Number or identifier of each, in this order; one that is named twice is in it once.
        path: The file; an older one is replaced.
        language: Of the approver.

    Raises:
        RecordMissing: There is no such quote, or none was named.
        DocumentError: The workbook could not be made, such as of more than ``MOST`` quotes.
        FileError: The file cannot be written.
    """
    from app.documents.workbooks.approval import write_approvals

    revisions = [labelled(workspace, work_out_stored(workspace, quote)) for quote in quotes]
    found = {revision.quote.id: revision for revision in revisions}
    if not found:
        raise RecordMissing(record="quote")
    if len(found) > MOST:
        raise DocumentError(reason="too_many_quotes", count=len(found), most=MOST)
    cases = [approval_case(workspace, revision) for revision in found.values()]
    write_atomically(path, write_approvals(cases, load_words(language), Figures(language)))
    return tuple(case.revision for case in cases)


def approval_case(workspace: Workspace, revision: Revision) -> ApprovalCase:
    """What an approver sees of a revision: as it was frozen, where it is, verdict included.

    Args:
        workspace: The user's data.
        revision: With its label and fingerprint.
    """
    from app.documents.workbooks.approval_sheets import ApprovalCase

    matrix = workspace.rules.authority_on(revision.quote.price_date)
    try:
        frozen = workspace.quotes.revision(revision.quote.id, revision.label)
    except RecordMissing:
        return ApprovalCase(revision, matrix)
    same = frozen.fingerprint == revision.fingerprint
    return ApprovalCase(frozen if same else revision, matrix)
