"""The draft's session: edits, undo, what differs; in memory only."""

from __future__ import annotations

import msgspec
import pytest

from app.services.catalog_drafts import DraftEdit, OpenDraft, StoredDraft
from app.ui.draft_session import DraftSession
from catalog.draft import Patch, put_charge, withdraw
from catalog.offering import Lifecycle
from tests.app.storage.stored_values import NOON
from tests.builders import a_bundle, a_charge, a_content, an_offering

BASE = a_content(
    an_offering(a_charge("A.RENT"), a_charge("A.CLIP")), an_offering(a_charge("B.RENT"))
)


def dearer(price: str) -> Patch:
    """The rental of A at another price."""
    return put_charge(BASE.offerings[0], a_charge("A.RENT", price))


def opened(*patches: Patch, position: int = 0) -> DraftSession:
    """A draft with stored edits, at a place in them."""
    edits = tuple(DraftEdit(place, "edit", "", patch) for place, patch in enumerate(patches, 1))
    stored = StoredDraft("d", "v1", 1, position, NOON, edits)
    return DraftSession(OpenDraft(stored, BASE, BASE), None)


@pytest.fixture
def session(qapp: object) -> DraftSession:
    """A draft that has just begun."""
    _ = qapp
    return opened()


def test_a_draft_is_at_the_place_where_it_was_left(qapp: object) -> None:
    """One of two edits is undone: redo makes it again."""
    _ = qapp
    session = opened(dearer("30"), dearer("40"), position=1)
    assert session.catalog.charge("A.RENT") == a_charge("A.RENT", "30")
    assert (session.edits, session.can_undo, session.can_redo) == (1, True, True)
    session.redo()
    assert session.catalog.charge("A.RENT") == a_charge("A.RENT", "40")
    assert not session.can_redo
    session.redo()
    assert session.edits == 2


def test_an_edit_is_told_once_and_an_empty_one_never(session: DraftSession) -> None:
    """Pages repaint when there is something to repaint."""
    told: list[int] = []
    session.changed.connect(lambda: told.append(session.edits))
    assert session.apply("x", lambda _content: dearer("30"))
    assert not session.apply("x", lambda _content: Patch())
    assert told == [1]


def test_edits_of_one_key_are_one_step(session: DraftSession) -> None:
    """Until another one comes in between."""
    session.apply("price", lambda _content: dearer("3"), "A.RENT.list_price")
    session.apply("price", lambda _content: dearer("30"), "A.RENT.list_price")
    assert session.edits == 1
    session.apply("other", lambda content: withdraw(content.offerings[1]))
    session.apply("price", lambda _content: dearer("31"), "A.RENT.list_price")
    assert session.edits == 3


def test_an_edit_after_an_undo_forgets_what_was_undone(session: DraftSession) -> None:
    """Its name is what undo takes back."""
    session.apply("first", lambda _content: dearer("30"))
    session.undo()
    assert (session.undo_label, session.redo_label) == ("", "first")
    session.apply("second", lambda _content: dearer("40"))
    assert (session.undo_label, session.redo_label) == ("second", "")
    session.undo()
    assert session.content is BASE


def test_only_what_differs_is_marked(session: DraftSession) -> None:
    """One charge; every charge of an offering whose own fields differ; a bundle."""
    session.apply("price", lambda _content: dearer("30"))
    assert session.changed_keys() == {"A.RENT"}
    session.apply("state", lambda content: withdraw(content.offerings[1]))
    session.apply("bundle", lambda _content: Patch(bundles=(a_bundle(),)))
    assert session.changed_keys() == {"A.RENT", "B.RENT", "PACK"}
    while session.can_undo:
        session.undo()
    assert session.changed_keys() == frozenset()


def test_findings_follow_the_content(session: DraftSession) -> None:
    """Worked out once for each content."""
    assert not session.problems
    bad = msgspec.structs.replace(a_charge("B.RENT"), least=5, most=3)
    session.apply("bad", lambda content: put_charge(content.offerings[1], bad))
    assert [problem.code for problem in session.problems] == ["import.least_above_most"]
    assert session.problems is session.problems
    session.undo()
    assert not session.problems


def test_what_is_withdrawn_stays_in_the_catalogue(session: DraftSession) -> None:
    """Old quotes and bundles still find it."""
    session.apply("state", lambda content: withdraw(content.offerings[1]))
    gone = session.catalog.offering("B")
    assert gone is not None
    assert gone.lifecycle is Lifecycle.WITHDRAWN
