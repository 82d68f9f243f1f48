"""The quote that the pricing benchmark prices: a catalogue, 25 rules that touch every item, items.

Every offering of the catalogue has its own price and 1,000 of them are quoted before one comes
twice, so nothing is gained from pricing the same charge again and again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import BillingPeriod
from catalog.product_catalog import CatalogContent, ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.context import PricingContext
from pricing.item import ItemCharge, QuoteItem
from pricing.policy import PricingPolicy
from pricing.quote_wide import QuoteDiscount
from pricing.rule import (
    Base,
    LineAmountOff,
    PercentOff,
    PriceRule,
    QuantityTiers,
    RuleAlteration,
    Scope,
    TermDiscount,
    UnitAmountOff,
    When,
)
from pricing.rulebook import RuleSet
from pricing.tiers import Tier

OFFERINGS = 1_000
TOUCHING = 25
CONTEXT = PricingContext(date(2026, 11, 23), ("SMB",), 24)


def list_price(number: int) -> Decimal:
    """Yuan per unit of the offering with a number; every one has parts of a yuan."""
    return Decimal(10_000 + number * 7_919 % 90_000) / 100


def quantity(number: int) -> int:
    """Units of the item with a number: 1 to 3."""
    return 1 + number % 3


def a_catalog() -> ProductCatalog:
    """1,000 offerings with one monthly charge each, in five families."""
    nine = TaxClass("nine", LocalText("九"), (DatedRate(Decimal("0.09")),))
    offerings = tuple(_offering(number) for number in range(OFFERINGS))
    return ProductCatalog(CatalogContent("v1", "", date(2026, 1, 1), offerings, (), (nine,)))


def _offering(number: int) -> ProductOffering:
    code = f"P{number}"
    charge = Charge(
        code=f"{code}.RENT",
        name=LocalText("月租", "rent"),
        type=ChargeType.RECURRING,
        unit="条",
        period=BillingPeriod.MONTH,
        list_price=list_price(number),
        cost=Decimal(30),
        regulation=PriceRegulation.MARKET,
        tax_class="nine",
    )
    name = LocalText(f"商品{number}", f"offering {number}")
    return ProductOffering(code, name, f"F{number % 5}", ("ALL",), (charge,))


def items(count: int) -> tuple[QuoteItem, ...]:
    """So many items of one charge each."""
    return tuple(item(number, quantity(number)) for number in range(count))


def item(number: int, units: int) -> QuoteItem:
    """The item with a number and a quantity."""
    code = f"P{number % OFFERINGS}"
    return QuoteItem(f"i{number}", code, units, (ItemCharge(f"{code}.RENT", units),))


def discount(count: int) -> QuoteDiscount:
    """An amount off the whole quote that every item bears a share of."""
    return QuoteDiscount(amount=1_000 * count + 7)


def policy(further: int = 0) -> PricingPolicy:
    """25 rules that change the price of every item, and so many that touch other offerings."""
    touching = [_touching(number, alteration) for number, alteration in enumerate(_alterations())]
    assert len(touching) == TOUCHING
    others = [_elsewhere(number) for number in range(further)]
    return PricingPolicy("p1", rules=RuleSet("r1", rules=(*others, *touching)))


def _alterations() -> list[RuleAlteration]:
    """Volume tiers, a term discount, 19 percentages, two amounts a unit, two amounts a charge."""
    tiers = tuple(Tier(least, percent=Decimal(least)) for least in (1, 2, 3))
    return [
        QuantityTiers(tiers),
        TermDiscount(((12, Decimal(1)), (24, Decimal("2.5")))),
        *(PercentOff(Decimal(number % 4 + 1) / 4) for number in range(19)),
        *(UnitAmountOff(Decimal(number) / 20) for number in (1, 2)),
        *(LineAmountOff(Decimal(number) / 10) for number in (1, 2)),
    ]


def _touching(number: int, alteration: RuleAlteration) -> PriceRule:
    """Promotions in an order of their own; every third one names a family or asks for a unit."""
    families = tuple(f"F{family}" for family in range(5)) if number % 3 == 0 else ()
    return PriceRule(
        id=f"R{number:03}",
        name=LocalText(f"规则{number}", f"rule {number}"),
        alteration=alteration,
        scope=Scope(families=families),
        when=When(segments=("SMB", "LARGE"), least_quantity=int(number % 3 == 1)),
        priority=number % 7,
        promotion=not isinstance(alteration, QuantityTiers | TermDiscount),
        base=Base.LIST if number % 9 == 4 else Base.PREVIOUS,
        published=number % 2 == 0,
    )


def _elsewhere(number: int) -> PriceRule:
    """A rule for an offering that is not in the quote."""
    return PriceRule(
        id=f"X{number:03}",
        name=LocalText(f"别的{number}", f"other {number}"),
        alteration=PercentOff(Decimal(1)),
        scope=Scope(offerings=(f"Q{number}",)),
        promotion=True,
    )
