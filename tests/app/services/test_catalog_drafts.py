"""A draft becomes the next version when nothing forbids it; quotes keep theirs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import ImportRejected, RecordMissing
from app.services.catalog_drafts import (
    begin_draft,
    check_publishing,
    next_version,
    open_draft,
    publish_draft,
    published,
)
from app.services.import_sample import SAMPLE_VERSION
from app.storage.draft_store import DraftEdit
from catalog.comparison import compare
from catalog.draft import Patch, put_charge
from catalog.local_text import LocalText
from tests.app.services.conftest import NOON
from tests.builders import a_bundle, a_content, an_offering
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from app.services.catalog_drafts import OpenDraft
    from app.services.workspace import Workspace


def edited(workspace: Workspace, patch: Patch) -> OpenDraft:
    """A draft of the sample catalogue after one edit."""
    stored = begin_draft(workspace, SAMPLE_VERSION, now=NOON).stored
    edit = DraftEdit(1, "edit", "", patch)
    workspace.drafts.commit_edit(stored.id, stored.revision, "op", edit, now=NOON)
    opened = open_draft(workspace)
    assert opened is not None
    return opened


def dearer(workspace: Workspace, code: str, price: str) -> Patch:
    """A charge of the sample catalogue at another price."""
    catalog = workspace.catalog_version(SAMPLE_VERSION)
    charge, owner = catalog.charge(code), catalog.owner(code)
    assert charge is not None
    assert owner is not None
    return put_charge(owner, msgspec.structs.replace(charge, list_price=Decimal(price)))


def publish(workspace: Workspace, draft: OpenDraft, version: str = "next") -> None:
    """Publish on the day of the sample."""
    publish_draft(workspace, draft, version=version, title="下一版", today=QUOTE_DAY, now=NOON)


def test_a_draft_is_opened_as_it_was_left(sample: Workspace) -> None:
    """The edits up to the place, on the version that it began with."""
    assert open_draft(sample) is None
    draft = edited(sample, dearer(sample, "PSTN.RENT", "30.00"))
    (one,) = compare(draft.base, draft.content)
    assert (one.code, one.new) == ("PSTN.RENT", "30")
    sample.drafts.set_position(draft.stored.id, 0, draft.stored.revision, "undo", now=NOON)
    undone = open_draft(sample)
    assert undone is not None
    assert undone.content == undone.base


def test_publishing_makes_the_newest_version(sample: Workspace) -> None:
    """The old one stays what it was, and there is no draft any more."""
    before = sample.catalogs.load(SAMPLE_VERSION)
    publish(sample, edited(sample, dearer(sample, "PSTN.RENT", "30.00")))
    newest = sample.catalog()
    assert newest is not None
    charge = newest.charge("PSTN.RENT")
    assert charge is not None
    assert charge.list_price == 30
    assert (newest.version, newest.content.title) == ("next", "下一版")
    assert newest.content.imported_on == QUOTE_DAY
    assert sample.catalogs.load(SAMPLE_VERSION) == before
    assert open_draft(sample) is None


def test_findings_forbid_publishing(sample: Workspace) -> None:
    """A bundle that names a charge that is gone blocks; the draft stays open."""
    draft = edited(sample, Patch(removed=("PSTN",)))
    with pytest.raises(ImportRejected) as failure:
        publish(sample, draft)
    assert {p.code for p in failure.value.problems if p.blocks} == {"catalog.unknown_charge"}
    assert open_draft(sample) == draft


def test_a_draft_that_says_nothing_new_is_not_published(sample: Workspace) -> None:
    """Two equal versions would only confuse."""
    with pytest.raises(ImportRejected) as failure:
        publish(sample, begin_draft(sample, SAMPLE_VERSION, now=NOON))
    assert [problem.code for problem in failure.value.problems] == ["draft.nothing_changed"]


def test_a_version_that_came_in_between_is_told_and_forbids_nothing() -> None:
    """Whoever publishes decides."""
    base, content = a_content(), a_content(an_offering(), bundles=[a_bundle()])
    (found,) = check_publishing(base, content, "v2")
    assert (found.code, found.blocks) == ("draft.base_outdated", False)
    assert check_publishing(base, content, "v1") == ()


def test_new_names_can_be_found_by_their_initials() -> None:
    """Those that nobody changed are not worked out again."""
    old = msgspec.structs.replace(an_offering(), initials="kept")
    named = msgspec.structs.replace(old, code="NEW", name=LocalText("宽带"))
    bundle = msgspec.structs.replace(a_bundle(), name=LocalText("电话"))
    done = published(
        a_content(old, bundles=[a_bundle()]),
        a_content(old, named, bundles=[bundle, a_bundle(code="P2")]),
        version="v2",
        title="",
        today=QUOTE_DAY,
    )
    assert [offering.initials for offering in done.offerings] == ["kept", "kd"]
    assert [one.initials for one in done.bundles] == ["dh", "tc"]


def test_versions_are_named_by_their_day() -> None:
    """The second one of a day is numbered."""
    day = date(2026, 11, 23)
    assert next_version((), day) == "2026-11-23"
    assert next_version(("2026-11-23", "2026-11-23-2"), day) == "2026-11-23-3"


def test_a_draft_needs_a_version_to_begin_with(workspace: Workspace) -> None:
    """Nothing is begun on one that is not there."""
    with pytest.raises(RecordMissing):
        begin_draft(workspace, "nowhere", now=NOON)
