"""The findings of the open quote; only those that changed are built anew.

A finding with its cures costs some milliseconds of style sheet; a quote with many findings must
not be felt while typing, so each stands in a list of its own that is kept as long as it is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.problem_list import ProblemList

if TYPE_CHECKING:
    from app.ui.widgets.problem_list import ProblemRow


class FindingsList(QWidget):
    """Shows findings, the gravest first, and counts those that are not shown.

    * ``opened(key)``, ``entered(key)``, ``cure_requested(key, cure)`` as in ``ProblemList``.
    """

    opened = Signal(str)
    entered = Signal(str)
    cure_requested = Signal(str, str)

    def __init__(self, name: str, empty_text: str, parent: QWidget | None = None) -> None:
        """Begin without findings.

        Args:
            name: What a screen reader calls the list.
            empty_text: Shown while nothing is found.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._kept: dict[str, ProblemList] = {}
        self._rows: tuple[ProblemRow, ...] | None = None
        self._nothing = make_label(empty_text, "caption")
        self._rest = make_label("", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._rest)
        self.set_problems(())

    def set_problems(self, rows: tuple[ProblemRow, ...], rest: int = 0) -> None:
        """Show these findings in order, and how many more there are."""
        self._rest.setText(self.tr("and {count} more").format(count=rest))
        self._rest.setVisible(rest > 0)
        if rows == self._rows:
            return
        self._rows = rows
        keys = {row.key for row in rows}
        for key in [key for key in self._kept if key not in keys]:
            gone = self._kept.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            part = self._kept.get(row.key) or self._make(row.key)
            part.set_problems((row,))
            if self._column.indexOf(part) != place:
                self._column.insertWidget(place, part)
        self._nothing.setVisible(not rows)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first finding; where nothing is found it stays."""
        for row in (self._rows or ())[:1]:
            self._kept[row.key].take_keyboard()

    def _make(self, key: str) -> ProblemList:
        part = ProblemList(self.accessibleName(), "")
        part.opened.connect(self.opened)
        part.entered.connect(self.entered)
        part.cure_requested.connect(self.cure_requested)
        self._kept[key] = part
        return part
