"""RowCard: what a table of the draft says, in a few lines, and a button that opens the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.catalogue.detail_cards import entry_row
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.customers import Entry


class RowCard(Card):
    """Shows entries; ``opened()`` asks for the table."""

    opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(title, parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.SM)
        self.open_table = make_button(self.tr("Edit table…"), "quiet", icon="pencil")
        self.open_table.setAccessibleName(f"{title}: {self.tr('Edit table…')}")
        self.open_table.clicked.connect(self.opened)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.open_table)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what there is."""
        while (place := self._rows.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            self._rows.addWidget(entry_row(entry))
        self.set_mark(str(len(entries)) if len(entries) > 1 else "")
