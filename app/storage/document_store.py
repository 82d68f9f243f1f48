"""Issued documents, kept by the hash of their content; nothing is ever overwritten."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from app.errors import FileError, RecordMissing
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import document_folder
from app.storage.schema import DOCUMENTS, QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Select

    from app.storage.database import Database

_FORMAT = re.compile(r"[a-z0-9]{1,8}")
_HASH = re.compile(r"[0-9a-f]{64}")


class IssuedDocument(msgspec.Struct, frozen=True):
    """One document that was issued.

    Attributes:
        quote: Identifier of the quote.
        revision: Label of the frozen revision.
        kind: What it is, such as ``contract``.
        format: Ending of the file without a dot, such as ``docx``.
        hash: SHA-256 of the content, hexadecimal.
        size: Bytes.
        issued_at: When it was first kept, in UTC.
    """

    quote: str
    revision: str
    kind: str
    format: str
    hash: str
    size: int
    issued_at: datetime


class DocumentStore:
    """Keeps what was issued, so that every paper at a customer's can be found again."""

    def __init__(self, database: Database) -> None:
        """Keep the database; the files lie in its data folder."""
        self._database = database
        self._folder = document_folder(database.folder)

    def keep(
        self,
        data: bytes,
        *,
        quote: str,
        revision: str,
        kind: str,
        file_format: str,
        now: datetime,
    ) -> IssuedDocument:
        """Keep a document; keeping the same one again gives the first record.

        The file is on the disk before the record, so a record never lacks its file.

        Args:
            data: The whole content.
            quote: Identifier of the quote.
            revision: Label of the frozen revision.
            kind: What it is, such as ``contract``.
            file_format: Ending without a dot: lower case letters and digits.
            now: The moment.

        Raises:
            RecordMissing: The quote is not stored.
            StorageError: A file of this hash is there with another content (``reason`` is
                ``document_damaged``), it could not be written, or the database failed.
        """
        only = [(kind, file_format, data)]
        return self.keep_all(only, quote=quote, revision=revision, now=now)[0]

    def keep_all(
        self,
        papers: Sequence[tuple[str, str, bytes]],
        *,
        quote: str,
        revision: str,
        now: datetime,
        first: Callable[[Connection], None] | None = None,
    ) -> tuple[IssuedDocument, ...]:
        """Keep the documents of one issue, all or none.

        Args:
            papers: Kind, ending and whole content of each, see ``keep``.
            quote: Identifier of the quote.
            revision: Label of the frozen revision.
            now: The moment.
            first: What else is written in the same transaction, before the records.

        Raises:
            RecordMissing: The quote is not stored.
            StorageError: As ``keep``.
        """
        documents = []
        for kind, file_format, data in papers:
            if not _FORMAT.fullmatch(file_format):
                msg = f"{file_format!r} is no ending of a file"
                raise ValueError(msg)
            size, digest = len(data), _hash(data)
            document = IssuedDocument(quote, revision, kind, file_format, digest, size, now)
            self._write(document, data)
            documents.append(document)
        with self._database.writing() as connection:
            if not connection.execute(select(QUOTES.c.id).where(QUOTES.c.id == quote)).scalar():
                raise RecordMissing(record=quote)
            if first is not None:
                first(connection)
            return tuple([_recorded(connection, document) for document in documents])

    def find(self, content_hash: str) -> tuple[IssuedDocument, ...]:
        """Every record of a document with this hash, the first issued first."""
        return self._rows(_query().where(DOCUMENTS.c.hash == content_hash))

    def issued(self, quote: str) -> tuple[IssuedDocument, ...]:
        """Every document issued for a quote, the first issued first."""
        return self._rows(_query().where(DOCUMENTS.c.quote == quote))

    def latest(self, most: int) -> tuple[IssuedDocument, ...]:
        """Documents of all quotes, the one issued last first."""
        newest = _query().order_by(None).order_by(DOCUMENTS.c.sequence.desc()).limit(most)
        return self._rows(newest)

    def read(self, document: IssuedDocument) -> bytes:
        """The content of a document, checked against its hash.

        Raises:
            StorageError: The file is missing (``document_missing``) or was changed
                (``document_damaged``).
        """
        file = self.path(document)
        try:
            data = file.read_bytes()
        except FileNotFoundError as failure:
            raise storage_error(file, "document_missing") from failure
        except OSError as failure:
            raise storage_error(file, "cannot_open", failure.strerror) from failure
        if _hash(data) != document.hash:
            raise storage_error(file, "document_damaged")
        return data

    def path(self, document: IssuedDocument) -> Path:
        """Where the file of a document lies; it must not be changed."""
        if not _HASH.fullmatch(document.hash) or not _FORMAT.fullmatch(document.format):
            msg = f"{document.hash!r} with {document.format!r} names no kept document"
            raise ValueError(msg)
        return self._folder / document.hash[:2] / f"{document.hash}.{document.format}"

    def _write(self, document: IssuedDocument, data: bytes) -> None:
        file = self.path(document)
        if file.exists():
            self.read(document)
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, data)
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(file, "not_written", failure.strerror) from failure

    def _rows(self, query: Select[Any]) -> tuple[IssuedDocument, ...]:
        with self._database.reading() as connection:
            return tuple(IssuedDocument(*row) for row in connection.execute(query))


def _recorded(connection: Connection, document: IssuedDocument) -> IssuedDocument:
    """The record of a document: the first one, where it was kept before."""
    earlier = connection.execute(
        _query().where(
            DOCUMENTS.c.quote == document.quote,
            DOCUMENTS.c.revision == document.revision,
            DOCUMENTS.c.kind == document.kind,
            DOCUMENTS.c.format == document.format,
            DOCUMENTS.c.hash == document.hash,
        )
    ).one_or_none()
    if earlier is not None:
        return IssuedDocument(*earlier)
    connection.execute(DOCUMENTS.insert().values(msgspec.structs.asdict(document)))
    return document


def _query() -> Select[Any]:
    """Columns in the order of ``IssuedDocument``."""
    columns = DOCUMENTS.c
    return select(
        columns.quote,
        columns.revision,
        columns.kind,
        columns.format,
        columns.hash,
        columns.size,
        columns.issued_at,
    ).order_by(columns.sequence)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
