"""Whatever comes is told by its content; twenty letters are found among what was signed here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.approval.signing.keys import LEAST_COST
from app.approval.signing.ticket import code_of
from app.errors import FileError, SignatureRefused
from app.services.arrivals import Arrival, arrival_of, read_arrival
from app.services.envelopes import (
    envelope_standing,
    sign_envelope,
    take_envelope,
    written_corridor,
)
from app.services.printed_codes import printed_ticket
from app.services.signed_exchange import import_decision, request_file
from app.services.verifying_any import verify_any, verify_typed
from app.services.working_out import work_out_stored
from tests.app.services.conftest import NOON
from tests.app.services.test_signed_exchange import (
    CAMPUS,
    KEYS,
    PASSPHRASE,
    answered,
    installed,
    submitted,
)
from tests.app.services.test_signed_prices_and_papers import corridor

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

DAY = NOON.date()


def test_a_file_is_what_it_says_inside(sample: Workspace, tmp_path: Path) -> None:
    """Under whatever name; what is nothing is refused, what is not there cannot be opened."""
    organisation = installed(sample)
    submitted(sample)
    envelope = sign_envelope(
        written_corridor(corridor(sample)), sample.signing.organisation(), KEYS["M102"], NOON
    )
    expected = {
        Arrival.ORGANISATION: organisation,
        Arrival.REQUEST: request_file(sample, CAMPUS),
        Arrival.DECISION: answered(sample),
        Arrival.ENVELOPE: envelope,
        Arrival.KEY: KEYS["M001"].lock(PASSPHRASE, LEAST_COST),
        Arrival.PAPER: b"%PDF-1.7 ",
    }
    assert {kind: arrival_of(data) for kind, data in expected.items()} == {
        kind: kind for kind in expected
    }
    for data in (b"", b"{}", b"hello", answered(sample)[:-1]):
        with pytest.raises(SignatureRefused):
            arrival_of(data)
    with pytest.raises(FileError):
        read_arrival(tmp_path / "nothing.qdec")


def test_twenty_letters_are_looked_for_here(sample: Workspace) -> None:
    """With or without hyphens; letters of nothing, or too few, say so."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    ticket = printed_ticket(sample.life.history(CAMPUS), sample.life.history(CAMPUS).frozen["A"])
    letters = code_of(ticket)
    for typed in (letters, letters.lower().replace("-", " "), ticket):
        found = verify_typed(sample, typed, DAY)
        assert (found.genuine, found.current) == (True, True)
    unknown, wrong = (verify_typed(sample, typed, DAY) for typed in ("A" * 20, "AB"))
    assert [one.lines[0].key for one in (unknown, wrong)] == ["letters_unknown", "letters_wrong"]
    assert not (unknown.genuine)
    assert not (wrong.genuine)


def test_any_file_is_verified_by_what_it_is(sample: Workspace) -> None:
    """A decision by its signature, a paper that was never issued not at all."""
    submitted(sample)
    organisation = sample.signing.organisation()
    log, root = sample.life.log(), KEYS["root"].public
    assert verify_any(answered(sample), log, organisation, root, DAY).genuine
    assert not verify_any(b"PK\x03\x04", log, organisation, root, DAY).genuine


def test_the_nearest_envelope_says_what_is_outside(sample: Workspace) -> None:
    """Without free months two are outside; with them the quote is inside until its last day."""
    installed(sample)
    organisation = sample.signing.organisation()
    revision = work_out_stored(sample, CAMPUS)
    assert envelope_standing(sample, revision, DAY) is None
    narrow = written_corridor(corridor(sample, free=0))
    take_envelope(sample, sign_envelope(narrow, organisation, KEYS["M102"], NOON))
    missed = envelope_standing(sample, revision, DAY)
    assert missed is not None
    assert (missed.outside, missed.approver) == (("free_months",), "陈志远")
    wide = written_corridor(corridor(sample))
    take_envelope(sample, sign_envelope(wide, organisation, KEYS["M102"], NOON))
    inside = envelope_standing(sample, revision, DAY)
    assert inside is not None
    assert inside.outside == ()
    assert envelope_standing(sample, revision, inside.until + timedelta(days=1)) is None
