"""Verdict: what the authority matrix says about one quote, and who must decide in which order."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.local_text import LocalText
from catalog.problem import Problem


class CriterionVerdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one criterion says.

    Attributes:
        id: Criterion or flag.
        name: For people.
        value: Measured value in the criterion's unit, rounded to two decimals for showing;
            ``None`` for a flag. Where the customer may choose, of the worst choice.
        unit: ``percent``, ``months``, ``yuan``, ``days``, ``count`` or ``flag``.
        level: Identifier of the level needed; empty when nobody may grant it.
        own_limit: The limit of the author's own level, for showing.
        smallest: The limit is a minimum.
        worst: What the worst case counts besides the items that are not optional: identifiers of
            optional items, numbers of other quotes.
        deepest: Item whose charge is the deepest; empty for what is measured over the quote.
        functions: Identifiers of functions that are asked besides.
        exact: The value to ten decimals, for comparing; ``None`` for a flag.
    """

    id: str
    name: LocalText
    value: Decimal | None
    unit: str
    level: str
    own_limit: Decimal | None = None
    smallest: bool = False
    worst: tuple[str, ...] = ()
    deepest: str = ""
    functions: tuple[str, ...] = ()
    exact: Decimal | None = None


class Approver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who may take a step.

    Attributes:
        person: Staff number.
        name: His name.
        stands_in_for: Name of the absent holder of the role; empty for the holder himself.
    """

    person: str
    name: str
    stands_in_for: str = ""


class ApprovalStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One decision that is needed; steps of the same order are taken in parallel.

    Attributes:
        order: From 1; a step waits for all steps of lower order.
        role: Identifier of the level or function that decides.
        role_name: Its name.
        criteria: What it decides about.
        approvers: Any one of them may decide; empty when nobody is named in the role.
        instead_of: The level that would have sufficed and has nobody to decide; empty usually.
    """

    order: int
    role: str
    role_name: LocalText
    criteria: tuple[str, ...]
    approvers: tuple[Approver, ...] = ()
    instead_of: str = ""


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who must approve a quote, and why.

    Attributes:
        level: Identifier of the level required: the highest over all criteria; empty if blocked.
        level_name: Its name.
        own_level: The author's level.
        within_own: Whether the author may decide alone.
        blocked: Identifiers of criteria that nobody may grant.
        criteria: All criteria, then the flags that are raised.
        matrix_version: Version of the limits.
        steps: The decisions that are needed, in their order; none if blocked.
        problems: What is wrong with the author's role or with who is named, and what to watch.
    """

    level: str
    level_name: LocalText
    own_level: str
    within_own: bool
    blocked: tuple[str, ...]
    criteria: tuple[CriterionVerdict, ...]
    matrix_version: str
    steps: tuple[ApprovalStep, ...] = ()
    problems: tuple[Problem, ...] = ()
