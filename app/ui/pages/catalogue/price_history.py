"""Prices of every charge over the published versions; read once, beside the window."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.ui.presenting.customers import Entry, Section
from catalog.bundle import PricingForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from app.figures import Figures
    from app.services.workspace import Workspace
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import CatalogContent


class PriceOfVersion(NamedTuple):
    """What a charge or a bundle costs in one version; the newest comes first in lists.

    Attributes:
        version: The version.
        day: Day of its import.
        price: Yuan, or percent off its components for a bundle in that form.
        is_percent: Whether it is a percentage.
    """

    version: str
    day: date
    price: Decimal
    is_percent: bool = False


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
            for code, price, is_percent in _priced(content):
                one = PriceOfVersion(row.version, row.imported_on, price, is_percent)
                prices.setdefault(code, []).append(one)
        return cls(prices)

    def of(self, code: str) -> Sequence[PriceOfVersion]:
        """Prices of a charge or a bundle."""
        return self._prices.get(code, ())


def _priced(content: CatalogContent) -> Iterator[tuple[str, Decimal, bool]]:
    """What each charge and bundle is published for; bundles made of other prices have none."""
    for offering in content.offerings:
        for charge in offering.charges:
            yield charge.code, charge.list_price, False
    for bundle in content.bundles:
        if bundle.form is PricingForm.FIXED:
            yield bundle.code, bundle.price, False
        elif bundle.form is PricingForm.PERCENT_OFF:
            yield bundle.code, bundle.percent, True


def history_sections(speaker: Speaker, prices: Sequence[PriceOfVersion]) -> tuple[Section, ...]:
    """The price in each version with how it moved."""
    figures = speaker.figures
    entries = []
    for place, one in enumerate(prices):
        former = prices[place + 1] if place + 1 < len(prices) else one
        alike = former.is_percent is one.is_percent
        moved = one.price - former.price if alike else Decimal(0)
        sign = "+" if moved > 0 else "−"
        marks = (f"{sign}{_said(figures, abs(moved), one)}",) if moved else ()
        detail = f"{one.day.isoformat()} · {one.version}"
        lead = "−" if one.is_percent else "¥"
        entries.append(Entry(f"{lead}{_said(figures, one.price, one)}", detail, marks))
    title = speaker.translate("Detail", "Price over the versions")
    return (Section(title, tuple(entries)),) if entries else ()


def _said(figures: Figures, amount: Decimal, one: PriceOfVersion) -> str:
    return figures.percent(amount) if one.is_percent else figures.price(amount)
