"""Random rules and quotes over a random catalogue."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType
from catalog.condition import Condition
from catalog.local_text import LocalText
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge, QuoteItem
from pricing.policy import PricingPolicy
from pricing.promotion_choice import ChoicePolicy
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
    When,
)
from pricing.rulebook import RuleSet
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.pricing.reference.formed_bundles import some_choices
from tests.pricing.reference.generator import (
    SEGMENTS,
    a_context,
    a_percent,
    a_price,
    a_shop,
    a_validity,
    seldom,
    some,
)
from tests.pricing.reference.whole_rules import with_whole

if TYPE_CHECKING:
    from catalog.product_catalog import CatalogContent
    from pricing.alterations import Alteration, Discount
    from pricing.context import PricingContext
    from pricing.rule import RuleAlteration
    from tests.pricing.reference.generator import Shop


class RandomQuote(NamedTuple):
    """Everything that a price depends on."""

    content: CatalogContent
    policy: PricingPolicy
    context: PricingContext
    items: tuple[QuoteItem, ...]
    discount: QuoteDiscount | None


def random_quote(number: int) -> RandomQuote:
    """The quote of a number; the same on every machine."""
    random = Random(number)  # noqa: S311 (reproducible examples, no secrets)
    shop = a_shop(random)
    rules = tuple(_rule(random, shop, n) for n in range(random.choice((0, 2, 5, 8, 11))))
    policy = PricingPolicy(
        "p",
        guided_band=Decimal(random.choice(("15", "7.5"))),
        floor_margin=Decimal(random.choice((0, 10, 15))) if seldom(random, 0.3) else None,
        rules=RuleSet("r", random.choice(tuple(ChoicePolicy)), rules),
    )
    context = a_context(random)
    items = tuple(_item(random, shop, n, context.term) for n in range(random.randint(1, 4)))
    discount = _discount(random) if seldom(random, 0.5) else None
    policy, context = with_whole(Random(number + 1), policy, context)  # noqa: S311 (as above)
    return RandomQuote(shop.content, policy, context, items, discount)


def _scope(random: Random, shop: Shop) -> Scope:
    charges = [charge.code for charge in shop.charges]
    return Scope(
        offerings=some(random, [code.split(".")[0] for code in charges], 1)
        if seldom(random, 0.15)
        else (),
        charges=some(random, charges, 3) if seldom(random, 0.25) else (),
        families=some(random, ("VOICE", "CLOUD"), 1) if seldom(random, 0.2) else (),
        types=some(random, tuple(ChargeType), 2) if seldom(random, 0.1) else (),
    )


def _when(random: Random) -> When:
    conditions: tuple[Condition, ...] = ()
    if seldom(random):
        conditions = (Condition("lines", Decimal(random.randint(0, 2)), Decimal(3)),)
    elif seldom(random):
        conditions = (Condition("industry", one_of=("school",)),)
    return When(
        valid=a_validity(random),
        segments=some(random, SEGMENTS) if seldom(random) else (),
        least_term=random.choice((0, 0, 0, 0, 0, 12, 24)),
        least_quantity=random.choice((0, 0, 0, 0, 5, 10)),
        conditions=conditions,
        customers=("c1",) if seldom(random, 0.05) else (),
        codes=("SPRING",) if seldom(random, 0.05) else (),
    )


def _rule(random: Random, shop: Shop, number: int) -> PriceRule:
    kind = random.random()
    alteration = _standing(random, shop) if kind < 0.45 else _taking(random)
    promotion = kind >= 0.55 or (isinstance(alteration, QuantityTiers) and seldom(random))
    return PriceRule(
        id=f"{random.choice('XYZ')}{number}",
        name=LocalText("规则"),
        alteration=alteration,
        scope=_scope(random, shop),
        when=_when(random),
        priority=random.choice((-1, 0, 0, 5)),
        promotion=promotion,
        group=random.choice(("", "", "g", "h")),
        exclusive=seldom(random, 0.15),
        combinable_with=some(random, ("g", "h"), 1) if seldom(random, 0.2) else (),
        base=random.choices(tuple(Base), weights=(6, 2, 2))[0],
        cap=random.choice((0, 100, 5_000))
        if seldom(random, 0.2) and not isinstance(alteration, UsageRates | AttributeAdjustment)
        else None,
        published=not seldom(random, 0.3),
    )


def _standing(random: Random, shop: Shop) -> RuleAlteration:
    """Contract prices, tiers, term discounts, percentages of others, adjustments."""
    kind = random.randint(0, 5)
    if kind == 5:
        return _usage(random)
    if kind == 4:
        return AttributeAdjustment(
            random.choice(("speed", "sla")), {value: _adjustment(random) for value in ("a", "b")}
        )
    if kind == 0:
        return ContractPrice(a_price(random))
    if kind == 1:
        return _tiers(random)
    if kind == 2:
        steps = tuple((m, a_percent(random)) for m in (1, 12, 24) if seldom(random, 0.6))
        return TermDiscount(steps or ((12, Decimal(5)),), additive=seldom(random, 0.5))
    return PercentOfOthers(a_percent(random), _scope(random, shop))


def _adjustment(random: Random) -> Adjustment:
    sign = random.choice((1, -1))
    if seldom(random, 0.5):
        return Adjustment(sign * a_percent(random))
    return Adjustment(None, sign * a_price(random))


def _usage(random: Random) -> UsageRates:
    tiers = _tiers(random) if seldom(random, 0.5) else None
    fixed, commitment = (Decimal(random.choice((0, 0, 5, 20))) for _ in range(2))
    return UsageRates(
        rate=None if tiers is not None or seldom(random, 0.3) else a_price(random),
        allowance=random.choice((0, 0, 3, 10)),
        tiers=tiers.tiers if tiers is not None else (),
        graduated=tiers is not None and tiers.graduated,
        fixed=fixed,
        commitment=commitment,
        cap=max(fixed, commitment, Decimal(30)) if seldom(random, 0.3) else None,
    )


def _tiers(random: Random) -> QuantityTiers:
    graduated = seldom(random, 0.4)
    tiers = []
    for least in sorted(random.sample((1, 2, 5, 10, 11, 30), random.randint(1, 3))):
        kind = random.randint(0, 1 if graduated else 2)
        tiers.append(
            Tier(
                least,
                percent=a_percent(random) if kind == 0 else None,
                unit_price=a_price(random) if kind == 1 else None,
                block=Decimal(random.randint(0, 9_999)).scaleb(-1) if kind == 2 else None,
            )
        )
    return QuantityTiers(tuple(tiers), graduated, pooled=not graduated and seldom(random, 0.4))


def _taking(random: Random) -> RuleAlteration:
    return random.choice(
        (
            PercentOff(a_percent(random)),
            PercentOff(a_percent(random)),
            UnitAmountOff(a_price(random)),
            LineAmountOff(Decimal(random.randint(0, 9_999)).scaleb(-2)),
            UnitPrice(a_price(random)),
        )
    )


def _by_hand(random: Random) -> Discount:
    if seldom(random, 0.05):
        return random.choice(
            (
                Percentage(Decimal("NaN")),
                Percentage(Decimal(101)),
                AmountOff(-1),
                TargetPrice(Decimal("Infinity")),
                TargetPrice(Decimal("1.0000001")),
            )
        )
    return random.choice(
        (
            Percentage(a_percent(random)),
            AmountOff(random.randint(0, 9_999)),
            TargetPrice(a_price(random)),
        )
    )


def _timed(random: Random, term: int) -> Alteration:
    first = random.randint(1, term)
    return random.choice(
        (
            FreeMonths(random.randint(-1, term + 1) if seldom(random) else random.randint(0, 2)),
            ReducedMonths(
                first,
                random.randint(first, term + 1) if seldom(random) else random.randint(first, term),
                a_percent(random),
            ),
            Ramp(Decimal(random.choice(("5", "-10", "2.5", "-100", "0")))),
        )
    )


def _item(random: Random, shop: Shop, number: int, term: int) -> QuoteItem:
    bundles = shop.content.bundles
    timed = tuple(_timed(random, term) for _ in range(random.choice((0, 0, 1, 2))))
    optional = seldom(random, 0.15)
    quantity = random.choice((1, 1, 2, 3))
    if seldom(random, 0.02):
        quantity = random.choice((0, 10_000_001))
    if bundles and seldom(random, 0.35):
        by_hand = (_by_hand(random),) if seldom(random, 0.4) else ()
        bundle = random.choice(bundles)
        return QuoteItem(
            f"i{number}",
            bundle.code,
            quantity,
            alterations=(*by_hand, *timed),
            optional=optional,
            choices=some_choices(random, bundle, _by_hand),
        )
    offering = random.choice(shop.content.offerings)
    lent = {option.charge for bundle in shop.content.bundles for option in bundle.options}
    if lent and seldom(random, 0.6):
        beside = sorted({code.rpartition(".")[0] for code in lent})
        offering = random.choice([one for one in shop.content.offerings if one.code in beside])
    charges = tuple(
        ItemCharge(
            charge.code if not seldom(random, 0.01) else "P0.NONE",
            random.choice((1, 2, 4, 5, 9, 10, 11, 29, 30, 250))
            if not seldom(random, 0.06)
            else random.choice((0, 0, -1, 10_000_001)),
            _by_hand(random) if seldom(random, 0.25) else None,
        )
        for charge in offering.charges
    )
    code = offering.code if not seldom(random, 0.01) else "NOWHERE"
    return QuoteItem(
        f"i{number}",
        code,
        quantity,
        charges,
        alterations=timed,
        optional=optional,
        characteristics=random.choice(({}, {}, {"speed": "a"}, {"speed": "b", "sla": "a"})),
    )


def _discount(random: Random) -> QuoteDiscount:
    target = random.choice((Target.MONTHLY, Target.MONTHLY, Target.ONE_TIME))
    kind = random.randint(0, 6)
    if kind <= 2:
        # small ones are granted, large ones meet the floors
        some_percent = Decimal(random.choice(("0.5", "1", "3.33", "5", "10")))
        return QuoteDiscount(
            target, percent=some_percent if seldom(random, 0.8) else a_percent(random)
        )
    if kind <= 4:
        return QuoteDiscount(target, amount=random.choice((-1, 0, 1, 7, 7, 50, 500, 9_999)))
    if kind == 5:
        return QuoteDiscount(target, total=random.choice((-1, 0, 1, 10_000, 50_000, 100_000)))
    return QuoteDiscount(target)
