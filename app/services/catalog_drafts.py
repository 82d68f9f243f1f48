"""The draft of the next catalogue version: open it, check it, publish it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.services.pinyin import findable
from app.storage.draft_store import DraftEdit, Drafts, StoredDraft
from catalog.comparison import compare
from catalog.draft import Patch, applied
from catalog.draft_check import check_draft
from catalog.problem import Place, Problem, Severity
from catalog.product_catalog import CatalogContent

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from app.services.workspace import Workspace
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering


__all__ = ["DraftEdit", "Drafts", "OpenDraft", "StoredDraft"]


class OpenDraft(msgspec.Struct, frozen=True):
    """The open draft with the version that it began with.

    Attributes:
        stored: As kept.
        base: The published version.
        content: What the draft says now.
    """

    stored: StoredDraft[Patch]
    base: CatalogContent
    content: CatalogContent


def open_draft(workspace: Workspace) -> OpenDraft | None:
    """The open draft as it was left, or ``None``.

    Raises:
        RecordMissing: Its base is not stored any more.
        StorageError: The database failed.
    """
    stored = workspace.drafts.current()
    return None if stored is None else _opened(workspace, stored)


def begin_draft(workspace: Workspace, base: str, *, now: datetime) -> OpenDraft:
    """Begin a draft of a version; the open one when there is one already.

    Raises:
        RecordMissing: There is no such version.
        StorageError: The database failed.
    """
    workspace.catalog_version(base)
    return _opened(workspace, workspace.drafts.begin(base, now=now))


def _opened(workspace: Workspace, stored: StoredDraft[Patch]) -> OpenDraft:
    base = workspace.catalog_version(stored.base).content
    patches = (edit.patch for edit in stored.edits[: stored.position])
    return OpenDraft(stored, base, applied(base, patches))


def check_publishing(
    base: CatalogContent, content: CatalogContent, newest: str
) -> tuple[Problem, ...]:
    """What speaks against publishing; errors forbid it.

    Args:
        base: Version that the draft began with.
        content: What the draft says.
        newest: The newest published version.
    """
    found = list(check_draft(content))
    where = Place(subject=base.version)
    if not compare(base, content):
        named = {"base": base.version}
        found.append(Problem("draft.nothing_changed", where=where, parameters=named))
    if newest != base.version:
        named = {"base": base.version, "newest": newest}
        found.append(Problem("draft.base_outdated", Severity.WARNING, where, named))
    return tuple(found)


def publish_draft(
    workspace: Workspace,
    draft: OpenDraft,
    *,
    version: str,
    title: str,
    today: date,
    now: datetime,
) -> CatalogContent:
    """Make the draft the next version; quotes keep the versions that they were priced with.

    Args:
        workspace: The user's data.
        draft: The draft, with the content and the revision last stored.
        version: Identifier of the new version.
        title: Its name for people.
        today: Day of publishing.
        now: The moment.

    Raises:
        ImportRejected: Findings forbid it; all come with it.
        RecordChangedElsewhere: Another window changed the draft since.
        StorageError: The version exists already, or the database failed.
    """
    newest = workspace.catalog()
    name = newest.version if newest is not None else draft.base.version
    found = check_publishing(draft.base, draft.content, name)
    if any(problem.blocks for problem in found):
        raise ImportRejected(found)
    content = published(draft.base, draft.content, version=version, title=title, today=today)
    workspace.drafts.publish(draft.stored.id, draft.stored.revision, content, now=now)
    workspace.forget_catalog()
    return content


def published(
    base: CatalogContent, content: CatalogContent, *, version: str, title: str, today: date
) -> CatalogContent:
    """The content as a version of its own, findable by pinyin under its present names."""
    offerings = {offering.code: offering for offering in base.offerings}
    bundles = {bundle.code: bundle for bundle in base.bundles}
    return msgspec.structs.replace(
        content,
        version=version,
        title=title,
        imported_on=today,
        offerings=tuple(_findable(one, offerings.get(one.code)) for one in content.offerings),
        bundles=tuple(_findable_bundle(one, bundles.get(one.code)) for one in content.bundles),
    )


def next_version(known: Collection[str], day: date) -> str:
    """A name for the next version: the day, numbered from the second one of the day."""
    name = f"{day:%Y-%m-%d}"
    number, free = 1, name
    while free in known:
        number += 1
        free = f"{name}-{number}"
    return free


def _findable(offering: ProductOffering, old: ProductOffering | None) -> ProductOffering:
    if old is not None and old.name.zh == offering.name.zh:
        return offering
    return findable(offering)


def _findable_bundle(bundle: BundledOffering, old: BundledOffering | None) -> BundledOffering:
    if old is not None and old.name.zh == bundle.name.zh:
        return bundle
    return findable(bundle)
