"""Keys of the user in a window: given to its actions, and told wherever the usual ones stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.services.own_keys import keys_of
from app.ui.actions import action_specs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

_WRITTEN: Final = "tip_as_written"
_TOLD: Final = "tip_with_keys"


def give_keys(actions: Mapping[str, QAction], own: Mapping[str, str]) -> None:
    """Let every action have the keys that the user chose, or its usual ones."""
    for spec in action_specs():
        keys = keys_of(spec.id, spec.keys, own)
        if spec.id in actions:
            actions[spec.id].setShortcuts([QKeySequence(one) for one in keys])


def tell_keys(inside: QWidget, own: Mapping[str, str]) -> None:
    """Say in the tips of buttons which keys do the same.

    Usual keys that a tip was written with are the user's instead; a button that is called like an
    action, and says no keys yet, says those of the action.
    """
    specs = action_specs()
    swaps = {
        f"({key})": f"({own[spec.id]})" if own[spec.id] else ""
        for spec in specs
        if spec.id in own
        for key in spec.keys
    }
    swaps |= {f"（{key[1:-1]}）": f"（{one[1:-1]}）" if one else "" for key, one in swaps.items()}
    keys = {spec.text.rstrip("…"): keys_of(spec.id, spec.keys, own) for spec in specs}
    for button in inside.findChildren(QAbstractButton):
        shown = button.toolTip()
        written = button.property(_WRITTEN) if shown == button.property(_TOLD) else shown
        told = written = str(written or "")
        for key, one in swaps.items():
            told = told.replace(key, one)
        name = button.accessibleName().rstrip("…")
        told = _with_keys(told.strip(), name, keys.get(name, ()))
        if told != shown:
            button.setProperty(_WRITTEN, written)
            button.setProperty(_TOLD, told)
            button.setToolTip(told)


def _with_keys(tip: str, name: str, keys: Sequence[str]) -> str:
    """A tip that says the first of some keys, unless it says them or others."""
    if not keys or any(key in tip for key in keys):
        return tip
    return f"{tip or name} ({keys[0]})" if name.isascii() else f"{tip or name}（{keys[0]}）"
