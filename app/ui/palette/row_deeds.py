"""What the context menus of rows offer, for the palette: of the row that the keyboard is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.ui.table_out import table_in_front
from app.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

ROW: Final = "row/"
"""How the identifiers of these actions begin."""
_MOST_ROWS: Final = 30
_BETWEEN: Final = "："


class RowDeeds(QObject):
    """The actions of context menus that are not open; they live until they are asked for again."""

    def __init__(self, window: QWidget) -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        self._holder: QObject | None = None

    def actions(self) -> dict[str, QAction]:
        """Actions by identifier, each named with its row where they are of several rows."""
        self._forget()
        table = table_in_front(self._window)
        if not isinstance(table, RowView):
            return {}
        self._holder = QObject(self)
        keys = [table.current_key()]
        if table.lets_palette_see_all:
            keys += [key for key in table.row_keys(_MOST_ROWS) if key not in keys]
        found: dict[str, QAction] = {}
        for key in keys:
            menu = table.menu_of(key)
            if menu is None:
                continue
            self._menus.append(menu)
            title = table.title_of(key)
            for text, action in _leaves(menu, ""):
                made = QAction(f"{text} · {title}" if title else text, self._holder)
                made.setEnabled(action.isEnabled())
                made.setShortcut(action.shortcut())
                made.triggered.connect(action.trigger)
                found[f"{ROW}{len(found)}"] = made
        return found

    def _forget(self) -> None:
        for menu in self._menus:
            menu.deleteLater()
        self._menus.clear()
        if self._holder is not None:
            self._holder.deleteLater()
            self._holder = None


def _leaves(menu: QMenu, above: str) -> Iterator[tuple[str, QAction]]:
    """Every action of a menu and of the menus in it, which stand before its name."""
    for action in menu.actions():
        inside = action.menu()
        text = f"{above}{action.text().rstrip('…')}"
        if isinstance(inside, QMenu):
            yield from _leaves(inside, f"{text}{_BETWEEN}")
        elif not action.isSeparator() and text:
            yield text, action
