"""What warns, and its answers, are kept; what cannot be read hides nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.quoting.alerts import CompetitorEnd, CustomerSignals, OwnContract, RisingMonth, signals_of
from app.storage.alert_store import FORMAT, AlertAnswer, AlertStore, KeptSignals
from app.storage.folders import alert_answers_file, alerts_file
from pricing.spend import SpendPolicy
from tests.sample import sample_case

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """Drops, seasons, ends and contracts, with the thresholds that they were found by."""
    case = sample_case(2)
    kept = KeptSignals(
        policy=SpendPolicy(churn_red=Decimal("50.5")),
        customers={
            "a": signals_of(case.customer, case.bills, SpendPolicy(), 2),
            "b": CustomerSignals(
                1,
                "n",
                rises=(RisingMonth(8, Decimal("20.00")),),
                ends=(CompetitorEnd("X", "l", 1, date(2026, 12, 1)),),
            ),
        },
        contracts={"q": OwnContract("q", 1, "n", "t", "a", date(2027, 1, 1), 5)},
    )
    store = AlertStore(tmp_path / "data")
    assert store.load() is None
    store.save(kept)
    assert store.load() == kept


def test_answers_come_back(tmp_path: Path) -> None:
    """Put off until a day, and put aside with a reason."""
    store = AlertStore(tmp_path)
    answers = {"x": AlertAnswer(NOON, date(2026, 12, 1)), "y": AlertAnswer(NOON, reason="visited")}
    assert store.answers() == {}
    store.save_answers(answers)
    assert store.answers() == answers


@pytest.mark.parametrize("text", [b"", b"\xff", b"{", b'{"customers": 3}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, text: bytes) -> None:
    """It is worked out anew, and every alert is shown again."""
    alerts_file(tmp_path).write_bytes(text)
    alert_answers_file(tmp_path).write_bytes(text)
    assert AlertStore(tmp_path).load() is None
    assert AlertStore(tmp_path).answers() == {}


def test_signals_of_another_program_are_not_believed(tmp_path: Path) -> None:
    """They may have been worked out otherwise."""
    store = AlertStore(tmp_path)
    store.save(KeptSignals(format=FORMAT + 1))
    assert store.load() is None


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageError):
        AlertStore(tmp_path / "data").save(KeptSignals())
