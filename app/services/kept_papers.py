"""The papers of a quote as they were issued: listed, named, and handed out as files again."""

from __future__ import annotations

import re
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

import msgspec

from app.approval.state import Deed
from app.documents.kinds import KINDS
from app.services.file_names import quote_file_name
from app.services.issue_documents import FINAL_KINDS, PaperKind, make_folder
from app.storage.document_store import IssuedDocument
from app.storage.saving import save
from app.translation import load_words
from catalog.local_text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from app.services.issue_documents import IssuedFile
    from app.services.workspace import Workspace

_PDF_LANGUAGE = re.compile(rb"/Lang \((zh|en)")
_TITLE = re.compile(r"<dc:title>([^<]*)</dc:title>")
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_OUTGOING = "outgoing"
"""Folder of copies with readable names, below the user's data."""


class KeptPaper(msgspec.Struct, frozen=True):
    """A file that was issued.

    Attributes:
        document: Its record.
        name: What the file is called when it is handed out.
        state: ``final``, ``draft``, or empty for a paper that promises nothing.
        language: Of its text; empty where it does not say.
        template: Name and version of what it was filled from; empty where that is not known.
    """

    document: IssuedDocument
    name: str
    state: Literal["final", "draft", ""]
    language: Language | Literal[""]
    template: str = ""

    @property
    def internal(self) -> bool:
        """Whether no customer may see it."""
        return self.document.kind == PaperKind.APPROVAL


def kept_papers(workspace: Workspace, quote_id: str) -> tuple[KeptPaper, ...]:
    """Every paper of a quote, the last issued first.

    Raises:
        RecordMissing: There is no such quote.
        StorageError: The database failed.
    """
    quote = workspace.quotes.load(quote_id).quote
    customer = workspace.customers.customer(quote.customer)
    entries = workspace.life.history(quote_id).entries
    final = {
        paper
        for entry in entries
        if entry.event.deed is Deed.ISSUED
        for paper in entry.event.papers
    }
    own: Language = "en" if quote.language == "en" else "zh"
    found = []
    for document in reversed(workspace.documents.issued(quote_id)):
        language = _language_of(workspace.documents.path(document), document)
        name = quote_file_name(
            workspace.settings.file_names,
            quote,
            (customer.name, document.revision),
            (document.kind, language or own),
            own=own,
        )
        state: Literal["final", "draft", ""] = ""
        if document.kind in FINAL_KINDS:
            state = "final" if document.hash in final else "draft"
        made = workspace.templates.made_from(quote_id, document.hash)
        template = f"{made.name} v{made.version}".strip() if made is not None else ""
        found.append(KeptPaper(document, f"{name}.{document.format}", state, language, template))
    return tuple(found)


def papers_of_files(
    workspace: Workspace, quote_id: str, files: Sequence[IssuedFile]
) -> tuple[KeptPaper, ...]:
    """The kept papers that some files were written from just now, under the names of the files."""
    hashes = {sha256(file.path.read_bytes()).hexdigest(): file.path.name for file in files}
    found = {
        paper.document.hash: msgspec.structs.replace(paper, name=hashes[paper.document.hash])
        for paper in kept_papers(workspace, quote_id)
        if paper.document.hash in hashes
    }
    return tuple(found[one] for one in hashes if one in found)


def hand_out(workspace: Workspace, papers: Iterable[KeptPaper], folder: Path) -> tuple[Path, ...]:
    """Files with readable names of papers that were kept, proved to be what was issued.

    Args:
        workspace: The user's data.
        papers: Which.
        folder: Where papers of the quote are written: a file that is there with the very content
            is taken. Others are copied to a place of their own, where nothing is overwritten.

    Raises:
        StorageError: What was kept is missing or damaged.
        FileError: A copy cannot be written.
    """
    found = []
    for paper in papers:
        data = workspace.documents.read(paper.document)
        there = folder / paper.name
        if _holds(there, data):
            found.append(there)
            continue
        place = workspace.folder / _OUTGOING / paper.document.hash[:12]
        make_folder(place)
        found.append(save(place / paper.name, data, replace=False))
    return tuple(found)


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _language_of(file: Path, document: IssuedDocument) -> Language | Literal[""]:
    """The language that a paper says it is in; a Word file by its title."""
    try:
        if document.format == "pdf":
            found = _PDF_LANGUAGE.search(file.read_bytes())
            return "" if found is None else "zh" if found[1] == b"zh" else "en"
        if document.format != "docx" or document.kind not in KINDS:
            return ""
        with zipfile.ZipFile(file) as package:
            title = _TITLE.search(package.read("docProps/core.xml").decode())
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError):
        return ""
    told = title[1] if title is not None else ""
    kind = KINDS[document.kind]
    return next((one for one in _LANGUAGES if told.startswith(kind.title(load_words(one)))), "")
