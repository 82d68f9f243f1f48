"""VenuesDialog: cluster venues, who is in each, and what a campaign there begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFileDialog, QHBoxLayout, QLineEdit

from app.errors import QuotewrightError
from app.quoting.customer import PlannedVisit
from app.services.venues import VenueRow, Venues
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.venues import (
    customer_columns_of_venue,
    customer_rows_of_venue,
    venue_columns,
    venue_rows,
)
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_SIZE = (980, 560)


class VenuesDialog(FormDialog):
    """Lists venues beside the customers of the chosen one.

    * ``customer_wanted(id)``: show a customer. * ``edit_wanted()``: the table of venues.
    * ``planned()``: visits are stored, or taken back.
    """

    customer_wanted = Signal(str)
    edit_wanted = Signal()
    planned = Signal()

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Read the venues of a workspace beside the window."""
        super().__init__(self.tr("Cluster venues"), self.tr("Close"), parent)
        self.only_show()
        self.agree.setAutoDefault(False)
        self.agree.setDefault(False)  # Enter opens the row that the keyboard is in
        self._around, self._workspace = around, workspace
        self._found = Venues()
        self.resize(min(_SIZE[0], parent.width() - 2 * Space.XL), _SIZE[1])
        self.venues = DataTable(venue_columns(around.speaker), self.tr("Venues"), compact=True)
        self.customers = DataTable(
            customer_columns_of_venue(around.speaker), self.tr("Customers there"), compact=True
        )
        self.venues.current_changed.connect(self._choose)
        self.customers.opened.connect(self._go_to)
        self.edit = make_button(self.tr("Edit venues…"), "quiet", icon="pencil")
        self.edit.clicked.connect(self._edit)
        self.day = QDateEdit(QDate(*_parts(around.clock().date())))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(self.tr("Day of the visits"))
        self.about = QLineEdit()
        self.about.setPlaceholderText(self.tr("What the visits are about"))
        self.about.setAccessibleName(self.tr("What the visits are about"))
        self.plan = make_button(self.tr("Plan visits"), icon="calendar-days")
        self.plan.clicked.connect(self.plan_visits)
        self.write = make_button(self.tr("Campaign list…"), icon="download")
        self.write.clicked.connect(self._choose_file)
        self._count = make_label("", "caption")
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        tables = QHBoxLayout()
        tables.setSpacing(Space.MD)
        tables.addWidget(self.venues, 2)
        tables.addWidget(self.customers, 3)
        tools = QHBoxLayout()
        tools.setSpacing(Space.SM)
        tools.addWidget(self.edit)
        tools.addWidget(self._count)
        tools.addStretch()
        for widget in (self.day, self.about, self.plan, self.write):
            tools.addWidget(widget)
        self.body.addLayout(tables, 1)
        self.body.addLayout(tools)

    def refresh(self) -> None:
        """Read the venues again."""
        workspace, day = self._workspace, self._around.clock().date()

        def work(_task: object) -> Venues:
            from app.services.venues import venues_of

            return venues_of(workspace, day)

        self._around.tasks.run(work, self._show, self._around.tell)

    @property
    def row(self) -> VenueRow | None:
        """The venue that is chosen."""
        key = self.venues.current_key()
        return next((row for row in self._found.rows if row.venue.name == key), None)

    def _show(self, found: Venues) -> None:
        self._found = found
        wanted = self.venues.current_key()
        self.venues.set_rows(venue_rows(self._around.speaker, found.rows))
        names = [row.venue.name for row in found.rows]
        if names:
            self.venues.set_current(wanted if wanted in names else names[0])
        self.show_problem("" if names else self.tr("There is no venue yet: press “Edit venues…”."))
        self._choose()

    def _choose(self, _key: str = "") -> None:
        row = self.row
        there = row.customers if row is not None else ()
        self.customers.set_rows(
            customer_rows_of_venue(self._around.speaker, there, self._found.listed)
        )
        self._count.setText(self.tr("{count} customers").format(count=len(there)))
        for button in (self.plan, self.write):
            button.setEnabled(bool(there))

    def _go_to(self, customer_id: str) -> None:
        self.accept()
        self.customer_wanted.emit(customer_id)

    def _edit(self) -> None:
        self.accept()
        self.edit_wanted.emit()

    def plan_visits(self) -> None:
        """Plan the visit that is typed to everybody at the chosen venue; with undo."""
        from app.services.venues import plan_visits

        row, day = self.row, self.day.date().toPython()
        if row is None:
            return
        visit = PlannedVisit(day, self.about.text().strip() or row.venue.name)  # type: ignore[arg-type] # a date
        wanted = [one.id for one in row.customers]
        try:
            done = plan_visits(self._workspace, wanted, visit, self._around.clock())
        except QuotewrightError as failure:
            self._around.tell(failure)
            return
        self.planned.emit()
        told = self.tr("{count} visits planned").format(count=len(done))
        toast = self._around.toasts.show_news(told, "ok", self.tr("Undo"))
        toast.acted.connect(lambda: self._take_back(done))

    def _take_back(self, customers: tuple[str, ...]) -> None:
        try:
            for one in customers:
                self._workspace.customer_log.undo(one, self._around.clock())
        except QuotewrightError as failure:
            self._around.tell(failure)
        self.planned.emit()

    def _choose_file(self) -> None:
        asked = QFileDialog(self, self.tr("Campaign list"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilters([self.tr("Workbook (*.xlsx)")])
        asked.setDefaultSuffix("xlsx")
        asked.fileSelected.connect(lambda file: self.export_to(Path(file)))
        asked.open()

    def export_to(self, path: Path) -> None:
        """Write whom a campaign at the chosen venue goes to."""
        row, listed, workspace = self.row, self._found.listed, self._workspace
        day, words = self._around.clock().date(), self._around.speaker.words
        if row is None:
            return

        def work(_task: object) -> int:
            from app.services.venues import export_campaign

            return export_campaign(workspace, row, listed, path, day=day, words=words)

        def tell(count: int) -> None:
            told = self.tr("{count} customers written to {file}; the file is internal")
            self._around.toasts.show_news(told.format(count=count, file=path.name), "ok")

        self._around.tasks.run(work, tell, self._around.tell)


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
