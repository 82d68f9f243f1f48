"""The profiles of this computer's user: a small file in the first data folder.

Each profile is a data folder of its own; the first one is the folder that holds the register. A
register that cannot be read counts as one profile: nobody is kept from his data by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import FileError
from app.storage.files import write_atomically
from app.storage.folders import profiles_file
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "first"
"""Identifier of the profile whose folder holds the register."""


class StoredProfile(msgspec.Struct, frozen=True):
    """One profile; an empty ``folder`` is the one that holds the register."""

    id: str
    name: str
    folder: str = ""


class ProfileRegister(msgspec.Struct, frozen=True):
    """Every profile, and the one that was opened last."""

    profiles: tuple[StoredProfile, ...] = (StoredProfile(FIRST, ""),)
    last: str = FIRST


def load_register(base: Path) -> ProfileRegister:
    """The profiles of a first data folder."""
    try:
        found = msgspec.json.decode(profiles_file(base).read_bytes(), type=known(ProfileRegister))
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ProfileRegister()
    return found if found.profiles else ProfileRegister()


def save_register(base: Path, register: ProfileRegister) -> None:
    """Keep other profiles.

    Raises:
        StorageError: The file could not be written.
    """
    from app.storage.faults import storage_error  # not wanted before the window is seen

    file = profiles_file(base)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, msgspec.json.encode(register))
    except FileError as failure:
        reason = failure.parameters["reason"]
        raise storage_error(file, reason, failure.parameters["detail"]) from failure
    except OSError as failure:
        raise storage_error(file, "folder", failure.strerror) from failure
