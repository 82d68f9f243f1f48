"""What the bundles of a quote publish for usage quoted beside them: allowance, then overage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from catalog.money import amount_of
from pricing.allowances import share_key

if TYPE_CHECKING:
    from catalog.money import Fen
    from pricing.market import ListedCharge, Market

Part: TypeAlias = "tuple[Fen, str, str, dict[str, str]]"
"""Fen after a step, its code, the bundle that it comes from, and what its text names."""


def bundle_terms(
    market: Market, listed: ListedCharge, quantity: int, item_id: str, amount: Fen
) -> tuple[Part, ...]:
    """The steps from the amount so far to what a bundle asks for the usage; none where none holds.

    What rules have made of the amount stays where it is lower.

    Args:
        market: Bundles in the quote, and the shares of their allowances.
        listed: A usage charge.
        quantity: Expected units a month, those included among them.
        item_id: Item that quotes them.
        amount: Fen so far.
    """
    code = listed.charge.code
    published = market.overage(code)
    if published is None:
        return ()
    included = min(market.pools.get(share_key(item_id, code), 0), quantity)
    if not included and published.price is None:
        return ()
    beyond, source = quantity - included, published.bundle.code
    at_list = amount_of(listed.list_micro, beyond)
    net = at_list if published.price is None else amount_of(published.micro, beyond)
    ruled = amount != amount_of(listed.list_micro, quantity)
    if (ruled and net > amount) or (not ruled and net == amount):
        return ()
    parts: list[Part] = []
    if included:
        parts.append((at_list, "step.bundle_allowance", source, {"units": str(included)}))
    if not included or net != at_list:
        parts.append((net, "step.overage", source, {"units": str(beyond)}))
    return tuple(parts)
