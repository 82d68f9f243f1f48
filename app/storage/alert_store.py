"""What customers warn of, as worked out last, and how warnings were answered: two small files.

The first is only a convenience and is worked out anew when it cannot be read. The answers are the
user's own; where they cannot be read, every alert is shown again, which hides nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from app.errors import FileError
from app.quoting.alerts import CustomerSignals, OwnContract
from app.quoting.tracking import PromisedSaving
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import alert_answers_file, alerts_file
from catalog.known_type import known
from pricing.spend import SpendPolicy

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 3
"""Rises whenever signals are worked out otherwise, so that older ones are not believed."""


class KeptSignals(msgspec.Struct, frozen=True):
    """What was worked out.

    Attributes:
        format: Of the program that did.
        policy: Thresholds that it was worked out with.
        customers: By identifier.
        contracts: Signed contracts by quote.
        promised: What accepted quotes promised to save, by quote.
    """

    format: int = FORMAT
    policy: SpendPolicy = SpendPolicy()
    customers: dict[str, CustomerSignals] = {}
    contracts: dict[str, OwnContract] = {}
    promised: dict[str, PromisedSaving] = {}


class AlertAnswer(msgspec.Struct, frozen=True):
    """How an alert was answered.

    Attributes:
        at: When, in UTC.
        until: It is shown again from this day on; ``None`` when it was put aside for good.
        reason: Why, in the user's words.
    """

    at: datetime
    until: date | None = None
    reason: str = ""


_SIGNALS = msgspec.json.Decoder(known(KeptSignals))
_ANSWERS = msgspec.json.Decoder(known(dict[str, AlertAnswer]))


class AlertStore:
    """Reads and writes both files of a data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder; it is made at the first save."""
        self._signals = alerts_file(folder)
        self._answers = alert_answers_file(folder)

    def load(self) -> KeptSignals | None:
        """What was worked out last; ``None`` when nothing was, or it is of another program."""
        try:
            kept = _SIGNALS.decode(self._signals.read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return kept if kept.format == FORMAT else None

    def save(self, kept: KeptSignals) -> None:
        """Keep what was worked out.

        Raises:
            StorageError: The file could not be written.
        """
        _write(self._signals, msgspec.json.encode(kept))

    def answers(self) -> dict[str, AlertAnswer]:
        """How alerts were answered, by identifier of the alert."""
        try:
            return _ANSWERS.decode(self._answers.read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}

    def save_answers(self, answers: dict[str, AlertAnswer]) -> None:
        """Keep other answers.

        Raises:
            StorageError: The file could not be written.
        """
        _write(self._answers, msgspec.json.encode(answers))


def _write(file: Path, text: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, text)
    except FileError as failure:
        reason = failure.parameters["reason"]
        raise storage_error(file, reason, failure.parameters["detail"]) from failure
    except OSError as failure:
        raise storage_error(file, "folder", failure.strerror) from failure
