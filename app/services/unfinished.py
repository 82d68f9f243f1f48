"""unfinished(): work besides quotes that was begun and waits to be ended."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import FileError, RecordMissing
from app.services.batch_plan import begun_batch, done_before
from app.storage.begun_store import Begun, BegunKind, BegunStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.workspace import Workspace
    from app.storage.draft_store import DraftBrief

__all__ = [
    "BegunKind",
    "Unfinished",
    "WorkKind",
    "begin",
    "end",
    "forget",
    "unfinished",
]

KEPT_DAYS: Final = 14
"""So long data that were kept aside are shown; the files stay."""
_KEPT_ASIDE: Final = ("replaced", "damaged")


class WorkKind(StrEnum):
    """What was begun, in the order of the page."""

    RESCUED = "rescued"
    """Data that were kept aside when a backup took their place."""
    BATCH = "batch"
    BILLS = "bills"
    CUSTOMERS = "customers"
    CATALOGUE = "catalogue"
    """An import of a catalogue."""
    CATALOGUE_DRAFT = "catalogue_draft"
    RULE_DRAFT = "rule_draft"
    LIMITS_DRAFT = "limits_draft"


class Unfinished(msgspec.Struct, frozen=True):
    """Work that waits.

    Attributes:
        kind: What it is.
        key: Names it among all that waits.
        subject: The customer or the quote that it belongs to; may be empty.
        name: Name of that customer, title of that quote, or version that a draft began with.
        places: Files or folder.
        done: Customers of a batch that are done, or edits of a draft.
        total: Customers of a batch.
        days: Since it was last gone on with.
    """

    kind: WorkKind
    key: str
    subject: str = ""
    name: str = ""
    places: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    days: int = 0


def unfinished(workspace: Workspace, now: datetime) -> tuple[Unfinished, ...]:
    """What was begun and not ended, in the order of the page.

    Args:
        workspace: The user's data.
        now: The moment, with the time zone in which days are counted.

    Raises:
        StorageError: The database failed.
    """
    found = [*_kept_aside(workspace.folder, now)]
    for one in BegunStore(workspace.folder).load():
        told = _batch(workspace, one) if one.kind == "batch" else _import(workspace, one)
        if told is not None:
            found.append(msgspec.structs.replace(told, days=_days(one.at, now)))
    drafts: dict[WorkKind, DraftBrief | None] = {
        WorkKind.CATALOGUE_DRAFT: workspace.drafts.brief(),
        WorkKind.RULE_DRAFT: workspace.rule_drafts.brief(),
        WorkKind.LIMITS_DRAFT: workspace.authority.brief(),
    }
    for kind, draft in drafts.items():
        if draft is not None and draft.edits:
            days = _days(draft.updated, now)
            found.append(Unfinished(kind, kind, name=draft.base, done=draft.edits, days=days))
    order = list(WorkKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.days)))


def begin(
    workspace: Workspace, kind: BegunKind, subject: str, places: tuple[str, ...], now: datetime
) -> None:
    """Remember an import or a batch that was begun."""
    BegunStore(workspace.folder).keep(Begun(kind, subject, places, now))


def end(workspace: Workspace, kind: BegunKind, subject: str = "", place: str = "") -> None:
    """An import or a batch is done."""
    places = (place,) if place else ()
    key = Begun(kind, subject, places, datetime.now(UTC)).key
    BegunStore(workspace.folder).forget(key)


def forget(workspace: Workspace, key: str) -> None:
    """Show an import or a batch no more; what it has stored stays."""
    BegunStore(workspace.folder).forget(key)


def _import(workspace: Workspace, begun: Begun) -> Unfinished | None:
    """An import whose files are still there."""
    places = tuple(one for one in begun.places if Path(one).is_file())
    if not places:
        return None
    name = ""
    if begun.subject:
        try:
            name = workspace.customers.customer(begun.subject).name
        except RecordMissing:
            return None
    return Unfinished(WorkKind(begun.kind), begun.key, begun.subject, name, places)


def _batch(workspace: Workspace, begun: Begun) -> Unfinished | None:
    """A batch of a quote that is there, with customers left."""
    folder = Path(begun.places[0])
    try:
        plan = begun_batch(folder)
        done = len(done_before(folder)) if plan is not None else 0
        quote = workspace.quotes.load(begun.subject).quote
    except (FileError, OSError, RecordMissing):
        return None
    if plan is None or done >= len(plan.wanted):
        return None
    name, total = quote.title or quote.number, len(plan.wanted)
    return Unfinished(
        WorkKind.BATCH, begun.key, begun.subject, name, begun.places, done=done, total=total
    )


def _kept_aside(folder: Path, now: datetime) -> Iterator[Unfinished]:
    """Data that a backup took the place of, or that could not be opened; their name says when."""
    for file in sorted(folder.glob("*-*-*.db")):
        sort, _, moment = file.stem.partition("-")
        if sort not in _KEPT_ASIDE:
            continue
        try:
            day = datetime.strptime(moment, "%Y%m%d-%H%M%S").replace(tzinfo=now.tzinfo)
        except ValueError:
            continue
        days = _days(day, now)
        if days <= KEPT_DAYS:
            yield Unfinished(
                WorkKind.RESCUED,
                f"rescued:{file.name}",
                name=file.name,
                places=(str(file),),
                days=days,
            )


def _days(moment: datetime, now: datetime) -> int:
    return max(0, (now.date() - moment.astimezone(now.tzinfo).date()).days)
