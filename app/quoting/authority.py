"""Discount authority as data, and the verdict on a quote, criterion by criterion.

Limits are dated data (``resources/policy/authority.toml``); nothing here knows a figure. A
criterion without limits is an error, never a free pass.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.local_text import LocalText


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the hierarchy, such as L2 team leader."""

    id: str
    name: LocalText


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure with one limit per level, lowest level first.

    Attributes:
        id: Name of the measure in ``pricing.concession``, such as ``market_discount``.
        name: For people.
        limits: Largest (or smallest) allowed value per level, lowest level first; ``None`` means
            no limit at that level. A level beyond the end has no right at all.
        smallest: The limits are minimums (margin) rather than maximums.
        unit: ``percent``, ``months`` or ``yuan``.
    """

    id: str
    name: LocalText
    limits: tuple[Decimal | None, ...]
    smallest: bool = False
    unit: str = "percent"


class FlagRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circumstance that needs at least a level, such as a tender.

    Attributes:
        id: Name of the flag in ``pricing.concession`` or of the quote.
        name: For people.
        level: Identifier of the level it needs.
        offerings: Offerings whose presence raises the flag; empty for flags of the quote.
    """

    id: str
    name: LocalText
    level: str
    offerings: tuple[str, ...] = ()


class AuthorityMatrix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of who may grant what."""

    version: str
    levels: tuple[Level, ...]
    criteria: tuple[Criterion, ...]
    flags: tuple[FlagRule, ...] = ()


class CriterionVerdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one criterion says.

    Attributes:
        id: Criterion or flag.
        name: For people.
        value: Measured value in the criterion's unit, rounded to two decimals for showing;
            ``None`` for a flag.
        unit: ``percent``, ``months``, ``yuan`` or ``flag``.
        level: Identifier of the level needed; empty when nobody may grant it.
        own_limit: The limit of the author's own level, for showing.
        smallest: The limit is a minimum.
    """

    id: str
    name: LocalText
    value: Decimal | None
    unit: str
    level: str
    own_limit: Decimal | None = None
    smallest: bool = False


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
    """

    level: str
    level_name: LocalText
    own_level: str
    within_own: bool
    blocked: tuple[str, ...]
    criteria: tuple[CriterionVerdict, ...]
    matrix_version: str
