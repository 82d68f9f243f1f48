"""Differences between catalogue versions, and quotes priced twice, as rows of tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.quoting.difference_text import (
    cause_text,
    change_text,
    field_text,
    part_text,
    value_text,
)
from app.ui.widgets.rows import Cell, ColumnSpec, LazyRows, TableRow
from catalog.comparison import Change, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.quoting.price_causes import Cause
    from app.quoting.repricing import ChargeChange
    from app.services.regression import ChangedQuote
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone
    from catalog.comparison import Difference
    from catalog.product_catalog import ProductCatalog

_ICONS = {
    Part.OFFERING: "package",
    Part.CHARGE: "tag",
    Part.BUNDLE: "layers",
    Part.PRICE_RECORD: "calendar-days",
    Part.TAX_CLASS: "percent",
    Part.SPECIFICATION: "list",
}
_PRICES = frozenset(("list_price", "cost", "price", "unit_price"))
_TONES: dict[Change, Tone] = {Change.ADDED: "strong", Change.WITHDRAWN: "muted"}


def difference_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of a comparison."""
    translate = speaker.translate
    return (
        ColumnSpec("part", translate("Differences", "What"), 0, "left"),
        ColumnSpec("field", translate("Differences", "Field"), 170, "left"),
        ColumnSpec("old", translate("Differences", "Before"), 150),
        ColumnSpec("new", translate("Differences", "After"), 150),
    )


def difference_rows(
    speaker: Speaker,
    found: Sequence[Difference],
    old: ProductCatalog,
    new: ProductCatalog,
) -> LazyRows:
    """One row a difference, made when it is shown."""
    words = speaker.words

    def make(place: int) -> TableRow:
        one = found[place]
        title = _name_of(speaker, one, new) or _name_of(speaker, one, old) or one.code
        changed = one.change is Change.CHANGED
        field = field_text(one, words) if changed else change_text(one.change, words)
        tone = _TONES.get(one.change, "normal")
        before, after = (_value(speaker, one, value) for value in (one.old, one.new))
        return TableRow(
            str(place),
            title,
            _ICONS[one.part],
            f"{part_text(one.part, words)} {one.code}",
            cells=(
                Cell(field, tone=tone),
                Cell(before, tone="muted", hint=before),
                Cell(after, tone="strong", hint=after),
            ),
        )

    return LazyRows(tuple(str(place) for place in range(len(found))), make)


def difference_summary(speaker: Speaker, found: Iterable[Difference]) -> str:
    """How many parts of each kind came, changed and went: ``3 charges changed``."""
    counted: dict[tuple[Part, Change], set[str]] = {}
    for one in found:
        counted.setdefault((one.part, one.change), set()).add(one.code)
    phrase = speaker.translate("Differences", "{part} {change}: {count}")
    words = speaker.words
    parts = [
        phrase.format(
            part=part_text(part, words), change=change_text(change, words), count=len(codes)
        )
        for (part, change), codes in sorted(counted.items())
    ]
    return " · ".join(parts)


def _value(speaker: Speaker, one: Difference, value: str) -> str:
    """How a field is or was; a price as people write it."""
    if value and one.field and one.field[-1] in _PRICES:
        return speaker.figures.price(Decimal(value))
    return value_text(one, value, speaker.words)


def _name_of(speaker: Speaker, one: Difference, catalog: ProductCatalog) -> str:
    if one.part is Part.CHARGE:
        charge, owner = catalog.charge(one.code), catalog.owner(one.code)
        if charge is None or owner is None:
            return ""
        return f"{speaker.name(owner.name)} {speaker.name(charge.name)}".strip()
    if one.part is Part.OFFERING:
        offering = catalog.offering(one.code)
        return speaker.name(offering.name) if offering is not None else ""
    bundle = catalog.bundle(one.code) if one.part is Part.BUNDLE else None
    return speaker.name(bundle.name) if bundle is not None else ""


def regression_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the quotes that a version would change."""
    translate = speaker.translate
    return (
        ColumnSpec("quote", translate("Differences", "Quote"), 210, "left"),
        ColumnSpec("before", translate("Differences", "Monthly before"), 108),
        ColumnSpec("after", translate("Differences", "Monthly after"), 108),
        ColumnSpec("contract", translate("Differences", "Contract by"), 112),
        ColumnSpec("cause", translate("Differences", "Cause"), 0, "left"),
    )


def regression_rows(speaker: Speaker, quotes: Sequence[ChangedQuote]) -> tuple[TableRow, ...]:
    """One row a quote that changes."""
    figures = speaker.figures
    return tuple(
        TableRow(
            quote.id,
            quote.customer or quote.number,
            "file-text",
            f"{quote.number} {quote.title}".strip(),
            cells=(
                Cell(figures.money(quote.monthly[0]), tone="muted"),
                Cell(figures.money(quote.monthly[1]), tone="strong"),
                Cell(moved_text(speaker, quote.contract[1] - quote.contract[0])),
                Cell(causes_text(speaker, quote.causes), hint=causes_text(speaker, quote.causes)),
            ),
        )
        for quote in quotes
    )


def repricing_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the charges that another version changes."""
    translate = speaker.translate
    return (
        ColumnSpec("charge", translate("Differences", "Charge"), 250, "left"),
        ColumnSpec("before", translate("Differences", "Before"), 100),
        ColumnSpec("after", translate("Differences", "After"), 100),
        ColumnSpec("moved", translate("Differences", "Difference"), 96),
        ColumnSpec("cause", translate("Differences", "Cause"), 0, "left"),
    )


def repricing_rows(speaker: Speaker, changes: Sequence[ChargeChange]) -> tuple[TableRow, ...]:
    """One row a charge that changes."""
    figures = speaker.figures

    def money(amount: int | None) -> str:
        return "–" if amount is None else figures.money(amount)

    return tuple(
        TableRow(
            f"{place}",
            speaker.name(change.name),
            "tag",
            f"{change.charge} · {speaker.words(f'period.{change.period.value}')}",
            speaker.translate("Items", "Optional") if change.optional else "",
            (
                Cell(money(change.old), tone="muted"),
                Cell(money(change.new), tone="strong"),
                Cell(moved_text(speaker, change.difference)),
                Cell(causes_text(speaker, change.causes), hint=causes_text(speaker, change.causes)),
            ),
        )
        for place, change in enumerate(changes)
    )


def causes_text(speaker: Speaker, causes: Sequence[Cause]) -> str:
    """Why, in one line."""
    return "；".join(cause_text(cause, speaker.words, speaker.figures) for cause in causes)


def moved_text(speaker: Speaker, amount: int) -> str:
    """A difference with its sign; nothing moved is told as zero without one."""
    money = speaker.figures.money(abs(amount))
    return money if not amount else f"{'+' if amount > 0 else '−'}{money}"
