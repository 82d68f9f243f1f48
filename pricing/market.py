"""What the catalogue says about a charge in the circumstances of one quote, looked up once.

A ``Market`` belongs to one catalogue version, one context and one set of bundles in the quote. It
turns decimal prices into whole numbers once, so that pricing an item is integer arithmetic.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.charge import Charge
from catalog.local_text import LocalText
from catalog.money import round_half_up, unit_micro
from catalog.price_list import Circumstances, choose_record
from pricing.allowances import may_include
from pricing.bundle_content import inner_bundles
from pricing.charge_rules import NO_RULES, ChargeRules
from pricing.stages import Stage
from pricing.standing import Standing
from pricing.tax import tax_ratio
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.bundle import BundledOffering, BundleOption
    from catalog.product_catalog import ProductCatalog, SoldCharge
    from pricing.context import PricingContext
    from pricing.rulebook import Rulebook


_NO_TAX = Decimal(0)
_LIST = Stage.LIST  # looking up a member of an enumeration takes as long as applying a rule

CATALOG_CURRENCY = "CNY"
"""Currency of the list prices that charges carry themselves."""


class ListedCharge(msgspec.Struct, frozen=True, gc=False):
    """A charge ready for arithmetic.

    Attributes:
        charge: From the catalogue.
        name: Offering and charge together.
        list_price: List price in yuan per unit.
        list_micro: The same in 0.000001 yuan.
        note: The step of the list price: the price record, or catalogue version, it comes from.
        cost_micro: Cost in 0.000001 yuan.
        rate: VAT rate on the price date, inside the list price; ``None`` when its tax class has
            none, 0 when the list price is without VAT.
        tax_ratio: One plus the rate as a ratio of whole numbers.
        rules: Rules that touch it.
        problems: Codes and parameters of findings about its list price.
        on_top: VAT rate that comes on top of a list price without VAT; ``None`` where it is inside.
    """

    charge: Charge
    name: LocalText
    list_price: Decimal
    list_micro: int
    note: StepNote
    cost_micro: int
    rate: Decimal | None
    tax_ratio: tuple[int, int]
    rules: ChargeRules
    problems: tuple[tuple[str, dict[str, str]], ...] = ()
    on_top: Decimal | None = None


class PublishedOption(NamedTuple):
    """An option price that a bundle in the quote publishes."""

    bundle: BundledOffering
    option: BundleOption
    micro: int


class PublishedOverage(NamedTuple):
    """What a bundle in the quote publishes for usage beyond its allowance; ``None``: list price."""

    bundle: BundledOffering
    price: Decimal | None
    micro: int

    def is_before(self, other: PublishedOverage) -> bool:
        """Whether it is lower, or as low and of the bundle with the earlier code."""
        return (self.micro, self.bundle.code) < (other.micro, other.bundle.code)


class Market:
    """Lookups for one catalogue, context and set of bundles.

    Attributes:
        catalog: The catalogue version.
        context: The quote's circumstances.
        bundles: Bundles in the quote, in the order of their codes.
        rulebook: Rules that apply in the quote's circumstances.
        standing: What can be said of an offering without the other items.
        pools: What is counted over the quote: units by identifier of the pooled rule, units
            that bundles include by ``share_key``, and fen by ``base_key`` of a percent-of-others
            rule once they are known.
        without_tax: Codes of the charges looked up so far whose list prices are without VAT.
        limits: Most fen that promotions may take off a charge in a period, by rule, for the item's
            identifier and the charge's code; empty unless a limit of the quote is shared out.
    """

    __slots__ = (
        "_listed",
        "_options",
        "_overages",
        "_rates",
        "_waivers",
        "bundles",
        "catalog",
        "context",
        "limits",
        "pools",
        "rulebook",
        "standing",
        "without_tax",
    )

    def __init__(
        self,
        catalog: ProductCatalog,
        context: PricingContext,
        bundles: frozenset[str] = frozenset(),
        rulebook: Rulebook | None = None,
        pools: Mapping[str, int] | None = None,
    ) -> None:
        """Look up the bundles; unknown codes are left out (the engine reports them)."""
        self.catalog = catalog
        self.context = context
        self.rulebook = rulebook
        self.pools = pools or {}
        self.without_tax: set[str] = set()
        self.limits: dict[tuple[str, str], dict[str, int]] = {}
        self.standing = Standing(catalog, context)
        known = (catalog.bundle(code) for code in sorted(bundles))
        self.bundles = tuple(bundle for bundle in known if bundle is not None)
        self._listed: dict[str, ListedCharge | None] = {}
        self._rates: dict[str, tuple[Decimal | None, tuple[int, int]]] = {}
        self._options: dict[str, PublishedOption] = {}
        self._waivers: dict[str, BundledOffering] = {}
        self._overages: dict[str, PublishedOverage] = {}
        for bundle in self.bundles:
            for option in bundle.options:
                self._offer(PublishedOption(bundle, option, unit_micro(option.price)))
                for code in option.waives:
                    self._waivers.setdefault(code, bundle)
            self._rate_usage(bundle)

    def _offer(self, published: PublishedOption) -> None:
        """Keep the lowest of several option prices for one charge; ties by bundle code."""
        standing = self._options.get(published.option.charge)
        if standing is None or published.micro < standing.micro:
            self._options[published.option.charge] = published

    def _rate_usage(self, bundle: BundledOffering) -> None:
        """Keep what a bundle publishes for usage: the lowest of several overage prices."""
        for one in (bundle, *(child for child, _ in inner_bundles(self.catalog, bundle))):
            for code in may_include(one):
                self._overages.setdefault(code, PublishedOverage(one, None, 0))
            for rate in one.overage:
                found = PublishedOverage(one, rate.price, unit_micro(rate.price))
                standing = self._overages.get(rate.charge)
                if standing is None or standing.price is None or found.is_before(standing):
                    self._overages[rate.charge] = found

    def listed(self, code: str) -> ListedCharge | None:
        """A charge of the catalogue, or ``None`` when there is no such code."""
        found = self._listed.get(code)
        if found is None and code not in self._listed:
            found = self._listed[code] = self._look_up(code)
        return found

    def listed_with_tax(self, code: str) -> ListedCharge | None:
        """The same with VAT inside its list price in any case, as bundles need it."""
        found = self.listed(code)
        return found if found is None or found.on_top is None else with_tax_inside(found)

    def option(self, code: str) -> PublishedOption | None:
        """The option price in force for a charge."""
        return self._options.get(code)

    def overage(self, code: str) -> PublishedOverage | None:
        """What holds for usage beyond the allowances of the bundles in the quote."""
        return self._overages.get(code)

    def waiver(self, code: str) -> BundledOffering | None:
        """The bundle that publishes a one-time charge as free."""
        return self._waivers.get(code)

    def _look_up(self, code: str) -> ListedCharge | None:
        sold = self.catalog.sold(code)
        if sold is None:
            return None
        charge = sold.charge.on(self.context.price_date)
        price, source, problems, included = self._list_price(sold)
        if price is None:
            return None
        rate, ratio = self._rate(charge.tax_class)
        found = ListedCharge(
            charge,
            sold.name,
            price,
            unit_micro(price) if sold.list_micro is None else sold.list_micro,
            StepNote(_LIST, "step.list", source),
            sold.cost_micro,
            rate,
            ratio,
            self.rulebook.rules_for(sold.offering, charge) if self.rulebook else NO_RULES,
            problems,
        )
        if included or rate is None:
            return found
        if code in self._options or code in self._waivers or code in self._overages:
            return with_tax_inside(found)  # a bundle in the quote publishes a price with VAT
        self.without_tax.add(code)
        return msgspec.structs.replace(found, rate=_NO_TAX, tax_ratio=(1, 1), on_top=rate)

    def _rate(self, tax_class: str) -> tuple[Decimal | None, tuple[int, int]]:
        """The rate of a tax class on the price date; all its charges share one value."""
        known = self._rates.get(tax_class)
        if known is None:
            found = self.catalog.tax_class(tax_class)
            rate = found.rate_on(self.context.price_date) if found else None
            known = self._rates[tax_class] = (rate, tax_ratio(rate or Decimal(0)))
        return known

    def _list_price(
        self, sold: SoldCharge
    ) -> tuple[Decimal | None, str, tuple[tuple[str, dict[str, str]], ...], bool]:
        """The list price that holds, where it comes from, what is odd, whether VAT is inside."""
        context, records = self.context, sold.records
        if not records:
            own = context.currency == CATALOG_CURRENCY
            price = sold.charge.list_price if own else None
            return price, self.catalog.version, (), sold.charge.tax_included
        seen = Circumstances(
            context.price_date, context.segments, context.area, context.term, context.currency
        )
        chosen = choose_record(records, seen)
        if chosen is None:
            return None, "", (), True
        tied = {"record": chosen.record.id, "others": ", ".join(chosen.tied)}
        problems = (("price.tied_records", tied),) if chosen.tied else ()
        record = chosen.record
        return record.unit_price, record.id, problems, record.tax_included


def with_tax_inside(listed: ListedCharge) -> ListedCharge:
    """A charge whose list price is without VAT, at the price with VAT, to six decimals."""
    rate = listed.rate if listed.on_top is None else listed.on_top
    ratio = tax_ratio(rate or _NO_TAX)
    micro = round_half_up(listed.list_micro * ratio[0], ratio[1])
    return msgspec.structs.replace(
        listed,
        list_price=Decimal(micro).scaleb(-6),
        list_micro=micro,
        rate=rate,
        tax_ratio=ratio,
        on_top=None,
    )
