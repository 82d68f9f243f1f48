"""Small dialogs that change one fact of a quote: term, a date, the customer's needs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_button, make_label
from catalog.period import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton

    from catalog.product_catalog import CatalogContent

_USUAL_TERMS = (12, 24, 36)
_USUAL_PAYMENT, _LONGEST_PAYMENT = 60, 365


class TermDialog(FormDialog):
    """Asks for the commitment in months and whether the quote answers a tender."""

    def __init__(self, months: int, *, tender: bool, parent: QWidget) -> None:
        """Show the present term."""
        super().__init__(self.tr("Term"), self.tr("Apply"), parent)
        self.months = NumberField()
        self.months.setRange(1, LONGEST_TERM)
        self.months.setValue(months)
        self.months.setSuffix(self.tr(" months"))
        self.months.selectAll()
        self.add_field(self.tr("Months of commitment"), self.months)
        usual = QHBoxLayout()
        usual.setSpacing(Space.SM)
        for count in _USUAL_TERMS:
            button = make_button(self.tr("{count} months").format(count=count))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=count: self.months.setValue(wanted))
            usual.addWidget(button)
        usual.addStretch()
        self.form.addRow(make_label("", "second"), usual)
        self.tender = QCheckBox(self.tr("The quote answers an invitation to tender"))
        self.tender.setAccessibleName(self.tender.text())
        self.tender.setChecked(tender)
        self.form.addRow(make_label("", "second"), self.tender)
        self.months.setFocus()


class DateDialog(FormDialog):
    """Asks for a day."""

    def __init__(self, title: str, caption: str, day: date, parent: QWidget) -> None:
        """Show the present day."""
        super().__init__(title, self.tr("Apply"), parent)
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMinimumWidth(220)
        self.add_field(caption, self.day)
        self.day.setFocus()

    def chosen(self) -> date:
        """The day in the field."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())


class ActivationDialog(DateDialog):
    """Asks from which day the services are charged, or leaves it open."""

    def __init__(
        self, title: str, caption: str, day: date | None, usual: date, parent: QWidget
    ) -> None:
        """Show the present day; while it is not known, the usual one waits to be chosen."""
        super().__init__(title, caption, day or usual, parent)
        self.known = QCheckBox(self.tr("The day is known"))
        self.known.setAccessibleName(self.known.text())
        self.known.setChecked(day is not None)
        self.known.toggled.connect(self.day.setEnabled)
        self.day.setEnabled(day is not None)
        self.form.insertRow(0, make_label("", "second"), self.known)
        hint = make_label(
            self.tr("The first invoice has the days of that month only; otherwise a full month."),
            "caption",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.known.setFocus()

    def day_if_known(self) -> date | None:
        """The day in the field, or ``None`` while it is not known."""
        return self.chosen() if self.known.isChecked() else None


class ChannelDialog(FormDialog):
    """Asks through whom the quote is sold; what the catalogue names can be chosen."""

    def __init__(self, channel: str, content: CatalogContent, parent: QWidget) -> None:
        """Show the present channel; empty means that nobody has said."""
        super().__init__(self.tr("Sales channel"), self.tr("Apply"), parent)
        named = {one for offering in content.offerings for one in offering.channels}
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setMinimumWidth(220)
        self.name.addItems(["", *sorted(named)])
        self.name.setCurrentText(channel)
        self.add_field(self.tr("Sales channel"), self.name)
        hint = make_label(
            self.tr("Offerings that other channels sell are found; empty looks at none."), "caption"
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.name.setFocus()

    def channel(self) -> str:
        """The channel in the field."""
        return self.name.currentText().strip()


class PaymentDialog(FormDialog):
    """Asks how many days the customer has for paying, or leaves it to the standard contract."""

    def __init__(self, days: int | None, parent: QWidget) -> None:
        """Show the present number; without one the usual one waits to be chosen."""
        super().__init__(self.tr("Time for paying"), self.tr("Apply"), parent)
        self.own = QCheckBox(self.tr("Other than in the standard contract"))
        self.own.setAccessibleName(self.own.text())
        self.own.setChecked(days is not None)
        self.form.addRow(make_label("", "second"), self.own)
        self.count = NumberField()
        self.count.setRange(1, _LONGEST_PAYMENT)
        self.count.setValue(days or _USUAL_PAYMENT)
        self.count.setSuffix(self.tr(" days"))
        self.count.setEnabled(days is not None)
        self.own.toggled.connect(self.count.setEnabled)
        self.add_field(self.tr("Days from the bill on"), self.count)
        hint = make_label(
            self.tr("Printed among the customer's promises; discount authority may limit it."),
            "caption",
        )
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.own.setFocus()

    def days(self) -> int | None:
        """The days in the field, or ``None`` for those of the standard contract."""
        return self.count.value() if self.own.isChecked() else None


class LinesDialog(FormDialog):
    """Asks for several lines of text, such as the customer's needs."""

    def __init__(self, title: str, hint: str, lines: tuple[str, ...], parent: QWidget) -> None:
        """Show the present lines."""
        super().__init__(title, self.tr("Apply"), parent)
        self.text = QPlainTextEdit("\n".join(lines))
        self.text.setAccessibleName(title)
        self.text.setPlaceholderText(hint)
        self.text.setMinimumSize(460, 160)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.text)
        self.text.setFocus()

    def add_link(self, text: str, then: Callable[[], object]) -> QAbstractButton:
        """Add a button that goes elsewhere; the lines are not taken then."""
        link = make_button(text, "link")
        link.setAutoDefault(False)
        link.clicked.connect(self.reject)
        link.clicked.connect(then)
        self.buttons.insertWidget(0, link)
        return link

    def lines(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        typed = self.text.toPlainText().splitlines()
        return tuple(line.strip() for line in typed if line.strip())
