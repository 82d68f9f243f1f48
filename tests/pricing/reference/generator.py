"""Random catalogues, rules and quotes: small, crowded, and full of ties and odd figures.

Everything comes from one seeded generator, so a number names a quote for good.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    OverageRate,
)
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import CatalogContent
from catalog.tax_class import DatedRate, TaxClass
from pricing.context import PricingContext
from tests.pricing.reference.formed_bundles import a_formed_bundle, with_a_group

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

T = TypeVar("T")
S = TypeVar("S", Charge, PriceRecord)
DAY = date(2026, 7, 1)
SEGMENTS = ("SMB", "KEY", "GOV")
AREAS = ("north", "south")
PERIODS = {
    BillingPeriod.ONCE: ChargeType.ONE_TIME,
    BillingPeriod.MONTH: ChargeType.RECURRING,
    BillingPeriod.YEAR: ChargeType.RECURRING,
    BillingPeriod.PER_USE: ChargeType.USAGE,
}
TAXES = (
    TaxClass(
        "moving",
        LocalText("变"),
        (
            DatedRate(Decimal("0.06"), ValidityPeriod(None, DAY - timedelta(1))),
            DatedRate(Decimal("0.09"), ValidityPeriod(DAY)),
        ),
    ),
    TaxClass("six", LocalText("六"), (DatedRate(Decimal("0.06")),)),
    TaxClass("thirteen", LocalText("十三"), (DatedRate(Decimal("0.13")),)),
    TaxClass("ended", LocalText("止"), (DatedRate(Decimal("0.03"), ValidityPeriod(None, DAY)),)),
)


class Shop(NamedTuple):
    """A catalogue with what a generator needs to quote from it."""

    content: CatalogContent
    charges: tuple[Charge, ...]


def seldom(random: Random, chance: float = 0.1) -> bool:
    """True now and then."""
    return random.random() < chance


def some(random: Random, values: Sequence[T], most: int = 2) -> tuple[T, ...]:
    """A few of the values, none twice."""
    return tuple(random.sample(values, random.randint(0, min(most, len(values)))))


def a_price(random: Random) -> Decimal:
    """Round prices, odd prices, prices below a fen; now and then nothing."""
    kind = random.random()
    if kind < 0.05:
        return Decimal(0)
    if kind < 0.4:
        return Decimal(random.choice((1, 5, 10, 25, 100, 199, 1000)))
    if kind < 0.9:
        return Decimal(random.randint(1, 99_999)).scaleb(-2)
    return Decimal(random.randint(1, 9_999)).scaleb(-4)


def a_percent(random: Random) -> Decimal:
    """Round and odd percentages, nothing and everything included."""
    choice = random.random()
    if choice < 0.1:
        return Decimal(random.choice((0, 100)))
    if choice < 0.7:
        return Decimal(random.choice((5, 10, 15, 20, 25, 50)))
    return Decimal(random.randint(1, 9_999)).scaleb(-2)


def a_validity(random: Random) -> ValidityPeriod:
    """Usually open; otherwise with bounds close to the day, so that both ends matter."""
    if not seldom(random, 0.3):
        return ValidityPeriod()
    first = DAY + timedelta(random.randint(-2, 1))
    return random.choice(
        (
            ValidityPeriod(first),
            ValidityPeriod(None, first),
            ValidityPeriod(first, first + timedelta(random.randint(0, 2))),
        )
    )


def a_context(random: Random) -> PricingContext:
    """Circumstances; the price date lies on either side of every bound."""
    return PricingContext(
        price_date=DAY + timedelta(random.randint(-1, 1)),
        segments=some(random, SEGMENTS) or ("SMB",),
        term=random.choice((1, 6, 12, 13, 24, 36)),
        measures={"lines": Decimal(random.randint(0, 4))} if seldom(random, 0.7) else {},
        words={"industry": random.choice(("school", "bank"))} if seldom(random, 0.5) else {},
        customer=random.choice(("", "c1", "c2")),
        codes=some(random, ("SPRING", "AUTUMN"), 1),
        area=random.choice(("", *AREAS)),
        currency="USD" if seldom(random, 0.02) else "CNY",
    )


def a_shop(random: Random) -> Shop:
    """A catalogue of three to five offerings and one or two bundles."""
    offerings = tuple(_offering(random, f"P{n}") for n in range(random.randint(3, 5)))
    charges = tuple(charge for offering in offerings for charge in offering.charges)
    bundles = tuple(
        bundle
        for n in range(random.randint(0, 2))
        if (bundle := _bundle(random, f"B{n}", charges)) is not None
    )
    if bundles and seldom(random, 0.6):
        inner = (with_a_group(random, bundles[0], charges), *bundles[1:])
        bundles = (*inner, a_formed_bundle(random, charges, inner))
    records = tuple(
        PriceRecord(
            id=f"r{random.randint(0, 99):02d}-{n}",
            charge=random.choice(charges).code,
            unit_price=a_price(random),
            valid=a_validity(random),
            segments=some(random, SEGMENTS, 1),
            areas=some(random, AREAS, 1) if seldom(random, 0.3) else (),
            least_term=random.choice((0, 0, 12, 24)),
            currency="USD" if seldom(random, 0.05) else "CNY",
            priority=random.choice((0, 0, 1)),
        )
        for n in range(random.choice((0, 0, 1, 4)))
    )
    if seldom(random, 0.3):
        without = random.choice((0.3, 1.0))
        offerings = tuple(
            replace(one, charges=tuple(_without_tax(random, c, without) for c in one.charges))
            for one in offerings
        )
        records = tuple(_without_tax(random, record, without) for record in records)
    content = CatalogContent("v", "", DAY, offerings, bundles, TAXES, records)
    return Shop(content, charges)


def _without_tax(random: Random, priced: S, share: float) -> S:
    """A charge or price record, whose price is without VAT in such a share of cases."""
    return replace(priced, tax_included=random.random() >= share)


def _offering(random: Random, code: str) -> ProductOffering:
    periods = random.choices(tuple(PERIODS), weights=(3, 6, 1, 2), k=random.randint(1, 3))
    charges = tuple(_charge(random, f"{code}.C{n}", period) for n, period in enumerate(periods))
    return ProductOffering(
        code, LocalText(code), random.choice(("VOICE", "CLOUD")), ("ALL",), charges
    )


def _charge(random: Random, code: str, period: BillingPeriod) -> Charge:
    price = a_price(random)
    if period is BillingPeriod.ONCE and seldom(random):
        price = -price
    regulation = random.choices(tuple(PriceRegulation), weights=(8, 2, 1))[0]
    return Charge(
        code=code,
        name=LocalText(code),
        type=PERIODS[period],
        unit="",
        period=period,
        list_price=price,
        cost=abs(price) * random.choice((0, 1, 5, 9)) / 10,
        regulation=regulation,
        tax_class=random.choice(("moving", "moving", "six", "thirteen", "ended"))
        if seldom(random)
        else random.choice(("moving", "six", "thirteen")),
    )


def _bundle(random: Random, code: str, charges: Sequence[Charge]) -> BundledOffering | None:
    recurring = [c for c in charges if c.type is ChargeType.RECURRING]
    once = [c for c in charges if c.period is BillingPeriod.ONCE]
    if not recurring:
        return None
    components = tuple(
        BundleComponent(
            charge.code,
            random.choice((1, 1, 3, 10)),
            ComponentKind.YEARLY if charge.period is BillingPeriod.YEAR else ComponentKind.MONTHLY,
        )
        for charge in random.sample(recurring, random.randint(1, min(3, len(recurring))))
    )
    used = [c for c in charges if c.type is ChargeType.USAGE]
    components += tuple(
        BundleComponent(c.code, random.choice((2, 5, 40)), ComponentKind.ALLOWANCE)
        for c in some(random, used, 1)
    )
    options = tuple(
        BundleOption(
            random.choice(charges).code,
            a_price(random),
            waives=tuple(c.code for c in some(random, once, 1)),
        )
        for _ in range(random.randint(0, 2))
    )
    return BundledOffering(
        code,
        LocalText(code),
        ("ALL",),
        Decimal(random.randint(0, 99_999)).scaleb(-2),
        1,
        components,
        most_extra_discount=Decimal(random.choice((0, 5, 10))),
        one_time=tuple(
            BundleOneTime(c.code, random.choice((1, 2)), Decimal(random.choice((0, 50))))
            for c in some(random, once, 1)
        ),
        options=options,
        overage=tuple(OverageRate(c.code, a_price(random)) for c in some(random, used, 1)),
        filing_number=random.choice(("", "F-1")),
    )
