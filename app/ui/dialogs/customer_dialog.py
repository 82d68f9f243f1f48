"""Enter or change a customer, with the bills from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import ImportRejected, QuotewrightError
from app.quoting.customer_sheets import SheetName
from app.services.customer_words import sheet_title
from app.ui.dialogs.customer_table import customer_table
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.customer_form import CustomerForm, FormFault, customer_of, form_of
from app.ui.presenting.places import place_columns, place_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from catalog.offering import EVERY_SEGMENT

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.widgets.rows_edit import RowsEdit
    from pricing.bills import Bills

_SIZE = (720, 452)
_NOTES_HEIGHT = 64


class CustomerDialog(FormDialog):
    """Asks for every fact of a customer; ``stored(id)`` fires when it was kept."""

    stored = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        customer: Customer,
        bills: Bills,
        parent: QWidget,
    ) -> None:
        """Show a customer; one without a name is new."""
        new = not customer.name
        title = self.tr("New customer") if new else self.tr("Edit customer")
        super().__init__(title, self.tr("Save customer"), parent)
        self._around = around
        self._workspace = workspace
        self._customer = customer
        self._bills = bills
        self._fields: dict[str, QLineEdit] = {}
        self._lists: dict[str, RowsEdit] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(title)
        self.tabs.setMinimumSize(*_SIZE)
        self.tabs.addTab(self._basics(), self.tr("Company"))
        self.tabs.addTab(self._people(), self.tr("Accounts and people"))
        self.tabs.addTab(self._services(), self.tr("Sites and services"))
        self.tabs.addTab(self._billing(), self.tr("Bills and facts"))
        self.body.addWidget(self.tabs)
        self._fill(form_of(around.speaker, customer))
        self._say_bills()
        self._fields["name"].setFocus()

    # ------------------------------------------------------------ building

    def _basics(self) -> QWidget:
        page, form = QWidget(), QFormLayout()
        form.setVerticalSpacing(Space.SM)
        form.setHorizontalSpacing(Space.LG)
        captions = {
            "name": self.tr("Registered name"),
            "segment": self.tr("Market segment"),
            "further_segments": self.tr("Further segments"),
            "industry": self.tr("Industry"),
            "area": self.tr("Area, as price lists name it"),
            "address": self.tr("Address"),
            "credit_code": self.tr("Unified social credit code"),
            "representative": self.tr("Legal representative"),
            "credit_grade": self.tr("Credit grade (internal)"),
            "arrears": self.tr("Arrears (yuan)"),
        }
        self.segment = QComboBox()
        self.segment.setEditable(True)
        self.segment.addItems(self._segments())
        typed = QLineEdit()
        self.segment.setLineEdit(typed)
        for part in (self.segment, typed):
            part.setAccessibleName(captions["segment"])
        for name, caption in captions.items():
            if name == "segment":
                form.addRow(make_label(caption, "second"), self.segment)
                continue
            field = self._fields[name] = QLineEdit()
            field.setAccessibleName(caption)
            form.addRow(make_label(caption, "second"), field)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Notes (internal)"))
        self.notes.setFixedHeight(_NOTES_HEIGHT)
        self.notes.setTabChangesFocus(True)
        form.addRow(make_label(self.tr("Notes (internal)"), "second"), self.notes)
        page.setLayout(form)
        return page

    def _segments(self) -> list[str]:
        catalog = self._workspace.catalog()
        if catalog is None:
            return []
        known = {segment for sold in catalog.content.offerings for segment in sold.segments}
        known |= {segment for sold in catalog.content.bundles for segment in sold.segments}
        return sorted(known - {EVERY_SEGMENT})

    def _people(self) -> QWidget:
        return self._stacked(SheetName.ACCOUNTS, SheetName.CONTACTS)

    def _services(self) -> QWidget:
        sheets = (SheetName.SITES, SheetName.INSTALLED, SheetName.COMPETITORS)
        return self._stacked(*sheets, lines=3)

    def _stacked(self, *sheets: SheetName, lines: int = 4) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(Space.XS)
        for sheet in sheets:
            caption = sheet_title(self._around.speaker.words, sheet)
            column.addWidget(make_label(caption, "strong"))
            table = self._lists[sheet] = customer_table(self._around.speaker, sheet, lines)
            column.addWidget(table)
            column.addSpacing(Space.XS)
        column.addStretch()
        return page

    def _billing(self) -> QWidget:
        page = QWidget()
        self._bills_text = make_label("", "second")
        self._bills_text.setWordWrap(True)
        bring = make_button(self.tr("Read bills from a file…"), icon="upload")
        bring.setAutoDefault(False)
        bring.clicked.connect(self._choose_bills)
        self.findings = DataTable(place_columns(self._around.speaker), self.tr("Findings"))
        self.findings.hide()
        row = QHBoxLayout()
        row.addWidget(bring)
        row.addStretch()
        column = QVBoxLayout(page)
        column.setSpacing(Space.MD)
        column.addWidget(make_label(self.tr("Bills"), "strong"))
        column.addWidget(self._bills_text)
        column.addLayout(row)
        column.addWidget(self.findings, 1)
        column.addWidget(make_label(self.tr("Facts"), "strong"))
        facts = customer_table(self._around.speaker, SheetName.FACTS, 3)
        self._lists[SheetName.FACTS] = facts
        column.addWidget(facts)
        column.addStretch()
        return page

    # ------------------------------------------------------------ bills

    def _choose_bills(self) -> None:
        dialog = QFileDialog(self, self.tr("Read bills from a file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_bills)
        dialog.open()

    def read_bills(self, file: str) -> None:
        """Read bills from a table with the columns month, component, name_zh, amount."""

        def work(_task: object) -> Bills:
            from app.services.import_cases import read_bills

            return read_bills(Path(file))

        self._around.tasks.run(work, self._take_bills, self._refuse)

    def _take_bills(self, bills: Bills) -> None:
        self._bills = bills
        self.findings.hide()
        self.show_problem("")
        self._say_bills()

    def _say_bills(self) -> None:
        months = self._bills.months()
        if not months:
            self._bills_text.setText(self.tr("No bills are known yet."))
            return
        text = self.tr("{count} months of bills, {first} to {last}, {parts} components")
        self._bills_text.setText(
            text.format(
                count=len(months),
                first=months[0],
                last=months[-1],
                parts=len(self._bills.components),
            )
        )

    # ------------------------------------------------------------ taking

    def _fill(self, form: CustomerForm) -> None:
        for name, field in self._fields.items():
            field.setText(getattr(form, name))
        for name, table in self._lists.items():
            table.set_rows(getattr(form, name))
        self.segment.setCurrentText(form.segment)
        self.notes.setPlainText(form.notes)

    def _form(self) -> CustomerForm:
        typed: dict[str, Any] = {name: field.text() for name, field in self._fields.items()}
        typed |= {name: table.rows() for name, table in self._lists.items()}
        typed["segment"] = self.segment.currentText()
        typed["notes"] = self.notes.toPlainText()
        return CustomerForm(**typed)

    def accept(self) -> None:
        """Keep the customer; the dialog stays open while something cannot be understood."""
        try:
            customer = customer_of(self._around.speaker, self._form(), self._customer)
        except FormFault as fault:
            self.show_problem(str(fault))
            return
        workspace, bills, now = self._workspace, self._bills, self._around.clock()
        self._around.tasks.run(
            lambda _task: workspace.customer_log.commit(customer, "form", now=now, bills=bills),
            lambda _revision: self._done(customer.id),
            self._refuse,
        )

    def _done(self, customer_id: str) -> None:
        self.stored.emit(customer_id)
        super().accept()

    def _refuse(self, failure: Exception) -> None:
        if isinstance(failure, ImportRejected):
            self.findings.set_rows(place_rows(self._around.speaker, failure.problems))
            self.findings.show()
        if isinstance(failure, QuotewrightError):
            text, cure = self._around.speaker.failure(failure)
            self.show_problem(f"{text} {cure}")
        else:
            self._around.tasks.crashed.emit(failure)
