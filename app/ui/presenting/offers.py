"""Offers that were found, and the options of a quote, as the window shows them."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.offer.telling import named_items
from app.quoting.options import MOST_OPTIONS
from app.quoting.selling import HEADS, selling_of
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.quoting.offer.offer import Offer
    from app.quoting.offer.problem import Need
    from app.quoting.option_comparison import Compared
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.rows import Tone
    from catalog.product_catalog import ProductCatalog


USAGE = "usage "
"""How the key of expected usage begins."""


class Proposed(NamedTuple):
    """An offer that was found, with the quote that it would make."""

    offer: Offer
    quote: Quote
    revision: Revision


def need_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of what is needed."""
    return (
        ColumnSpec("need", speaker.translate("Offers", "What is needed"), 0, "left"),
        ColumnSpec("units", speaker.translate("Offers", "Units"), 72),
    )


def need_rows(
    speaker: Speaker, needs: Sequence[Need], sites: Mapping[str, str]
) -> tuple[TableRow, ...]:
    """Needs with their units, which can be typed, and the names of their sites."""
    return tuple(
        TableRow(
            need.id,
            speaker.name(need.name) or need.id,
            badge=sites.get(need.site, need.site),
            cells=(Cell(str(need.quantity), editable=True),),
        )
        for need in needs
    )


def usage_rows(
    speaker: Speaker, catalog: ProductCatalog, usage: Mapping[str, int]
) -> tuple[TableRow, ...]:
    """Usage a month that is expected, keyed by ``usage`` and its charge."""
    expected = speaker.translate("Offers", "expected a month")
    rows = []
    for code, units in usage.items():
        sold = catalog.sold(code)
        name = speaker.name(sold.name) if sold is not None else code
        tone: Tone = "warn" if not units else "normal"
        cell = Cell(str(units), tone=tone, editable=True)
        rows.append(TableRow(f"{USAGE}{code}", name, badge=expected, cells=(cell,)))
    return tuple(rows)


def offer_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the offers found."""
    translate = speaker.translate
    return (
        ColumnSpec("offer", translate("Offers", "Offer"), 0, "left"),
        ColumnSpec("term", translate("Offers", "Months"), 64),
        ColumnSpec("cost", translate("Offers", "Monthly"), 88),
        ColumnSpec("whole", translate("Offers", "Over the term"), 100),
        ColumnSpec("saving", translate("Offers", "Saves"), 84),
        ColumnSpec("new", translate("Offers", "New services"), 100),
        ColumnSpec("margin", translate("Offers", "Margin (internal)"), 112),
        ColumnSpec("level", translate("Offers", "Approval"), 72),
    )


def offer_rows(speaker: Speaker, offers: Sequence[Proposed]) -> tuple[TableRow, ...]:
    """The best offer and those next to it, keyed by their place."""
    best = speaker.translate("Offers", "best")
    return tuple(
        TableRow(
            str(place),
            named_items(one.offer, speaker.words, speaker.figures),
            badge=best if place == 0 else "",
            cells=tuple(_offer_cells(speaker, one)),
        )
        for place, one in enumerate(offers)
    )


def _offer_cells(speaker: Speaker, one: Proposed) -> Iterator[Cell]:
    figures, saved = speaker.figures, one.revision.saving
    yield Cell(str(one.offer.term), tone="muted")
    yield Cell(figures.money(one.offer.monthly), tone="strong")
    yield Cell(figures.money(one.offer.cost))
    if saved is None:
        yield Cell("–", tone="muted")
        yield Cell("–", tone="muted")
    else:
        dearer = saved.saving < 0
        yield Cell(figures.money(saved.saving), tone="warn" if dearer else "strong")
        yield Cell(figures.money(saved.new_value))
    yield Cell(figures.money(one.offer.margin), tone="muted")
    verdict = one.revision.verdict
    yield Cell(verdict.level or "–", tone="normal" if verdict.within_own else "warn")


def option_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """A column for each letter; A is what is recommended."""
    caption = ColumnSpec("caption", speaker.translate("Offers", "Side by side"), 0, "left")
    recommended = speaker.translate("Offers", "A recommended")
    letters = ("A", *ascii_uppercase[1:MOST_OPTIONS])
    titles = (recommended, *letters[1:])
    pairs = zip(letters, titles, strict=True)
    return (caption, *(ColumnSpec(letter, title, 190) for letter, title in pairs))


def option_rows(speaker: Speaker, compared: Sequence[Compared]) -> tuple[TableRow, ...]:
    """What each option comes to, a figure a row."""
    shown = compared[:MOST_OPTIONS]
    return tuple(
        TableRow(key, caption, cells=tuple(Cell(_figure(speaker, key, one)) for one in shown))
        for key, caption in _captions(speaker)
        if key not in HEADS or any(key in _parts(one) for one in shown)
    )


def option_name(speaker: Speaker, one: Compared) -> str:
    """The bundles of an option in one phrase, or what it begins with."""
    items = one.revision.priced.items
    bundles = [item for item in items if item.is_bundle] or list(items[:2])
    return " + ".join(f"{item.quantity} × {speaker.name(item.name)}" for item in bundles)


def _captions(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    translate = speaker.translate
    return (
        ("name", translate("Offers", "Holds")),
        ("monthly", translate("Offers", "Monthly")),
        ("one_time", translate("Offers", "One-time")),
        ("contract", translate("Offers", "Contract total")),
        ("saving", translate("Offers", "Saves a month, like for like")),
        ("new", translate("Offers", "New services a month")),
        ("typical", translate("Offers", "Typical month under the plan (median)")),
        ("months", translate("Offers", "Smallest to largest month")),
        ("day", translate("Offers", "A day, rounded up")),
        *((name, speaker.words(f"selling.head.{name}")) for name in HEADS),
        ("level", translate("Offers", "Approval (internal)")),
    )


def _figure(speaker: Speaker, key: str, one: Compared) -> str:
    money, revision = speaker.figures.money, one.revision
    totals, saved, said = revision.priced.totals, revision.saving, selling_of(revision)
    amounts: dict[str, int | None] = {
        "monthly": totals.monthly.net_amount,
        "one_time": totals.one_time.net_amount,
        "contract": totals.contract.net_amount,
        "saving": saved.saving if saved is not None else None,
        "new": saved.new_value if saved is not None else None,
        "typical": said.typical,
        **_parts(one),
    }
    if key == "name":
        return option_name(speaker, one)
    if key == "level":
        return revision.verdict.level or "–"
    if key == "months" and said.smallest is not None and said.largest is not None:
        return f"{money(said.smallest)} – {money(said.largest)}"
    amount = amounts.get(key)
    return "–" if amount is None else money(amount)


def _parts(one: Compared) -> dict[str, int]:
    return {share.part: share.amount for share in selling_of(one.revision).shares}
