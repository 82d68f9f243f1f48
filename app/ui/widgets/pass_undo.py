"""Lets undo and redo through an idle text field to the quote.

A Qt text field claims Ctrl+Z for itself even when nothing was typed into it, so that undo would
do nothing while the keyboard is in an empty search field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _UndoPasser(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
            and not watched.isModified()
            and any(event.matches(key) for key in _KEYS)
        ):
            event.ignore()
            return True
        return False


def pass_undo(field: QLineEdit) -> None:
    """Let undo and redo through a field while nothing has been typed into it."""
    field.installEventFilter(_UndoPasser(field))
