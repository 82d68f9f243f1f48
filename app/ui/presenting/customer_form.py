"""A customer as the fields of a form, and back; what cannot be understood is named."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.customer import (
    Account,
    Competitor,
    Contact,
    ContactRole,
    Customer,
    InstalledService,
    Site,
)
from app.ui.presenting.customers import role_name
from catalog.money import fen, yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker

_PARTS = re.compile(r"[、,，;；/\s]+")

Rows = tuple[tuple[str, ...], ...]


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
    arrears: str
    notes: str
    accounts: Rows
    contacts: Rows
    sites: Rows
    installed: Rows
    competitors: Rows
    facts: Rows


def form_of(speaker: Speaker, customer: Customer) -> CustomerForm:
    """The fields of a customer."""
    return CustomerForm(
        name=customer.name,
        segment=customer.segment,
        further_segments=" ".join(customer.further_segments),
        industry=customer.industry,
        area=customer.area,
        address=customer.address,
        credit_code=customer.credit_code,
        representative=customer.representative,
        arrears=str(yuan(customer.arrears)) if customer.arrears else "",
        notes=customer.notes,
        accounts=tuple((a.number, a.holder, a.reason) for a in customer.accounts),
        contacts=tuple(_contact_row(speaker, contact) for contact in customer.contacts),
        sites=tuple((site.name, site.address) for site in customer.sites),
        installed=tuple((s.offering, str(s.quantity), s.site) for s in customer.installed),
        competitors=tuple(
            (
                rival.operator,
                rival.product,
                str(rival.quantity),
                str(yuan(rival.monthly)) if rival.monthly else "",
                rival.ends.isoformat() if rival.ends else "",
            )
            for rival in customer.competitors
        ),
        facts=tuple((name, f"{value.normalize():f}") for name, value in customer.facts.items()),
    )


def _contact_row(speaker: Speaker, contact: Contact) -> tuple[str, ...]:
    roles = "、".join(role_name(speaker, role) for role in contact.roles)
    return (
        contact.name,
        contact.position,
        roles,
        contact.phone,
        contact.email,
        contact.personality,
    )


def customer_of(speaker: Speaker, form: CustomerForm, customer_id: str) -> Customer:
    """The customer that the fields describe.

    Raises:
        FormFault: If a field is missing or cannot be understood.
    """
    if not form.name.strip():
        raise FormFault(speaker.translate("Customers", "The name is missing"))
    if not form.segment.strip():
        raise FormFault(speaker.translate("Customers", "The market segment is missing"))
    return Customer(
        id=customer_id,
        name=form.name.strip(),
        segment=form.segment.strip(),
        further_segments=tuple(filter(None, _PARTS.split(form.further_segments))),
        industry=form.industry.strip(),
        area=form.area.strip(),
        address=form.address.strip(),
        credit_code=form.credit_code.strip(),
        representative=form.representative.strip(),
        accounts=tuple(Account(*row) for row in form.accounts),
        contacts=tuple(_contact(speaker, row) for row in form.contacts),
        sites=tuple(Site(f"S{place}", *row) for place, row in enumerate(form.sites, 1)),
        installed=tuple(
            InstalledService(row[0].upper(), _count(speaker, row[1]), row[2])
            for row in form.installed
        ),
        competitors=tuple(_competitor(speaker, row) for row in form.competitors),
        facts={row[0]: _number(speaker, row[1]) for row in form.facts},
        arrears=_amount(speaker, form.arrears),
        notes=form.notes.strip(),
    )


def _contact(speaker: Speaker, row: Sequence[str]) -> Contact:
    name, position, roles, phone, email, personality = row
    known = {role_name(speaker, role): role for role in ContactRole}
    known |= {role.value: role for role in ContactRole}
    chosen = []
    for word in filter(None, _PARTS.split(roles)):
        if word not in known:
            text = speaker.translate("Customers", "“{word}” is not a role; known are {roles}")
            names = "、".join(role_name(speaker, role) for role in ContactRole)
            raise FormFault(text.format(word=word, roles=names))
        chosen.append(known[word])
    return Contact(name, position, tuple(chosen), phone, personality, email)


def _competitor(speaker: Speaker, row: Sequence[str]) -> Competitor:
    operator, product, quantity, monthly, ends = row
    try:
        last = date.fromisoformat(ends) if ends else None
    except ValueError as fault:
        text = speaker.translate("Customers", "“{word}” is not a day such as 2027-01-31")
        raise FormFault(text.format(word=ends)) from fault
    return Competitor(operator, product, _amount(speaker, monthly), last, _count(speaker, quantity))


def _count(speaker: Speaker, text: str) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit()):
        told = speaker.translate("Customers", "“{word}” is not a whole number")
        raise FormFault(told.format(word=text))
    return int(text)


def _number(speaker: Speaker, text: str) -> Decimal:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation as fault:
        told = speaker.translate("Customers", "“{word}” is not a number")
        raise FormFault(told.format(word=text)) from fault
    if not number.is_finite():
        told = speaker.translate("Customers", "“{word}” is not a number")
        raise FormFault(told.format(word=text))
    return number


def _amount(speaker: Speaker, text: str) -> int:
    if not text.strip():
        return 0
    try:
        return fen(_number(speaker, text.strip()))
    except FormFault:
        raise
    except ValueError as fault:
        told = speaker.translate("Customers", "“{word}” is not an amount in yuan")
        raise FormFault(told.format(word=text)) from fault
