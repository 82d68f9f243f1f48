"""Hand: works the real window with real keys and clicks, as the walk and the journeys do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QSpinBox, QWidget

from app.ui.widgets.facts_bar import Fact
from app.ui.widgets.search_hits import HitList

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.main_window import MainWindow
    from app.ui.widgets.row_view import RowView

Child = TypeVar("Child", bound=QWidget)

_PATIENCE = 60.0
_TICK_MS = 5


class NothingHappenedError(RuntimeError):
    """What was waited for did not come."""


class Hand:
    """Types and clicks in one window."""

    def __init__(self, window: MainWindow) -> None:
        """Work in a window that is shown."""
        self.window = window

    # ------------------------------------------------------------ waiting

    @staticmethod
    def wait_for(come: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
        """Let the window run until something is so.

        Raises:
            NothingHappenedError: It did not come about in time.
        """
        end = time.monotonic() + seconds
        while not come():
            if time.monotonic() > end:
                raise NothingHappenedError(what)
            QTest.qWait(_TICK_MS)

    def wait_idle(self) -> None:
        """Wait until no work is under way, every edit is stored and all cures are found."""
        self.wait_for(lambda: not self.window.around.tasks.busy, "work to end")
        session = self.window.desk.session
        if session is not None and session.keeper is not None:
            keeper = session.keeper
            self.wait_for(lambda: not keeper.pending, "edits to be stored")
        if session is not None:
            findings = self.window.desk.studio.side.findings
            self.wait_for(lambda: not findings.working, "cures to be found")
        QApplication.processEvents()

    # ------------------------------------------------------------ keys and clicks

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        self._be_active()
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def _be_active(self) -> None:
        """Do what a window system does when a dialog has closed: give the window the keyboard."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.wait_for(self.window.isActiveWindow, "the window to be active", 5)

    def shortcut(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    @staticmethod
    def click(widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def enter(self, text: str, into: QWidget | None = None) -> None:
        """Type a text: Latin key by key, Chinese as an input method commits it."""
        target = into or QApplication.focusWidget()
        if target is None:
            raise NothingHappenedError("a field to type into")
        if text.isascii():
            QTest.keyClicks(target, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def replace(self, field: QLineEdit | QSpinBox, text: str) -> None:
        """Type a text in the place of what a field holds."""
        field.setFocus()
        field.selectAll()
        self.enter(text, field)

    # ------------------------------------------------------------ tables

    def click_row(self, view: RowView, key: str) -> None:
        """Click the title of a row."""
        self._click_cell(view, key, 0, double=False)

    def edit_cell(self, view: RowView, key: str, column: int, text: str) -> None:
        """Double-click a cell, type a text and press Enter."""
        self._click_cell(view, key, column, double=True)
        self.wait_for(lambda: bool(view.viewport().findChildren(QLineEdit)), "a cell editor")
        editor = view.viewport().findChildren(QLineEdit)[-1]
        editor.selectAll()
        self.enter(text, editor)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    @staticmethod
    def _click_cell(view: RowView, key: str, column: int, *, double: bool) -> None:
        model = view.model()
        index = model.index_of(key, column)  # type: ignore[attr-defined] # always a RowModel
        if not index.isValid():
            raise NothingHappenedError(f"a row {key}")
        view.scrollTo(index)
        rect = view.visualRect(index)
        point = rect.center() if column else QPoint(rect.left() + 120, rect.center().y())
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )
        if double:
            QTest.mouseDClick(
                view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
            )

    # ------------------------------------------------------------ finding and reading

    def child(self, kind: type[Child], name: str, inside: QWidget | None = None) -> Child:
        """The visible widget of a kind with an accessible name.

        Raises:
            NothingHappenedError: There is none.
        """
        for found in (inside or self.window).findChildren(kind):
            if found.accessibleName() == name and found.isVisible():
                return found
        raise NothingHappenedError(f"a {kind.__name__} named {name}")

    def button(self, name: str, inside: QWidget | None = None) -> QAbstractButton:
        """The visible button with an accessible name."""
        return self.child(QAbstractButton, name, inside)

    def dialog(self, kind: type[Child]) -> Child:
        """The dialog of a kind that is open.

        Raises:
            NothingHappenedError: None opens.
        """

        def opened() -> list[Child]:
            found = self.window.findChildren(kind)
            return [dialog for dialog in found if dialog.isVisible() and dialog.isActiveWindow()]

        self.wait_for(lambda: bool(opened()), f"a {kind.__name__}", 10)
        return opened()[0]

    def fact(self, identifier: str) -> QAbstractButton:
        """The button of a fact under the title.

        Raises:
            NothingHappenedError: There is none.
        """
        for button in self.window.desk.studio.facts.findChildren(QAbstractButton):
            fact = getattr(button, "fact", None)
            if isinstance(fact, Fact) and fact.id == identifier:
                return button
        raise NothingHappenedError(f"the fact {identifier}")

    def hits(self) -> list[str]:
        """Codes of the hits under the search field, from top to bottom."""
        self.wait_for(lambda: not self.window.around.tasks.busy, "the index to be built")
        for shown in self.window.findChildren(HitList):
            if shown.isVisible():
                model = shown.model()
                hits = (shown.hit_at(model.index(row, 0)) for row in range(model.rowCount()))
                return [hit.code for hit in hits if hit is not None]
        return []

    @staticmethod
    def texts(inside: QWidget) -> list[str]:
        """The texts of the visible labels of a widget, as a reader hears them."""
        labels = inside.findChildren(QLabel)
        spoken = [label.accessibleName() or label.text() for label in labels if label.isVisible()]
        return [text for text in spoken if text]

    def figures(self) -> list[str]:
        """Every figure of the totals bar with its caption, as shown."""
        bar = self.window.desk.studio.totals
        labels = [label for label in bar.findChildren(QLabel) if label.isVisible()]
        return [label.accessibleName() for label in labels if label.accessibleName()]
