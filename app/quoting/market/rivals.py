"""What is known of the competitors that a customer has something from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.market.values import RivalOperator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.quoting.market.values import Market, RivalPrice


class KnownRival(NamedTuple):
    """A competitor with his prices, the newest first."""

    operator: RivalOperator
    prices: tuple[RivalPrice, ...]


def known_rivals(market: Market, names: Iterable[str]) -> tuple[KnownRival, ...]:
    """Competitors of these names of whom anything is known, each once.

    A name is that of the table, or one of the access codes there.
    """
    found: dict[str, KnownRival] = {}
    for name in names:
        operator = _operator(market, name)
        prices = [one for one in market.rival_prices if one.operator == operator.name]
        prices.sort(key=lambda one: (-one.day.toordinal(), one.product))
        if prices or operator in market.operators:
            found[operator.name] = KnownRival(operator, tuple(prices))
    return tuple(found.values())


def codes_of(operator: RivalOperator) -> tuple[str, ...]:
    """Access codes, one by one."""
    parts = operator.codes.replace("、", "/").replace(",", "/").replace("，", "/").split("/")
    return tuple(part.strip() for part in parts if part.strip())


def _operator(market: Market, name: str) -> RivalOperator:
    for operator in market.operators:
        if name == operator.name or name in codes_of(operator):
            return operator
    return RivalOperator(name)
