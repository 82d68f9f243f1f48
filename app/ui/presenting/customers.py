"""What is known of a customer, as captions with texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.alert_text import told_tracked
from app.quoting.customer_cells import Kind, cell_text
from app.quoting.leaving import leaving_of
from app.quoting.promises import open_promises
from app.quoting.site_tree import site_tree
from app.quoting.tracking import Standing
from app.services.customer_words import cell_words
from app.ui.presenting.findings import measure_name
from app.ui.widgets.figure_lines import Line

if TYPE_CHECKING:
    from app.quoting.customer import Account, Contact, ContactRole, Customer
    from app.quoting.site_tree import SiteLevel
    from app.services.customer_file import CustomerFile
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from pricing.spend import SpendAnalysis


class Entry(NamedTuple):
    """One thing of a list: its name, what is said of it, marks behind it, how deep it stands."""

    title: str
    detail: str = ""
    marks: tuple[str, ...] = ()
    level: int = 0


class Section(NamedTuple):
    """A list under a heading."""

    title: str
    entries: tuple[Entry, ...]


def role_name(speaker: Speaker, role: ContactRole) -> str:
    """What a person does in the customer's decision."""
    return speaker.words(f"customer_word.role.{role}")


def sections_of(
    speaker: Speaker, file: CustomerFile, catalog: ProductCatalog | None
) -> tuple[Section, ...]:
    """Relations, accounts, people, places, services, facts; empty ones are left out."""
    translate, customer = speaker.translate, file.customer
    sections = (
        Section(translate("Customers", "Headquarters and branches"), _family(speaker, file)),
        Section(
            translate("Customers", "Accounts"),
            tuple(_account(speaker, customer, account) for account in customer.accounts),
        ),
        Section(
            translate("Customers", "Contacts"),
            tuple(_contact(speaker, contact) for contact in customer.contacts),
        ),
        Section(
            translate("Customers", "Sites"),
            tuple(_site(speaker, one, customer) for one in site_tree(customer.sites)),
        ),
        Section(
            translate("Customers", "Installed services"),
            tuple(
                Entry(_offering(speaker, catalog, s.offering), f"× {s.quantity}")
                for s in customer.installed
            ),
        ),
        Section(translate("Customers", "Competitors"), _competitors(speaker, customer)),
        Section(
            translate("Customers", "Facts"),
            tuple(
                Entry(measure_name(speaker, name), f"{value.normalize():f}")
                for name, value in customer.facts.items()
            ),
        ),
        Section(
            translate("Customers", "Visits (internal)"),
            tuple(
                Entry(visit.about or str(visit.day), str(visit.day) if visit.about else "")
                for visit in customer.visits
                if not visit.done
            ),
        ),
        Section(translate("Customers", "Savings promised and real"), _savings(speaker, file)),
        Section(
            translate("Customers", "Open promises (internal)"),
            tuple(
                Entry(
                    one.text,
                    " · ".join(filter(None, (one.by, str(one.due or "")))),
                    (translate("Customers", "held back"),) if one.hold else (),
                )
                for one in open_promises(customer)
            ),
        ),
        Section(translate("Customers", "Notes (internal)"), _notes(customer)),
    )
    return tuple(section for section in sections if section.entries)


def _account(speaker: Speaker, customer: Customer, account: Account) -> Entry:
    """An account with its holder, and why it belongs here or is to be given up."""
    told = " · ".join(filter(None, (account.holder, account.reason)))
    gone = leaving_of(customer, account.number)
    if gone is None:
        return Entry(account.number, told)
    marks = (speaker.translate("Customers", "to be cancelled"),)
    return Entry(account.number, " · ".join(filter(None, (told, gone.reason))), marks)


def _savings(speaker: Speaker, file: CustomerFile) -> tuple[Entry, ...]:
    """What accepted quotes promised beside the bills after them."""
    missed = (speaker.translate("Customers", "less than promised"),)
    return tuple(
        Entry(
            " · ".join(filter(None, (one.promised.number, one.promised.title))),
            told_tracked(one, speaker.words, speaker.figures),
            missed if one.standing is Standing.MISSED else (),
        )
        for one in file.savings
    )


def _family(speaker: Speaker, file: CustomerFile) -> tuple[Entry, ...]:
    """Everybody that belongs together, as a tree; the customer himself is marked."""
    translate = speaker.translate
    top, below = translate("Customers", "headquarters"), translate("Customers", "branch")
    here = (translate("Customers", "this customer"),)
    return tuple(
        Entry(
            one.name,
            below if one.level else top,
            here if one.id == file.customer.id else (),
            one.level,
        )
        for one in file.family
    )


def _site(speaker: Speaker, one: SiteLevel, customer: Customer) -> Entry:
    site = one.site
    known = {other.id for other in customer.sites}
    told = [site.address]
    if site.parent not in known | {""}:
        told.append(speaker.translate("Customers", "belongs to {site}").format(site=site.parent))
    if site.account:
        told.append(
            speaker.translate("Customers", "paid by {account}").format(account=site.account)
        )
    return Entry(site.name, " · ".join(filter(None, told)), level=one.level)


def _notes(customer: Customer) -> tuple[Entry, ...]:
    told = (
        Entry(note.text, " · ".join(filter(None, (str(note.day or ""), note.person))))
        for note in customer.journal
    )
    return (*((Entry(customer.notes),) if customer.notes else ()), *told)


def _contact(speaker: Speaker, contact: Contact) -> Entry:
    words = cell_words(speaker.words)
    level = cell_text(contact.level, Kind.LEVEL, words)
    known = cell_text(contact.relationship, Kind.RELATIONSHIP, words)
    personality = cell_text(contact.personality, Kind.PERSONALITY, words)
    if known:
        known = speaker.translate("Customers", "relationship: {how}").format(how=known)
    told = (contact.position, level, contact.phone, contact.email, personality, known)
    detail = " · ".join(filter(None, told))
    return Entry(contact.name, detail, tuple(role_name(speaker, role) for role in contact.roles))


def _competitors(speaker: Speaker, customer: Customer) -> tuple[Entry, ...]:
    monthly = speaker.translate("Customers", "{amount} a month")
    until = speaker.translate("Customers", "until {day}")
    entries = []
    for rival in customer.competitors:
        parts = [f"{rival.product} × {rival.quantity}"]
        if rival.monthly:
            parts.append(monthly.format(amount=speaker.figures.yuan(rival.monthly)))
        if rival.ends is not None:
            parts.append(until.format(day=rival.ends.isoformat()))
        entries.append(Entry(rival.operator, " · ".join(parts)))
    return tuple(entries)


def _offering(speaker: Speaker, catalog: ProductCatalog | None, code: str) -> str:
    sold = (catalog.bundle(code) or catalog.offering(code)) if catalog is not None else None
    return speaker.name(sold.name) if sold is not None else code


def analysis_lines(speaker: Speaker, analysis: SpendAnalysis) -> tuple[Line, ...]:
    """What the bills say, the typical month first."""
    translate, figures = speaker.translate, speaker.figures
    lines = [
        Line(translate("Savings", "Typical month"), figures.yuan(analysis.typical), strong=True),
        Line(translate("Savings", "Plain average"), figures.yuan(analysis.average)),
        Line(translate("Savings", "Median"), figures.yuan(analysis.median)),
        Line(
            translate("Savings", "Smallest to largest"),
            f"{figures.money(analysis.least)} – {figures.money(analysis.most)}",
        ),
        Line(translate("Savings", "Fluctuation"), figures.percent(analysis.fluctuation)),
    ]
    for signal in analysis.churn[:2]:
        caption = translate("Savings", "Falling: {name}").format(
            name=speaker.name(signal.name) or translate("Savings", "total")
        )
        lines.append(Line(caption, f"−{figures.percent(signal.drop)}"))
    return tuple(lines)
