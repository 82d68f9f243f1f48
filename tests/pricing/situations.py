"""Situations of random quotes that properties are about, by name.

A property that holds because its situation never occurs proves nothing; so ``test_situations.py``
counts how often each occurs, and properties ask ``quotes_where`` for the ones that they need.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from pricing.rule import ContractPrice, PercentOfOthers, PriceRule, QuantityTiers, TermDiscount
from pricing.stages import Stage
from tests.pricing.random_quotes import charges_of, price
from tests.pricing.reference.quotes import random_quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from pricing.priced import PricedCharge, PricedQuote
    from tests.pricing.reference.quotes import RandomQuote

Situation: TypeAlias = "Callable[[RandomQuote, PricedQuote], bool]"


def quotes_where(holds: Situation) -> st.SearchStrategy[RandomQuote]:
    """Random quotes in a situation: from a random number on, the first that is in it."""

    def found(start: int) -> RandomQuote:
        quotes = (random_quote(number) for number in count(start))
        return next(quote for quote in quotes if holds(quote, price(quote)))

    return st.integers(0, 2**30).map(lambda number: found(number * 1_024))


def _used(quote: RandomQuote, charge: PricedCharge) -> list[PriceRule]:
    rules = {rule.id: rule for rule in quote.policy.rules.rules}
    return [rules[step.source] for step in charge.steps if step.source in rules]


def _each(quote: RandomQuote, priced: PricedQuote) -> list[list[PriceRule]]:
    """The rules that changed each charge."""
    return [_used(quote, charge) for charge in charges_of(priced).values()]


def _by(kind: type) -> Situation:
    """A rule of a kind changed a charge."""
    return lambda quote, priced: any(
        isinstance(rule.alteration, kind) for used in _each(quote, priced) for rule in used
    )


def _step(code: str) -> Situation:
    return lambda _, priced: any(
        step.code == code for charge in charges_of(priced).values() for step in charge.steps
    )


def _has(code: str) -> Situation:
    return lambda _, priced: any(problem.code == code for problem in priced.problems)


def several_charges(_: RandomQuote, priced: PricedQuote) -> bool:
    """At least two charges that cost something."""
    return sum(bool(charge.net_amount) for charge in charges_of(priced).values()) > 1


def several_steps(_: RandomQuote, priced: PricedQuote) -> bool:
    """A charge with at least two steps after its list price."""
    return any(len(charge.steps) > 2 for charge in charges_of(priced).values())


def rules_together(quote: RandomQuote, priced: PricedQuote) -> bool:
    """Two rules changed the same charge."""
    return any(len(used) > 1 for used in _each(quote, priced))


def promotion_rejected(_: RandomQuote, priced: PricedQuote) -> bool:
    """A promotion was eligible and another was used instead."""
    return any(
        one.reason != "manual" for charge in charges_of(priced).values() for one in charge.rejected
    )


def exclusive_beside_others(quote: RandomQuote, priced: PricedQuote) -> bool:
    """An exclusive promotion stands, and another was eligible."""
    return any(
        charge.rejected and any(rule.exclusive for rule in _used(quote, charge))
        for charge in charges_of(priced).values()
    )


def capped(quote: RandomQuote, priced: PricedQuote) -> bool:
    """A rule with a cap changed a charge."""
    return any(rule.cap is not None for used in _each(quote, priced) for rule in used)


def pooled(quote: RandomQuote, priced: PricedQuote) -> bool:
    """A tier that counts several items together changed a charge."""
    kinds = [rule.alteration for used in _each(quote, priced) for rule in used]
    return any(isinstance(kind, QuantityTiers) and kind.pooled for kind in kinds)


def with_bundle(_: RandomQuote, priced: PricedQuote) -> bool:
    """A bundle was priced."""
    return any(item.is_bundle and item.charges for item in priced.items)


def discount_shared(_: RandomQuote, priced: PricedQuote) -> bool:
    """A discount on the whole quote was spread over at least two charges."""
    steps = (charge.steps[-1].stage for charge in charges_of(priced).values())
    return sum(stage is Stage.QUOTE_WIDE for stage in steps) > 1


def with_schedule(_: RandomQuote, priced: PricedQuote) -> bool:
    """Some months of the term cost something else."""
    return any(item.schedule for item in priced.items)


def with_subsidy(_: RandomQuote, priced: PricedQuote) -> bool:
    """A charge below zero."""
    return any(charge.list_amount < 0 for charge in charges_of(priced).values())


def with_optional(_: RandomQuote, priced: PricedQuote) -> bool:
    """An item that the customer may leave out."""
    return any(item.optional for item in priced.items)


tiered, by_term = _by(QuantityTiers), _by(TermDiscount)
agreed, dependent = _by(ContractPrice), _by(PercentOfOthers)
option_price, waived = _step("step.option_price"), _step("step.published_waiver")
discounted, refused = _step("step.quote_discount"), _has("price.quote_discount_too_large")

LEAST: dict[str, tuple[Situation, int]] = {
    "several charges": (several_charges, 50),
    "several steps": (several_steps, 30),
    "two rules on a charge": (rules_together, 20),
    "a promotion rejected": (promotion_rejected, 8),
    "an exclusive promotion beside others": (exclusive_beside_others, 2),
    "a cap": (capped, 10),
    "a tier": (tiered, 4),
    "a pooled tier": (pooled, 1),
    "a term discount": (by_term, 4),
    "an agreed price": (agreed, 8),
    "a percentage of others": (dependent, 10),
    "a bundle": (with_bundle, 20),
    "an option price": (option_price, 2),
    "a waiver": (waived, 1),
    "a discount on the quote": (discounted, 8),
    "a discount on several charges": (discount_shared, 4),
    "a discount refused": (refused, 8),
    "other prices in some months": (with_schedule, 30),
    "a subsidy": (with_subsidy, 3),
    "an optional item": (with_optional, 20),
}
"""Each situation and the percent of random quotes that are in it at the least."""
