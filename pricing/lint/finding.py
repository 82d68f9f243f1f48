"""LintFinding: what is wrong with a rule set or a price list, and a quote that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.problem import Problem
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.item import QuoteItem
from pricing.priced import PricedQuote

if TYPE_CHECKING:
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy


class CounterExample(msgspec.Struct, frozen=True):
    """A quote in which a finding can be seen, with what the engine made of it.

    Attributes:
        context: Circumstances of the quote.
        items: What is quoted.
        priced: The engine's result; the figures that a finding names are taken from it.
        raised: A rule whose priority was raised by one before pricing, to show what the other
            order of two tied rules gives; empty for the rule set as it is.
    """

    context: PricingContext
    items: tuple[QuoteItem, ...]
    priced: PricedQuote
    raised: str = ""


class LintFinding(msgspec.Struct, frozen=True):
    """One property that a rule set or a price list does not have.

    Attributes:
        problem: Code, severity, place and figures; the place's subject is the rule, charge,
            bundle or tax class concerned.
        examples: Quotes that show it; two where a finding compares two quotes, none where no
            quote can show it, such as a rule that touches no charge.
    """

    problem: Problem
    examples: tuple[CounterExample, ...] = ()


def example_of(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: tuple[QuoteItem, ...],
    raised: str = "",
) -> CounterExample:
    """Price a quote and keep it with its result."""
    seen = with_raised(policy, raised) if raised else policy
    return CounterExample(context, items, price_quote(catalog, seen, context, items), raised=raised)


def replay_example(
    catalog: ProductCatalog, policy: PricingPolicy, example: CounterExample
) -> CounterExample:
    """Price the quote of an example again; equal to the example as long as nothing has changed."""
    return example_of(catalog, policy, example.context, example.items, example.raised)


def with_raised(policy: PricingPolicy, rule_id: str) -> PricingPolicy:
    """The policy with the priority of one rule raised by one."""
    rules = tuple(
        msgspec.structs.replace(rule, priority=rule.priority + 1) if rule.id == rule_id else rule
        for rule in policy.rules.rules
    )
    return msgspec.structs.replace(policy, rules=msgspec.structs.replace(policy.rules, rules=rules))
