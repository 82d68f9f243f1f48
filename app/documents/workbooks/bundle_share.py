"""Bundle share: largest-remainder allocation of a bundle's price, written as formulas.

The same rule as ``pricing.allocation``: each component's share is the price times its weight
divided by the sum of weights, cut to the fen; the fen that are left go one by one to the largest
remainders, ties by position. All figures are whole numbers of fen. A spreadsheet calculates with
53 binary digits and takes figures that differ in the last few for equal, so a price times a weight
must stay below 2 to the 46; weights are reduced by their common divisor first, and ``fits`` tells
whether a bundle stays in that range.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.cells import Live
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.table import Table
    from catalog.money import Fen

EXACT = 2**46
"""Whole numbers below it are told apart, and divided, exactly."""


class Part(NamedTuple):
    """A monthly component of a bundle before a discount on the whole bundle.

    Attributes:
        amount: Fen.
        weight: By which it shares what is left of the bundle's price, reduced by the common
            divisor; ``None`` where the discount does not touch it.
    """

    amount: Fen
    weight: int | None


class Share(NamedTuple):
    """The cells of one component's share.

    Attributes:
        weight: Its weight, reduced by the common divisor.
        floor: Whole fen of its share.
        remainder: What the cut left over, in weights.
        net: Its share in yuan.
    """

    weight: int
    floor: Live
    remainder: Live
    net: Live


def reduced(weights: Sequence[int]) -> list[int]:
    """Weights divided by what divides them all; all equal when none weighs anything."""
    divisor = gcd(*weights) if weights else 0
    return [weight // divisor for weight in weights] if divisor else [1] * len(weights)


def fits(price: Fen, weights: Sequence[int]) -> bool:
    """Whether a spreadsheet can allocate up to ``price`` fen exactly."""
    return bool(weights) and price >= 0 and price * max(weights) < EXACT


def shares(
    table: Table, head: int, parts: Sequence[Part], taken: Fen, nets: Sequence[Fen]
) -> list[Share]:
    """The formulas of the components that share a bundle's price, in the order of their rows.

    Where nothing is taken off, each keeps what it is published for.

    Args:
        table: Columns ``percent``, ``weight``, ``floor`` and ``remainder``.
        head: Row of the bundle; its components stand in the rows below.
        parts: Its components.
        taken: Fen that the quote's own discount on the bundle takes off.
        nets: Fen of all components now.
    """
    open_ = [
        (head + 1 + at, part.weight, part.amount, net)
        for at, (part, net) in enumerate(zip(parts, nets, strict=True))
        if part.weight is not None
    ]
    total = sum(weight for _, weight, _, _ in open_)
    whole = sum(amount for _, _, amount, _ in open_)
    base, now = yuan(whole), whole - taken
    off = f"ROUND({base}*${table.letter('percent')}${head}/100,2)"
    price = f"ROUND(({base}-{off})*100,0)"
    floors = table.span("floor", head + 1, head + len(parts))
    remainders = table.span("remainder", head + 1, head + len(parts))
    found: list[Share] = []
    for at, weight, amount, net in open_:
        floor = table.filled(f"=INT({price}*{{weight}}/{total})", at)
        left_over = table.filled(f"={price}*{{weight}}-{{floor}}*{total}", at)
        ahead = table.filled(f'COUNTIF({remainders},">"&{{remainder}})', at)
        if at > head + 1:
            above = table.span("remainder", head + 1, at - 1)
            ahead += table.filled(f"+COUNTIF({above},{{remainder}})", at)
        extra = f"IF({ahead}<{price}-SUM({floors}),1,0)"
        share = table.filled(f"ROUND(({{floor}}+{extra})/100,2)", at)
        found.append(
            Share(
                weight,
                Live(floor, now * weight // total),
                Live(left_over, now * weight % total),
                Live(f"=IF({off}=0,{yuan(amount)},{share})", yuan(net)),
            )
        )
    return found
