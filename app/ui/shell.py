"""Shell: the one window of the program, made anew when its language changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QApplication

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.rescue import Backup
    from app.ui.main_window import MainWindow


class _Left(NamedTuple):
    """Where the user was in a window: its place on the screen, the page, the open quote."""

    geometry: QByteArray
    place: str
    quote: str


class Shell(QObject):
    """Holds the window; what is stored is the same for the next one, undo steps included.

    ``profiles_wanted()``: the user wants another profile, a new one, or another data folder.

    Attributes:
        window: The window of the moment.
        others: More windows on the same data, in the order in which they were opened.
    """

    profiles_wanted = Signal()

    def __init__(self, make: Callable[[], MainWindow], parent: QObject | None = None) -> None:
        """Make the first window, without showing it.

        Args:
            make: Makes a window with the settings as they are stored.
            parent: Owner.
        """
        super().__init__(parent)
        self._make = make
        self.others: list[MainWindow] = []
        self.window = self._made()

    def _made(self) -> MainWindow:
        window = self._make()
        window.renewal_wanted.connect(self.renew)
        window.ready.connect(lambda: self._know_folder(window))
        window.tools.backups.restore_wanted.connect(self.restore)
        window.tools.second_wanted.connect(self.open_second)
        window.tools.profiles_wanted.connect(self.profiles_wanted)
        window.around.holds.asked.connect(lambda: _bring(window))
        return window

    def open_second(self) -> MainWindow:
        """Show another window on the same data; a quote is open in one of them at a time."""
        window = self._made()
        window.around.holds.join(self.front.around.holds)
        self.others.append(window)
        window.show()
        return window

    @property
    def front(self) -> MainWindow:
        """The window that the keyboard is in, or else one that is open."""
        known = [one for one in (self.window, *self.others) if one.isVisible()]
        active = (one for one in known if one.isActiveWindow())
        return next(active, known[0] if known else self.window)

    def _close_others(self) -> bool:
        """Close the other windows; gives whether they went."""
        for other in tuple(self.others):
            if other.isVisible() and not other.close():
                return False
            self.others.remove(other)
            other.deleteLater()
        return True

    @staticmethod
    def _know_folder(window: MainWindow) -> None:
        if window.workspace is not None:
            window.tools.backups.folder = window.workspace.folder

    def restore(self, backup: Backup) -> bool:
        """Close the data, put a backup in their place, and open them again.

        Returns:
            Whether the window went; not where edits could not be stored and the user stays.
        """
        from app.services.rescue import bring_back

        window, failures = self.window, list[QuotewrightError]()
        folder, now = window.tools.backups.folder, window.around.clock()

        def bring() -> None:
            if folder is None:
                return
            try:
                bring_back(folder, backup, now)
            except QuotewrightError as failure:
                failures.append(failure)

        if not self.renew(bring):
            return False
        new = self.window
        for failure in failures:
            new.ready.connect(lambda told=failure: new.tell_failure(told))
        return True

    def bring_to_front(self, file: str = "") -> None:
        """Show the window before all others, and open a file that another start handed over."""
        _bring(self.front)
        if file:
            self.open_file(file)

    def open_file(self, file: str) -> None:
        """Open a file in the window, as soon as it has the user's data."""
        window = self.front
        if window.workspace is not None:
            window.incoming.files.take((Path(file),))
        else:
            window.ready.connect(lambda: window.incoming.files.take((Path(file),)))

    def renew(self, between: Callable[[], None] | None = None, *, elsewhere: bool = False) -> bool:
        """Let another window take the place of this one, and go where the user was.

        Args:
            between: Done while no window has the data open.
            elsewhere: The next window shows other data: it begins where such a window begins.

        Returns:
            Whether it did; not where edits could not be stored and the user stays.
        """
        old, left = self.window, _left(self.window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 (there is a window)
        application.setQuitOnLastWindowClosed(False)
        closed = self._close_others() and old.close()
        application.setQuitOnLastWindowClosed(True)
        if not closed:
            return False
        old.deleteLater()
        if between is not None:
            between()
        window = self.window = self._made()
        window.restoreGeometry(left.geometry)
        if not elsewhere:
            window.ready.connect(lambda: _go_back(window, left))
        window.show()
        return True


def _bring(window: MainWindow) -> None:
    """Show a window before all others."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _left(window: MainWindow) -> _Left:
    session = window.desk.session
    shown = session is not None and window.stack.currentWidget() is window.desk.studio
    quote = session.quote.id if session is not None and shown else ""
    return _Left(window.saveGeometry(), window.navigation.current, quote)


def _go_back(window: MainWindow, left: _Left) -> None:
    if left.quote:
        window.desk.open(left.quote)
    else:
        window.go_to(left.place)
