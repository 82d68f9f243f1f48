"""Two measures of one dimension compared unit by unit, so that no average hides what got worse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    from app.approval.dimensions import Dimension, Part


class Step(NamedTuple):
    """Where a dimension is worst against what was approved: both values."""

    was: Fraction | None
    value: Fraction


def worst_step(before: Dimension, after: Dimension, tolerance: Fraction) -> Step | None:
    """Where a dimension is worse than approved, unit by unit; ``None`` where it is nowhere.

    Units are compared in order of their value, the worst with the worst; more units than were
    approved are compared with the least that was.
    """
    sign = -1 if after.smallest else 1
    found: Step | None = None
    most = tolerance
    units = _units(before)
    passed = 0
    for part in after.parts:
        passed += part.quantity
        # The last unit of a part meets the mildest value approved among its units.
        was = next((before for reach, before in units if reach >= passed), units[-1][1])
        by = sign * (part.value - was.value) - part.slack - was.slack
        if by > most:
            most, found = by, Step(was.value, part.value)
    return found


def _units(dimension: Dimension) -> list[tuple[int, Part]]:
    """Up to which unit each part reaches, the worst first."""
    reached, found = 0, []
    for part in dimension.parts:
        reached += part.quantity
        found.append((reached, part))
    return found
