"""What is said about the chosen bundle beside the catalogue's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bundle_options import bundle_price_a_month
from app.ui.presenting.catalogue_detail import charge_name, days_text
from app.ui.presenting.catalogue_words import field_title, segments_text
from app.ui.presenting.customers import Entry, Section
from app.ui.widgets.figure_lines import Line
from pricing.bundle_content import inner_bundles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
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
    text = speaker.name(bundle.condition_text)
    conditions = listed("conditions", [Entry(text)] if text else [])
    return tuple(section for section in (*sections, conditions) if section.entries)
