"""A customer as the fields of a form, and back; what cannot be understood is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.customer_profile import ProfileField, profile_text, with_profile
from app.quoting.customer_sheets import Rows, SheetName, read_rows, rows_of
from app.services.customer_words import cell_words
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.ui.presenting.speaker import Speaker


class FormFault(ValueError):
    """A field that cannot be understood; its text is for the user."""


class CustomerForm(NamedTuple):
    """Every field as text; lists as rows of cells."""

    name: str
    segment: str
    further_segments: str
    industry: str
    area: str
    address: str
    credit_code: str
    representative: str
    credit_grade: str
    arrears: str
    notes: str
    accounts: Rows
    contacts: Rows
    sites: Rows
    installed: Rows
    competitors: Rows
    facts: Rows


_SINGLE = tuple(field for field in ProfileField if field in CustomerForm._fields)
_LISTS = tuple(sheet for sheet in SheetName if sheet in CustomerForm._fields)


def form_of(speaker: Speaker, customer: Customer) -> CustomerForm:
    """The fields of a customer."""
    words = cell_words(speaker.words)
    single = {str(field): profile_text(customer, field) for field in _SINGLE}
    lists = {str(sheet): rows_of(customer, sheet, words) for sheet in _LISTS}
    return CustomerForm(**single, **lists)  # type: ignore[arg-type] # texts and rows by their names


def customer_of(speaker: Speaker, form: CustomerForm, before: Customer) -> Customer:
    """The customer that the fields describe; what no field says stays as it was.

    Raises:
        FormFault: If a field is missing or cannot be understood.
    """
    translate = speaker.translate
    if not form.name.strip():
        raise FormFault(translate("Customers", "The name is missing"))
    if not form.segment.strip():
        raise FormFault(translate("Customers", "The market segment is missing"))
    customer = before
    for field in _SINGLE:
        try:
            customer = with_profile(customer, field, getattr(form, field))
        except CellFault as fault:
            raise FormFault(" ".join(speaker.finding(fault.code, fault.parameters))) from fault
    words = cell_words(speaker.words)
    for sheet in _LISTS:
        customer, wrong = read_rows(customer, sheet, getattr(form, sheet), words)
        if wrong:
            text = translate("Customers", "{sheet}, row {row}: {fault}")
            told = " ".join(speaker.finding(wrong[0].code, wrong[0].parameters))
            title = speaker.words(f"customer_sheet.{sheet}")
            raise FormFault(text.format(sheet=title, row=wrong[0].row + 1, fault=told))
    return customer
