"""A comparison of two contracts as a paper: Word with tracked changes, and a PDF that shows them.

It is a paper for negotiating and never a contract: a note on top says so. It is proved before it
is handed out: accepting every change gives the words of the newer contract, refusing every change
those of the older one, and neither shows anything that a customer must not see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import ReadbackDiffers
from app.quoting.secrets import secrets_of
from app.quoting.text_difference import EntryKind, side_texts
from app.services.quote_life import hindrances
from app.translation import load_words
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from app.quoting.revision import Revision
    from app.services.contract_comparison import ContractComparison
    from app.services.workspace import Workspace
    from catalog.local_text import Language

_SHOWN: Final = 3


class MarkedContract(msgspec.Struct, frozen=True):
    """The files of a comparison.

    Attributes:
        docx: With tracked changes.
        pdf: The same drawn, insertions underlined and deletions struck through.
        pages: Of the PDF.
    """

    docx: bytes
    pdf: bytes
    pages: int


def marked_contract(
    workspace: Workspace, comparison: ContractComparison, *, author: str, now: datetime
) -> MarkedContract:
    """Write a comparison as a paper.

    Args:
        workspace: The user's data.
        comparison: What differs.
        author: Who stands beside the changes.
        now: The moment, with the user's time zone.

    Raises:
        ReadbackDiffers: The marked document does not say what the two contracts say.
        IssueRefused: It would show something internal.
    """
    from app.documents.pdf import convert
    from app.documents.redline import Redline, marked_document

    draft = _is_draft(workspace, comparison, now)
    note = note_texts(comparison, now, draft=draft)
    docx = marked_document(
        Redline(
            comparison.old.docx or None,
            comparison.new.docx or None,
            comparison.text,
            author,
            now,
            note,
        )
    )
    _prove(docx, comparison, len(note))
    drawn = convert(
        docx,
        fonts=workspace.fonts(),
        title=note[0],
        language="zh-CN" if comparison.language == "zh" else "en",
        draft_mark=load_words(comparison.language)("paper.draft") if draft else "",
        marked=True,
    )
    for data in (docx, drawn.data):
        _refuse_leaks(data, comparison)
    return MarkedContract(docx, drawn.data, drawn.pages)


def write_marked(
    workspace: Workspace,
    comparison: ContractComparison,
    file: Path,
    *,
    author: str,
    now: datetime,
) -> tuple[Path, Path]:
    """Write a comparison into a file, and its PDF beside it; gives both paths.

    Args:
        workspace: The user's data.
        comparison: What differs.
        file: The Word file; its folder is made when it is not there.
        author: Who stands beside the changes.
        now: The moment, with the user's time zone.

    Raises:
        ReadbackDiffers: The marked document does not say what the two contracts say.
        IssueRefused: It would show something internal.
        FileError: A file cannot be written.
    """
    from app.services.issue_documents import make_folder
    from app.storage.files import write_atomically

    made = marked_contract(workspace, comparison, author=author, now=now)
    make_folder(file.parent)
    beside = file.with_suffix(".pdf")
    write_atomically(file, made.docx)
    write_atomically(beside, made.pdf)
    return file, beside


def note_texts(
    comparison: ContractComparison, now: datetime, *, draft: bool = False
) -> tuple[str, ...]:
    """What stands on top: what is compared, what was found, and what the paper is not.

    Args:
        comparison: What differs.
        now: The moment, with the user's time zone.
        draft: The gate lets one of the two not pass as a contract.
    """
    words, difference = load_words(comparison.language), comparison.text
    kinds = (EntryKind.CHANGED, EntryKind.ADDED, EntryKind.REMOVED, EntryKind.MOVED)
    counts = {kind.value: difference.count(kind) for kind in (*kinds, EntryKind.RENUMBERED)}
    sides = {
        name: side.side.told(comparison.language)
        for name, side in (("old", comparison.old), ("new", comparison.new))
    }
    title = words("redline.note.title")
    return (
        f"{words('paper.draft')} · {title}" if draft else title,
        words("redline.note.sides", **sides, at=f"{now:%Y-%m-%d %H:%M}"),
        words("redline.note.counts", **counts),
        words("redline.note.hint"),
    )


def _is_draft(workspace: Workspace, comparison: ContractComparison, now: datetime) -> bool:
    """Whether one of the two promises what nobody has approved: then every page says so."""
    revisions = (comparison.old.revision, comparison.new.revision)
    return any(one is not None and hindrances(workspace, one, now) for one in revisions)


def _prove(docx: bytes, comparison: ContractComparison, note: int) -> None:
    """Read the marked document again, accepted and refused, without its note."""
    from app.documents.redline_proof import settled_texts

    difference = comparison.text
    newer_numbers = bool(comparison.new.docx)
    for accepted in (True, False):
        wanted = side_texts(difference, old=not accepted, newer_numbers=newer_numbers)
        found = settled_texts(docx, accepted=accepted, note=note)
        if found != wanted:
            raise ReadbackDiffers("comparison", _first_differences(found, wanted))


def _first_differences(
    found: Sequence[tuple[str, ...]], wanted: Sequence[tuple[str, ...]]
) -> list[Problem]:
    pairs = [
        (" | ".join(was), " | ".join(now))
        for was, now in zip(found, wanted, strict=False)
        if was != now
    ]
    return [
        Problem("readback.passage", parameters={"found": was, "wanted": now})
        for was, now in pairs[:_SHOWN] or [(str(len(found)), str(len(wanted)))]
    ]


def _refuse_leaks(data: bytes, comparison: ContractComparison) -> None:
    """Neither revision's internal figures may show; what its own contract prints may."""
    from app.documents.leak_scan import refuse_leaks

    for revision in (comparison.old.revision, comparison.new.revision):
        if revision is not None:
            refuse_leaks(data, secrets_of(revision), public=_public(revision, comparison.language))


def _public(revision: Revision, language: Language) -> list[str]:
    from app.documents.kinds import KINDS
    from app.figures import Figures
    from app.quoting.paper import for_customer

    shown = for_customer(revision, draft=False)
    printed = KINDS["contract"].printed(shown, load_words(language), Figures(language))
    return [text for figure in printed for text in figure.texts]
