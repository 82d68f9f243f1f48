"""The log of what happens to quotes: entries are added in the transaction that decides on them.

The text of an entry is the record; the columns beside it are for finding. One that says something
else, or cannot be read, is as broken as a broken link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from app.approval.life import Life, life_of
from app.approval.log import seal, timed, verify
from app.errors import RecordMissing, StepRefused, UnknownFormat
from app.storage import frozen_revisions
from app.storage.codec import ENTRY, pack, unpack
from app.storage.faults import storage_error
from app.storage.operations import earlier_result, remember_result
from app.storage.quote_head import find_head
from app.storage.schema import LIFE_ENTRIES
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime
    from typing import TypeAlias

    from sqlalchemy import Connection, Row, Select

    from app.approval.event import Entry, Event
    from app.approval.submitting import Answer
    from app.quoting.revision import Revision
    from app.storage.database import Database

    Acting: TypeAlias = Callable[[Life, Mapping[str, Revision]], Answer]
    """Given where a quote stands and the revisions that were submitted, what is to be logged."""

_COLUMNS = LIFE_ENTRIES.c


class History(NamedTuple):
    """What is known of a quote's life, read at one moment.

    Attributes:
        entries: Of this quote, in order.
        life: Where it stands.
        frozen: Revisions that were submitted, by label.
        broken: First broken entry of the whole log; ``None`` when every link holds.
        latest: When the last thing happened to any quote; ``None`` before the first.
        log: Every entry up to the first broken one, of all quotes.
    """

    entries: tuple[Entry, ...]
    life: Life
    frozen: Mapping[str, Revision]
    broken: Problem | None
    latest: datetime | None = None
    log: tuple[Entry, ...] = ()


class LifeStore:
    """Reads and continues the log."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def record(
        self, quote_id: str, operation_id: str, act: Acting, *, freeze: Revision | None = None
    ) -> tuple[Entry, ...]:
        """Log what an action comes to; where the quote stands is read in the same transaction.

        Args:
            quote_id: Which quote.
            operation_id: Unique for this action; the same one again logs nothing.
            act: Called in the transaction.
            freeze: A revision that is kept for ever together with the entries.

        Returns:
            The new entries; none when the operation was done before.

        Raises:
            StepRefused: The action cannot be done; nothing was written.
            RecordMissing: There is no such quote.
            StorageError: Another revision has the label of the one to freeze (``reason`` is
                ``revision_exists``), or the database failed.
        """
        with self._database.writing() as connection:
            if earlier_result(connection, operation_id, quote_id) is not None:
                return ()
            if find_head(connection, quote_id) is None:
                raise RecordMissing(record=quote_id)
            written = log(
                connection, quote_id, lambda life: act(life, _frozen(connection, quote_id, life))
            )
            if freeze is not None:
                self._freeze(connection, quote_id, freeze, written[-1])
            last = written[-1]
            remember_result(connection, operation_id, quote_id, last.sequence, last.event.at)
            return written

    def history(self, quote_id: str) -> History:
        """Everything that the gate asks for; empty for a quote that nothing has happened to."""
        with self._database.reading() as connection:
            log, broken = _walked(connection)
            entries = _entries(connection, quote_id)
            life = life_of(entry.event for entry in entries)
            last = _last(connection) if broken is None else None
            latest = last.event.at if last is not None else None
            frozen = _frozen(connection, quote_id, life)
            return History(entries, life, frozen, broken, latest, log)

    def life(self, quote_id: str) -> Life:
        """Where a quote stands."""
        with self._database.reading() as connection:
            return life_of(entry.event for entry in _entries(connection, quote_id))

    def lives(self, of: Collection[str] | None = None) -> dict[str, Life]:
        """Where quotes stand that anything has happened to, by identifier.

        Args:
            of: Only these quotes, at most a few hundred; all when not given.
        """
        found: dict[str, list[Event]] = {}
        wanted = _query() if of is None else _query().where(_COLUMNS.quote.in_(of))
        with self._database.reading() as connection:
            for row in connection.execute(wanted):
                entry = _decoded(row)
                found.setdefault(entry.event.quote, []).append(entry.event)
        return {quote: life_of(events) for quote, events in found.items()}

    def log(self) -> tuple[Entry, ...]:
        """Every entry of all quotes, up to the first broken one."""
        with self._database.reading() as connection:
            return _walked(connection)[0]

    def verify(self) -> Problem | None:
        """The first broken entry of the whole log, or ``None`` when every link holds."""
        with self._database.reading() as connection:
            return _walked(connection)[1]

    def _freeze(
        self, connection: Connection, quote_id: str, revision: Revision, entry: Entry
    ) -> None:
        rows = frozen_revisions.rows(connection, quote_id)
        if any((one.label, one.fingerprint) == _signed(revision) for one in rows):
            return
        at = entry.event.at
        if not frozen_revisions.add(connection, quote_id, revision, at, counted=False):
            raise storage_error(self._database.file, "revision_exists", revision.label)


def log(connection: Connection, quote_id: str, act: Callable[[Life], Answer]) -> tuple[Entry, ...]:
    """Log what an action comes to, within a transaction.

    Raises:
        StepRefused: The action cannot be done.
    """
    answer = act(life_of(entry.event for entry in _entries(connection, quote_id)))
    if answer.problems:
        raise StepRefused(answer.problems)
    return append(connection, answer.events)


def append(connection: Connection, events: Iterable[Event]) -> tuple[Entry, ...]:
    """Seal events onto the end of the log."""
    last = _last(connection)
    written = []
    for event in events:
        last = seal(timed(event, last), last)
        connection.execute(
            LIFE_ENTRIES.insert().values(
                sequence=last.sequence,
                quote=event.quote,
                deed=event.deed.value,
                at=last.event.at,
                digest=last.digest,
                content=pack(ENTRY.encode(last)),
            )
        )
        written.append(last)
    return tuple(written)


def _signed(revision: Revision) -> tuple[str, str]:
    return revision.label, revision.fingerprint


def _frozen(connection: Connection, quote_id: str, life: Life) -> dict[str, Revision]:
    """The revisions that decisions were about, and the one that was submitted last."""
    labels = {decision.label for decision in life.decisions} | {life.label} - {""}
    found = {label: frozen_revisions.value(connection, quote_id, label) for label in labels}
    return {label: revision for label, revision in found.items() if revision is not None}


def _query() -> Select[Any]:
    return select(LIFE_ENTRIES).order_by(_COLUMNS.sequence)


def _last(connection: Connection) -> Entry | None:
    row = connection.execute(
        select(LIFE_ENTRIES).order_by(_COLUMNS.sequence.desc()).limit(1)
    ).one_or_none()
    return None if row is None else _decoded(row)


def _entries(connection: Connection, quote_id: str) -> tuple[Entry, ...]:
    rows = connection.execute(_query().where(_COLUMNS.quote == quote_id))
    return tuple(_decoded(row) for row in rows)


def _decoded(row: Row[Any]) -> Entry:
    return ENTRY.decode(unpack(row.content))


def _walked(connection: Connection) -> tuple[tuple[Entry, ...], Problem | None]:
    """The whole log up to its first broken entry, and what is wrong with that."""
    entries: list[Entry] = []
    for row in connection.execute(_query()):
        try:
            entry = _decoded(row)
        except UnknownFormat:
            return tuple(entries), verify(entries) or _changed(row)
        event = entry.event
        beside = (entry.sequence, event.quote, event.deed.value, event.at, entry.digest)
        if beside != (row.sequence, row.quote, row.deed, row.at, row.digest):
            return tuple(entries), verify(entries) or _changed(row)
        entries.append(entry)
    return tuple(entries), verify(entries)


def _changed(row: Row[Any]) -> Problem:
    return Problem(
        "release.log_broken",
        where=Place(row=row.sequence, subject=row.quote),
        parameters={"entry": str(row.sequence), "reason": "log_changed"},
    )
