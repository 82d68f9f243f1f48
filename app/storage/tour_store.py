"""How far the guided tour is: a small file beside the settings; a damaged one counts as none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import FileError
from app.storage.files import write_atomically
from app.storage.folders import tour_file
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path


class TourPlace(msgspec.Struct, frozen=True):
    """Where a tour was left.

    Attributes:
        step: The step that is next; empty at the beginning.
        ended: It was walked to its end, or is not wanted.
    """

    step: str = ""
    ended: bool = False


def load_tour(folder: Path) -> TourPlace:
    """Where the tour of a data folder was left."""
    try:
        return msgspec.json.decode(tour_file(folder).read_bytes(), type=known(TourPlace))
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return TourPlace()


def save_tour(folder: Path, place: TourPlace) -> None:
    """Remember where a tour was left; where that cannot be written it begins anew next time."""
    try:
        write_atomically(tour_file(folder), msgspec.json.encode(place))
    except (FileError, OSError):
        return
