"""What the catalogue says about a charge in the circumstances of one quote, looked up once.

A ``Market`` belongs to one catalogue version, price date and set of bundles in the quote. It turns
decimal prices into whole numbers once, so that pricing an item is integer arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.local_text import LocalText
from catalog.money import unit_micro
from pricing.rulebook import NO_RULES, ChargeRules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.offering import BundledOffering, BundleOption
    from catalog.product_catalog import ProductCatalog
    from pricing.rulebook import Rulebook


class ListedCharge(NamedTuple):
    """A charge ready for arithmetic.

    Attributes:
        charge: From the catalogue.
        name: Offering and charge together.
        list_micro: List price in 0.000001 yuan.
        cost_micro: Cost in 0.000001 yuan.
        rate: VAT rate on the price date; ``None`` when its tax class has none.
        rules: Rules that touch it.
    """

    charge: Charge
    name: LocalText
    list_micro: int
    cost_micro: int
    rate: Decimal | None
    rules: ChargeRules


class PublishedOption(NamedTuple):
    """An option price that a bundle in the quote publishes."""

    bundle: BundledOffering
    option: BundleOption
    micro: int


class Market:
    """Lookups for one catalogue, date and set of bundles.

    Attributes:
        catalog: The catalogue version.
        price_date: Day whose prices, promotions and rates apply.
        bundles: Bundles in the quote, in the order of their codes.
        rulebook: Rules that apply in the quote's circumstances.
        pools: Units that count together, by identifier of the pooled rule.
    """

    __slots__ = (
        "_listed",
        "_options",
        "_waivers",
        "bundles",
        "catalog",
        "pools",
        "price_date",
        "rulebook",
    )

    def __init__(
        self,
        catalog: ProductCatalog,
        price_date: date,
        bundles: frozenset[str] = frozenset(),
        rulebook: Rulebook | None = None,
        pools: Mapping[str, int] | None = None,
    ) -> None:
        """Look up the bundles; unknown codes are left out (the engine reports them)."""
        self.catalog = catalog
        self.price_date = price_date
        self.rulebook = rulebook
        self.pools = pools or {}
        known = (catalog.bundle(code) for code in sorted(bundles))
        self.bundles = tuple(bundle for bundle in known if bundle is not None)
        self._listed: dict[str, ListedCharge | None] = {}
        self._options: dict[str, PublishedOption] = {}
        self._waivers: dict[str, BundledOffering] = {}
        for bundle in self.bundles:
            for option in bundle.options:
                self._offer(PublishedOption(bundle, option, unit_micro(option.price)))
                for code in option.waives:
                    self._waivers.setdefault(code, bundle)

    def _offer(self, published: PublishedOption) -> None:
        """Keep the lowest of several option prices for one charge; ties by bundle code."""
        standing = self._options.get(published.option.charge)
        if standing is None or published.micro < standing.micro:
            self._options[published.option.charge] = published

    def listed(self, code: str) -> ListedCharge | None:
        """A charge of the catalogue, or ``None`` when there is no such code."""
        try:
            return self._listed[code]
        except KeyError:
            found = self._listed[code] = self._look_up(code)
            return found

    def option(self, code: str) -> PublishedOption | None:
        """The option price in force for a charge."""
        return self._options.get(code)

    def waiver(self, code: str) -> BundledOffering | None:
        """The bundle that publishes a one-time charge as free."""
        return self._waivers.get(code)

    def _look_up(self, code: str) -> ListedCharge | None:
        charge, offering = self.catalog.charge(code), self.catalog.owner(code)
        if charge is None or offering is None:
            return None
        tax_class = self.catalog.tax_class(charge.tax_class)
        return ListedCharge(
            charge,
            LocalText(
                f"{offering.name.zh} {charge.name.zh}".strip(),
                f"{offering.name.en} {charge.name.en}".strip(),
            ),
            unit_micro(charge.list_price),
            unit_micro(charge.cost),
            tax_class.rate_on(self.price_date) if tax_class else None,
            self.rulebook.rules_for(offering, charge) if self.rulebook else NO_RULES,
        )
