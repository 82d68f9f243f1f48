"""Approval workbooks that come back: who decided what, and every cell that is not as it was.

Nothing in such a file is believed. It only says which submitted revision an answer is about; that
revision is taken from the database, its sheets are written again and compared with the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.approval.deciding import Ruling
from app.approval.unsigned import Paper, decide_on_paper
from app.errors import DocumentError, FileUnreadable, RecordMissing
from app.services.paper_approver import approver_of
from app.services.paper_decision import DEEDS, PaperDecision, ReturnedPaper
from app.services.paper_sheets import PaperSheets
from app.services.quote_life import doing, matrix_on, person_of, trusted_day
from catalog.problem import Problem

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from app.documents.workbooks.decision_area import DecisionOnSheet
    from app.quoting.revision import Revision
    from app.services.paper_sheets import Compared, Trace
    from app.services.workspace import Workspace

KIND = "returned_approval"
"""As what the file is kept among the documents of each quote."""


def read_paper(
    workspace: Workspace, path: Path, now: datetime, cancel: threading.Event | None = None
) -> ReturnedPaper:
    """Read a workbook that came back; nothing is recorded.

    Args:
        workspace: The user's data.
        path: The file.
        now: The moment, with the user's time zone.
        cancel: Set to stop.

    Raises:
        FileError: The gate refused the file, it cannot be read, or it is no approval workbook.
        WorkerFailed: Reading took too much time or memory.
        Cancelled: ``cancel`` was set.
    """
    from app.storage.foreign.findings import GateFinding
    from app.storage.foreign.returned_workbook import read_returned

    returned = read_returned(path, cancel)
    sheets = PaperSheets(workspace.rules, {one.name: one.cells for one in returned.sheets})
    if not sheets.traces:
        raise FileUnreadable(path.name, GateFinding("returned.not_ours"))
    read = [_read(workspace, sheets, trace) for trace in sheets.traces]
    others = (
        *sheets.others(),
        *sheets.looks({one.name: one.looks for one in returned.sheets}),
    )
    found = _Found(returned.digest, now, clean=not others)
    decisions = [_judged(workspace, found, *one) for one in read]
    return ReturnedPaper(
        path.name,
        returned.digest,
        returned.data,
        tuple(decisions),
        others,
        tuple(Problem(one.code, parameters=dict(one.parameters)) for one in returned.warnings),
    )


def record_paper(workspace: Workspace, paper: ReturnedPaper, now: datetime) -> tuple[str, ...]:
    """Write down every decision of a workbook that can be, unsigned as it is; and keep the file.

    Args:
        workspace: The user's data.
        paper: As it was read.
        now: The moment, with the user's time zone.

    Returns:
        Identifiers of the quotes whose decision was written down.

    Raises:
        StepRefused: A decision cannot be recorded any more; those before it were.
        StorageError: The database failed.
    """
    return tuple([one.quote for one in paper.decisions if _recorded(workspace, paper, one, now)])


def _recorded(
    workspace: Workspace, paper: ReturnedPaper, one: PaperDecision, now: datetime
) -> bool:
    """Write down one decision; whether there was one to be written down."""
    ruling, approver = one.ruling, one.approver
    if one.problems or ruling is None or approver is None:
        return False
    act = doing(person_of(workspace.settings), now, f"{paper.digest}-{one.quote}")
    matrix = matrix_on(workspace, act.day)
    found = Paper(paper.digest, approver, one.intact and paper.intact)
    workspace.documents.keep(
        paper.data, quote=one.quote, revision=one.label, kind=KIND, file_format="xlsx", now=now
    )
    entries = workspace.life.record(
        one.quote,
        act.operation,
        lambda life, frozen: decide_on_paper(life, frozen[life.label], ruling, matrix, found, act),
    )
    return bool(entries)


class _Found(NamedTuple):
    """The file and the moment; ``clean`` when no sheet was altered that is no quote's."""

    digest: str
    now: datetime
    clean: bool


def _read(
    workspace: Workspace, sheets: PaperSheets, trace: Trace
) -> tuple[PaperDecision, Compared | None]:
    """What the workbook says about one quote, compared with what it is of."""
    said = PaperDecision(trace.quote, trace.number, trace.label)
    revision = _revision(workspace, trace)
    if revision is None:
        return _with(said, Problem("returned.unknown", parameters={"number": trace.number})), None
    try:
        compared = sheets.compared(trace, revision)
    except DocumentError:
        return _with(said, Problem("returned.limits_changed")), None
    return msgspec.structs.replace(
        said,
        decision=compared.decision,
        alterations=compared.alterations,
        revision=revision,
    ), compared


def _judged(
    workspace: Workspace, found: _Found, said: PaperDecision, compared: Compared | None
) -> PaperDecision:
    """What a decision comes to."""
    revision = said.revision
    if revision is None or compared is None:
        return said
    history = workspace.life.history(said.quote)
    if (history.life.label, history.life.fingerprint) != (revision.label, revision.fingerprint):
        facts = {"number": said.number, "label": said.label, "waiting": history.life.label or "-"}
        return _with(said, Problem("returned.other_revision", parameters=facts))
    if any(found.digest in entry.event.papers for entry in history.entries):
        return _with(said, Problem("returned.recorded"))
    matrix = matrix_on(workspace, trusted_day(history, found.now))
    approver, unknown = approver_of(said.decision, matrix, compared.positions)
    faults = [*_faults(said.decision), *unknown]
    if faults or approver is None:
        return _with(said, *faults)
    ruling = _ruling(said.decision)
    act = doing(person_of(workspace.settings), found.now)
    paper = Paper(found.digest, approver, said.intact and found.clean)
    answer = decide_on_paper(history.life, revision, ruling, matrix, paper, act)
    return msgspec.structs.replace(
        said,
        ruling=ruling,
        approver=approver,
        settles=any(event.roles for event in answer.events),
        problems=answer.problems,
    )


def _with(said: PaperDecision, *problems: Problem) -> PaperDecision:
    return msgspec.structs.replace(said, problems=problems)


def _revision(workspace: Workspace, trace: Trace) -> Revision | None:
    """The frozen revision that a workbook says it is of."""
    try:
        revision = workspace.quotes.revision(trace.quote, trace.label)
    except RecordMissing:
        return None
    return revision if revision.fingerprint == trace.fingerprint else None


def _ruling(decision: DecisionOnSheet) -> Ruling:
    deed = DEEDS[decision.choice]
    return Ruling(deed, decision.remarks, decision.conditions, until=decision.until)


def _faults(decision: DecisionOnSheet) -> Iterator[Problem]:
    """What is missing in a decision, or cannot be read."""
    if not decision.choice:
        code = "returned.unknown_decision" if decision.chosen else "returned.no_decision"
        yield Problem(code, parameters={"text": decision.chosen})
    if decision.unread:
        yield Problem("returned.bad_date")
