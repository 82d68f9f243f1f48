"""The head of a library view: title, count, search field and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.parts import make_chip, make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


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
        self.search.addAction(
            current_theme().icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setFixedWidth(320)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        row.addWidget(make_label(title, "h1"))
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.search)
        for button in buttons:
            row.addWidget(button)

    def show_count(self, count: int) -> None:
        """Show how many rows there are."""
        self._count.setText(str(count))
        self._count.setVisible(count > 0)
