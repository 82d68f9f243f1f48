"""Presses every key of the table of actions in the places of a quote where the keyboard may be.

Text fields claim keys of their own, on an X server others than elsewhere; a key that a field keeps
for itself is a deed that the user asked for in vain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.ui.actions import action_specs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.journeys.on_screen.eyes import Eyes
    from tests.journeys.on_screen.user import User

_NAMES: Final = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt", ",": "comma"}


def keys_in_vain(user: User, eyes: Eyes) -> list[str]:
    """Every key that did not do what its action says, with the place where it did not.

    Deeds are only noted, not done; the window is good for nothing else afterwards.
    """
    done: list[str] = []
    eyes.see(lambda: _note_only(eyes, done))
    studio = eyes.window.desk.studio
    places: dict[str, Callable[[], QWidget]] = {
        "search field": lambda: studio.items.search,
        "title": lambda: studio.top.title,
        "items": lambda: studio.items.tree,
    }
    found = []
    for place, widget in places.items():
        for spec in action_specs():
            for key in spec.keys:
                eyes.see(lambda widget=widget: widget().setFocus())  # type: ignore[misc] # a default keeps the loop's value
                done.clear()
                user.press(_spelled(key), spec.text)
                if done != [spec.id]:
                    found.append(f"{place}: {key} did {done} instead of {spec.id}")
    return found


def _note_only(eyes: Eyes, done: list[str]) -> None:
    for name, action in eyes.window.actions_by_id.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _on=False, name=name: done.append(name))


def _spelled(key: str) -> str:
    """A key as xdotool names it."""
    parts = (_NAMES.get(part, part.lower() if len(part) == 1 else part) for part in key.split("+"))
    return "+".join(parts)
