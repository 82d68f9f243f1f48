"""Write the papers of a revision: customer papers as Word and PDF, and the approval workbook.

Every file comes from one revision, is checked before it is handed out, is written so that a crash
leaves nothing half done, and is kept by its content. Every page of a paper that promises something
says that it is a draft unless the gate lets the revision pass, which is asked at each print. A
final paper is logged in the quote's life, and what it takes of promotions counts from then on.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from app.approval.gate import conditions_open
from app.errors import Cancelled, FileError, NotReleased
from app.quoting.paper import for_customer
from app.services.file_names import paper_file_name
from app.services.paper_making import FINAL_KINDS, Made, Order, PaperKind, make_paper
from app.services.printed_codes import Seal, seal_of
from app.services.proposal_material import put_material_beside
from app.services.quote_life import hindrances, labelled
from app.services.releasing import refuse_individual, release_of
from app.services.signed_steps import clock_notes
from app.storage.files import writing_reason
from app.storage.issuing import Paper, keep_issue
from app.storage.saving import save
from app.storage.template_store import MadeFrom
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime
    from typing import TypeAlias

    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language

    Replaceable: TypeAlias = Callable[[Path], bool]
    """Whether a file that is there may be replaced."""

__all__ = [
    "DEFAULTS",
    "FINAL_KINDS",
    "IssuedFile",
    "PaperKind",
    "issue_documents",
    "issued_here",
    "kinds_for",
    "make_folder",
]

DEFAULTS: Mapping[tuple[str, str], str] = MappingProxyType({})
"""No template is chosen by name."""


class IssuedFile(msgspec.Struct, frozen=True):
    """A file that was written.

    Attributes:
        path: Where.
        kind: What it is.
        pages: Pages of the document; 0 for a workbook.
        problems: What should be looked at, such as facts to fill in by hand.
        draft: Every page says that it is one.
        why_draft: What the gate is closed for.
        made_from: The template; ``None`` for a workbook.
    """

    path: Path
    kind: PaperKind
    pages: int
    problems: tuple[Problem, ...]
    draft: bool = False
    why_draft: tuple[Problem, ...] = ()
    made_from: MadeFrom | None = None


def kinds_for(revision: Revision) -> tuple[PaperKind, ...]:
    """The papers that a revision has something to show in; without bills there is no analysis."""
    from app.documents.kinds import KINDS

    shown = for_customer(revision, draft=True)
    return tuple(
        kind for kind in PaperKind if kind is PaperKind.APPROVAL or KINDS[kind].applies(shown)
    )


def issue_documents(
    workspace: Workspace,
    revision: Revision,
    kinds: Sequence[PaperKind],
    folder: Path,
    *,
    now: datetime,
    languages: Sequence[Language] = (),
    names: str = "",
    replace: bool | Collection[str] | Replaceable = False,
    final: bool = False,
    templates: Mapping[tuple[str, str], str] = DEFAULTS,
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
        languages: Of the customer's papers; the quote's own when none is named.
        names: Pattern of the names of files; empty for the one of the settings.
        replace: Take the place of files of the same name, of those with these names, or of those
            that a question is answered with yes for, such as ``issued_here``; otherwise a number
            is added.
        final: Refuse to write a draft of a customer's paper.
        templates: Identifiers of templates chosen for these papers, by kind and language; where
            none is, the defaults decide.
        progress: Called with the share done.
        cancel: Set to stop before anything is written.

    Raises:
        DocumentError: A paper could not be made, or is not what the revision says.
        IssueRefused: A customer's paper would show something internal, an empty box in place of a
            character that no font has, or nothing at all; or a person would be party to a contract.
        FileError: The folder cannot be written.
        NotReleased: ``final`` was asked for, and the gate is closed; says why.
        PromotionsSpent: Other quotes have used up what the final paper would promise.
        Cancelled: ``cancel`` was set.
    """
    refuse_individual(revision, kinds)
    pattern = names or workspace.settings.file_names
    own = own_language(revision)
    revision = labelled(workspace, revision)
    rules = workspace.rules_of(revision.quote).pricing.rules
    history = workspace.life.history(revision.quote.id)
    closed = hindrances(workspace, revision, now, history)
    promising = any(kind in FINAL_KINDS for kind in kinds)
    if closed and final and promising:
        raise NotReleased(closed)
    wanted = wanted_papers(kinds, languages, own)
    seal = Seal() if closed else seal_of(history, revision)
    made: list[Made] = []
    for position, (kind, language) in enumerate(wanted):
        if cancel is not None and cancel.is_set():
            raise Cancelled
        name = paper_file_name(pattern, revision, kind, language, own=own)
        draft = bool(closed) and kind in FINAL_KINDS
        named = templates.get((kind, language))
        order = Order(kind, name, language, now.date(), draft, seal, named)
        made.extend(make_paper(workspace, revision, order))
        if progress is not None:
            progress((position + 1) / (len(wanted) + 1))
    make_folder(folder)
    keep_issue(
        workspace.database,
        workspace.documents,
        revision,
        [Paper(one.kind, one.suffix, one.data, one.made_from) for one in made],
        now=now,
        released=release_of(workspace, revision, rules, history.life, now)
        if promising and not closed
        else None,
    )
    asked = (*conditions_open(history.life), *clock_notes(history, now))
    files = [_issued(one, folder, asked, closed, replace) for one in made]
    if PaperKind.PROPOSAL in kinds:
        put_material_beside(workspace, revision.quote, folder)
    if progress is not None:
        progress(1.0)
    return tuple(files)


def issued_here(workspace: Workspace, file: Path) -> bool:
    """Whether a file is one that was written here and not touched since: the store has it too."""
    try:
        content = sha256(file.read_bytes()).hexdigest()
    except OSError:
        return False
    return bool(workspace.documents.find(content))


def _issued(
    made: Made,
    folder: Path,
    asked: tuple[Problem, ...],
    closed: tuple[Problem, ...],
    replace: bool | Collection[str] | Replaceable,
) -> IssuedFile:
    """A file, written; what a release was asked for is told with final papers."""
    path, kept = _written(made, folder, replace)
    promises = made.kind in FINAL_KINDS
    told = (*made.problems, *asked) if promises and not closed else made.problems
    why = closed if promises else ()
    return IssuedFile(path, made.kind, made.pages, (*told, *kept), bool(why), why, made.made_from)


def _written(
    made: Made, folder: Path, replace: bool | Collection[str] | Replaceable
) -> tuple[Path, tuple[Problem, ...]]:
    """The file that was written, and that it lies beside one in use, where it does."""
    wanted = folder / f"{made.name}.{made.suffix}"
    if callable(replace):
        agreed = not wanted.exists() or replace(wanted)
    else:
        agreed = replace if isinstance(replace, bool) else wanted.name in replace
    path = save(wanted, made.data, replace=agreed)
    if path == wanted or not agreed:
        return path, ()
    told = {"name": wanted.name, "kept": path.name}
    return path, (Problem("papers.file_in_use", Severity.WARNING, Place(), told),)


def own_language(revision: Revision) -> Language:
    """The language of a quote's papers where none is named."""
    return "en" if revision.quote.language == "en" else "zh"


def wanted_papers(
    kinds: Sequence[PaperKind], languages: Sequence[Language], own: Language
) -> list[tuple[PaperKind, Language]]:
    """Each paper in each language; the approval workbook is internal and written once."""
    return [
        (kind, language)
        for kind in kinds
        for language in ((own,) if kind is PaperKind.APPROVAL else languages or (own,))
    ]


def make_folder(folder: Path) -> None:
    """Make a folder for files, unless it is there.

    Raises:
        FileError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise FileError(file=folder.name, reason=writing_reason(failure)) from failure
