"""ListMemory: how the user has arranged the lists of a window, kept with his data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from app.errors import QuotewrightError
from app.services.list_choices import ColumnLook, ListChoices, ListStore

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QWidget

_HERE = Qt.FindChildOption.FindDirectChildrenOnly


class ListMemory(QObject):
    """Belongs to a window; its lists and those of its dialogs find it there.

    * ``changed(name)``: a list is to look otherwise; an empty name means every list.
    * ``failed(failure)``: what was chosen could not be kept.
    * ``export_wanted(table)``: a table is to be written to a file.

    Attributes:
        choices: What was chosen for all lists.
    """

    changed = Signal(str)
    failed = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Begin with nothing chosen, and keep nothing."""
        super().__init__(window)
        self._store: ListStore | None = None
        self.choices = ListChoices()

    def open(self, folder: Path) -> None:
        """Remember what was chosen in a data folder, and keep there what is chosen from now on."""
        self._store = ListStore(folder)
        self.choices = self._store.load()
        self.changed.emit("")

    def keys(self, action: str) -> list[QKeySequence]:
        """The present keys of an action of the window, which sleeps while a dialog is open."""
        window = self.parent()
        found = window.findChild(QAction, action, _HERE) if window is not None else None
        return found.shortcuts() if isinstance(found, QAction) else []

    def look(self, name: str) -> ColumnLook:
        """The columns of a list."""
        return self.choices.looks.get(name, ColumnLook())

    def keep_look(self, name: str, look: ColumnLook) -> None:
        """Keep other columns of a list."""
        if look != self.look(name):
            self.keep(self.choices.with_look(name, look))
            self.changed.emit(name)

    def keep(self, choices: ListChoices) -> None:
        """Keep other choices; where that fails they hold until the window closes."""
        begun, self.choices = self.choices, choices
        if self._store is None:
            return
        try:
            self.choices = self._store.change(begun, choices)
        except QuotewrightError as failure:
            self.failed.emit(failure)


def memory_of(widget: QWidget) -> ListMemory | None:
    """The memory of the window that a widget is in, or that its dialog stands over."""
    above: QObject | None = widget
    while above is not None:
        found = above.findChild(ListMemory, "", _HERE)
        if found is not None:
            return found
        above = above.parent()
    return None
