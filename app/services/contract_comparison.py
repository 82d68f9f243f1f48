"""Compare two contracts of a quote: what differs commercially, and word by word.

Either side is the quote as it stands, a revision that was frozen, a contract that was issued, or,
on one side, a Word file that the customer sent back.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.difference import Row, differences
from app.documents.template import own_template
from app.errors import RecordMissing
from app.figures import Figures
from app.quoting.contract_text import ContractText
from app.quoting.paper import for_customer
from app.quoting.revision import Revision
from app.quoting.text_difference import TextDifference, compare_texts
from app.services.quote_life import labelled
from app.services.template_choice import chosen_template, wanted_paper
from app.services.working_out import work_out_stored
from app.translation import load_words
from catalog.local_text import Language
from catalog.problem import Problem

if TYPE_CHECKING:
    import threading

    from app.documents.template import Template
    from app.services.workspace import Workspace
    from app.storage.document_store import IssuedDocument

_KIND, _FORMAT = "contract", "docx"
_SHOWN_OF_HASH: Final = 8


class SideKind(StrEnum):
    """Where the text of a contract comes from."""

    CURRENT = "current"
    FROZEN = "frozen"
    ISSUED = "issued"
    RETURNED = "returned"


_WRITTEN: Final = (SideKind.ISSUED, SideKind.RETURNED)


class ContractSide(msgspec.Struct, frozen=True):
    """A contract that can be compared.

    Attributes:
        kind: Where its text comes from.
        name: Letter of a frozen revision, hash of an issued file, or path of a returned one.
        label: Letter of the revision, as far as it has one.
        at: When it was frozen or issued.
    """

    kind: SideKind
    name: str = ""
    label: str = ""
    at: datetime | None = None

    def told(self, language: Language) -> str:
        """What it is called."""
        moment = "" if self.at is None else f"{self.at.astimezone():%Y-%m-%d %H:%M}"
        name = Path(self.name).name if self.kind is SideKind.RETURNED else self.name
        facts = {"label": self.label, "at": moment, "name": name[-64:]}
        facts["hash"] = self.name[:_SHOWN_OF_HASH]
        known = (
            f"{self.kind}_now" if self.kind is SideKind.CURRENT and not self.label else self.kind
        )
        return load_words(language)(f"redline.side.{known}", **facts)


class ContractPaper(msgspec.Struct, frozen=True):
    """A contract at hand.

    Attributes:
        side: What it is.
        text: What it says.
        docx: The Word document; empty for one from outside, whose file is not touched again.
        revision: What it was made from, as far as that is known.
        warnings: What is to be told of a file from outside.
    """

    side: ContractSide
    text: ContractText
    docx: bytes = b""
    revision: Revision | None = None
    warnings: tuple[Problem, ...] = ()


class ContractComparison(msgspec.Struct, frozen=True):
    """Two contracts and what differs.

    Attributes:
        quote: Identifier of the quote.
        language: Of the contracts.
        old: The older one.
        new: The newer one.
        rows: Commercial differences; empty where a side is no revision of ours.
        text: What differs in the words.
    """

    quote: str
    language: Language
    old: ContractPaper
    new: ContractPaper
    rows: tuple[Row, ...]
    text: TextDifference

    @property
    def commercial(self) -> bool:
        """Whether both sides are revisions, so that prices and terms could be compared."""
        return self.old.revision is not None and self.new.revision is not None


def contract_sides(workspace: Workspace, quote_id: str) -> tuple[ContractSide, ...]:
    """What can be compared of a quote: as it stands, then revisions and issues, newest first."""
    frozen = [
        ContractSide(SideKind.FROZEN, one.label, one.label, one.at)
        for one in workspace.quotes.revisions(quote_id)
    ]
    issued = [
        ContractSide(SideKind.ISSUED, one.hash, one.revision, one.issued_at)
        for one in workspace.documents.issued(quote_id)
        if (one.kind, one.format) == (_KIND, _FORMAT)
    ]
    return (ContractSide(SideKind.CURRENT), *reversed(frozen), *reversed(issued))


def contract_papers(
    workspace: Workspace,
    quote_id: str,
    sides: tuple[ContractSide, ContractSide],
    *,
    current: Revision,
    cancel: threading.Event | None = None,
) -> tuple[ContractPaper, ContractPaper, Language]:
    """Take an older and a newer contract to hand, as ``contract_paper`` does.

    What is ours to write is in the language of the one that is written already.
    """
    language, taken = language_of(current), dict[ContractSide, ContractPaper]()
    for side in sorted(sides, key=lambda one: one.kind not in _WRITTEN):
        taken[side] = contract_paper(
            workspace, quote_id, side, current=current, language=language, cancel=cancel
        )
        if side.kind in _WRITTEN:
            language = taken[side].text.language
    old, new = (taken[one] for one in sides)
    return old, new, language


def contract_paper(
    workspace: Workspace,
    quote_id: str,
    side: ContractSide,
    *,
    current: Revision | None = None,
    language: Language | None = None,
    cancel: threading.Event | None = None,
) -> ContractPaper:
    """Take a contract to hand.

    Args:
        workspace: The user's data.
        quote_id: Which quote.
        side: Which contract of it.
        current: The quote as it stands, worked out already; ``None`` takes it as stored.
        language: Of one that is written now; the quote's own for ``None``.
        cancel: Set to stop reading a file.

    Raises:
        RecordMissing: There is no such revision or issue.
        FileError: A file from outside was refused or cannot be read.
        WorkerFailed: Reading it took too much time or memory.
        DocumentError: The contract cannot be filled.
        Cancelled: ``cancel`` was set.
    """
    from app.documents.contract_reading import read_contract

    if side.kind is SideKind.RETURNED:
        return _returned(side, cancel)
    if side.kind is SideKind.ISSUED:
        found = [one for one in workspace.documents.find(side.name) if one.quote == quote_id]
        if not found:
            raise RecordMissing(record=side.name)
        docx = workspace.documents.read(found[0])
        known = _frozen(workspace, found[0])
        return ContractPaper(side, read_contract(docx), docx, known)
    if side.kind is SideKind.FROZEN:
        revision = workspace.quotes.revision(quote_id, side.name)
        language = language or language_of(revision)
        named = _issued_from(workspace, quote_id, side.name, language)
    else:
        named = None
        revision = labelled(workspace, current or work_out_stored(workspace, quote_id))
        side = msgspec.structs.replace(side, label=revision.label)
    docx = _written(workspace, revision, language or language_of(revision), named)
    return ContractPaper(side, read_contract(docx), docx, revision)


def compare_contracts(
    quote_id: str, language: Language, old: ContractPaper, new: ContractPaper
) -> ContractComparison:
    """Compare two contracts of a quote.

    Raises:
        ValueError: Both are from outside.
    """
    if not old.docx and not new.docx:
        raise ValueError("one of two contracts has to be ours")
    rows: tuple[Row, ...] = ()
    if old.revision is not None and new.revision is not None:
        found = differences(old.revision, new.revision)
        rows = tuple(row for row in found if row.part != "measure")
    text = compare_texts(old.text, new.text)
    if old.docx and new.docx:  # ours name their revision and its fingerprint on every page
        text = msgspec.structs.replace(text, beside=((), ()))
    return ContractComparison(quote_id, language, old, new, rows, text)


def language_of(revision: Revision) -> Language:
    """Language of the contracts of a quote."""
    return "en" if revision.quote.language == "en" else "zh"


def _issued_from(
    workspace: Workspace, quote_id: str, label: str, language: Language
) -> Template | None:
    """The user's template, as it was then, of the last contract that was issued of a revision."""
    register = workspace.templates.register()
    for one in reversed(workspace.documents.issued(quote_id)):
        known = (one.kind, one.format, one.revision) == (_KIND, _FORMAT, label)
        if not known or not _was_frozen(workspace, one):
            continue
        made = workspace.templates.made_from(quote_id, one.hash)
        found = register.find(made.template) if made is not None else None
        if made is not None and found is not None and found.language == language:
            docx = workspace.templates.read(made.hash)
            return own_template(_KIND, language, docx, version=made.version)
    return None


def _written(
    workspace: Workspace, revision: Revision, language: Language, template: Template | None
) -> bytes:
    """The contract of a revision, without a word of being a draft; by default as of today."""
    from app.documents.issue import write_word
    from app.documents.kinds import KINDS

    today = datetime.now().astimezone().date()
    if template is None:
        wanted = wanted_paper(revision, _KIND, language, today)
        template = chosen_template(workspace, wanted).template
    return write_word(
        KINDS[_KIND],
        for_customer(revision, draft=False),
        language=language,
        words=load_words(language),
        figures=Figures(language),
        template=template,
        filler=workspace.filler(),
    )


def _returned(side: ContractSide, cancel: threading.Event | None) -> ContractPaper:
    from app.services.returned_contract import read_returned_contract

    read = read_returned_contract(Path(side.name), cancel)
    told = tuple(Problem(one.code, parameters=dict(one.parameters)) for one in read.warnings)
    return ContractPaper(side, read.text, warnings=told)


def _frozen(workspace: Workspace, issued: IssuedDocument) -> Revision | None:
    """The revision of an issued paper; a draft has the letter of one that came later, if any."""
    if not _was_frozen(workspace, issued):
        return None
    return workspace.quotes.revision(issued.quote, issued.revision)


def _was_frozen(workspace: Workspace, issued: IssuedDocument) -> bool:
    """Whether the revision that a paper names stood when it was issued."""
    frozen = {one.label: one.at for one in workspace.quotes.revisions(issued.quote)}
    return issued.revision in frozen and frozen[issued.revision] <= issued.issued_at
