"""Whether decisions on an earlier revision stand for a later one: only what got worse is asked.

A dimension needs a decision when it is beyond the author's own authority and worse than where
somebody approved it; a tolerance granted with the approval counts, as long as the approver might
decide the new value. Another party, a dissolved bundle or a passed day voids a decision whole.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.comparing import worst_step
from app.approval.dimensions import (
    AGREED_TERM,
    OWN_WORDS,
    TERMS,
    Dimension,
    agreed_term,
    dimensions,
)
from app.approval.event import Carried
from app.approval.granted import Granted, voids
from app.approval.option_terms import shorter_terms
from app.approval.roles import highest
from catalog.local_text import LocalText
from catalog.money import decimal_percent
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision

_NO_TOLERANCE: Final = Decimal(0)
_VALUE: Final = "contract_value"
_OWN_TERM: Final = f"{AGREED_TERM}:"


class Worse(msgspec.Struct, frozen=True):
    """A dimension that needs a decision.

    Attributes:
        key: Of the dimension.
        criterion: What measures it.
        subject: Code of the charge, offering or condition; empty for the whole quote.
        name: Of the criterion, for people.
        unit: See ``Dimension``.
        was: Value approved, two decimals; ``None`` when nobody approved any.
        value: Value now; ``None`` for a promise that was left out.
        by: How much worse, two decimals rounded up; ``None`` where that is no figure.
        roles: Level and functions that have to decide it.
    """

    key: str
    criterion: str
    subject: str
    name: LocalText
    unit: str
    was: Decimal | None
    value: Decimal | None
    by: Decimal | None
    roles: tuple[str, ...]


class Reapproval(msgspec.Struct, frozen=True):
    """What decisions on earlier revisions are worth for a later one.

    Attributes:
        worse: What needs a decision; empty when nothing does.
        carried: What earlier decisions still cover.
        voided: Why earlier decisions count for nothing.
        roles: Levels and functions that have to decide ``worse``, the lowest level first.
        until: Last day on which all decisions carried over hold; ``None`` when none is.
    """

    worse: tuple[Worse, ...]
    carried: tuple[Carried, ...]
    voided: tuple[Problem, ...]
    roles: tuple[str, ...]
    until: date | None


def reapproval(
    revision: Revision, granted: Sequence[Granted], matrix: AuthorityMatrix, day: date
) -> Reapproval:
    """What of a revision needs a decision, given decisions on earlier ones.

    Args:
        revision: As it is now, worked out.
        granted: Decisions, the latest last.
        matrix: Authority as it is now.
        day: The day on which it is asked.
    """
    if revision.verdict.within_own:
        return Reapproval((), (), (), (), None)
    voided = [(one, tuple(voids(one, revision, day))) for one in granted]
    standing = [one for one, reasons in voided if not reasons]
    measured = [(one, dimensions(one.revision, matrix)) for one in standing]
    present = dimensions(revision, matrix)
    worse: list[Worse] = []
    carried: list[Carried] = []
    until: list[date] = []
    for key, dimension in present.items():
        if dimension.criterion in TERMS or not dimension.roles:
            continue
        kept = {
            role: _covering(dimension, role, measured, matrix, revision) for role in dimension.roles
        }
        missing = tuple(role for role, covered in kept.items() if covered is None)
        if missing:
            worse.append(_asked(dimension, missing, measured))
        for covered in kept.values():
            if covered is not None:
                until.append(covered[0].until)
                if not missing:
                    carried.append(_carried(key, covered, dimension))
    if measured:
        worse.extend(_worse_terms(revision, measured[-1][1], present))
        worse.extend(_shorter(standing[-1].revision, revision))
    return Reapproval(
        worse=tuple(worse),
        carried=tuple(dict.fromkeys(carried)),
        voided=tuple(reason for _, reasons in voided for reason in reasons),
        roles=_in_order((role for one in worse for role in one.roles), matrix),
        until=min(until, default=None),
    )


def _carried(key: str, covered: tuple[Granted, Dimension], now: Dimension) -> Carried:
    granted, before = covered
    was, value = str(_shown(before.worst)), str(_shown(now.worst))
    return Carried(key, granted.revision.label, was, value)


def _in_order(roles: Iterable[str], matrix: AuthorityMatrix) -> tuple[str, ...]:
    """Each role once: levels from the lowest, then functions."""
    known = [level.id for level in matrix.levels] + [one.id for one in matrix.functions]
    wanted = dict.fromkeys(roles)
    return (
        *(role for role in known if role in wanted),
        *(role for role in wanted if role not in known),
    )


def _covering(
    dimension: Dimension,
    role: str,
    measured: Sequence[tuple[Granted, Mapping[str, Dimension]]],
    matrix: AuthorityMatrix,
    revision: Revision,
) -> tuple[Granted, Dimension] | None:
    """The latest decision that covers a dimension for a role, with what it was decided at."""
    for granted, approved in reversed(measured):
        before = approved.get(dimension.key)
        rank, needed = highest(matrix, granted.acting), matrix.rank(role)
        decided_as = role in granted.acting or (needed >= 0 and rank >= 0)
        if before is None or dimension.key in granted.left_out or not decided_as:
            continue
        if worst_step(before, dimension, Fraction(0)) is None:
            return granted, before
        tolerance = Fraction(granted.tolerances.get(dimension.criterion, _NO_TOLERANCE))
        # Who has decided as a function has no rank to lack; a level has to reach the role.
        if tolerance and rank >= needed and worst_step(before, dimension, tolerance) is None:
            return granted, before
        approved_deal = (granted.revision, before)
        if dimension.criterion == _VALUE and _sold_better(
            approved_deal, (revision, dimension), matrix
        ):
            return granted, before
    return None


def _sold_better(
    before: tuple[Revision, Dimension], after: tuple[Revision, Dimension], matrix: AuthorityMatrix
) -> bool:
    """Whether a contract is worth more for reasons that are no worse than what was approved.

    Dearer prices and smaller discounts always are; so is more of the same, as long as the value
    needs no higher level than the one approved. Something new or a longer term is another deal.
    """
    old, new = _sold(before[0]), _sold(after[0])
    if after[0].quote.term > before[0].quote.term or not new.keys() <= old.keys():
        return False
    dearer_only = all(quantity <= old[code] for code, quantity in new.items())
    return dearer_only or matrix.rank(before[1].level) >= matrix.rank(after[1].level) >= 0


def _sold(revision: Revision) -> Counter[str]:
    """Units by charge."""
    sold: Counter[str] = Counter()
    for item in revision.priced.items:
        for charge in item.charges:
            sold[charge.code] += charge.quantity
    return sold


def _asked(
    dimension: Dimension,
    roles: tuple[str, ...],
    measured: Sequence[tuple[Granted, Mapping[str, Dimension]]],
) -> Worse:
    """A dimension that no decision covers, told against the latest that knew it."""
    key = dimension.key
    before: Dimension | None = next(
        (approved[key] for _, approved in reversed(measured) if key in approved), None
    )
    step = worst_step(before, dimension, Fraction(0)) if before is not None else None
    was = step.was if step is not None else None
    value = step.value if step is not None else dimension.worst
    return _worse(dimension, was, value, roles)


def _worse(
    dimension: Dimension, was: Fraction | None, value: Fraction, roles: tuple[str, ...]
) -> Worse:
    by = None if was is None else _rounded_up(abs(value - was))
    return Worse(
        key=dimension.key,
        criterion=dimension.criterion,
        subject=dimension.subject,
        name=dimension.name,
        unit=dimension.unit,
        was=None if was is None else _shown(was),
        value=_shown(value),
        by=by,
        roles=roles,
    )


def _worse_terms(
    revision: Revision, approved: Mapping[str, Dimension], present: Mapping[str, Dimension]
) -> Iterator[Worse]:
    """Terms that got worse since the latest decision, for the level that the whole quote needs.

    A promise of the customer that is left out is worse; so are new words of one's own.
    """
    roles = (revision.verdict.level,)
    for key, before in approved.items():
        if before.criterion not in TERMS or key.startswith(_OWN_TERM):
            continue
        after = present.get(key)
        if after is None:
            lost = _worse(before, before.worst, before.worst, roles)
            yield msgspec.structs.replace(lost, value=None, by=None)
        elif (step := worst_step(before, after, Fraction(0))) is not None:
            yield _worse(after, step.was, step.value, roles)
    for key, after in present.items():
        if key.startswith(OWN_WORDS) and key not in approved:
            yield _worse(after, None, after.worst, roles)


def _shorter(before: Revision, after: Revision) -> Iterator[Worse]:
    """Months of options, and of what was taken out of one, that got fewer."""
    roles = (after.verdict.level,)
    for one in shorter_terms(before.quote, after.quote):
        now = agreed_term(one.subject, one.months)
        yield _worse(now, Fraction(one.was), Fraction(one.months), roles)


def _shown(value: Fraction) -> Decimal:
    return decimal_percent(value)


def _rounded_up(value: Fraction) -> Decimal:
    """Never shown as nothing while it is something."""
    return Decimal(-(-value.numerator * 100 // value.denominator)).scaleb(-2)
