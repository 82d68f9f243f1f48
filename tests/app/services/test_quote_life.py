"""A stored quote on its way: submitted, decided, changed, carried over; the gate at each step."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.state import Deed, QuoteState
from app.errors import RecordMissing, StepRefused
from app.quoting.header_edits import set_valid_until
from app.services.quote_life import (
    decide,
    doing,
    fast_track,
    hindrances,
    labelled,
    person_of,
    submit,
    take_step,
)
from app.services.working_out import work_out_stored
from app.settings import Settings
from tests.app.quoting.test_negotiation_ladders import campus, with_discounts
from tests.app.services.conftest import NOON
from tests.app.services.test_issue_documents import edited

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace

HEAD = Person("M102", "陈志远", "L3")
SELLER = Person("M002", "王芳", "L1")
YES = Ruling(Deed.APPROVED)


def stored(workspace: Workspace, quote: str = "Q0003") -> Revision:
    """The campus quote as it is stored, worked out."""
    return work_out_stored(workspace, quote)


def codes(workspace: Workspace, quote: str = "Q0003", days: int = 0) -> list[str]:
    """Why the gate is closed."""
    found = hindrances(workspace, stored(workspace, quote), NOON + timedelta(days=days))
    return [problem.code for problem in found]


def test_a_quote_goes_through_its_life(sample: Workspace) -> None:
    """Submitted, approved, worsened, refused, improved, carried over: the letter follows."""
    assert codes(sample) == ["release.not_approved"]
    life = submit(sample, stored(sample), doing(SELLER, NOON))
    assert (life.state, life.label, life.waiting) == (QuoteState.PENDING, "A", ("L2", "L3"))
    assert codes(sample) == ["release.pending"]
    decide(sample, "Q0003", YES, doing(HEAD, NOON))
    assert codes(sample) == []
    realistic = stored(sample).quote.items
    edited(sample, lambda quote: replace(quote, items=campus(3, 3, 10).items), "Q0003")
    assert codes(sample) == ["release.changed"]
    life = submit(sample, stored(sample), doing(SELLER, NOON))
    assert (life.state, life.label) == (QuoteState.PENDING, "B")
    take_step(sample, "Q0003", Deed.RECALLED, doing(SELLER, NOON))
    better = with_discounts(campus(1, 0, 5), {}).items
    edited(sample, lambda quote: replace(quote, items=better), "Q0003")
    life = submit(sample, stored(sample), doing(SELLER, NOON))
    assert (life.state, life.label) == (QuoteState.APPROVED, "C")
    assert {note.label for note in life.carried} == {"A"}
    assert codes(sample) == []
    edited(sample, lambda quote: replace(quote, items=realistic), "Q0003")
    assert codes(sample) == ["release.changed"]


def test_within_own_authority_nobody_is_asked(sample: Workspace) -> None:
    """Case one is at list price."""
    assert codes(sample, "Q0001") == ["release.not_approved"]
    life = submit(sample, stored(sample, "Q0001"), doing(SELLER, NOON))
    assert life.state is QuoteState.APPROVED
    assert codes(sample, "Q0001") == []


def test_a_clock_set_back_does_not_revive_an_approval(sample: Workspace) -> None:
    """The day of the last entry is the earliest that is believed."""
    today = NOON.date()
    until = today + timedelta(days=2)
    edited(sample, lambda quote: set_valid_until(quote, until), "Q0001")
    submit(sample, stored(sample, "Q0001"), doing(SELLER, NOON))
    assert codes(sample, "Q0001", 2) == []
    edited(sample, lambda quote: set_valid_until(quote, today + timedelta(days=9)), "Q0003")
    submit(sample, stored(sample), doing(SELLER, NOON + timedelta(days=3)))
    decide(sample, "Q0003", YES, doing(HEAD, NOON + timedelta(days=3)))
    for days in (3, 0, -365):
        assert codes(sample, "Q0001", days) == ["release.expired"]
    take_step(sample, "Q0001", Deed.CANCELLED, doing(SELLER, NOON), reason="不做了")
    assert sample.life.history("Q0001").entries[-1].event.clock_back


def test_refusals_change_nothing(sample: Workspace) -> None:
    """The author decides, a stranger decides, nobody submitted."""
    with pytest.raises(RecordMissing):
        decide(sample, "Q0003", YES, doing(HEAD, NOON))
    submit(sample, stored(sample), doing(SELLER, NOON))
    for person in (SELLER, Person("M999", "自封", "L5")):
        with pytest.raises(StepRefused):
            decide(sample, "Q0003", YES, doing(person, NOON))
    assert sample.life.life("Q0003").state is QuoteState.PENDING
    assert len(sample.life.history("Q0003").entries) == 1


def test_a_fast_track_is_kept_with_its_name(sample: Workspace) -> None:
    """And can be confirmed by that person only."""
    submit(sample, stored(sample), doing(SELLER, NOON))
    life = fast_track(sample, "Q0003", HEAD, doing(SELLER, NOON), reason="电话请示", days=3)
    assert (life.named, life.to_confirm) == (HEAD, NOON.date() + timedelta(days=3))
    assert codes(sample) == []
    assert decide(sample, "Q0003", YES, doing(HEAD, NOON)).to_confirm is None


def test_the_letter_is_that_of_unchanged_content(sample: Workspace) -> None:
    """With the fingerprint that a letter alone does not need."""
    bare = replace(stored(sample), label="", fingerprint="")
    first = labelled(sample, bare)
    assert (first.label, first.fingerprint) == ("A", stored(sample).fingerprint)
    submit(sample, bare, doing(SELLER, NOON))
    assert labelled(sample, bare).label == "A"


def test_who_the_user_is_stands_in_the_settings() -> None:
    """Number, name and level."""
    settings = Settings(manager_id="7", manager_name="李", role="L2")
    assert person_of(settings) == Person("7", "李", "L2")
