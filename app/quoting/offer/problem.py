"""OfferProblem: needs, usage, candidates and the goal; everything that an offer is chosen by.

Amounts are whole **points**: a fen has ``per_fen`` points, which is the number of months replayed,
so that the average of a month stays a whole number. Rates of usage are whole 0.000001 yuan a unit.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable


class Goal(StrEnum):
    """What the best offer is best in."""

    LEAST_COST = "cost"
    """The customer pays least."""
    MOST_MARGIN = "margin"
    """We earn most, while the customer pays no more than ``OfferProblem.limit``."""

    def better(self, one: int, other: int) -> bool:
        """Whether a value is better than another one."""
        return one < other if self is Goal.LEAST_COST else one > other


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units of a service that the customer wants.

    Attributes:
        id: Unique among needs.
        quantity: Units at least.
        most: Units at most; 0 where more may be sold than is asked for.
        name: For people.
        site: Where; empty for anywhere.
        pool: The need over all sites that this one is a part of (``pooling.py``); empty for none.
        answers: Codes of the charges any of which answers it, the usual one first.
    """

    id: str
    quantity: int
    most: int = 0
    name: LocalText = LocalText()
    site: str = ""
    pool: str = ""
    answers: tuple[str, ...] = ()


class Usage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is used by the month, and what a unit beyond all allowances costs.

    Attributes:
        id: Code of the usage charge.
        months: Units in each month replayed.
        rate: 0.000001 yuan a unit while no chosen candidate says less.
    """

    id: str
    months: tuple[int, ...]
    rate: int


class Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that may be in the offer, so many times.

    Attributes:
        id: Unique among candidates.
        cost: Points that the customer pays for each over the horizon.
        margin: Points that we earn with each over the horizon.
        covers: Units of needs that one covers, by need.
        name: For people.
        fixed_cost: Points besides, once if it is taken at all.
        fixed_margin: Likewise.
        allowances: Units of usage a month that one includes, by usage.
        rates: 0.000001 yuan for a unit of usage while it is in the offer, by usage.
        least: How often it is taken at least if at all.
        most: How often at most; 0 for no limit of its own.
        excludes: Candidates that may not stand beside it.
        requires: Of each group at least one candidate must be in the offer.
        within: The candidate beside which alone it is offered; empty for none.
        per_one: How many may stand beside each of those; 0 for any number.
        named: It gives the offer its name: two offers differ when these do.
        site: Where it is, if it cannot be elsewhere; empty for what may go anywhere.
    """

    id: str
    cost: int
    margin: int = 0
    covers: dict[str, int] = {}
    name: LocalText = LocalText()
    fixed_cost: int = 0
    fixed_margin: int = 0
    allowances: dict[str, int] = {}
    rates: dict[str, int] = {}
    least: int = 1
    most: int = 0
    excludes: tuple[str, ...] = ()
    requires: tuple[tuple[str, ...], ...] = ()
    within: str = ""
    per_one: int = 0
    named: bool = True
    site: str = ""


class OfferProblem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the best offer is wanted for.

    Attributes:
        needs: All must be covered.
        candidates: What may be taken.
        usage: Usage that is paid for, beyond what is included.
        goal: What is best.
        horizon: Months over which costs are compared.
        per_fen: Points in a fen.
        limit: Points that the customer pays at most; ``None`` for no limit.
        term: Months of commitment that the candidates are priced for.
    """

    needs: tuple[Need, ...]
    candidates: tuple[Candidate, ...]
    usage: tuple[Usage, ...] = ()
    goal: Goal = Goal.LEAST_COST
    horizon: int = 12
    per_fen: int = 1
    limit: int | None = None
    term: int = 12

    def candidate(self, candidate_id: str) -> Candidate | None:
        """The candidate with an identifier."""
        return next((one for one in self.candidates if one.id == candidate_id), None)

    def fen(self, points: int) -> Fen:
        """Points as fen over the horizon, rounded half up."""
        return round_half_up(points, self.per_fen)

    def fen_a_month(self, points: int) -> Fen:
        """Points as fen for a month of the horizon, rounded half up."""
        return round_half_up(points, self.per_fen * self.horizon)

    def with_candidates(self, candidates: Iterable[Candidate]) -> OfferProblem:
        """The same with other candidates."""
        return msgspec.structs.replace(self, candidates=tuple(candidates))


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a problem.

    Attributes:
        counts: How often each candidate is taken; those that are not are left out.
        cost: Points that the customer pays over the horizon, usage included.
        margin: Points that we earn over the horizon, without usage.
    """

    counts: dict[str, int]
    cost: int
    margin: int

    def value(self, goal: Goal) -> int:
        """Points that the goal looks at."""
        return self.cost if goal is Goal.LEAST_COST else self.margin


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How good a choice is known to be.

    Attributes:
        value: Points of the choice.
        bound: Points that no choice can beat.
        nodes: Nodes of the search tree.
        cuts: Choices that the engine refused or priced otherwise, and that were looked past.
    """

    value: int
    bound: int
    nodes: int = 0
    cuts: int = 0

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.value == self.bound

    @property
    def gap(self) -> Fraction:
        """How much better the best possible may be at most, as a share of the value."""
        if self.value == self.bound:
            return Fraction(0)
        return Fraction(abs(self.value - self.bound), max(abs(self.value), 1))
