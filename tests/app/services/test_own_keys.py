"""Keys of one's own are kept, never stand for two actions, and never for what one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.services.own_keys import can_be_key, holder_of, keys_of, load_keys, save_keys
from app.ui.actions import action_specs

if TYPE_CHECKING:
    from pathlib import Path

USUAL = {"find": ("Ctrl+I",), "redo": ("Ctrl+Shift+Z", "Ctrl+Y"), "who": ()}


def test_no_two_actions_have_the_same_keys() -> None:
    """Otherwise neither of them would be done; and each can be a key."""
    keys = [key for spec in action_specs() for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if not can_be_key(key) and key != "Alt+Home"] == []


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    """All of them; and none at all is a choice too."""
    own = {"redo": "F4", "find": ""}
    assert keys_of("redo", USUAL["redo"], own) == ("F4",)
    assert keys_of("find", USUAL["find"], own) == ()
    assert keys_of("find", USUAL["find"], {}) == ("Ctrl+I",)


def test_a_conflict_names_who_has_the_keys() -> None:
    """The second of two keys counts; what was given away is free; one's own is no conflict."""
    assert holder_of("Ctrl+Y", "who", USUAL, {}) == "redo"
    assert holder_of("Ctrl+Y", "redo", USUAL, {}) == ""
    assert holder_of("Ctrl+Y", "who", USUAL, {"redo": "F4"}) == ""
    assert holder_of("F4", "who", USUAL, {"redo": "F4"}) == "redo"


@pytest.mark.parametrize(
    ("keys", "may"),
    [
        ("Ctrl+L", True),
        ("Alt+Q", True),
        ("F9", True),
        ("Shift+F9", True),
        ("Ctrl++", True),
        ("L", False),
        ("Shift+L", False),
        ("Return", False),
        ("Ctrl+C", False),
        ("F7", False),
        ("Ctrl+K, Ctrl+L", False),
    ],
)
def test_what_is_typed_cannot_be_a_key(keys: str, may: bool) -> None:
    """Letters, Enter, and what every text field has for itself."""
    assert can_be_key(keys) is may


def test_keys_are_there_again(tmp_path: Path) -> None:
    """A damaged file counts as none; one that cannot be written is told."""
    assert load_keys(tmp_path) == {}
    save_keys(tmp_path / "data", {"find": "F3"})
    assert load_keys(tmp_path / "data") == {"find": "F3"}
    (tmp_path / "keys.json").write_bytes(b"[1]")
    assert load_keys(tmp_path) == {}
    with pytest.raises(StorageError):
        save_keys(tmp_path / "keys.json", {})
