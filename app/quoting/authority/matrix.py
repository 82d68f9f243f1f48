"""AuthorityMatrix: one dated edition of who may grant what.

Limits are data (``resources/policy/authority.toml``, format in ``resources/policy/README.md``);
nothing here knows a figure. A criterion without limits is an error, never a free pass.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.authority.staff import Staff
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.money import Fen

if TYPE_CHECKING:
    from collections.abc import Sequence

BUNDLES = "bundles"
"""In the place of a family: bundles at their published price."""


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One role of the hierarchy, such as L2 team leader; levels rank in their order."""

    id: str
    name: LocalText


class Function(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role beside the hierarchy that judges one thing, such as finance or legal."""

    id: str
    name: LocalText


class Consultation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A function that is asked, in parallel with the level, beyond a value of a criterion.

    Attributes:
        function: Identifier of the function.
        beyond: In the criterion's unit; above it, or below it where limits are minimums.
    """

    function: str
    beyond: Decimal


class Scope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which charges a criterion looks at; an empty part means all.

    Attributes:
        families: Product families, or ``bundles``.
        regulations: Who sets the price.
        charges: Kinds of charge.
    """

    families: tuple[str, ...] = ()
    regulations: tuple[PriceRegulation, ...] = ()
    charges: tuple[ChargeType, ...] = ()


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure with one limit per level, lowest level first.

    Attributes:
        id: Unique in the matrix, such as ``market_discount``.
        name: For people.
        limits: Largest (or smallest) allowed value per level, lowest level first; ``None`` means
            no limit at that level.
        smallest: The limits are minimums (margin) rather than maximums.
        unit: ``percent``, ``months``, ``yuan``, ``days`` or ``count``.
        measure: What is measured (``app.quoting.authority.measuring``); empty where the
            identifier names it.
        scope: Charges that are looked at, where the measure looks at charges.
        consult: Functions that are asked beyond a value.
    """

    id: str
    name: LocalText
    limits: tuple[Decimal | None, ...]
    smallest: bool = False
    unit: str = "percent"
    measure: str = ""
    scope: Scope = Scope()
    consult: tuple[Consultation, ...] = ()

    @property
    def measured(self) -> str:
        """Name of the measure."""
        return self.measure or self.id


class FlagRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circumstance that needs at least a level, such as a tender.

    Attributes:
        id: Name of the flag in ``pricing.concession`` or of the quote.
        name: For people.
        level: Identifier of the level it needs.
        offerings: Offerings whose presence raises the flag; empty for flags of the quote.
        clauses: Conditions of the quote, by key, that raise the flag: payment terms, special
            clauses.
        consult: Functions that are asked in parallel.
    """

    id: str
    name: LocalText
    level: str
    offerings: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    consult: tuple[str, ...] = ()


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which other quotes of the same customer are counted together with a quote.

    Attributes:
        days: Before and after the quote's price date; 0 counts none.
        watch: So many other quotes in that time are told as a finding; 0 for never.
    """

    days: int = 0
    watch: int = 0


class AuthorityMatrix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One edition of who may grant what.

    Attributes:
        version: Names the edition in every verdict.
        levels: The hierarchy, lowest first.
        criteria: Measures with their limits.
        flags: Circumstances with their levels.
        valid_from: First day on which it is in force; ``None`` for always.
        functions: Roles beside the hierarchy.
        window: Other quotes that count.
        staff: The people and who stands in for whom.
        unsigned_limit: Contract value in fen, before anything is given away by hand, up to which a
            decision on a paper that nobody signed counts; 0 for never.
    """

    version: str
    levels: tuple[Level, ...]
    criteria: tuple[Criterion, ...]
    flags: tuple[FlagRule, ...] = ()
    valid_from: date | None = None
    functions: tuple[Function, ...] = ()
    window: Window = Window()
    staff: Staff = Staff()
    unsigned_limit: Fen = 0

    def rank(self, level: str) -> int:
        """Position of a level from 0; -1 for a role that is no level."""
        return next((n for n, known in enumerate(self.levels) if known.id == level), -1)


def edition_on(editions: Sequence[AuthorityMatrix], day: date) -> AuthorityMatrix:
    """The edition in force on a day; before the first one, the first: there always are limits.

    Raises:
        ValueError: If there is no edition at all.
    """
    ordered = sorted(editions, key=lambda one: one.valid_from or date.min)
    begun = [one for one in ordered if (one.valid_from or date.min) <= day]
    if not ordered:
        msg = "no edition of the authority matrix"
        raise ValueError(msg)
    return begun[-1] if begun else ordered[0]
