"""Programme: an integer programme as a plain value, built and read without any solver."""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One condition: the sum of columns with coefficients lies between two figures.

    Attributes:
        entries: Column and coefficient.
        least: Smallest sum; ``None`` for none.
        most: Largest sum; ``None`` for none.
    """

    entries: tuple[tuple[int, int], ...]
    least: int | None = None
    most: int | None = None


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Find whole numbers within bounds that keep all rows and make the sum of costs smallest.

    Attributes:
        costs: Of one unit of each column, in a ten-thousandth of a point.
        upper: Largest value of each column; the smallest is 0.
        rows: Conditions.
        names: What each column is, for people.
        whole: Whether a column is a whole number; the others come out whole by themselves.
    """

    costs: tuple[int, ...]
    upper: tuple[int, ...]
    rows: tuple[Row, ...]
    names: tuple[str, ...]
    whole: tuple[bool, ...]


class Solved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a solver says of a programme.

    Attributes:
        values: Of each column; empty while none is known.
        bound: Costs that no answer is below, in a ten-thousandth of a point; ``None`` if unknown.
        nodes: Nodes of the search tree.
        finished: The search came to its end: the values are best, or there are none.
        impossible: It is proven that there are none.
    """

    values: tuple[int, ...] = ()
    bound: int | None = None
    nodes: int = 0
    finished: bool = False
    impossible: bool = False


class Effort(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How hard to look.

    Attributes:
        seconds: Wall time at most.
        gap: Share of the value at which the search may end.
        threads: Cores to use.
        known: A good answer is known, so that no time goes into finding one.
        plain: The programme is searched as it is, with nothing taken away beforehand.
    """

    seconds: float = 60.0
    gap: float = 0.0
    threads: int = 1
    known: bool = False
    plain: bool = False


ANYHOW = Effort()
"""A minute, for the very best."""
