"""One charge, or the charges of one bundle, from the list price down."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType, PriceRegulation
from pricing.adjustment import AttributeAdjustment
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.rule import Base
from pricing.usage_rating import UsageRates
from tests.pricing.reference.exact import fen_of, half_up, share_of
from tests.pricing.reference.figures import ChargeFigures
from tests.pricing.reference.on_top import basis
from tests.pricing.reference.prices import list_price, tax_rate
from tests.pricing.reference.rules import (
    Quoted,
    adjusted_price,
    after,
    chosen_promotions,
    enough,
    in_scope,
    stage,
    touching,
)
from tests.pricing.reference.usage import Used, bundle_amounts, plan_amounts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.product_catalog import CatalogContent
    from pricing.alterations import Discount
    from pricing.context import PricingContext
    from pricing.item import ItemCharge, QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.rule import PriceRule, Scope

Finding = tuple[str, str, str]
_MOST = 10_000_000
_AGREED = 2
_LAST_BEFORE_BUNDLES = 5
_RATED = 3


class Case(NamedTuple):
    """Everything a quote is priced from, by name; ``pool`` and ``bases`` come later."""

    content: CatalogContent
    policy: PricingPolicy
    context: PricingContext
    rules: tuple[PriceRule, ...]
    charges: dict[str, Charge]
    families: dict[str, str]
    bundles: dict[str, BundledOffering]
    lending: tuple[BundledOffering, ...]
    pool: dict[str, int]
    bases: dict[tuple[str, str, bool], int]
    included: dict[tuple[str, str], int]
    limits: dict[tuple[str, str], dict[str, int]]

    @staticmethod
    def of(
        content: CatalogContent,
        policy: PricingPolicy,
        context: PricingContext,
        items: Sequence[QuoteItem],
    ) -> Case:
        """The case of a quote; bundles lend their option prices unless they are optional."""
        bundles = {bundle.code: bundle for bundle in content.bundles}
        quoted = {item.offering for item in items if not item.optional}
        return Case(
            content,
            policy,
            context,
            policy.rules.rules,
            {charge.code: charge for one in content.offerings for charge in one.charges},
            {one.code: one.family for one in content.offerings},
            bundles,
            tuple(bundles[code] for code in sorted(quoted & set(bundles))),
            {},
            {},
            {},
            {},
        )

    def in_scope(self, scope: Scope, code: str) -> bool:
        """Whether a charge lies in a scope."""
        charge = self.charges[code]
        return in_scope(scope, charge, self.families[charge.offering])


class Falling:
    """An amount on its way down."""

    def __init__(self, amount: int) -> None:
        self.amount = self.published = self.base = amount
        self.steps: list[tuple[str, int]] = []
        self.usage = False

    def rule(self, rule: PriceRule, amount: int) -> None:
        """A rule sets the amount; published rules take the published amount along."""
        if rule.published:
            self.published += amount - self.amount
        self.steps.append((rule.id, amount - self.amount))
        self.amount = amount

    def rated(self, rule: PriceRule, amounts: Sequence[int]) -> None:
        """A usage plan goes from part to part; where it changes nothing in all, it says nothing."""
        if amounts[-1] == self.amount:
            return
        for amount in amounts:
            self.rule(rule, amount)
        self.base, self.usage = self.amount, True

    def publish(self, source: str, amount: int) -> None:
        """A bundle's price takes the place of the amount."""
        self.steps.append((source, amount - self.amount))
        self.amount = self.published = self.base = amount


def charge_figures(
    case: Case, item: str, quoted: ItemCharge, chosen: dict[str, str]
) -> tuple[ChargeFigures | None, list[Finding]]:
    """One charge sold by itself; ``None`` when it has no price."""
    charge = case.charges.get(quoted.code)
    if charge is None:
        return None, [("price.unknown_charge", item, quoted.code)]
    price, tied, included = list_price(case.content, case.context, charge)
    rate = tax_rate(case.content, case.context, charge)
    if price is None:
        return None, [("price.no_list_price", item, quoted.code)]
    if rate is None:
        return None, [("price.no_tax_rate", item, quoted.code)]
    if not 0 <= quoted.quantity <= _MOST:
        return None, [("price.quantity_out_of_range", item, quoted.code)]
    price, rate, on_top = basis(case, charge.code, price, rate, included=included)
    listed = fen_of(price, quoted.quantity)
    family = case.families[charge.offering]
    count = quoted.quantity
    bases = {key[:2]: base for key, base in case.bases.items() if key[2] is (on_top is None)}
    limits = case.limits.get((item, charge.code), {})
    line = Quoted(charge, family, count, price, listed, listed, case.pool, bases, chosen, limits)
    rules = touching(case.rules, case.context, charge, family)
    fall = Falling(listed)
    line = _always(case, rules, line, fall)
    if line.charge.type is ChargeType.USAGE:
        _publish_usage(case, item, quoted, price, fall)
    waived = _publish(case, line, fall)
    found = [("price.tied_records", item, quoted.code)] if tied else []
    rejected: set[str] = set()
    if not waived:
        for rule in rules:
            late = not rule.promotion and stage(rule) > _LAST_BEFORE_BUNDLES
            if late and enough(rule, line):
                fall.rule(rule, after(rule, fall.amount, line, case.context.term))
        rejected, more = _competing(case, rules, line, quoted.alteration, fall)
        found += [(c, item, quoted.code) for c in more]
        found += [(c, item, quoted.code) for c in _regulated(case, charge, fall)]
    return ChargeFigures(
        charge.code,
        charge.period,
        charge.type is ChargeType.USAGE,
        quoted.quantity,
        listed,
        max(0, fall.published) if listed >= 0 else fall.published,
        fall.amount,
        half_up(fall.amount / (1 + Fraction(rate))),
        rate,
        fen_of(charge.cost, quoted.quantity),
        fall.base,
        tuple(step for step in fall.steps if step[1]),
        frozenset(rejected),
        waived,
        on_top=on_top,
        rated=fall.usage,
    ), found


def _always(case: Case, rules: Sequence[PriceRule], line: Quoted, fall: Falling) -> Quoted:
    """Contract price, share of others, tiers, term; of the first two kinds one each, the first."""
    had: set[int] = set()
    for rule in rules:
        position = stage(rule)
        if rule.promotion or position > _LAST_BEFORE_BUNDLES or not enough(rule, line):
            continue
        if position in had & {0, 1, _RATED}:
            continue
        had.add(position)
        if isinstance(rule.alteration, UsageRates):
            fall.rated(rule, plan_amounts(rule.alteration, line.list_price, line.quantity))
            line = line._replace(agreed=fall.amount)
            continue
        before = fall.amount
        fall.rule(rule, after(rule, before, line, case.context.term))
        if isinstance(rule.alteration, AttributeAdjustment) and fall.amount != before:
            line = line._replace(
                list_price=adjusted_price(rule.alteration, line),
                list_amount=after(rule, line.list_amount, line, case.context.term),
            )
        if position <= _AGREED:
            line = line._replace(agreed=fall.amount)
    return line


def _publish_usage(
    case: Case, item: str, quoted: ItemCharge, price: Decimal, fall: Falling
) -> None:
    """What bundles include of a usage charge, and their price beyond."""
    lending = []
    for bundle in case.lending:
        inner = [case.bundles[one.bundle] for one in bundle.children if one.bundle in case.bundles]
        lending += [bundle, *(child for child in inner if child is not bundle)]
    included = case.included.get((item, quoted.code), 0)
    used = Used(quoted.code, price, quoted.quantity)
    steps = bundle_amounts(lending, used, included, fall.amount)
    for source, amount in steps:
        fall.publish(source, amount)


def _publish(case: Case, line: Quoted, fall: Falling) -> bool:
    """What the bundles in the quote publish; true when the charge is free."""
    code = line.charge.code
    if line.charge.type is ChargeType.ONE_TIME:
        for bundle in case.lending:
            if any(code in option.waives for option in bundle.options):
                fall.publish(bundle.code, 0)
                return True
    offered = [
        (option.price, bundle.code)
        for bundle in case.lending
        for option in bundle.options
        if option.charge == code
    ]
    if offered:
        price, source = min(offered)
        if fen_of(price, line.quantity) <= fall.amount:
            fall.publish(source, fen_of(price, line.quantity))
    return False


def _competing(
    case: Case,
    rules: Sequence[PriceRule],
    line: Quoted,
    alteration: Discount | None,
    fall: Falling,
) -> tuple[set[str], list[str]]:
    """Promotions against each other, and against the hand; the rejected ones, and findings."""
    eligible = [
        rule
        for rule in rules
        if rule.promotion
        and enough(rule, line)
        and (rule.base is not Base.UNDISCOUNTED or fall.amount == line.list_amount)
    ]
    before, published, count = fall.amount, fall.published, len(fall.steps)
    term, policy = case.context.term, case.policy.rules.choice
    members = chosen_promotions(eligible, before, line, term, policy)
    rejected = {rule.id for place, rule in enumerate(eligible) if place not in members}
    for place in members:
        fall.rule(eligible[place], after(eligible[place], fall.amount, line, term))
    if alteration is None:
        return rejected, []
    net = by_hand(alteration, before, line.quantity)
    if net is None:
        return rejected, ["price.alteration_out_of_range"]
    used = {source for source, change in fall.steps[count:] if change}
    if used and net > fall.amount:
        return rejected, []
    fall.steps[count:] = [("MANUAL", net - before)]
    fall.amount, fall.published = net, published
    return rejected | used, []


def by_hand(alteration: Discount, amount: int, quantity: int) -> int | None:
    """Fen after a manual alteration; ``None`` when it makes no sense.

    Nothing falls below zero; a subsidy may shrink, but neither grow nor become a charge.
    """
    if isinstance(alteration, Percentage):
        percent = alteration.percent
        fits = percent.is_finite() and 0 <= percent <= 100
        return amount - share_of(percent, amount) if fits else None
    if isinstance(alteration, AmountOff):
        left = max(0, amount - alteration.amount) if amount > 0 else amount
        return left if alteration.amount >= 0 else None
    assert isinstance(alteration, TargetPrice)
    price = alteration.unit_price
    if not price.is_finite() or Fraction(price) * 10**6 % 1:
        return None
    net = fen_of(price, quantity)
    fits = amount <= net <= 0 if amount < 0 else net >= 0
    return net if fits else None


def _regulated(case: Case, charge: Charge, fall: Falling) -> list[str]:
    if charge.regulation is PriceRegulation.FIXED and fall.amount != fall.base:
        return ["price.fixed_altered"]
    if charge.regulation is PriceRegulation.GUIDED and below(case, fall.base, fall.amount):
        return ["price.below_band"]
    return []


def below(case: Case, full: int, net: int) -> bool:
    """Whether a guided price lies below its band."""
    return net < Fraction(100 - case.policy.guided_band) / 100 * full
