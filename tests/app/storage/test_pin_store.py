"""What the user keeps at hand outlives the program, and a damaged file costs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.pin_store import Pins, PinStore

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pin_is_set_and_taken_off_again() -> None:
    """Of its own kind only, the last one at the end."""
    pins = Pins(quotes=("a",)).toggled("quotes", "b").toggled("customers", "a")
    assert pins == Pins(quotes=("a", "b"), customers=("a",))
    assert pins.toggled("quotes", "a") == Pins(quotes=("b",), customers=("a",))


def test_pins_are_there_again(tmp_path: Path) -> None:
    """Written whole and read back."""
    store = PinStore(tmp_path / "data")
    assert store.load() == Pins()
    store.save(Pins(("q",), ("c",)))
    assert PinStore(tmp_path / "data").load() == Pins(("q",), ("c",))


def test_a_damaged_file_counts_as_empty(tmp_path: Path) -> None:
    """The start page opens all the same."""
    (tmp_path / "pins.json").write_bytes(b'{"quotes": 3}')
    assert PinStore(tmp_path).load() == Pins()


def test_pins_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    """A file stands where the data folder should be."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageError):
        PinStore(tmp_path / "data").save(Pins())
