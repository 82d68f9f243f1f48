"""The head of a library view: title, count, search field and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLineEdit, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.parts import add_sign, make_chip, make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

_DOWN: Final = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ListHead(QFrame):
    """Shows what one looks at; ``search`` is the field to type into."""

    def __init__(
        self, title: str, placeholder: str, *buttons: QPushButton, parent: QWidget | None = None
    ) -> None:
        """Make a head with its buttons at the right."""
        super().__init__(parent)
        set_role(self, "topbar")
        self.setFixedHeight(Height.TOPBAR)
        self._count = make_chip("")
        self._count.hide()
        self.search = QLineEdit()
        set_role(self.search, "search")
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(placeholder)
        add_sign(self.search, "search")
        self.search.setFixedWidth(320)
        self._list: Callable[[], QAbstractItemView] | None = None
        self.search.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        row.addWidget(make_label(title, "h1"))
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.search)
        for button in buttons:
            row.addWidget(button)

    def serve(
        self, look: Callable[[], None], shown: QAbstractItemView | Callable[[], QAbstractItemView]
    ) -> None:
        """Search in a list.

        Args:
            look: Called when something else is typed.
            shown: The list, or what gives the one in sight; Down and Enter in the search field
                bring the keyboard there.
        """
        self.search.textChanged.connect(lambda _text: look())
        self._list = (lambda: shown) if isinstance(shown, QAbstractItemView) else shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter in the search field lead to what was found."""
        if (
            watched is self.search
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _DOWN
            and self._list is not None
        ):
            found = self._list()
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not found.currentIndex().isValid():
                found.setCurrentIndex(found.model().index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def show_count(self, count: int) -> None:
        """Show how many rows there are."""
        self._count.setText(str(count))
        self._count.setVisible(count > 0)
