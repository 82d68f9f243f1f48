"""Prices of every charge over the published versions; read once, beside the window."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.ui.presenting.customers import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.services.workspace import Workspace
    from app.ui.presenting.speaker import Speaker
    from catalog.price_list import PriceRecord


class PriceOfVersion(NamedTuple):
    """What a charge or a bundle costs in one version; the newest comes first in lists."""

    version: str
    day: date
    price: Decimal


class PriceHistory:
    """Prices by code of the charge or bundle, the newest version first."""

    def __init__(self, prices: dict[str, list[PriceOfVersion]]) -> None:
        """Hold what was read."""
        self._prices = prices

    @classmethod
    def read(cls, workspace: Workspace) -> PriceHistory:
        """Read every version.

        Raises:
            StorageError: The database failed.
        """
        prices: dict[str, list[PriceOfVersion]] = {}
        for row in workspace.catalogs.versions():
            content = workspace.catalog_version(row.version).content
            priced = [
                (charge.code, charge.list_price)
                for offering in content.offerings
                for charge in offering.charges
            ]
            priced += [(bundle.code, bundle.price) for bundle in content.bundles]
            for code, price in priced:
                one = PriceOfVersion(row.version, row.imported_on, price)
                prices.setdefault(code, []).append(one)
        return cls(prices)

    def of(self, code: str) -> Sequence[PriceOfVersion]:
        """Prices of a charge or a bundle."""
        return self._prices.get(code, ())


def history_sections(
    speaker: Speaker, prices: Sequence[PriceOfVersion], records: Sequence[PriceRecord]
) -> tuple[Section, ...]:
    """The price in each version with how it moved, and the price records of the newest."""
    translate, figures = speaker.translate, speaker.figures
    entries = []
    for place, one in enumerate(prices):
        former = prices[place + 1].price if place + 1 < len(prices) else None
        moved = one.price - former if former is not None else Decimal(0)
        sign = "+" if moved > 0 else "−"
        marks = (f"{sign}{figures.price(abs(moved))}",) if moved else ()
        detail = f"{one.day.isoformat()} · {one.version}"
        entries.append(Entry(f"¥{figures.price(one.price)}", detail, marks))
    conditional = tuple(
        Entry(f"¥{figures.price(record.unit_price)}", _conditions(record)) for record in records
    )
    sections = (
        Section(translate("Detail", "Price over the versions"), tuple(entries)),
        Section(translate("Detail", "Prices under conditions"), conditional),
    )
    return tuple(section for section in sections if section.entries)


def _conditions(record: PriceRecord) -> str:
    first = record.valid.first.isoformat() if record.valid.first else ""
    last = record.valid.last.isoformat() if record.valid.last else ""
    days = f"{first} – {last}" if first or last else ""
    term = f"≥ {record.least_term}" if record.least_term else ""
    parts = (record.id, days, "、".join(record.segments), "、".join(record.areas), term)
    return " · ".join(part for part in parts if part)
