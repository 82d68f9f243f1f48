"""Keys in texts as the user has them: ``{print}`` is Ctrl+P, or what he put in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NAMED: Final = re.compile(r"\{([a-z_]+)\}")


def with_keys(text: str, window: QWidget) -> str:
    """A text with the present keys of the actions that it names in braces.

    An action without a key is found by its name in the palette.

    Args:
        text: What is said.
        window: The main window, which has the actions.
    """
    return _NAMED.sub(lambda found: _keys_of(found[1], window), text)


def _keys_of(name: str, window: QWidget) -> str:
    action = window.findChild(QAction, name, Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(action, QAction):
        return name
    if not action.shortcut().isEmpty():
        return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    by_name = QCoreApplication.translate("Tour", "“{action}” in the palette")
    return by_name.format(action=action.text().removesuffix("…"))
