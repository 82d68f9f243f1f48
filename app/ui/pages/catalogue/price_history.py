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


class _Prices(NamedTuple):
    """Prices of one version by code: a value of its own for each would be 20 MB for 100,000."""

    version: str
    day: date
    plain: dict[str, Decimal]
    percent: dict[str, Decimal]


class PriceHistory:
    """Prices by code of the charge or bundle, the newest version first."""

    def __init__(self, versions: Sequence[_Prices] = ()) -> None:
        """Hold what was read."""
        self._versions = versions

    @classmethod
    def read(cls, workspace: Workspace) -> PriceHistory:
        """Read every version.

        Raises:
            StorageError: The database failed.
        """
        versions = []
        for row in workspace.catalogs.versions():
            one = _Prices(row.version, row.imported_on, {}, {})
            for code, price, is_percent in _priced(workspace.catalog_version(row.version).content):
                (one.percent if is_percent else one.plain)[code] = price
            versions.append(one)
        return cls(versions)

    def of(self, code: str) -> Sequence[PriceOfVersion]:
        """Prices of a charge or a bundle."""
        return [
            PriceOfVersion(one.version, one.day, prices[code], prices is one.percent)
            for one in self._versions
            for prices in (one.plain, one.percent)
            if code in prices
        ]


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
