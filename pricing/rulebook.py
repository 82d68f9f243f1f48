"""The rules that apply in one quote's circumstances: which touch a charge, in which order.

Rules are looked up once per charge and circumstances, so that pricing an item is a loop over a
short list. Charges that no rule names share one list per family, type and regulation, which is all
that the other rules can tell them apart by.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from catalog.charge import ChargeType
from pricing.charge_rules import NO_RULES, ChargeRules
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import PriceRule, TermDiscount
from pricing.rule_index import ReadyRule, RuleIndex
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from catalog.charge import Charge, PriceRegulation
    from catalog.offering import ProductOffering
    from pricing.context import PricingContext
    from pricing.rule import RuleAlteration


class RuleSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One version of the company's rules.

    Attributes:
        version: Identifies it in every quote priced with it.
        choice: How to choose among promotions.
        rules: In any order.
    """

    version: str
    choice: ChoicePolicy = ChoicePolicy.BEST_FOR_CUSTOMER
    rules: tuple[PriceRule, ...] = ()

    @cached_property
    def index(self) -> RuleIndex:
        """The rules by what they name; no part of the value, kept beside it."""
        return RuleIndex(self.rules)

    @cached_property
    def together(self) -> dict[tuple[int, ...], ChargeRules]:
        """What some of the rules are together, by their identities, once a charge has had them."""
        return {}

    @cached_property
    def covering(self) -> dict[_Kind, frozenset[int]]:
        """Identities of the rules that name no charge and cover a kind of charge, once asked."""
        return {}


_Kind: TypeAlias = "tuple[str, ChargeType, PriceRegulation]"
"""Family, type and regulation of a charge."""


class Rulebook:
    """The rules that apply in one quote's circumstances, by charge.

    Attributes:
        rule_set: Where they come from.
        pooled: Rules whose quantity is counted over their whole scope.
        has_dependents: Whether any rule makes a charge cost a percentage of others.
        quote_level: Promotions on the whole quote, in order of application.
        limited: Other promotions that have a limit over a quote, a customer or a campaign.
    """

    __slots__ = (
        "_anywhere",
        "_by_charge",
        "_by_family",
        "_by_offering",
        "_context",
        "has_dependents",
        "limited",
        "pooled",
        "quote_level",
        "rule_set",
    )

    def __init__(self, rule_set: RuleSet, context: PricingContext) -> None:
        """Keep the rules whose date, segment, term, conditions and codes hold."""
        index = rule_set.index
        self.rule_set = rule_set
        self._context = context
        self._by_offering = index.by_offering
        self._anywhere = self._applying(index.anywhere)
        self._by_family: dict[str, list[tuple[Charge, ChargeRules]]] = {}
        self._by_charge: dict[str, ChargeRules] = {}
        self.has_dependents = any(applies(rule, context) for rule in index.dependents)
        self.pooled = tuple(self._applying(index.pooled))
        self.quote_level = tuple(self._applying(index.quote_level))
        self.limited = tuple(self._applying(index.limited))

    def rules_for(self, offering: ProductOffering, charge: Charge) -> ChargeRules:
        """The rules that touch a charge; looked up once."""
        named = self._by_offering.get(offering.code)
        if named:
            found = self._by_charge.get(charge.code)
            if found is None:
                ready = sorted((*self._anywhere, *self._applying(named)), key=_order)
                touching = [one for one in ready if _touches(one.rule, offering, charge)]
                found = self._by_charge[charge.code] = self._together(touching)
            return found
        # A handful of kinds in a family: hashing members of enumerations takes longer than a look.
        kinds = self._by_family.setdefault(offering.family, [])
        for one, found in kinds:
            if one.type is charge.type and one.regulation is charge.regulation:
                return found
        kind = (offering.family, charge.type, charge.regulation)
        covering = self._covering(kind, offering, charge)
        found = self._together([one for one in self._anywhere if id(one.rule) in covering])
        kinds.append((charge, found))
        return found

    def _covering(self, kind: _Kind, offering: ProductOffering, charge: Charge) -> frozenset[int]:
        """The rules that name no charge and cover a kind; the same in all circumstances."""
        known = self.rule_set.covering
        if kind not in known:
            anywhere = self.rule_set.index.anywhere
            known[kind] = frozenset(id(one) for one in anywhere if _touches(one, offering, charge))
        return known[kind]

    def _together(self, touching: Sequence[ReadyRule]) -> ChargeRules:
        """The rules of a charge, made ready once for all quotes that have the same ones."""
        if not touching:
            return NO_RULES
        key = tuple([id(one) for one in touching])
        known = self.rule_set.together
        found = known.get(key)
        if found is None:
            found = known[key] = ChargeRules(touching)
        return found

    def _applying(self, rules: Sequence[PriceRule]) -> list[ReadyRule]:
        """Those of the rules that apply in the circumstances, in order of application."""
        index, context = self.rule_set.index, self._context
        ready = [index.ready(rule, context.term) for rule in rules if applies(rule, context)]
        ready.sort(key=_order)
        return ready


def applies(rule: PriceRule, context: PricingContext) -> bool:
    """Whether the part of a rule's condition holds that does not depend on the items."""
    when = rule.when
    if not when.valid.contains(context.price_date) or context.term < when.least_term:
        return False
    if when.segments and not any(segment in when.segments for segment in context.segments):
        return False
    if when.customers and context.customer not in when.customers:
        return False
    if when.codes and not any(code in when.codes for code in context.codes):
        return False
    if not when.conditions:
        return True
    facts: dict[str, Decimal | str] = {**context.measures, **context.words}
    return all(condition.verdict(facts) is True for condition in when.conditions)


def prices_alike(rules: RuleSet, first: PricingContext, second: PricingContext) -> bool:
    """Whether all that is sold has the same price in both circumstances.

    Measures of the customer (his fixed lines, say) decide about nothing but conditions of rules,
    and of bundles, which are findings and no price. An edit that changes one of them need not
    price a thousand items anew.
    """
    if first is second or first == second:
        return True
    if msgspec.structs.replace(first, measures=second.measures) != second:
        return False
    bound = (rule for rule in rules.rules if rule.when.conditions)
    return all(applies(rule, first) == applies(rule, second) for rule in bound)


def _touches(rule: PriceRule, offering: ProductOffering, charge: Charge) -> bool:
    return rule.scope.covers(offering, charge) and _fits_type(rule.alteration, charge)


def _order(one: ReadyRule) -> tuple[int, int, int, str]:
    return one.order


def _fits_type(alteration: RuleAlteration, charge: Charge) -> bool:
    """Term discounts touch recurring charges only, usage plans usage; the rest what is in scope."""
    if isinstance(alteration, UsageRates):
        return charge.type is ChargeType.USAGE
    return not isinstance(alteration, TermDiscount) or charge.type is ChargeType.RECURRING
