"""Lines and services of a customer: what hangs on each, and which are to be given up, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.quoting.customer import Leaving
from app.quoting.leaving import leaving_of
from app.ui.presenting.lines import line_columns, line_rows, loss_sentences
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.pass_undo import pass_undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from app.quoting.customer import Customer
    from app.quoting.line_dependence import Lost
    from app.ui.presenting.lines import Line
    from app.ui.presenting.speaker import Speaker

_LONGEST = 200


class LinesCard(Card):
    """Lists lines; ``marked(account, offering, leaving)`` says that one goes, or stays (``None``).

    Enter in the field of the reason says that it goes.
    """

    marked = Signal(str, str, object)

    def __init__(
        self,
        speaker: Speaker,
        lost: Callable[[Leaving], tuple[Lost, ...]],
        more: Callable[[str], tuple[str, ...]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Begin without lines.

        Args:
            speaker: Texts.
            lost: Tells what is lost with a line.
            more: Sentences about lines that hang together with an account.
            today: The day.
            parent: Parent widget.
        """
        super().__init__("", parent=parent)
        self.set_title(self.tr("What hangs on a line"))
        self._speaker, self._find_lost, self._more, self._today = speaker, lost, more, today
        self._lines: dict[str, Line] = {}
        self._customer: Customer | None = None
        self.table = DataTable(line_columns(speaker), self.tr("Lines and services"), compact=True)
        self.table.current_changed.connect(self._choose)
        self.lost = make_label("", "second")
        self.lost.setWordWrap(True)
        self.text = QLineEdit()
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(self.tr("Why the line is cancelled"))
        self.text.setPlaceholderText(self.tr("Why is it to be cancelled?"))
        pass_undo(self.text)
        self.table.opened.connect(lambda _key: self.text.setFocus())
        self.text.returnPressed.connect(self._go)
        self.go = make_button(self.tr("To be cancelled"))
        self.go.setToolTip(self.tr("The offer is made and compared without it"))
        self.go.clicked.connect(self._go)
        self.stay = make_button(self.tr("It stays"), "link")
        self.stay.clicked.connect(self._stay)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SM)
        for button in (self.go, self.stay):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.lost)
        self.body.addWidget(self.text)
        self.body.addLayout(buttons)

    def show_lines(self, customer: Customer, lines: tuple[Line, ...]) -> None:
        """Show the lines of a customer; the row that was chosen stays."""
        before = self.table.current_key()
        self._customer = customer
        self._lines = {line.key: line for line in lines}
        self.table.set_rows(line_rows(self._speaker, customer, lines))
        self.set_mark(str(len(customer.leaving)) if customer.leaving else "", "warn")
        wanted = before if before in self._lines else next(iter(self._lines), "")
        if wanted:
            self.table.set_current(wanted)
        self._choose(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """What hangs on a line is worked out when somebody looks."""
        super().showEvent(event)
        self._choose(self.table.current_key())

    def _choose(self, key: str) -> None:
        if not self.isVisible():
            return
        line, customer = self._lines.get(key), self._customer
        for widget in (self.text, self.go):
            widget.setEnabled(line is not None)
        if line is None or customer is None:
            self.lost.setText("")
            return
        known = leaving_of(customer, line.account, line.offering)
        self.text.setText(known.reason if known is not None else "")
        self.stay.setEnabled(known is not None)
        lost = self._find_lost(self._leaving(line))
        told = loss_sentences(self._speaker, line, lost, gone=known is not None)
        self.lost.setText("\n".join((*told, *self._more(line.account))))

    def _leaving(self, line: Line) -> Leaving:
        reason = self.text.text().strip()
        return Leaving(line.account, line.offering, line.quantity, reason, self._today())

    def _go(self) -> None:
        line = self._lines.get(self.table.current_key())
        if line is not None:
            self.marked.emit(line.account, line.offering, self._leaving(line))

    def _stay(self) -> None:
        line = self._lines.get(self.table.current_key())
        if line is not None:
            self.marked.emit(line.account, line.offering, None)
