"""What is said about the chosen offering or bundle beside the catalogue's table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.ui.presenting.bundle_options import bundle_price_a_month
from app.ui.presenting.catalogue_words import (
    basis_name,
    family_name,
    field_title,
    segments_text,
    type_name,
)
from app.ui.presenting.customers import Entry, Section
from app.ui.presenting.lists import regulation_name
from app.ui.widgets.figure_lines import Line
from pricing.market import CATALOG_CURRENCY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from app.ui.presenting.speaker import Speaker
    from catalog.charge import Charge
    from catalog.local_text import LocalText
    from catalog.offering import ProductOffering
    from catalog.period import ValidityPeriod
    from catalog.price_list import PriceRecord
    from catalog.product_catalog import ProductCatalog
    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet


def price_per(speaker: Speaker, charge: Charge, price: Decimal) -> str:
    """A price with what it is counted by: ``25.00 / 线 / 每月``."""
    period = speaker.words(f"period.{charge.period.value}")
    shown = f"¥{speaker.figures.price(price)} {basis_name(speaker, charge)}".strip()
    parts = (shown, speaker.unit(charge.unit), period)
    return " / ".join(part for part in parts if part)


def charge_entries(speaker: Speaker, offering: ProductOffering) -> tuple[Entry, ...]:
    """Every charge with its price."""
    return tuple(
        Entry(
            speaker.name(charge.name) or charge.code,
            price_per(speaker, charge, charge.list_price),
            (type_name(speaker, charge.type),),
        )
        for charge in offering.charges
    )


def charge_lines(
    speaker: Speaker, catalog: ProductCatalog, charge: Charge, day: date, *, with_cost: bool
) -> tuple[Line, ...]:
    """One charge in figures; what it costs us only for whoever edits the catalogue."""
    return tuple(_charge_lines(speaker, catalog, charge, day, with_cost=with_cost))


def _charge_lines(
    speaker: Speaker, catalog: ProductCatalog, charge: Charge, day: date, *, with_cost: bool
) -> Iterator[Line]:
    words, figures = speaker.words, speaker.figures
    price = price_per(speaker, charge, charge.list_price)
    yield Line(field_title(speaker, "list_price"), price, strong=True)
    if with_cost:
        cost = f"¥{figures.price(charge.cost)}"
        yield Line(field_title(speaker, "cost"), cost)
        found = catalog.tax_class(charge.tax_class)
        margin = margin_line(speaker, charge, found.rate_on(day) if found else None)
        if margin is not None:
            yield margin
    regulation = regulation_name(speaker, charge.regulation_on(day).value)
    yield Line(field_title(speaker, "regulation"), regulation)
    tax = catalog.tax_class(charge.tax_class)
    rate = tax.rate_on(day) if tax is not None else None
    if tax is not None:
        named = speaker.name(tax.name)
        shown = f"{named} {figures.rate(rate)}" if rate is not None else named
        yield Line(field_title(speaker, "tax_class"), shown)
    yield Line(speaker.translate("Detail", "Quantity"), _range(charge))
    if not charge.tax_included:
        yield Line(field_title(speaker, "tax_included"), speaker.words("difference.value.False"))
    if charge.instead_of:
        other = catalog.sold(charge.instead_of)
        shown = speaker.name(other.name) if other is not None else charge.instead_of
        yield Line(field_title(speaker, "instead_of"), shown)
    if charge.least_term:
        months = speaker.translate("Detail", "{count} months")
        yield Line(field_title(speaker, "least_term"), months.format(count=charge.least_term))
    if charge.allowance:
        yield Line(field_title(speaker, "allowance"), charge.allowance)
    for included in charge.allowances:
        amount = figures.measured(f"{included.quantity.normalize():f}", included.unit)
        period = words(f"period.{included.period.value}")
        yield Line(field_title(speaker, "allowances"), f"{amount} / {period}")


def _range(charge: Charge) -> str:
    return f"{charge.least} – {charge.most}" if charge.most else f"≥ {charge.least}"


def offering_lines(speaker: Speaker, offering: ProductOffering) -> tuple[Line, ...]:
    """What holds for the offering as a whole."""
    lines = [
        Line(field_title(speaker, "family"), family_name(speaker, offering.family)),
        Line(field_title(speaker, "segments"), segments_text(speaker, offering.segments)),
    ]
    further = (
        ("valid", days_text(offering.valid)),
        ("areas", "、".join(offering.areas)),
        ("channels", "、".join(offering.channels)),
        ("lead_time", str(offering.lead_time or "")),
    )
    lines += [Line(field_title(speaker, name), text) for name, text in further if text]
    return tuple(lines)


def relation_sections(
    speaker: Speaker, catalog: ProductCatalog, offering: ProductOffering, *, own: bool = True
) -> tuple[Section, ...]:
    """Bundles that an offering is part of, and offerings that it has to do with.

    Args:
        speaker: Texts.
        catalog: The catalogue.
        offering: What is looked at.
        own: Whether to tell what it says itself, beside what others say of it.
    """
    translate = speaker.translate
    needed_by = [one.code for one in catalog.content.offerings if offering.code in one.requires]
    told = ("requires", "excludes", "migrates_to") if own else ()
    sections = (
        Section(
            translate("Detail", "Part of bundles"),
            tuple(_memberships(speaker, catalog, offering)),
        ),
        *(
            Section(field_title(speaker, name), _offerings(speaker, catalog, codes))
            for name in told
            if (codes := getattr(offering, name))
        ),
        Section(translate("Detail", "Required by"), _offerings(speaker, catalog, needed_by)),
    )
    return tuple(section for section in sections if section.entries)


def _memberships(
    speaker: Speaker, catalog: ProductCatalog, offering: ProductOffering
) -> Iterator[Entry]:
    codes = {charge.code for charge in offering.charges}
    translate = speaker.translate
    for bundle in catalog.content.bundles:
        marks = []
        if any(part.charge in codes for part in bundle.components):
            marks.append(translate("Detail", "component"))
        if any(once.charge in codes for once in bundle.one_time):
            marks.append(translate("Detail", "one-time"))
        if any(option.charge in codes for option in bundle.options):
            marks.append(translate("Detail", "option"))
        if any(member.charge in codes for group in bundle.groups for member in group.members):
            marks.append(translate("Detail", "choice"))
        if any(rate.charge in codes for rate in bundle.overage):
            marks.append(translate("Detail", "overage"))
        if marks:
            price = f"{bundle.code} · {bundle_price_a_month(speaker, bundle)}"
            yield Entry(speaker.name(bundle.name), price, tuple(marks))


def touching_rules(rules: RuleSet, *offerings: ProductOffering) -> tuple[PriceRule, ...]:
    """Rules whose scope covers a charge of an offering, whatever the circumstances; each once."""
    found = {rule.id: rule for one in offerings for rule in _touching(rules, one)}
    return tuple(found.values())


def _touching(rules: RuleSet, offering: ProductOffering) -> tuple[PriceRule, ...]:
    index = rules.index
    named = index.by_offering.get(offering.code, ())
    return tuple(
        rule
        for rule in (*named, *index.anywhere)
        if any(rule.scope.covers(offering, charge) for charge in offering.charges)
    )


def rule_section(speaker: Speaker, rules: Sequence[PriceRule]) -> Section:
    """Rules with their identifiers and days."""
    translate = speaker.translate
    entries = []
    for rule in rules:
        kind = translate("Detail", "promotion") if rule.promotion else translate("Detail", "always")
        detail = " · ".join(part for part in (rule.id, days_text(rule.when.valid)) if part)
        entries.append(Entry(speaker.name(rule.name), detail, (kind,)))
    return Section(translate("Detail", "Rules that touch it"), tuple(entries))


def text_sections(speaker: Speaker, offering: ProductOffering) -> tuple[Section, ...]:
    """What is said about an offering to a customer."""

    def told(owner: object, names: Sequence[str]) -> tuple[Entry, ...]:
        texts: list[tuple[str, LocalText]] = [(name, getattr(owner, name)) for name in names]
        return tuple(
            Entry(field_title(speaker, name), speaker.name(text))
            for name, text in texts
            if speaker.name(text)
        )

    benefit = speaker.name(offering.benefit)
    sections = (
        Section(field_title(speaker, "benefit"), (Entry(benefit),) if benefit else ()),
        Section("FABE", told(offering.fabe, ("feature", "advantage", "benefit", "evidence"))),
        Section(
            field_title(speaker, "pitch"),
            told(offering.pitch, ("what_it_is", "whom_it_suits", "what_it_brings", "example")),
        ),
    )
    return tuple(section for section in sections if section.entries)


def record_entries(speaker: Speaker, catalog: ProductCatalog, charge: Charge) -> tuple[Entry, ...]:
    """The prices of a charge that hold under conditions, each with its conditions."""
    return tuple(
        Entry(f"¥{speaker.figures.price(record.unit_price)}", _conditions(speaker, record))
        for record in catalog.price_records(charge.code)
    )


def _conditions(speaker: Speaker, record: PriceRecord) -> str:
    translate = speaker.translate
    term = translate("Detail", "from {count} months").format(count=record.least_term)
    parts = (
        "、".join(record.segments),
        "、".join(record.areas),
        term if record.least_term else "",
        days_text(record.valid),
        "" if record.currency == CATALOG_CURRENCY else record.currency,
    )
    told = " · ".join(part for part in parts if part)
    return told or translate("Detail", "for everybody else")


def margin_line(speaker: Speaker, charge: Charge, rate: Decimal | None) -> Line | None:
    """What is left of the list price without VAT, in percent; nothing where that says nothing."""
    if rate is None or charge.list_price <= 0:
        return None
    net = charge.list_price / (1 + rate) if charge.tax_included else charge.list_price
    percent = ((net - charge.cost) / net * 100).quantize(Decimal("0.1"))
    return Line(
        speaker.translate("Detail", "Margin at list price"), speaker.figures.percent(percent)
    )


def _offerings(
    speaker: Speaker, catalog: ProductCatalog, codes: Sequence[str]
) -> tuple[Entry, ...]:
    entries = []
    for code in codes:
        one = catalog.offering(code)
        entries.append(Entry(speaker.name(one.name), code) if one is not None else Entry(code))
    return tuple(entries)


def charge_name(speaker: Speaker, catalog: ProductCatalog, code: str) -> str:
    """A charge by its code, with its offering."""
    charge, owner = catalog.charge(code), catalog.owner(code)
    if charge is None or owner is None:
        return code
    return f"{speaker.name(owner.name)} {speaker.name(charge.name)}".strip()


def days_text(valid: ValidityPeriod) -> str:
    """From the first to the last day; nothing when both are open."""
    if valid.first is None and valid.last is None:
        return ""
    first = valid.first.isoformat() if valid.first else ""
    last = valid.last.isoformat() if valid.last else ""
    return f"{first} – {last}"
