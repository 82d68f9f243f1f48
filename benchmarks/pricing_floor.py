"""The least that arithmetic costs: 25 percentages an item in whole fen, written down step by step.

No catalogue, no rules as data, no tax, no findings: what remains when everything is left out that
a quote needs. The engine is measured against it to see what the rest costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Step = tuple[int, int, int]
    """Number of the rule, fen before, fen after."""

RULES = 25


class _Line:
    __slots__ = ("amount", "quantity", "steps", "unit_price")

    def __init__(self, unit_price: int, quantity: int) -> None:
        self.unit_price = unit_price
        self.quantity = quantity
        self.amount = 0
        self.steps: list[Step] = []


def _rule(number: int) -> Callable[[_Line], None]:
    """One condition on the quantity and one percentage; kept is in hundredths of a percent."""
    kept = 9_900 + number % 4 * 25

    def apply(line: _Line) -> None:
        if line.quantity >= 1:
            before = line.amount
            line.amount = after = (before * kept + 5_000) // 10_000
            line.steps.append((number, before, after))

    return apply


def floor(prices: Sequence[int], quantities: Sequence[int]) -> Callable[[], int]:
    """Work that prices so many lines with 25 rules each and gives their sum in fen.

    Args:
        prices: Fen per unit.
        quantities: Units, one for each price.
    """
    rules = [_rule(number) for number in range(RULES)]
    lines = [_Line(*pair) for pair in zip(prices, quantities, strict=True)]

    def work() -> int:
        total = 0
        for line in lines:
            line.amount = line.unit_price * line.quantity
            line.steps = []
            for rule in rules:
                rule(line)
            total += line.amount
        return total

    return work
