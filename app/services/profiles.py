"""Profiles: several people, or trying things out, on one computer; each has a data folder.

A folder of its own keeps quotes, customers, keys, settings and backups apart without asking any
store who it is for; what two people share goes the way that it goes between two computers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

import msgspec

from app.errors import RecordMissing
from app.settings import Settings, setting_fields
from app.storage.folders import profile_folder
from app.storage.profile_register import (
    StoredProfile,
    load_register,
    save_register,
)

if TYPE_CHECKING:
    from datetime import datetime


class Profile(NamedTuple):
    """A profile with its data folder; ``name`` is the user's, or his manager's name, or empty."""

    id: str
    name: str
    folder: Path


def profiles(base: Path) -> tuple[Profile, ...]:
    """Every profile, the first one first.

    Args:
        base: The first data folder.
    """
    return tuple(_named(_profile(base, one)) for one in load_register(base).profiles)


def last_profile(base: Path) -> Profile:
    """The profile that was opened last, under the name that the user gave it."""
    register = load_register(base)
    known = (one for one in register.profiles if one.id == register.last)
    return _profile(base, next(known, register.profiles[0]))


def has_several(base: Path) -> bool:
    """Whether there is anything to choose."""
    return len(load_register(base).profiles) > 1


def remember_profile(base: Path, profile: Profile) -> None:
    """Open this one the next time; nothing is written while there is only one.

    Raises:
        StorageError: The register could not be written.
    """
    register = load_register(base)
    if register.last != profile.id:
        save_register(base, msgspec.structs.replace(register, last=profile.id))


def add_profile(base: Path, name: str, *, trial: bool = False) -> Profile:
    """Make a profile with a data folder of its own, empty but for settings.

    Args:
        base: The first data folder.
        name: Of a person, who is the account manager on papers, or of a trial.
        trial: Nobody's: it has neither manager nor company, so that the samples give theirs.

    Raises:
        StorageError: The register or the settings could not be written.
    """
    from app.storage.settings_store import SettingsStore  # not wanted before the window is seen

    register, known = load_register(base), SettingsStore(last_profile(base).folder).load().settings
    added = StoredProfile(uuid4().hex[:8], name.strip())
    kept = (*register.profiles, added)
    save_register(base, msgspec.structs.replace(register, profiles=kept))
    made = _profile(base, added)
    groups = {"window"} if trial else {"window", "supplier"}
    shared = {one.name: getattr(known, one.name) for one in setting_fields() if one.group in groups}
    own = Settings(manager_name="" if trial else added.name)
    SettingsStore(made.folder).save(msgspec.structs.replace(own, **shared))
    return made


def rename_profile(base: Path, profile: str, name: str) -> None:
    """Call a profile otherwise; its data stay where they are.

    Raises:
        StorageError: The register could not be written.
    """
    _change(base, profile, name=name.strip())


def move_data(base: Path, profile: Profile, target: Path, now: datetime) -> Profile:
    """Copy the data of a profile into another folder, look at the copy, and go on there.

    Nothing may have the data open. What was there stays: the database is called
    ``moved-<moment>.db``, so that nobody goes on with it by mistake.

    Args:
        base: The first data folder.
        profile: Whose data.
        target: Is not there, or empty.
        now: The moment.

    Raises:
        StorageError: The target holds something or lies in the data (``not_empty``), the copy is
            not whole, or the register could not be written.
    """
    from app.storage.moving import copy_data, set_moved_aside  # loads the database

    copy_data(profile.folder, target)
    _change(base, profile.id, folder=str(target.absolute()))
    set_moved_aside(profile.folder, now)
    return profile._replace(folder=target)


def _change(base: Path, profile: str, **facts: str) -> None:
    register = load_register(base)
    if all(one.id != profile for one in register.profiles):
        raise RecordMissing(record=profile)
    kept = tuple(
        msgspec.structs.replace(one, **facts) if one.id == profile else one
        for one in register.profiles
    )
    save_register(base, msgspec.structs.replace(register, profiles=kept))


def _profile(base: Path, stored: StoredProfile) -> Profile:
    if stored.folder:
        folder = Path(stored.folder)
    elif stored.id == load_register(base).profiles[0].id:
        folder = base
    else:
        folder = profile_folder(base, stored.id)
    return Profile(stored.id, stored.name, folder)


def _named(profile: Profile) -> Profile:
    """The profile under its manager's name where the user gave none."""
    if profile.name:
        return profile
    from app.storage.settings_store import SettingsStore  # not wanted before the window is seen

    return profile._replace(name=SettingsStore(profile.folder).load().settings.manager_name)
