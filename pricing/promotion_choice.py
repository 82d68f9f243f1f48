"""Which promotions apply to a charge, and why the others do not (section 2.6 of the semantics).

Promotions exclude each other by group, by being exclusive, by not tolerating each other's group,
or because one of them is for charges that no other rule has altered. Every maximal set of
promotions that tolerate each other is a candidate; the policy chooses among them: cheapest for the
customer, dearest (best for margin), or by priority. No promotion makes a charge dearer, so a set
that could still grow is never better than what it grows into.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen
from pricing.rule import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pricing.rule import PriceRule


class ChoicePolicy(StrEnum):
    """How to choose among sets; of equal ones the first in order of application is taken."""

    BEST_FOR_CUSTOMER = "best_for_customer"
    BEST_FOR_MARGIN = "best_for_margin"
    PRIORITY = "priority"


class Rejected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A promotion that was not used though its circumstances hold.

    Attributes:
        rule: Its identifier.
        reason: ``same_group``, ``exclusive``, ``not_combinable``, or ``manual`` where a manual
            alteration took its place. On a whole quote also ``least_total``, ``least_items``,
            ``no_charges``, ``floor`` and the limits ``quote_cap``, ``customer_cap``, ``budget``.
        because_of: The promotion used instead; ``manual`` for a manual alteration; empty for none.
        needed: What the condition asks for, in fen or items.
        found: What there is, in fen or items.
    """

    rule: str
    reason: str
    because_of: str = ""
    needed: int = 0
    found: int = 0


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The promotions that apply, in their order, and why the others do not.

    Attributes:
        applied: Positions among the eligible ones.
        rejected: The others, with reasons.
        amount: Net fen of the charge.
    """

    applied: tuple[int, ...]
    rejected: tuple[Rejected, ...]
    amount: Fen


def choose(
    eligible: Sequence[PriceRule],
    sets: Sequence[tuple[int, ...]],
    price: Callable[[tuple[int, ...]], Fen],
    policy: ChoicePolicy,
) -> Choice:
    """Choose among the maximal sets of promotions that are eligible for one charge.

    Args:
        eligible: In order of application: priority first, then identifier.
        sets: ``maximal_sets(eligible)``, which callers keep because many charges share them.
        price: Net fen of the charge with the promotions at some positions applied in order.
        policy: How to choose.
    """
    chosen = sets[0]
    amount = price(chosen)
    if len(sets) > 1:
        best = (_preference(policy, [eligible[i] for i in chosen], amount), chosen)
        for members in sets[1:]:
            net = price(members)
            key = (_preference(policy, [eligible[i] for i in members], net), members)
            if key < best:
                best, chosen, amount = key, members, net
    used = [eligible[index] for index in chosen]
    rejected = tuple(
        _reason(rule, used) for index, rule in enumerate(eligible) if index not in chosen
    )
    return Choice(chosen, rejected, amount)


def conflict(one: PriceRule, other: PriceRule) -> str:
    """Why two promotions cannot stand on one charge; empty when they can."""
    if one.exclusive or other.exclusive:
        return "exclusive"
    if one.group and one.group == other.group:
        return "same_group"
    if one.combinable_with and other.group not in one.combinable_with:
        return "not_combinable"
    if other.combinable_with and one.group not in other.combinable_with:
        return "not_combinable"
    if Base.UNDISCOUNTED in {one.base, other.base}:
        return "not_combinable"
    return ""


def maximal_sets(eligible: Sequence[PriceRule]) -> tuple[tuple[int, ...], ...]:
    """Positions of every set that tolerates itself and that no further promotion could join.

    These are the maximal cliques of the graph "may stand together", found by the algorithm of
    Bron and Kerbosch with a pivot (Communications of the ACM 16, 1973, p. 575).
    """
    count = len(eligible)
    if not any(_is_choosy(rule) for rule in eligible):
        return (tuple(range(count)),)  # nobody minds anybody: the usual case, without a search
    friends = [
        {
            other
            for other in range(count)
            if other != one and not conflict(eligible[one], eligible[other])
        }
        for one in range(count)
    ]

    def grow(
        members: tuple[int, ...], open_: set[int], done: set[int]
    ) -> Iterator[tuple[int, ...]]:
        if not open_ and not done:
            yield tuple(sorted(members))
            return
        pivot = max(open_ | done, key=lambda index: (len(friends[index] & open_), -index))
        for index in sorted(open_ - friends[pivot]):
            yield from grow((*members, index), open_ & friends[index], done & friends[index])
            open_ = open_ - {index}
            done = done | {index}

    return tuple(sorted(grow((), set(range(count)), set())))


def _is_choosy(rule: PriceRule) -> bool:
    alone = rule.exclusive or rule.base is Base.UNDISCOUNTED
    return alone or bool(rule.group or rule.combinable_with)


def _preference(
    policy: ChoicePolicy, rules: Sequence[PriceRule], net: Fen
) -> tuple[tuple[int, int], ...]:
    """Smaller is better; by priority, the set with the higher priorities, then the larger one."""
    if policy is ChoicePolicy.BEST_FOR_CUSTOMER:
        return ((0, net),)
    if policy is ChoicePolicy.BEST_FOR_MARGIN:
        return ((0, -net),)
    return (*sorted((0, -rule.priority) for rule in rules), (1, 0))


def _reason(rule: PriceRule, chosen: Sequence[PriceRule]) -> Rejected:
    """The first of the chosen that it does not tolerate; a maximal set has one for every other."""
    return next(Rejected(rule.id, why, used.id) for used in chosen if (why := conflict(rule, used)))
