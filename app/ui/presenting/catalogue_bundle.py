"""What is said about the chosen bundle beside the catalogue's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bundle_options import bundle_price_a_month
from app.ui.presenting.catalogue_detail import charge_name, days_text
from app.ui.presenting.catalogue_words import field_title, segments_text
from app.ui.presenting.customers import Entry, Section
from app.ui.widgets.figure_lines import Line
from catalog.consistency import charges_named
from pricing.bundle_content import inner_bundles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog


def bundle_lines(speaker: Speaker, bundle: BundledOffering) -> tuple[Line, ...]:
    """What a bundle costs, for how long, for whom."""
    figures = speaker.figures
    price = bundle_price_a_month(speaker, bundle)
    months = speaker.translate("Detail", "{count} months").format(count=bundle.term)
    lines = [
        Line(field_title(speaker, "price"), price, strong=True),
        Line(field_title(speaker, "term"), months),
        Line(field_title(speaker, "segments"), segments_text(speaker, bundle.segments)),
    ]
    if bundle.most_extra_discount:
        most = figures.percent(bundle.most_extra_discount)
        lines.append(Line(field_title(speaker, "most_extra_discount"), most))
    further = (("valid", days_text(bundle.valid)), ("filing_number", bundle.filing_number))
    lines += [Line(field_title(speaker, name), text) for name, text in further if text]
    return tuple(lines)


def _members(speaker: Speaker, catalog: ProductCatalog, bundle: BundledOffering) -> list[Entry]:
    """What may be chosen, with its group and how often it is there before a choice."""
    return [
        Entry(
            f"{speaker.name(group.name)}: {charge_name(speaker, catalog, member.charge)}",
            f"× {member.default * member.units}",
        )
        for group in bundle.groups
        for member in group.members
    ]


def _inner(speaker: Speaker, catalog: ProductCatalog, bundle: BundledOffering) -> list[Entry]:
    """Bundles inside the bundle."""
    return [
        Entry(speaker.name(inner.name), f"{inner.code} × {times}")
        for inner, times in inner_bundles(catalog, bundle)
    ]


def bundle_sections(
    speaker: Speaker, catalog: ProductCatalog, bundle: BundledOffering
) -> tuple[Section, ...]:
    """What is in a bundle, and what comes with it."""
    figures = speaker.figures

    def listed(field: str, entries: Sequence[Entry]) -> Section:
        return Section(field_title(speaker, field), tuple(entries))

    sections = (
        listed(
            "components",
            [
                Entry(charge_name(speaker, catalog, c.charge), f"× {c.quantity}")
                for c in bundle.components
            ],
        ),
        listed("groups", _members(speaker, catalog, bundle)),
        listed("children", _inner(speaker, catalog, bundle)),
        listed(
            "one_time",
            [
                Entry(
                    charge_name(speaker, catalog, c.charge),
                    f"× {c.quantity} · ¥{figures.price(c.price)}",
                )
                for c in bundle.one_time
            ],
        ),
        listed(
            "options",
            [
                Entry(charge_name(speaker, catalog, c.charge), f"¥{figures.price(c.price)}")
                for c in bundle.options
            ],
        ),
        listed(
            "overage",
            [
                Entry(charge_name(speaker, catalog, c.charge), f"¥{figures.price(c.price)}")
                for c in bundle.overage
            ],
        ),
    )
    return tuple(section for section in sections if section.entries)


def bundle_relations(
    speaker: Speaker, catalog: ProductCatalog, bundle: BundledOffering
) -> tuple[Section, ...]:
    """Bundles that a bundle is inside of or may not stand beside, and the offerings in it."""
    outer = [
        one
        for one in catalog.content.bundles
        if any(child.bundle == bundle.code for child in one.children)
    ]
    beside = [other for code in bundle.excludes if (other := catalog.bundle(code)) is not None]
    offerings = held_offerings(catalog, bundle)
    sections = (
        Section(speaker.translate("Detail", "Part of bundles"), _named(speaker, outer)),
        Section(field_title(speaker, "excludes"), _named(speaker, beside)),
        Section(speaker.translate("Detail", "Offerings in it"), _named(speaker, offerings)),
    )
    return tuple(section for section in sections if section.entries)


def bundle_texts(speaker: Speaker, bundle: BundledOffering) -> tuple[Section, ...]:
    """What is said of a bundle to a customer: who may have it, notes, contract conditions."""
    condition = speaker.name(bundle.condition_text)
    notes = [
        Entry(speaker.name(option.note), option.charge)
        for option in bundle.options
        if speaker.name(option.note)
    ]
    sections = (
        Section(field_title(speaker, "conditions"), (Entry(condition),) if condition else ()),
        Section(field_title(speaker, "note"), tuple(notes)),
        Section(
            field_title(speaker, "clauses"),
            tuple(Entry(_clause(speaker, key)) for key in bundle.clauses),
        ),
    )
    return tuple(section for section in sections if section.entries)


def _clause(speaker: Speaker, key: str) -> str:
    """A contract condition in few words; one that we do not know by its key."""
    name = f"workbook.condition.{key}"
    return speaker.words(name) if name in speaker.words else key


def held_offerings(catalog: ProductCatalog, bundle: BundledOffering) -> tuple[ProductOffering, ...]:
    """The offerings whose charges stand in a bundle or in one inside it, each once."""
    inner = [one for one, _times in inner_bundles(catalog, bundle)]
    charges = [code for one in (bundle, *inner) for code in charges_named(one)]
    found = {owner.code: owner for code in charges if (owner := catalog.owner(code)) is not None}
    return tuple(found.values())


def _named(
    speaker: Speaker, parts: Sequence[ProductOffering | BundledOffering]
) -> tuple[Entry, ...]:
    return tuple(Entry(speaker.name(one.name), one.code) for one in parts)
