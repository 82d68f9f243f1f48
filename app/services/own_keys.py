"""Keys that the user chose for actions: read, checked against each other, kept in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import keys_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TAKEN: Final = frozenset(
    (
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+D", "Ctrl+Up", "Ctrl+Down", "F7", "Alt+F4"),
        *("Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Alt+Left"),
    )
)
"""Keys that text fields, tables and dialogs have for themselves."""
_MODIFIERS: Final = ("Ctrl+", "Alt+", "Meta+")


def load_keys(folder: Path) -> dict[str, str]:
    """Keys by the identifier of the action; empty where they cannot be read."""
    try:
        return msgspec.json.decode(keys_file(folder).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def save_keys(folder: Path, keys: Mapping[str, str]) -> None:
    """Keep other keys.

    Raises:
        StorageError: The file could not be written.
    """
    file = keys_file(folder)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, msgspec.json.encode({**keys}))
    except FileError as failure:
        reason = failure.parameters["reason"]
        raise storage_error(file, reason, failure.parameters["detail"]) from failure
    except OSError as failure:
        raise storage_error(file, "folder", failure.strerror) from failure


def keys_of(action: str, usual: tuple[str, ...], own: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of an action: the one that the user chose, none that he took away, or the usual ones."""
    if action not in own:
        return usual
    return (own[action],) if own[action] else ()


def can_be_key(keys: str) -> bool:
    """Whether keys can stand for an action: not what one types, and nobody's in every field."""
    last = keys.rpartition("+")[2] or "+"
    function = last.startswith("F") and last[1:].isdigit()
    return keys not in TAKEN and (function or keys.startswith(_MODIFIERS)) and ", " not in keys


def holder_of(
    keys: str, action: str, usual: Mapping[str, tuple[str, ...]], own: Mapping[str, str]
) -> str:
    """The other action that has these keys; empty when none has.

    Args:
        keys: As Qt writes them, such as ``Ctrl+K``.
        action: For whom they are wanted.
        usual: Keys of every action as the program has them.
        own: Keys that the user chose.
    """
    for other, known in usual.items():
        if other != action and keys in keys_of(other, known, own):
            return other
    return ""
