"""Lets undo and redo through an idle text field to the quote, and Ctrl+E through any.

A Qt text field claims Ctrl+Z for itself even when nothing was typed into it, so that undo would
do nothing while the keyboard is in an empty search field. On an X server it claims Ctrl+E too,
which goes to the end of the line there; the End key does so as well.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _UndoPasser(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
            and (_is_ctrl_e(event) or (not watched.isModified() and _is_undo(event)))
        ):
            event.ignore()
            return True
        return False


def _is_undo(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _KEYS)


def _is_ctrl_e(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl and event.key() == Qt.Key.Key_E


def pass_undo(field: QLineEdit) -> None:
    """Let undo and redo through a field while nothing has been typed into it, Ctrl+E always."""
    field.installEventFilter(_UndoPasser(field))
