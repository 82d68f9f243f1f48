"""An envelope: what an approver lets a manager print for a customer without asking again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from app.services.envelopes import Corridor
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.approvals import measured
from app.ui.presenting.catalogue_words import family_name
from app.ui.presenting.typed import NotUnderstood, fault_text, read_percent, read_tolerance
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_label
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from decimal import Decimal

    from app.services.envelope_form import Buyer, EnvelopeChoices
    from app.ui.page import Surroundings

_HEIGHT: Final = 240
_FAMILIES, _LIMITS = 330, 420
_DAYS: Final = 30
_MOST_MONTHS: Final = 120
_BUNDLES: Final = "bundles"


class EnvelopeDialog(FormDialog):
    """Asks; ``written(corridor, buyer)`` asks to sign what was entered."""

    written = Signal(object, object)

    def __init__(self, around: Surroundings, choices: EnvelopeChoices, parent: QWidget) -> None:
        """Begin with nothing granted, for the next thirty days."""
        super().__init__(self.tr("New envelope"), self.tr("Sign the envelope"), parent)
        self._around, self.choices = around, choices
        self.percents: dict[str, Decimal] = {}
        self.granted: dict[str, Decimal] = {}
        about = self.tr(
            "Inside these limits the manager may print for this customer without asking again."
            " What is left empty is not granted beyond his own authority."
        )
        self.body.insertWidget(0, make_label(about, "second"))
        self.buyer, self.manager = QComboBox(), QComboBox()
        for one in choices.buyers:
            self.buyer.addItem(f"{one.name}  {one.id}", one)
        for member in choices.managers:
            self.manager.addItem(f"{member.name} {member.id} {member.role}", member.id)
        self.shortest, self.longest, self.free = NumberField(), NumberField(), NumberField()
        for field, months in ((self.shortest, 12), (self.longest, 36)):
            field.setRange(1, _MOST_MONTHS)
            field.setValue(months)
        self.free.setRange(0, _MOST_MONTHS)
        self.conditions = QLineEdit()
        self.conditions.setPlaceholderText(self.tr("Separated by semicolons; may be left out"))
        today = around.clock().date()
        day = QDate(today.year, today.month, today.day)
        self.until = QDateEdit(day.addDays(min(_DAYS, choices.most_days)))
        self.until.setDateRange(day, day.addDays(choices.most_days))
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self._add_fields()
        self._add_tables()
        self.agree.setEnabled(bool(choices.buyers and choices.managers))

    def _add_fields(self) -> None:
        months = QWidget()
        row = QHBoxLayout(months)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        captions = (self.tr("from"), self.tr("to"), self.tr("free months up to"))
        for caption, field in zip(captions, (self.shortest, self.longest, self.free), strict=True):
            field.setAccessibleName(caption)
            row.addWidget(make_label(caption, "second"))
            row.addWidget(field)
        row.addStretch()
        self.add_field(self.tr("Customer"), self.buyer)
        self.add_field(self.tr("Manager"), self.manager)
        self.add_field(self.tr("Months"), months)
        self.add_field(self.tr("Conditions"), self.conditions)
        self.add_field(self.tr("Last day"), self.until)

    def _add_tables(self) -> None:
        granted = self.tr("Up to")
        column = ColumnSpec("granted", granted, 110)
        first = ColumnSpec("name", self.tr("Family"), 0, "left")
        self.families = DataTable((first, column), self.tr("Families"), compact=True)
        self.families.setMinimumSize(_FAMILIES, _HEIGHT)
        self.families.cell_edited.connect(self._grant_family)
        first = ColumnSpec("name", self.tr("Criterion"), 0, "left")
        self.limits = DataTable((first, column), self.tr("Limits"), compact=True)
        self.limits.setMinimumSize(_LIMITS, _HEIGHT)
        self.limits.cell_edited.connect(self._grant_limit)
        row = QHBoxLayout()
        row.setSpacing(Space.MD)
        row.addWidget(self.families)
        row.addWidget(self.limits)
        self.body.addLayout(row)
        self._show_tables()

    def _show_tables(self) -> None:
        speaker = self._around.speaker
        names = {one: family_name(speaker, one) for one in self.choices.families}
        names[_BUNDLES] = self.tr("Bundles")
        families = (_BUNDLES, *self.choices.families)
        self.families.set_rows(
            tuple(_row(one, names[one], self._percent(self.percents.get(one))) for one in families)
        )
        rows = []
        for one in self.choices.criteria:
            value = self.granted.get(one.id)
            shown = "" if value is None else measured(speaker, value, one.unit)
            rows.append(_row(one.id, speaker.name(one.name), shown))
        self.limits.set_rows(tuple(rows))

    def _percent(self, value: Decimal | None) -> str:
        return "" if value is None else self._around.speaker.figures.percent(value)

    def _grant_family(self, family: str, _column: int, text: str) -> None:
        self._take(self.percents, family, text, percent=True)

    def _grant_limit(self, criterion: str, _column: int, text: str) -> None:
        self._take(self.granted, criterion, text, percent=False)

    def _take(self, into: dict[str, Decimal], key: str, text: str, *, percent: bool) -> None:
        try:
            value = None
            if text.strip(" –"):
                value = read_percent(text) if percent else read_tolerance(text)
        except NotUnderstood as fault:
            self.show_problem(fault_text(self._around.speaker, fault))
            return
        self.show_problem("")
        into.pop(key, None)
        if value is not None:
            into[key] = value
        self._show_tables()

    def corridor(self) -> Corridor:
        """What was entered; whose customer it is stands beside it."""
        shown = self.until.date()
        parts = self.conditions.text().replace("；", ";").split(";")
        return Corridor(
            manager=str(self.manager.currentData()),
            customer="",
            credit_code="",
            families=dict(self.percents),
            free_months=self.free.value(),
            shortest=self.shortest.value(),
            longest=self.longest.value(),
            limits=dict(self.granted),
            until=date(shown.year(), shown.month(), shown.day()),
            conditions=tuple(part.strip() for part in parts if part.strip()),
        )

    def accept(self) -> None:
        """Hand over what was entered."""
        if self.longest.value() < self.shortest.value():
            self.show_problem(self.tr("The most months are fewer than the fewest"))
            return
        buyer: Buyer = self.buyer.currentData()
        self.written.emit(self.corridor(), buyer)
        super().accept()


def _row(key: str, title: str, shown: str) -> TableRow:
    return TableRow(key, title, cells=(Cell(shown or "–", editable=True),))
