"""The user's own templates: the register in the database, the texts by hash, the files in work.

Each change of the register adds a row, so who was the default when can always be told. A version's
text lies under the hash of its content and is never overwritten. The Word file that people edit
lies in a folder of its own; it counts for nothing until it is taken over as a version.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from app.errors import FileError
from app.quoting.paper_template import TemplateRegister
from app.storage.codec import TEMPLATES, pack, unpack
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import template_desk, template_texts
from app.storage.schema import DOCUMENT_TEMPLATES, TEMPLATE_REGISTERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from app.quoting.paper_template import PaperTemplate
    from app.storage.database import Database

_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[0-9a-f]{32}")


class MadeFrom(msgspec.Struct, frozen=True):
    """The template that a document was made from.

    Attributes:
        template: Identifier; empty for the program's own.
        name: As it was called then.
        version: Its number, or the version of the program's own.
        hash: SHA-256 of its .docx, hexadecimal.
    """

    template: str
    name: str
    version: str
    hash: str


class TemplateStore:
    """Keeps templates of the user's own."""

    def __init__(self, database: Database) -> None:
        """Keep the database; the texts lie in its data folder."""
        self._database = database

    def register(self) -> TemplateRegister:
        """Every template and default as they are now.

        Raises:
            StorageError: The database failed.
            UnknownFormat: A newer program wrote it.
        """
        with self._database.reading() as connection:
            return _newest(connection)

    def change(
        self, edit: Callable[[TemplateRegister], TemplateRegister], now: datetime
    ) -> TemplateRegister:
        """Put the next register in the place of the newest; what changes nothing adds nothing.

        Args:
            edit: Given the newest register, the next one; what it raises changes nothing.
            now: The moment.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            before = _newest(connection)
            after = edit(before)
            if after != before:
                content = pack(TEMPLATES.encode(after))
                connection.execute(TEMPLATE_REGISTERS.insert().values(at=now, content=content))
        return after

    # ------------------------------------------------------------ texts

    def keep(self, docx: bytes) -> str:
        """Keep the text of a version and give its hash; the same one again is kept once.

        Raises:
            StorageError: It could not be written.
        """
        content = hash_of(docx)
        file = self._text(content)
        if not file.exists():
            self._write(file, docx)
        return content

    def read(self, content: str) -> bytes:
        """The text with a hash, checked against it.

        Raises:
            StorageError: It is missing (``document_missing``) or was changed
                (``document_damaged``).
        """
        file = self._text(content)
        try:
            docx = file.read_bytes()
        except FileNotFoundError as failure:
            raise storage_error(file, "document_missing") from failure
        except OSError as failure:
            raise storage_error(file, "cannot_open", failure.strerror) from failure
        if hash_of(docx) != content:
            raise storage_error(file, "document_damaged")
        return docx

    # ------------------------------------------------------------ files in work

    def file(self, template: PaperTemplate) -> Path:
        """The Word file in which a template is edited; it may be missing."""
        if not _NAME.fullmatch(template.id) or "/" in template.file or "\\" in template.file:
            msg = f"{template.id!r} with {template.file!r} names no file"
            raise ValueError(msg)
        return template_desk(self._database.folder, template.id) / template.file

    def put(self, template: PaperTemplate, docx: bytes) -> Path:
        """Write the Word file in which a template is edited.

        Raises:
            StorageError: It could not be written, as when Word has it open on Windows.
        """
        file = self.file(template)
        self._write(file, docx)
        return file

    def _text(self, content: str) -> Path:
        if not _HASH.fullmatch(content):
            msg = f"{content[:80]!r} names no kept template"
            raise ValueError(msg)
        return template_texts(self._database.folder) / content[:2] / content

    @staticmethod
    def _write(file: Path, data: bytes) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, data)
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(file, "not_written", failure.strerror) from failure

    # ------------------------------------------------------------ what papers were made from

    def made_from(self, quote: str, document: str) -> MadeFrom | None:
        """The template of an issued document, given by its hash; ``None`` where nobody wrote it."""
        columns = DOCUMENT_TEMPLATES.c
        with self._database.reading() as connection:
            found = connection.execute(
                select(columns.template, columns.name, columns.version, columns.hash).where(
                    columns.quote == quote, columns.document == document
                )
            ).one_or_none()
        return None if found is None else MadeFrom(*found)


def note_template(connection: Connection, quote: str, document: str, made: MadeFrom) -> None:
    """Write down what a document was made from; the first record of it stands."""
    columns = DOCUMENT_TEMPLATES.c
    known = select(columns.document).where(columns.quote == quote, columns.document == document)
    if connection.execute(known).first() is None:
        row = {"quote": quote, "document": document, **msgspec.structs.asdict(made)}
        connection.execute(DOCUMENT_TEMPLATES.insert().values(row))


def hash_of(docx: bytes) -> str:
    """The name of a text: its SHA-256 in hexadecimal digits."""
    return hashlib.sha256(docx).hexdigest()


def _newest(connection: Connection) -> TemplateRegister:
    columns = TEMPLATE_REGISTERS.c
    newest = select(columns.content).order_by(columns.sequence.desc()).limit(1)
    content = connection.execute(newest).scalar()
    return TemplateRegister() if content is None else TEMPLATES.decode(unpack(content))
