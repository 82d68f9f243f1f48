"""Write the papers of a revision: proposal and contract as Word and PDF, and the approval workbook.

Every file comes from one revision, is checked before it is handed out, is written so that a crash
leaves nothing half done, and is kept by its content. Every page of a proposal or contract says that
it is a draft unless the gate lets the revision pass, which is asked at each print. A final paper is
logged in the quote's life, and what it takes of promotions counts from then on.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.approval.course import issued
from app.approval.submitting import Answer
from app.errors import Cancelled, FileError, IssueRefused, NotReleased, PromotionsSpent
from app.figures import Figures
from app.quoting.paper import for_customer
from app.quoting.secrets import secrets_of
from app.services.quote_life import doing, hindrances, labelled, person_of
from app.storage.files import write_atomically, writing_reason
from app.storage.issuing import Paper, Release, keep_issue
from app.translation import load_words
from catalog.money import yuan
from catalog.problem import Problem
from pricing.promotion_limits import left_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from app.approval.life import Life
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language
    from pricing.context import Used
    from pricing.rulebook import RuleSet


class PaperKind(StrEnum):
    """What can be issued."""

    PROPOSAL = "proposal"
    CONTRACT = "contract"
    APPROVAL = "approval"


_FINAL = frozenset({PaperKind.PROPOSAL, PaperKind.CONTRACT})
"""Papers that promise something to a customer."""


class IssuedFile(msgspec.Struct, frozen=True):
    """A file that was written.

    Attributes:
        path: Where.
        kind: What it is.
        pages: Pages of the document; 0 for a workbook.
        problems: What should be looked at, such as facts to fill in by hand.
        draft: Every page says that it is one.
    """

    path: Path
    kind: PaperKind
    pages: int
    problems: tuple[Problem, ...]
    draft: bool = False


def refuse_spent(revision: Revision, rules: RuleSet, used: Mapping[str, Used]) -> None:
    """Refuse a revision that takes more of a promotion than there is left of it by now.

    Args:
        revision: To be frozen.
        rules: That it was priced with.
        used: What other quotes have used.

    Raises:
        PromotionsSpent: Names the promotion, what it takes and what is left.
    """
    by_id = {rule.id: rule for rule in rules.rules}
    for use in revision.priced.promotions:
        left = left_of(by_id[use.rule], used) if use.rule in by_id else None
        if left is not None and use.taken > left.amount:
            raise PromotionsSpent(
                rule=use.rule, taken=str(yuan(use.taken)), left=str(yuan(left.amount))
            )


def issue_documents(
    workspace: Workspace,
    revision: Revision,
    kinds: Sequence[PaperKind],
    folder: Path,
    *,
    now: datetime,
    replace: bool = False,
    final: bool = False,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> tuple[IssuedFile, ...]:
    """Write the papers into a folder; all are made before the first is written.

    Args:
        workspace: The user's data.
        revision: What they say.
        kinds: Which papers.
        folder: Made when it is not there.
        now: The moment, with the user's time zone.
        replace: Take the place of files of the same name; otherwise a number is added.
        final: Refuse to write a draft of a customer's paper.
        progress: Called with the share done.
        cancel: Set to stop before anything is written.

    Raises:
        DocumentError: A paper could not be made, or is not what the revision says.
        IssueRefused: A customer's paper would show something internal, or an empty box in place of
            a character that no font has.
        FileError: The folder cannot be written.
        NotReleased: ``final`` was asked for, and the gate is closed; says why.
        PromotionsSpent: Other quotes have used up what the final paper would promise.
        Cancelled: ``cancel`` was set.
    """
    language: Language = "en" if revision.quote.language == "en" else "zh"
    revision = labelled(workspace, revision)
    rules = workspace.rules_of(revision.quote).pricing.rules
    history = workspace.life.history(revision.quote.id)
    closed = hindrances(workspace, revision, now, history)
    promising = any(kind in _FINAL for kind in kinds)
    if closed and final and promising:
        raise NotReleased(closed)
    made: list[tuple[PaperKind, str, bytes, int, tuple[Problem, ...]]] = []
    for position, kind in enumerate(kinds):
        if cancel is not None and cancel.is_set():
            raise Cancelled
        made.extend(_make(workspace, revision, kind, language, draft=bool(closed)))
        if progress is not None:
            progress((position + 1) / (len(kinds) + 1))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise FileError(file=folder.name, reason=writing_reason(failure)) from failure
    keep_issue(
        workspace.database,
        workspace.documents,
        revision,
        [Paper(kind, suffix, data) for kind, suffix, data, _, _ in made],
        now=now,
        released=_release(workspace, revision, rules, history.life, now)
        if promising and not closed
        else None,
    )
    files = []
    for kind, suffix, data, pages, problems in made:
        path = _free_path(folder, kind, suffix, replace=replace)
        write_atomically(path, data)
        files.append(IssuedFile(path, kind, pages, problems, bool(closed) and kind in _FINAL))
    if progress is not None:
        progress(1.0)
    return tuple(files)


def _release(
    workspace: Workspace, revision: Revision, rules: RuleSet, life: Life, now: datetime
) -> Release:
    """What is checked and logged in the transaction that keeps final papers."""
    act = doing(person_of(workspace.settings), now)

    def logged(at_last: Life, hashes: tuple[str, ...]) -> Answer:
        if at_last != life:  # somebody did something to the quote while the papers were made
            return Answer(problems=(Problem("release.changed_meanwhile"),))
        return issued(life, revision.quote.id, hashes, act)

    return Release(lambda used: refuse_spent(revision, rules, used), logged)


def _make(
    workspace: Workspace, revision: Revision, kind: PaperKind, language: Language, *, draft: bool
) -> list[tuple[PaperKind, str, bytes, int, tuple[Problem, ...]]]:
    words, figures = load_words(language), Figures(language)
    if kind is PaperKind.APPROVAL:
        from app.documents.workbooks.approval import write_approval

        matrix = workspace.rules.authority_on(revision.quote.price_date)
        data = write_approval(revision, words, figures, matrix)
        return [(kind, "xlsx", data, 0, ())]
    from app.documents.issue import render
    from app.documents.kinds import KINDS

    done = render(
        KINDS[kind],
        for_customer(revision, draft=draft),
        language=language,
        fonts=workspace.fonts(),
        words=words,
        figures=figures,
        secrets=secrets_of(revision),
    )
    blocking = [finding for finding in done.findings if finding.blocks]
    if blocking:
        told = (words.told(finding.code, finding.parameters)[0] for finding in blocking)
        raise IssueRefused(reason="; ".join(told))
    return [
        (kind, "docx", done.docx, done.pages, done.findings),
        (kind, "pdf", done.pdf, done.pages, ()),
    ]


def _free_path(folder: Path, kind: PaperKind, suffix: str, *, replace: bool) -> Path:
    """The file to write; an older file is never overwritten without being told to."""
    path = folder / f"{kind}.{suffix}"
    number = 2
    while path.exists() and not replace:
        path = folder / f"{kind} ({number}).{suffix}"
        number += 1
    return path
