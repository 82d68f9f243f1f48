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
from app.approval.dimensions import TERMS, Dimension, dimensions
from app.approval.event import Carried, Person
from app.quoting.revision import Revision
from catalog.local_text import LocalText
from catalog.money import decimal_percent
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pricing.priced import PricedItem

_NO_TOLERANCE: Final = Decimal(0)
_VALUE: Final = "contract_value"


class Granted(msgspec.Struct, frozen=True):
    """A decision of somebody who let a revision pass.

    Attributes:
        revision: The revision as it was frozen.
        decider: Who decided.
        until: Last day on which it holds.
        tolerances: How much worse each criterion may get, in its unit.
        left_out: Keys of dimensions that others had decided before.
    """

    revision: Revision
    decider: Person
    until: date
    tolerances: dict[str, Decimal] = {}
    left_out: frozenset[str] = frozenset()


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
        level: Level that may decide it.
    """

    key: str
    criterion: str
    subject: str
    name: LocalText
    unit: str
    was: Decimal | None
    value: Decimal | None
    by: Decimal | None
    level: str


class Reapproval(msgspec.Struct, frozen=True):
    """What decisions on earlier revisions are worth for a later one.

    Attributes:
        worse: What needs a decision; empty when nothing does.
        carried: What earlier decisions still cover.
        voided: Why earlier decisions count for nothing.
        level: Lowest level that may decide all of ``worse``; empty when nothing needs it.
        until: Last day on which all decisions carried over hold; ``None`` when none is.
    """

    worse: tuple[Worse, ...]
    carried: tuple[Carried, ...]
    voided: tuple[Problem, ...]
    level: str
    until: date | None


def reapproval(
    revision: Revision, granted: Sequence[Granted], ranks: Sequence[str], day: date
) -> Reapproval:
    """What of a revision needs a decision, given decisions on earlier ones.

    Args:
        revision: As it is now, worked out.
        granted: Decisions, the latest last.
        ranks: Levels of the authority matrix, lowest first.
        day: The day on which it is asked.
    """
    if revision.verdict.within_own:
        return Reapproval((), (), (), "", None)
    voided = [(one, tuple(_voids(one, revision, day))) for one in granted]
    standing = [one for one, reasons in voided if not reasons]
    measured = [(one, dimensions(one.revision, ranks)) for one in standing]
    worse: list[Worse] = []
    carried: list[tuple[Carried, date]] = []
    for key, dimension in dimensions(revision, ranks).items():
        if dimension.criterion in TERMS or dimension.own:
            continue
        kept = _covering(dimension, measured, ranks, revision)
        if kept is None:
            worse.append(_asked(key, dimension, measured))
        else:
            before = _shown(kept[1].worst)
            now = _shown(dimension.worst)
            note = Carried(key, kept[0].revision.label, str(before), str(now))
            carried.append((note, kept[0].until))
    if measured:
        worse.extend(_worse_terms(revision, measured[-1][1], ranks))
    return Reapproval(
        worse=tuple(worse),
        carried=tuple(note for note, _ in carried),
        voided=tuple(reason for _, reasons in voided for reason in reasons),
        level=_highest((one.level for one in worse), ranks),
        until=min((until for _, until in carried), default=None),
    )


def _voids(granted: Granted, revision: Revision, day: date) -> Iterator[Problem]:
    """Why a decision counts for nothing now."""
    before, label = granted.revision, granted.revision.label
    if day > granted.until:
        yield _void("approval.void_expired", label=label, date=str(granted.until))
    old, new = before.customer, revision.customer
    if (old.id, old.name, old.credit_code) != (new.id, new.name, new.credit_code):
        yield _void("approval.void_customer", label=label, customer=old.name)
    for bundle in _dissolved(before, revision):
        yield _void("approval.void_bundle", label=label, bundle=bundle.offering)
    author = revision.quote.manager
    if granted.decider.is_the_same_as(Person(author.id, author.name, author.role)):
        yield _void("approval.void_own", label=label, name=author.name)


def _void(code: str, **parameters: str) -> Problem:
    return Problem(code, Severity.WARNING, parameters=parameters)


def _dissolved(before: Revision, after: Revision) -> Iterator[PricedItem]:
    """Bundles that are gone while parts of them are quoted one by one."""
    bundles = {item.offering for item in after.priced.items if item.is_bundle}
    single = {
        charge.code for item in after.priced.items if not item.is_bundle for charge in item.charges
    }
    seen: set[str] = set()
    for item in before.priced.items:
        if item.is_bundle and item.offering not in bundles | seen:
            seen.add(item.offering)
            if single & {charge.code for charge in item.charges}:
                yield item


def _covering(
    dimension: Dimension,
    measured: Sequence[tuple[Granted, Mapping[str, Dimension]]],
    ranks: Sequence[str],
    revision: Revision,
) -> tuple[Granted, Dimension] | None:
    """The latest decision that covers a dimension, with what it was decided at."""
    for granted, approved in reversed(measured):
        before = approved.get(dimension.key)
        if before is None or dimension.key in granted.left_out:
            continue
        if worst_step(before, dimension, Fraction(0)) is None:
            return granted, before
        tolerance = Fraction(granted.tolerances.get(dimension.criterion, _NO_TOLERANCE))
        entitled = _rank(granted.decider.role, ranks) >= _rank(dimension.level, ranks) >= 0
        if tolerance and entitled and worst_step(before, dimension, tolerance) is None:
            return granted, before
        approved_deal = (granted.revision, before)
        if dimension.criterion == _VALUE and _sold_better(
            approved_deal, (revision, dimension), ranks
        ):
            return granted, before
    return None


def _sold_better(
    before: tuple[Revision, Dimension], after: tuple[Revision, Dimension], ranks: Sequence[str]
) -> bool:
    """Whether a contract is worth more for reasons that are no worse than what was approved.

    Dearer prices and smaller discounts always are; so is more of the same, as long as the value
    needs no higher level than the one approved. Something new or a longer term is another deal.
    """
    old, new = _sold(before[0]), _sold(after[0])
    if after[0].quote.term > before[0].quote.term or not new.keys() <= old.keys():
        return False
    dearer_only = all(quantity <= old[code] for code, quantity in new.items())
    return dearer_only or _rank(before[1].level, ranks) >= _rank(after[1].level, ranks) >= 0


def _sold(revision: Revision) -> Counter[str]:
    """Units by charge."""
    sold: Counter[str] = Counter()
    for item in revision.priced.items:
        for charge in item.charges:
            sold[charge.code] += charge.quantity
    return sold


def _asked(
    key: str, dimension: Dimension, measured: Sequence[tuple[Granted, Mapping[str, Dimension]]]
) -> Worse:
    """A dimension that no decision covers, told against the latest that knew it."""
    before: Dimension | None = next(
        (approved[key] for _, approved in reversed(measured) if key in approved), None
    )
    step = worst_step(before, dimension, Fraction(0)) if before is not None else None
    was = step.was if step is not None else None
    value = step.value if step is not None else dimension.worst
    return _worse(dimension, was, value, dimension.level)


def _worse(dimension: Dimension, was: Fraction | None, value: Fraction, level: str) -> Worse:
    by = None if was is None or dimension.unit == "flag" else _rounded_up(abs(value - was))
    return Worse(
        key=dimension.key,
        criterion=dimension.criterion,
        subject=dimension.subject,
        name=dimension.name,
        unit=dimension.unit,
        was=None if was is None else _shown(was),
        value=_shown(value),
        by=by,
        level=level,
    )


def _worse_terms(
    revision: Revision, approved: Mapping[str, Dimension], ranks: Sequence[str]
) -> Iterator[Worse]:
    """Terms that got worse since the latest decision, for the level that the whole quote needs."""
    level = revision.verdict.level
    present: Mapping[str, Dimension] = dimensions(revision, ranks)
    for key, before in approved.items():
        if before.criterion not in TERMS:
            continue
        after = present.get(key)
        if after is None:
            lost = _worse(before, before.worst, before.worst, level)
            yield msgspec.structs.replace(lost, value=None, by=None)
        elif (step := worst_step(before, after, Fraction(0))) is not None:
            yield _worse(after, step.was, step.value, level)


def _highest(levels: Iterable[str], ranks: Sequence[str]) -> str:
    """The highest of some levels; one that the matrix does not know is above all it knows."""
    return max(levels, key=lambda level: _rank(level, ranks, unknown=len(ranks)), default="")


def _rank(level: str, ranks: Sequence[str], unknown: int = -1) -> int:
    return ranks.index(level) if level in ranks else unknown


def _shown(value: Fraction) -> Decimal:
    return decimal_percent(value)


def _rounded_up(value: Fraction) -> Decimal:
    """Never shown as nothing while it is something."""
    return Decimal(-(-value.numerator * 100 // value.denominator)).scaleb(-2)
