"""Prices agreed with one customer: told when they have run out, so that nobody wonders (V2).

An agreed price is a rule of the kind ``contract_price`` with the customer named in its condition.
It replaces the list price of the charges in its scope and does not cascade to the components of a
bundle (V3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy


def expired_agreements(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> tuple[Problem, ...]:
    """A hint for each quoted charge whose agreed price has expired and was not renewed.

    Of several that have expired the latest is named.
    """
    agreed = [
        rule for rule in policy.rules.index.agreements if context.customer in rule.when.customers
    ]
    ended = [rule for rule in agreed if rule.when.valid.is_before(context.price_date)]
    in_force = [rule for rule in agreed if rule.when.valid.contains(context.price_date)]
    found = []
    for item in items if ended else ():
        for quoted in item.charges:
            charge, owner = catalog.charge(quoted.code), catalog.owner(quoted.code)
            if charge is None or owner is None:
                continue
            if any(rule.scope.covers(owner, charge) for rule in in_force):
                continue
            covering = [rule for rule in ended if rule.scope.covers(owner, charge)]
            if covering:
                latest = max(covering, key=lambda rule: (str(rule.when.valid.last), rule.id))
                where = Place(subject=item.id, column=quoted.code)
                facts = {"rule": latest.id, "date": str(latest.when.valid.last)}
                found.append(Problem("price.contract_price_expired", Severity.HINT, where, facts))
    return tuple(found)
