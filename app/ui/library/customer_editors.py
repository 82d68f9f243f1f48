"""Editors of a customer: the single facts, and one table for each list; stored as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.quoting.customer_cells import words_of
from app.quoting.customer_profile import KINDS, ProfileField, profile_text, with_profile
from app.quoting.customer_sheets import COLUMNS, read_rows, rows_of
from app.services.customer_words import cell_words, sheet_title
from app.ui.dialogs.customer_table import customer_table
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows, WrongCell
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.typed_form import FormField, TypedForm
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.customer import Customer
    from app.quoting.customer_sheets import SheetName
    from app.services.customer_file import CustomerFile
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows_edit import Texts

_LINES = 8


class ProfileEditor(QWidget):
    """The single facts; ``edited(customer, label)`` fires when one was entered."""

    edited = Signal(object, str)

    def __init__(
        self,
        speaker: Speaker,
        find_headquarters: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Begin without a customer.

        Args:
            speaker: Texts.
            find_headquarters: The identifier of who is named as the headquarters of a customer;
                raises ``CellFault``.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._speaker = speaker
        self._find = find_headquarters
        self._customer: Customer | None = None
        self.form = TypedForm(self._fault, captions=150)
        self.form.edited.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        inside.addWidget(self.form)
        column.addWidget(card)
        column.addStretch()

    def show_file(self, file: CustomerFile) -> None:
        """Show a customer's facts."""
        self._customer = file.customer
        words = self._speaker.words
        fields = [
            FormField(
                field,
                words(f"customer_field.{field}"),
                file.headquarters
                if field is ProfileField.PARENT
                else profile_text(file.customer, field),
                self._choices(file, field),
            )
            for field in ProfileField
            if field is not ProfileField.NOTES
        ]
        self.form.set_fields(fields)

    def _choices(self, file: CustomerFile, field: ProfileField) -> tuple[tuple[str, str], ...]:
        """Words and texts of a fact that is one of a few; none where anything can be typed."""
        known: list[tuple[str, str]] = []
        if field in KINDS and words_of(KINDS[field]):
            prefix = f"customer_word.{KINDS[field]}."
            known = [(one, self._speaker.words(prefix + one)) for one in words_of(KINDS[field])]
        elif field is ProfileField.VENUE and file.policy.market.venues:
            names = [venue.name for venue in file.policy.market.venues]
            known = [
                (one, one) for one in dict.fromkeys((*names, file.customer.sales.venue)) if one
            ]
        elif field is ProfileField.TEAM and file.policy.market.teams:
            names = [team.name for team in file.policy.market.teams]
            named = dict.fromkeys((*names, file.customer.sales.team))
            known = [(one, one) for one in named if one]
        return (("", "–"), *known) if known else ()

    def _changed(self, name: str, text: str) -> Customer | None:
        if self._customer is None:
            return None
        if name == ProfileField.PARENT:
            text = self._find(self._customer.id, text)
        return with_profile(self._customer, ProfileField(name), text)

    def _fault(self, name: str, text: str) -> str:
        try:
            self._changed(name, text)
        except CellFault as fault:
            return " ".join(self._speaker.finding(fault.code, fault.parameters))
        return ""

    def _take(self, name: str, text: str) -> None:
        customer = self._changed(name, text)
        if customer is not None:
            self._customer = customer
            self.edited.emit(customer, name)


class ListEditor(QWidget):
    """One list of a customer; ``edited(customer, label)`` fires when all rows have a reading."""

    edited = Signal(object, str)

    def __init__(self, speaker: Speaker, sheet: SheetName, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._speaker = speaker
        self._sheet = sheet
        self._words = cell_words(speaker.words)
        self._customer: Customer | None = None
        self.rows = customer_table(speaker, sheet, _LINES)
        self.checked = CheckedRows(self.rows, self._wrong)
        self.checked.edited.connect(self._take)
        self.paste = make_button(self.tr("Paste rows"), "quiet", icon="clipboard-paste")
        self.paste.setToolTip(self.tr("Rows copied from a spreadsheet, with or without headings"))
        self.remove = make_button(self.tr("Remove rows"), "quiet", icon="trash-2")
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self.rows.remove_rows)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(make_label(sheet_title(speaker.words, sheet), "strong"))
        head.addStretch()
        for button in (self.paste, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.LG)
        inside.addLayout(head)
        inside.addWidget(self.checked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_customer(self, customer: Customer, *, anew: bool) -> None:
        """Show the list of a customer.

        Args:
            customer: Whose.
            anew: Also where the keyboard is: another customer, or an edit that was taken back.
        """
        self._customer = customer
        rows = rows_of(customer, self._sheet, self._words)
        shown, _ = read_rows(customer, self._sheet, self.rows.rows(), self._words)
        same = rows_of(shown, self._sheet, self._words) == rows
        stale = not same or (anew and self.checked.wrong() is not None)
        if stale and (anew or not self.rows.hasFocus()):
            self.rows.set_rows(rows)
            self.checked.show_rows(self.rows.rows())

    def begin(self) -> None:
        """Bring the keyboard to the empty row at the end."""
        self.rows.setFocus()
        self.rows.setCurrentCell(self.rows.rowCount() - 1, 0)

    def _wrong(self, rows: Texts) -> WrongCell | None:
        if self._customer is None:
            return None
        _, wrong = read_rows(self._customer, self._sheet, rows, self._words)
        if not wrong:
            return None
        names = [column.name for column in COLUMNS[self._sheet]]
        text = " ".join(self._speaker.finding(wrong[0].code, wrong[0].parameters))
        return WrongCell(text, wrong[0].row, names.index(wrong[0].column))

    def _take(self, rows: Texts) -> None:
        if self._customer is None:
            return
        customer, wrong = read_rows(self._customer, self._sheet, rows, self._words)
        if not wrong and customer != self._customer:
            self._customer = customer
            self.edited.emit(customer, str(self._sheet))

    def _paste(self) -> None:
        if not self.rows.hasFocus():
            self.rows.setCurrentCell(self.rows.rowCount() - 1, 0)
        self.rows.paste(QGuiApplication.clipboard().text())
        self.rows.setFocus()
