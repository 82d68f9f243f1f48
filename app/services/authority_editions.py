"""Limits and people of one's own: what holds, the draft of the next edition, publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.errors import ImportRejected, SignatureRefused
from app.quoting.authority import edition_on
from app.quoting.authority.published import PublishedEdition, broken_at
from app.quoting.authority.source import (
    AuthorityPatch,
    AuthoritySource,
    apply_authority_patch,
    edition_of_source,
    source_of,
)
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from app.approval.signing.organisation import Organisation
    from app.services.workspace import Workspace
    from app.storage.draft_log import StoredDraft

_SHIPPED = "shipped"


class OpenAuthorityDraft(NamedTuple):
    """Limits and people that are shown.

    Attributes:
        stored: The draft as kept; ``None`` while nothing has been edited.
        base: What it began with.
        source: What it says now.
        organisation: The installed one, whose limits are shown; nothing can be edited then.
    """

    stored: StoredDraft[AuthorityPatch] | None
    base: AuthoritySource
    source: AuthoritySource
    organisation: Organisation | None = None


class Publication(NamedTuple):
    """How a draft is to be published.

    Attributes:
        version: Name of the edition.
        valid_from: First day on which it holds.
        note: Why.
        by: Staff number of who does it.
        name: His name.
    """

    version: str
    valid_from: date
    note: str
    by: str
    name: str


def installed_organisation(workspace: Workspace) -> Organisation | None:
    """The organisation whose limits hold, if there is one."""
    try:
        return workspace.signing.organisation(workspace.life.log())
    except SignatureRefused:
        return None


def open_authority(workspace: Workspace, today: date) -> OpenAuthorityDraft:
    """The draft as it was left; without one what was published last, or what holds.

    Raises:
        RecordMissing: The base of the draft is not stored any more.
        StorageError: The database failed.
    """
    organisation = installed_organisation(workspace)
    if organisation is not None:
        source = source_of(organisation.matrix_on(today))
        return OpenAuthorityDraft(None, source, source, organisation)
    stored = workspace.authority.current()
    if stored is None:
        source = _newest(workspace, today)[1]
        return OpenAuthorityDraft(None, source, source)
    return _opened(workspace, stored, today)


def begin_authority_draft(
    workspace: Workspace, *, today: date, now: datetime
) -> OpenAuthorityDraft:
    """Begin a draft of what was published last; the open one when there is one already.

    Raises:
        RecordMissing: The base of the open one is not stored any more.
        StorageError: The database failed.
    """
    base = _newest(workspace, today)[0]
    return _opened(workspace, workspace.authority.begin(base, now=now), today)


def _newest(workspace: Workspace, today: date) -> tuple[str, AuthoritySource]:
    published = workspace.authority.editions()
    if published:
        return str(published[-1].sequence), published[-1].source
    return _SHIPPED, shipped_source(workspace, today)


def shipped_source(workspace: Workspace, today: date) -> AuthoritySource:
    """What came with the program, as it would be written."""
    return source_of(edition_on(workspace.shipped, today))


def _opened(
    workspace: Workspace, stored: StoredDraft[AuthorityPatch], today: date
) -> OpenAuthorityDraft:
    known = {str(one.sequence): one.source for one in workspace.authority.editions()}
    base = source = known.get(stored.base) or shipped_source(workspace, today)
    for edit in stored.edits[: stored.position]:
        source = apply_authority_patch(source, edit.patch)
    return OpenAuthorityDraft(stored, base, source)


# ------------------------------------------------------------ publishing


def check_authority(
    workspace: Workspace, draft: OpenAuthorityDraft, wanted: Publication, today: date
) -> tuple[Problem, ...]:
    """What speaks against publishing; errors forbid it.

    Raises:
        StorageError: The database failed.
    """
    published = workspace.authority.editions()
    found = list(edition_of_source(_named(draft.source, wanted))[1])
    if (organisation := installed_organisation(workspace)) is not None:
        facts = {"number": str(organisation.policy_no), "date": str(organisation.valid_until)}
        found.append(Problem("authority.organisation_holds", parameters=facts))
    if (broken := _broken(published)) is not None:
        found.append(broken)
    if wanted.valid_from < today:
        facts = {"date": wanted.valid_from.isoformat()}
        found.append(Problem("authority.valid_from_past", parameters=facts))
    if wanted.version in known_editions(workspace):
        found.append(Problem("authority.version_taken", parameters={"version": wanted.version}))
    if draft.source == draft.base:
        base = {"base": draft.base.written.version}
        found.append(Problem("authority.nothing_changed", parameters=base))
    return tuple(found)


def broken_editions(workspace: Workspace) -> Problem | None:
    """Which published edition was changed or is missing, if any.

    Raises:
        StorageError: The database failed.
    """
    return _broken(workspace.authority.editions())


def _broken(published: Sequence[PublishedEdition]) -> Problem | None:
    entry = broken_at(published)
    return Problem("authority.log_broken", parameters={"entry": str(entry)}) if entry else None


def known_editions(workspace: Workspace) -> frozenset[str]:
    """Names of editions that are taken.

    Raises:
        StorageError: The database failed.
    """
    own = (edition.version for edition in workspace.authority.editions())
    return frozenset((*own, *(edition.version for edition in workspace.shipped)))


def publish_authority(
    workspace: Workspace, draft: OpenAuthorityDraft, wanted: Publication, *, now: datetime
) -> PublishedEdition:
    """Make the draft an edition that holds from its first day on.

    Args:
        workspace: The user's data; its rules are those that hold then.
        draft: As last stored.
        wanted: How.
        now: The moment, with its time zone.

    Raises:
        ImportRejected: Findings forbid it; all come with it.
        RecordChangedElsewhere: Another window changed the draft since.
        StorageError: The database failed.
    """
    found = check_authority(workspace, draft, wanted, now.date())
    if draft.stored is None or any(problem.blocks for problem in found):
        raise ImportRejected(found)
    edition = PublishedEdition(
        0, _named(draft.source, wanted), now, wanted.by, wanted.name, wanted.note
    )
    stored = draft.stored
    sealed = workspace.authority.publish(stored.id, stored.revision, edition, now=now)
    workspace.rules = workspace.judged(workspace.rules)
    return sealed


def _named(source: AuthoritySource, wanted: Publication) -> AuthoritySource:
    written = msgspec.structs.replace(
        source.written, version=wanted.version, valid_from=wanted.valid_from
    )
    return msgspec.structs.replace(source, written=written)
