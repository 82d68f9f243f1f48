"""Eyes: what a user sees of the window: controls by their spoken names, figures, where things are.

They look from another thread than the window's, as a user does, and never touch anything.
"""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.main_window import MainWindow
    from app.ui.widgets.row_view import RowView

Seen = TypeVar("Seen")

_PATIENCE = 60.0
_TICK = 0.01
_UNREACHED = Qt.FocusPolicy.NoFocus


class NotSeenError(RuntimeError):
    """What was looked for did not come."""


class Cell(NamedTuple):
    """Where the keyboard is in a table: a row by its key, a column by its number."""

    key: str
    column: int


class _Look:
    def __init__(self, work: Callable[[], object]) -> None:
        self.work = work
        self.done = Event()
        self.seen: object = None
        self.failure: Exception | None = None


class Eyes(QObject):
    """Looks at one window."""

    _wanted = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        """Look at a window; made in its thread."""
        super().__init__()
        self.window = window
        self._wanted.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def see(self, work: Callable[[], Seen]) -> Seen:
        """Look at something in the window's own thread, as soon as it has time."""
        look = _Look(work)
        self._wanted.emit(look)
        if not look.done.wait(_PATIENCE):
            raise NotSeenError("the window does not answer")
        if look.failure is not None:
            raise look.failure
        return cast("Seen", look.seen)

    @staticmethod
    def _look(look: _Look) -> None:
        try:
            look.seen = look.work()
        except Exception as failure:  # noqa: BLE001 - raised again where it was asked for
            look.failure = failure
        look.done.set()

    # ------------------------------------------------------------ waiting

    def wait_for(self, come: Callable[[], object], what: str, seconds: float = _PATIENCE) -> None:
        """Wait until something is seen.

        Raises:
            NotSeenError: It is not seen in time.
        """
        end = time.monotonic() + seconds
        while not self.see(come):
            if time.monotonic() > end:
                raise NotSeenError(what)
            time.sleep(_TICK)

    def settle(self) -> None:
        """Wait until the screen has told everything, no work is under way, every edit is stored."""
        self.see(QGuiApplication.sync)
        self.wait_for(self._quiet, "work to end")

    def _quiet(self) -> bool:
        if self.window.around.tasks.busy:
            return False
        session = self.window.desk.session
        if session is None:
            return True
        stored = session.keeper is None or not session.keeper.pending
        return stored and not self.window.desk.studio.side.findings.working

    # ------------------------------------------------------------ finding by what a reader hears

    def front(self) -> QWidget:
        """The menu, dialog or window that takes the keys; call it in the window's thread."""
        return (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or QApplication.activeWindow()
            or self.window
        )

    def front_kind(self) -> str:
        """What kind of window is in front, by the name of its class."""
        return type(self.front()).__name__

    def middle_of(self, name: str, *, begins: bool = False) -> QPoint:
        """The middle of the control with a spoken name, in pixels of the screen.

        Args:
            name: As a screen reader says it.
            begins: Whether more is said after it.
        """

        def look() -> QPoint | None:
            for one in self.front().findChildren(QWidget):
                said = spoken_name(one)
                rect = one.visibleRegion().boundingRect()
                if rect.isEmpty() or not one.isVisible() or one.focusPolicy() == _UNREACHED:
                    continue
                if said == name or (begins and said.startswith(f"{name} ")):
                    return pixels(one, rect.center())
            return None

        return self._found(look, f"a control named {name}")

    def middle_of_entry(self, text: str) -> QPoint:
        """The middle of an entry of the menu that is open, in pixels of the screen."""

        def look() -> QPoint | None:
            menu = QApplication.activePopupWidget()
            action = entry_of(menu, text) if isinstance(menu, QMenu) else None
            if not isinstance(menu, QMenu) or action is None:
                return None
            return pixels(menu, menu.actionGeometry(action).center())

        return self._found(look, f"a menu with {text}")

    def steps_to_entry(self, text: str) -> int:
        """How often Down is pressed in a menu that has just been opened to reach an entry."""

        def look() -> int | None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu) or entry_of(menu, text) is None:
                return None
            usable = [a for a in menu.actions() if not a.isSeparator() and a.isVisible()]
            place = [_plain(a.text()) for a in usable].index(text)
            chosen = menu.activeAction()
            return place - (usable.index(chosen) if chosen in usable else -1)

        return self._found(look, f"a menu with {text}")

    def middle_of_first_hit(self) -> QPoint:
        """The middle of the first hit under the search field, in pixels of the screen."""

        def look() -> QPoint:
            hits = self.window.desk.studio.items.search.hits
            return pixels(hits.viewport(), hits.visualRect(hits.model().index(0, 0)).center())

        return self.see(look)

    def _found(self, look: Callable[[], Seen | None], what: str) -> Seen:
        end = time.monotonic() + 10
        while True:
            found = self.see(look)
            if found is not None:
                return found
            if time.monotonic() > end:
                raise NotSeenError(what)
            time.sleep(_TICK)

    # ------------------------------------------------------------ tables

    def cell_in(self, view: Callable[[], RowView]) -> Cell:
        """Where the keyboard is in a table."""

        def look() -> Cell:
            table = view()
            return Cell(table.current_key(), table.current_column())

        return self.see(look)

    def middle_of_cell(self, view: Callable[[], RowView], cell: Cell) -> QPoint | None:
        """The middle of a cell in pixels of the screen; ``None`` where it is not in sight."""

        def look() -> QPoint | None:
            table = view()
            index = cast("Any", table.model()).index_of(cell.key, cell.column)
            rect: QRect = table.visualRect(index)
            if not index.isValid() or not table.viewport().rect().contains(rect.center()):
                return None
            point = rect.center() if cell.column else QPoint(rect.left() + 120, rect.center().y())
            return pixels(table.viewport(), point)

        return self.see(look)

    def middle_of_view(self, view: Callable[[], RowView]) -> QPoint:
        """The middle of a table in pixels of the screen."""

        def look() -> QPoint:
            inside = view().viewport()
            return pixels(inside, inside.rect().center())

        return self.see(look)

    # ------------------------------------------------------------ reading

    def figures(self) -> list[str]:
        """Every figure of the totals bar with its caption, as shown."""

        def look() -> list[str]:
            labels = self.window.desk.studio.totals.findChildren(QLabel)
            return [one.accessibleName() for one in labels if one.isVisible()]

        return [text for text in self.see(look) if text]

    def has_keyboard(self) -> str:
        """The spoken name of what has the keyboard."""

        def look() -> str:
            focus = QApplication.focusWidget()
            return spoken_name(focus) if focus is not None else ""

        return self.see(look)


def spoken_name(control: QWidget) -> str:
    """What a screen reader calls a control."""
    if control.accessibleName():
        return control.accessibleName()
    return _plain(control.text()) if isinstance(control, QAbstractButton) else ""


def entry_of(menu: QMenu, text: str) -> QAction | None:
    """The entry of a menu with a text."""
    return next((one for one in menu.actions() if _plain(one.text()) == text), None)


def _plain(text: str) -> str:
    return text.partition("\t")[0].replace("&", "")


def pixels(widget: QWidget, point: QPoint) -> QPoint:
    """A point of a widget in pixels of the screen."""
    there = widget.mapToGlobal(point)
    scale = widget.devicePixelRatioF()
    return QPoint(round(there.x() * scale), round(there.y() * scale))
