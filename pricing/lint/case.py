"""LintCase: a catalogue, a policy and a day, with the lookups and trial prices that checks share.

Trial prices are taken from the same functions that price a quote; a figure that a finding names
comes from a whole quote priced by ``price_quote``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.problem import Place, Problem, Severity
from pricing.charge_pricing import price_charge
from pricing.item import ItemCharge, QuoteItem
from pricing.lint.circumstances import circumstances
from pricing.lint.finding import CounterExample, LintFinding, example_of
from pricing.market import Market
from pricing.rule import Level, QuantityTiers, TermDiscount
from pricing.rulebook import Rulebook
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from catalog.charge import Charge
    from catalog.money import Fen
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge, PricedQuote
    from pricing.rule import PriceRule


class Sold(NamedTuple):
    """A charge that is or will be sold, with its offering."""

    offering: ProductOffering
    charge: Charge

    @property
    def code(self) -> str:
        """Code of the charge."""
        return self.charge.code

    def allows(self, quantity: int) -> bool:
        """Whether a quote may have so many units."""
        return quantity >= max(1, self.charge.least) and not 0 < self.charge.most < quantity


class LintCase:
    """What the checks look at.

    Attributes:
        catalog: Catalogue version.
        policy: Rules in force.
        day: Nothing that ended before this day is looked at.
        rules: The rules that have not ended, by identifier.
        sold: Charges of offerings that are sold on or after the day.
    """

    __slots__ = (
        "_ended",
        "_kin",
        "_markets",
        "_scopes",
        "_touching",
        "catalog",
        "day",
        "policy",
        "rules",
        "sold",
    )

    def __init__(self, catalog: ProductCatalog, policy: PricingPolicy, day: date) -> None:
        """Look up which rules touch which charges."""
        self.catalog = catalog
        self.policy = policy
        self.day = day
        self.rules = tuple(
            sorted(
                (rule for rule in policy.rules.rules if not rule.when.valid.is_before(day)),
                key=lambda rule: rule.id,
            )
        )
        self._ended = frozenset(
            rule.id for rule in policy.rules.rules if rule.when.valid.is_before(day)
        )
        self.sold = tuple(
            Sold(offering, charge)
            for offering in catalog.content.offerings
            if offering.lifecycle is not Lifecycle.WITHDRAWN and not offering.valid.is_before(day)
            for charge in offering.charges
        )
        self._scopes: dict[str, tuple[Sold, ...]] = {
            rule.id: tuple(one for one in self.sold if touches(rule, one)) for rule in self.rules
        }
        self._touching: dict[str, list[PriceRule]] = {one.code: [] for one in self.sold}
        for rule in self.rules:
            if rule.level is Level.QUOTE:
                continue  # they alter no charge by itself, see quote_level.py
            for one in self._scopes[rule.id]:
                self._touching[one.code].append(rule)
        kinds: dict[tuple[str, ...], int] = {}
        self._kin: dict[str, int] = {
            code: kinds.setdefault(tuple(rule.id for rule in rules), len(kinds))
            for code, rules in self._touching.items()
        }
        self._markets: dict[object, Market] = {}

    def touching(self, one: Sold) -> Sequence[PriceRule]:
        """Rules that alter a charge by itself, by identifier."""
        return self._touching[one.code]

    def kin(self, one: Sold) -> int:
        """A number that charges share which are touched by the same rules."""
        return self._kin[one.code]

    def scope(self, rule: PriceRule) -> tuple[Sold, ...]:
        """Charges that a rule touches, in the order of the catalogue."""
        return self._scopes[rule.id]

    def holding(
        self, rules: Sequence[PriceRule], one: Sold, *, term: int = 0
    ) -> PricingContext | None:
        """Circumstances in which all the rules hold for a charge."""
        return circumstances(rules, one.offering, one.charge, self.day, term=term)

    def trial(
        self,
        context: PricingContext,
        one: Sold,
        quantity: int,
        bundle: str = "",
        chosen: dict[str, str] | None = None,
    ) -> PricedCharge | None:
        """A charge quoted alone, or beside a bundle, without making a whole quote of it.

        Args:
            context: Circumstances.
            one: The charge.
            quantity: Units.
            bundle: Code of a bundle that stands beside it; empty for none.
            chosen: Values of the item's characteristics.
        """
        market = self._market(context, one, bundle)
        rulebook = market.rulebook
        if rulebook is not None and rulebook.pooled:
            market.pools = {
                ready.rule.id: quantity
                for ready in rulebook.pooled
                if ready.rule.scope.covers(one.offering, one.charge)
            }
        return price_charge(market, self.policy, "1", ItemCharge(one.code, quantity), chosen)[0]

    def price_with(
        self, rules: tuple[PriceRule, ...], context: PricingContext, one: Sold, quantity: int
    ) -> Fen | None:
        """What a charge comes to if only these rules exist; ``None`` when it has no price."""
        rule_set = msgspec.structs.replace(self.policy.rules, rules=rules)
        market = Market(self.catalog, context, rulebook=Rulebook(rule_set, context))
        priced = price_charge(market, self.policy, "1", ItemCharge(one.code, quantity))[0]
        return priced.net_amount if priced is not None else None

    def example(
        self, context: PricingContext, items: tuple[QuoteItem, ...], raised: str = ""
    ) -> CounterExample:
        """A whole quote, priced by the engine.

        Rules that touch nothing in the quote are left out, which changes nothing but the time.
        """
        codes = {charge.code for item in items for charge in item.charges}
        if not all(code in self._touching for code in codes):
            return example_of(self.catalog, self.policy, context, items, raised)
        needed = {rule.id for code in codes for rule in self._touching[code]} | self._ended
        rules = tuple(
            rule
            for rule in self.policy.rules.rules
            if rule.id in needed or rule.level is Level.QUOTE
        )
        rule_set = msgspec.structs.replace(self.policy.rules, rules=rules)
        policy = msgspec.structs.replace(self.policy, rules=rule_set)
        return example_of(self.catalog, policy, context, items, raised)

    def _market(self, context: PricingContext, one: Sold, bundle: str) -> Market:
        """Lookups with only the rules that touch the charge, which are few among many."""
        key = (
            self.kin(one),
            context.price_date,
            context.segments,
            context.term,
            context.customer,
            context.codes,
            context.area,
            context.currency,
            tuple(sorted(context.measures.items())),
            tuple(sorted(context.words.items())),
            bundle,
        )
        found = self._markets.get(key)
        if found is None:
            touching = tuple(self.touching(one))
            rules = msgspec.structs.replace(self.policy.rules, rules=touching)
            rulebook = Rulebook(rules, context)
            bundles = frozenset({bundle} if bundle else ())
            found = self._markets[key] = Market(self.catalog, context, bundles, rulebook)
        return found


def touches(rule: PriceRule, one: Sold) -> bool:
    """Whether a rule may ever alter a charge: term discounts alter recurring charges only."""
    if isinstance(rule.alteration, UsageRates) and one.charge.type is not ChargeType.USAGE:
        return False
    if isinstance(rule.alteration, TermDiscount) and one.charge.type is not ChargeType.RECURRING:
        return False
    return rule.scope.covers(one.offering, one.charge)


def quoted(
    one: Sold, quantity: int, item_id: str = "1", chosen: dict[str, str] | None = None
) -> QuoteItem:
    """An item with one charge, and with what is chosen of it."""
    charges = (ItemCharge(one.code, quantity),)
    return QuoteItem(
        item_id, one.offering.code, quantity, charges, characteristics=dict(chosen or {})
    )


def charge_of(priced: PricedQuote, code: str) -> PricedCharge | None:
    """The first charge with a code that is quoted outside a bundle."""
    return next(
        (
            charge
            for item in priced.items
            if not item.is_bundle
            for charge in item.charges
            if charge.code == code
        ),
        None,
    )


def charge_told(one: Sold, chosen: dict[str, str]) -> str:
    """A charge in a finding: its code, and what is chosen of its item, in signs of no language."""
    values = ", ".join(f"{name} = {value}" for name, value in sorted(chosen.items()))
    return f"{one.code} [{values}]" if values else one.code


def thresholds(rules: Iterable[PriceRule]) -> tuple[int, ...]:
    """Quantities from which on something changes, ascending; 1 is none."""
    found: set[int] = set()
    for rule in rules:
        found.add(rule.when.least_quantity)
        if isinstance(rule.alteration, QuantityTiers):
            found |= {tier.least for tier in rule.alteration.tiers}
        elif isinstance(rule.alteration, UsageRates):
            free = rule.alteration.allowance
            found |= {free + 1, *(free + tier.least for tier in rule.alteration.tiers)}
    return tuple(sorted(count for count in found if count > 1))


def finding(
    code: str,
    severity: Severity,
    subject: str,
    facts: dict[str, str],
    *examples: CounterExample,
) -> LintFinding:
    """A finding about a subject, with the figures that its text names."""
    return LintFinding(Problem(code, severity, Place(subject=subject), facts), examples)
