"""Levels: which level may grant a value, as a formula and as the figure that it gives.

A level is written as its position, 1 for the lowest; one more than there are levels means that
nobody may grant it. A number format shows the position as L1, L2 ... so that it stays a number
that ``MAX`` can take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from app.quoting.authority import AuthorityMatrix, Criterion


def position_of(matrix: AuthorityMatrix, level: str) -> int:
    """Position of a level from 1; one beyond the highest for a level that nobody has."""
    ids = [known.id for known in matrix.levels]
    return ids.index(level) + 1 if level in ids else len(ids) + 1


def level_format(matrix: AuthorityMatrix, nobody: str) -> str:
    """The number format that shows a position as the level's identifier."""
    count = len(matrix.levels)
    prefix = matrix.levels[0].id.rstrip("0123456789") if matrix.levels else ""
    regular = all(level.id == f"{prefix}{n}" for n, level in enumerate(matrix.levels, start=1))
    shown = f'"{prefix}"0' if regular else "0"
    return f'[<={count}]{shown};"{nobody}"'


def by_value(criterion: Criterion, value: str, limits: Sequence[str], levels: int) -> str:
    """The lowest level whose limit the value keeps, as an expression.

    Args:
        criterion: Says whether limits are the largest or the smallest allowed values.
        value: Cell of the value.
        limits: Cells of the limits, lowest level first.
        levels: How many levels there are.
    """
    sign = ">=" if criterion.smallest else "<="
    return _lowest([f"{value}{sign}{limit}" for limit in limits], criterion.limits, levels)


def by_amount(
    criterion: Criterion, taken: str, published: str, limits: Sequence[str], levels: int
) -> str:
    """The lowest level whose percentage, rounded to the fen, allows what is taken off.

    A discount of 10 % of 6.66 is 0.67; a limit of 10 % allows it although it is a little more.
    """
    tests = [f"{taken}<=ROUND(ABS({published})*{limit}/100,2)" for limit in limits]
    return _lowest(tests, criterion.limits, levels)


def _lowest(tests: Sequence[str], limits: Sequence[Decimal | None], levels: int) -> str:
    expression = str(levels + 1)
    for position in range(min(len(limits), levels), 0, -1):
        if limits[position - 1] is None:
            expression = str(position)
        else:
            expression = f"IF({tests[position - 1]},{position},{expression})"
    return expression
