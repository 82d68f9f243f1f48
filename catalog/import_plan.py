"""ImportPlan: what an import would do, before it is done; all of it happens or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.comparison import Change, Difference, Part, compare
from catalog.pace import Pace, unpaced
from catalog.problem import Problem
from catalog.product_catalog import CatalogContent

if TYPE_CHECKING:
    from collections.abc import Sequence


class ImportPlan(msgspec.Struct, frozen=True):
    """What would become of the catalogue.

    Attributes:
        content: What would be stored; ``None`` when an error blocks the import.
        differences: To the catalogue in force, part by part and field by field; all added parts
            when there is none. Empty when an error blocks the import.
        problems: Every finding of every row, and everything that was left aside.
        rows: How many rows of charges were read.
        unchanged: How many charges stay exactly as they are.
    """

    content: CatalogContent | None
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]
    rows: int
    unchanged: int = 0

    @property
    def errors(self) -> int:
        """How many findings block the import."""
        return sum(problem.blocks for problem in self.problems)

    def count(self, change: Change, part: Part = Part.CHARGE) -> int:
        """How many parts of a kind are added, changed or withdrawn."""
        return len({one.code for one in self.of(change) if one.part is part})

    def of(self, change: Change) -> tuple[Difference, ...]:
        """The differences of one kind."""
        return tuple(one for one in self.differences if one.change is change)


def plan_import(
    content: CatalogContent | None,
    problems: Sequence[Problem],
    rows: int,
    in_force: CatalogContent | None,
    pace: Pace = unpaced,
) -> ImportPlan:
    """The plan of an import that was read.

    Args:
        content: What would be stored; ``None`` when an error blocks it.
        problems: What reading found.
        rows: How many rows of charges were read.
        in_force: The present catalogue, if there is one.
        pace: Hears how far the work is, and may stop it.
    """
    if content is None:
        return ImportPlan(None, (), tuple(problems), rows)
    before = in_force or msgspec.structs.replace(
        content, offerings=(), bundles=(), tax_classes=(), price_records=(), specifications=()
    )
    differences = compare(before, content, pace)
    charges = sum(len(offering.charges) for offering in content.offerings)
    touched = {
        one.code
        for one in differences
        if one.part is Part.CHARGE and one.change is not Change.WITHDRAWN
    }
    return ImportPlan(content, differences, tuple(problems), rows, charges - len(touched))
