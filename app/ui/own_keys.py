"""Keys of the user in a window: given to its actions, and told wherever the usual ones stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.services.own_keys import keys_of
from app.ui.actions import action_specs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

_WRITTEN: Final = "tip_as_written"


def give_keys(actions: Mapping[str, QAction], own: Mapping[str, str]) -> None:
    """Let every action have the keys that the user chose, or its usual ones."""
    for spec in action_specs():
        keys = keys_of(spec.id, spec.keys, own)
        if spec.id in actions:
            actions[spec.id].setShortcuts([QKeySequence(one) for one in keys])


def tell_keys(inside: QWidget, own: Mapping[str, str]) -> None:
    """Say the user's keys in the tips of buttons that were written with the usual ones."""
    swaps = {
        f"({key})": f"({own[spec.id]})" if own[spec.id] else ""
        for spec in action_specs()
        if spec.id in own
        for key in spec.keys
    }
    swaps |= {f"（{key[1:-1]}）": f"（{one[1:-1]}）" if one else "" for key, one in swaps.items()}
    for button in inside.findChildren(QAbstractButton):
        written = button.property(_WRITTEN) or button.toolTip()
        told = written
        for key, one in swaps.items():
            told = told.replace(key, one)
        if told != button.toolTip():
            button.setProperty(_WRITTEN, written)
            button.setToolTip(told.strip())
