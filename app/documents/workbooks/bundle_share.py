"""Bundle share: largest-remainder allocation of a bundle's price, written as formulas.

The same rule as ``pricing.allocation``: each component's share is the price times its weight
divided by the sum of weights, cut to the fen; the fen that are left go one by one to the largest
remainders, ties by position. All figures are whole numbers of fen. A spreadsheet calculates with
53 binary digits, so a price times a weight must stay below 2 to the 53; weights are reduced by
their common divisor first, and ``fits`` tells whether a bundle stays in that range.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.cells import Live
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.table import Table

_EXACT = 2**53


class Share(NamedTuple):
    """The cells of one component's share.

    Attributes:
        weight: Its list amount, reduced by the common divisor.
        floor: Whole fen of its share.
        remainder: What the cut left over, in weights.
        net: Its share in yuan.
    """

    weight: int
    floor: Live
    remainder: Live
    net: Live


def weights_of(parts: Sequence[PriceRow]) -> list[int]:
    """List amounts of the components, reduced; all equal when none has a list amount."""
    amounts = [part.charge.list_amount for part in parts if part.charge is not None]
    divisor = gcd(*amounts) if amounts else 0
    return [amount // divisor for amount in amounts] if divisor else [1] * len(amounts)


def fits(published: int, weights: Sequence[int]) -> bool:
    """Whether a spreadsheet can allocate up to ``published`` fen exactly."""
    return bool(weights) and published >= 0 and published * max(weights) < _EXACT


def shares(table: Table, head: int, net: int, parts: Sequence[PriceRow]) -> list[Share]:
    """The formulas of all components below the bundle's own row.

    Args:
        table: Columns ``net``, ``weight``, ``floor`` and ``remainder``.
        head: Row of the bundle.
        net: Its price in fen now.
        parts: Its components, in the rows below.
    """
    weights = weights_of(parts)
    total, last = sum(weights), head + len(parts)
    price = f"ROUND(${table.letter('net')}${head}*100,0)"
    floors = table.span("floor", head + 1, last)
    remainders = table.span("remainder", head + 1, last)
    found: list[Share] = []
    for at, (weight, part) in enumerate(zip(weights, parts, strict=True), start=head + 1):
        floor = table.filled(f"=INT({price}*{{weight}}/{total})", at)
        left_over = table.filled(f"={price}*{{weight}}-{{floor}}*{total}", at)
        ahead = table.filled(f"SUMPRODUCT(--({remainders}>{{remainder}}))", at)
        if at > head + 1:
            above = table.span("remainder", head + 1, at - 1)
            ahead += table.filled(f"+SUMPRODUCT(--({above}={{remainder}}))", at)
        extra = f"IF({ahead}<{price}-SUM({floors}),1,0)"
        found.append(
            Share(
                weight,
                Live(floor, net * weight // total),
                Live(left_over, net * weight % total),
                Live(table.filled(f"=({{floor}}+{extra})/100", at), yuan(part.net)),
            )
        )
    return found
