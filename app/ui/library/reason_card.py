"""Unusual months with a place to say what each is: special, or normal after all, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.presenting.reasons import found_months, key_of, reason_columns, reason_rows
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.pass_undo import pass_undo
from pricing.bills import Standing

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from pricing.spend import SpendAnalysis, UnusualAmount

_LONGEST = 200


class ReasonCard(Card):
    """Lists unusual months; ``explained(component, month, standing, text)`` says what one is.

    ``standing`` is a ``Standing``, or ``None`` to take back what was said. Enter in the field of
    the reason says that the month was special.
    """

    explained = Signal(str, str, object, str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without months."""
        super().__init__("", parent=parent)
        self.set_title(self.tr("Unusual months"))
        self._speaker = speaker
        self._found: dict[str, UnusualAmount] = {}
        self.table = DataTable(reason_columns(speaker), self.tr("Unusual months"))
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(self._go_to_text)
        self.text = QLineEdit()
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(self.tr("Why the month was unusual"))
        self.text.setPlaceholderText(self.tr("Why? Printed in the bill analysis"))
        pass_undo(self.text)
        self.text.returnPressed.connect(lambda: self._say(Standing.SPECIAL))
        self.special = make_button(self.tr("Special"))
        self.special.setToolTip(self.tr("It stays out of the typical month"))
        self.special.clicked.connect(lambda: self._say(Standing.SPECIAL))
        self.normal = make_button(self.tr("Normal"))
        self.normal.setToolTip(self.tr("It goes into the typical month"))
        self.normal.clicked.connect(lambda: self._say(Standing.NORMAL))
        self.open = make_button(self.tr("Still open"), "link")
        self.open.setToolTip(self.tr("Take back what was said of it"))
        self.open.clicked.connect(lambda: self._say(None))
        self._none = make_label(self.tr("No component is unusual in any month."), "second")
        self._none.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SM)
        for button in (self.special, self.normal, self.open):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.text)
        self.body.addLayout(buttons)

    def show_analysis(self, analysis: SpendAnalysis) -> None:
        """Show the unusual months of a window; the row that was chosen stays."""
        before = self.table.current_key()
        found = found_months(analysis)
        self._found = {key_of(one): one for one in found}
        self.table.set_rows(reason_rows(self._speaker, analysis))
        left = len(analysis.unexplained())
        self.set_mark(str(left) if left else "", "warn")
        for widget in (self.table, self.text, self.special, self.normal, self.open):
            widget.setVisible(bool(found))
        self._none.setVisible(not found)
        first = next((key_of(one) for one in analysis.unexplained()), "")
        wanted = before if before in self._found else first or next(iter(self._found), "")
        if wanted:
            self.table.set_current(wanted)
        self._choose(wanted)

    def show_next_open(self, analysis: SpendAnalysis) -> None:
        """Go to the next month of which nothing was said, and to the field of its reason."""
        for one in analysis.unexplained():
            self.table.set_current(key_of(one))
            self.text.setFocus()
            return

    def _go_to_text(self, _key: str) -> None:
        self.text.setFocus()

    def _choose(self, key: str) -> None:
        found = self._found.get(key)
        self.text.setText(found.reason if found is not None else "")
        for button in (self.special, self.normal):
            button.setEnabled(found is not None)
        self.open.setEnabled(found is not None and found.explained)

    def _say(self, standing: Standing | None) -> None:
        found = self._found.get(self.table.current_key())
        if found is not None:
            text = "" if standing is None else self.text.text()
            self.explained.emit(found.component, found.month, standing, text)
