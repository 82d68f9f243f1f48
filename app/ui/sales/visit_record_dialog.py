"""VisitRecordDialog: what was said at a visit, and sites, lines and competitors found there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from app.quoting.customer_sheets import COLUMNS, SheetName
from app.quoting.visit_record import FOUND, VisitRecord, with_visit_record
from app.services.customer_words import cell_words, sheet_title
from app.ui.dialogs.customer_table import customer_table
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows, WrongCell
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.quoting.customer import Customer
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts

_WIDTH = 980
_LINES = 2


class VisitRecordDialog(FormDialog):
    """Asks for what a visit brought; all of it becomes one edit of the customer.

    Attributes:
        said: What was said.
        person: Who said it.
        visit: Which of the planned visits was made.
        tables: A table for each list that something may be found for, with what is wrong in it.
    """

    def __init__(self, speaker: Speaker, customer: Customer, day: date, parent: QWidget) -> None:
        """Begin with empty tables; the next planned visit is taken as the one that was made."""
        title = speaker.translate("VisitRecordDialog", "Visit to {customer}")
        super().__init__(title.format(customer=customer.name), self.tr("Store"), parent)
        self.setMinimumWidth(min(_WIDTH, parent.width() - 2 * Space.XL))
        self._speaker, self._customer, self._day = speaker, customer, day
        self._words = cell_words(speaker.words)
        self._planned = sorted(
            (one for one in customer.visits if not one.done), key=lambda one: one.day
        )
        self.visit = QComboBox()
        self.visit.addItem(self.tr("not planned"))
        for one in self._planned:
            self.visit.addItem(f"{one.day.isoformat()} {one.about}".strip())
        if self._planned and self._planned[0].day <= day:
            self.visit.setCurrentIndex(1)
        self.add_field(self.tr("Planned visit"), self.visit)
        self.person = QComboBox()
        self.person.setEditable(True)
        self.person.addItems(["", *(contact.name for contact in customer.contacts)])
        self.add_field(self.tr("Spoken with"), self.person)
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setFixedHeight(72)
        self.said.setPlaceholderText(self.tr("What was said, wished, promised; internal"))
        self.add_field(self.tr("Note"), self.said)
        self.tables = {sheet: self._table(sheet) for sheet in FOUND}
        self.agree.setDefault(False)  # Enter belongs to the cells
        self.agree.setAutoDefault(False)
        self.said.setFocus()

    def _table(self, sheet: SheetName) -> CheckedRows:
        rows = customer_table(self._speaker, sheet, _LINES)
        rows.set_rows(())
        checked = CheckedRows(rows, lambda texts: self._wrong(sheet, texts))
        title = self.tr("Found: {list}").format(list=sheet_title(self._speaker.words, sheet))
        self.body.addWidget(make_label(title, "second"))
        self.body.addWidget(checked)
        return checked

    def record(self) -> VisitRecord:
        """What is typed."""
        at = self.visit.currentIndex()
        return VisitRecord(
            self._day,
            self.said.toPlainText(),
            self.person.currentText().strip(),
            self._planned[at - 1] if at > 0 else None,
            {sheet: table.rows.every_row() for sheet, table in self.tables.items()},
        )

    def _wrong(self, sheet: SheetName, rows: Texts) -> WrongCell | None:
        record = VisitRecord(self._day, rows={sheet: rows})
        _, wrong = with_visit_record(self._customer, record, self._words)
        if not wrong:
            return None
        fault = wrong[0][1]
        names = [column.name for column in COLUMNS[sheet]]
        text = " ".join(self._speaker.finding(fault.code, fault.parameters))
        return WrongCell(text, fault.row, names.index(fault.column))

    def accept(self) -> None:
        """Take it, or go to the cell that has no reading."""
        self.setFocus()  # an editor that is still open commits
        for table in self.tables.values():
            wrong = table.wrong()
            if wrong is not None:
                table.rows.setFocus()
                table.rows.setCurrentCell(max(0, wrong.row), max(0, wrong.column))
                return
        super().accept()
