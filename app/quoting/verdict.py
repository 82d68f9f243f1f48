"""judge(): who must approve a quote, criterion by criterion; pure, so it also runs while typing."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from app.quoting.authority import (
    AuthorityMatrix,
    Criterion,
    CriterionVerdict,
    FlagRule,
    Verdict,
)
from catalog.local_text import LocalText
from catalog.money import decimal_percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from app.quoting.quote import Quote
    from pricing.concession import Concession, Concessions
    from pricing.priced import PricedQuote

_FEN_PER_YUAN = 100


class UnknownCriterion(ValueError):
    """The matrix names a criterion or flag that nothing measures, or lacks limits for one."""


def judge(
    matrix: AuthorityMatrix, quote: Quote, priced: PricedQuote, given: Concessions
) -> Verdict:
    """The level that a quote needs: the highest over all criteria and raised flags.

    An author whose role the matrix does not know may grant nothing himself; the limits of the
    lowest level are shown to him.

    Raises:
        UnknownCriterion: If the matrix is not complete; missing limits are never a free pass.
    """
    order = [level.id for level in matrix.levels]
    role = quote.manager.role
    own = order.index(role) if role in order else -1
    found = [_judge(matrix, criterion, given, max(own, 0)) for criterion in matrix.criteria]
    present = _present(priced) if any(flag.offerings for flag in matrix.flags) else frozenset()
    found.extend(
        CriterionVerdict(flag.id, flag.name, None, "flag", flag.level)
        for flag in matrix.flags
        if _is_raised(flag, quote, present, given)
    )
    blocked = tuple(verdict.id for verdict in found if not verdict.level)
    needed = max((order.index(v.level) for v in found if v.level), default=0)
    return Verdict(
        level="" if blocked else order[needed],
        level_name=LocalText() if blocked else matrix.levels[needed].name,
        own_level=role,
        within_own=not blocked and needed <= own,
        blocked=blocked,
        criteria=tuple(found),
        matrix_version=matrix.version,
    )


def _judge(
    matrix: AuthorityMatrix, criterion: Criterion, given: Concessions, own: int
) -> CriterionVerdict:
    if len(criterion.limits) != len(matrix.levels):
        msg = f"{criterion.id} has {len(criterion.limits)} limits for {len(matrix.levels)} levels"
        raise UnknownCriterion(msg)
    value, fits = _measured(criterion, given)
    level = next(
        (
            level.id
            for level, limit in zip(matrix.levels, criterion.limits, strict=True)
            if limit is None or fits(Fraction(limit))
        ),
        "",
    )
    return CriterionVerdict(
        id=criterion.id,
        name=criterion.name,
        value=_shown(value),
        unit=criterion.unit,
        level=level,
        own_limit=criterion.limits[own],
        smallest=criterion.smallest,
    )


def _measured(
    criterion: Criterion, given: Concessions
) -> tuple[Fraction, Callable[[Fraction], bool]]:
    """The measured value, and whether it fits a limit; compared exactly, never as shown."""
    match criterion.id:
        case "market_discount":
            return _deepest(given.market), partial(_all_within, given.market)
        case "guided_discount":
            return _deepest(given.guided), partial(_all_within, given.guided)
        case "fixed_deviation":
            value = max((_deviation(c) for c in given.fixed if c.taken), default=Fraction(0))
        case "one_time_waiver":
            value = given.one_time_share
        case "free_months":
            value = Fraction(given.free_months)
        case "cumulative_concession":
            value = given.cumulative
        case "margin":
            value = given.margin
        case "contract_value":
            value = Fraction(given.contract_value, _FEN_PER_YUAN)
        case _:
            msg = f"nothing measures the criterion {criterion.id}"
            raise UnknownCriterion(msg)
    if criterion.smallest:
        nothing_sold = not given.revenue and not given.cost
        return value, lambda limit: nothing_sold or value >= limit
    return value, lambda limit: value <= limit


def _deepest(concessions: Iterable[Concession]) -> Fraction:
    """The largest percentage taken off, found by multiplying crosswise.

    A quote has a thousand charges, and this runs at every keystroke: an exact division for each
    took as long as pricing all of them.
    """
    deepest: Concession | None = None
    for one in concessions:
        if one.taken <= 0 or not one.published:
            continue
        if deepest is None or (
            one.taken * abs(deepest.published) > deepest.taken * abs(one.published)
        ):
            deepest = one
    return deepest.depth if deepest is not None else Fraction(0)


def _all_within(concessions: Iterable[Concession], limit: Fraction) -> bool:
    """Whether none is beyond a limit; rounding, which only ever allows more, is asked last."""
    percent, hundred = limit.numerator, 100 * limit.denominator
    return all(
        one.taken * hundred <= percent * abs(one.published) or one.within(limit)
        for one in concessions
    )


def _deviation(concession: Concession) -> Fraction:
    """A fixed price may not be changed in either direction."""
    return Fraction(100 * abs(concession.taken), abs(concession.published) or 1)


def _present(priced: PricedQuote) -> frozenset[str]:
    """Codes of everything that is quoted, by itself or inside a bundle."""
    charges = {charge.code for item in priced.items for charge in item.charges}
    owners = {code.rpartition(".")[0] for code in charges}
    return frozenset(owners.union([item.offering for item in priced.items]))


def _is_raised(flag: FlagRule, quote: Quote, present: frozenset[str], given: Concessions) -> bool:
    if flag.offerings:
        return not present.isdisjoint(flag.offerings)
    match flag.id:
        case "tender":
            return quote.tender
        case "below_cost":
            return bool(given.below_cost)
        case "several_provinces":
            return quote.provinces > 1
        case _:
            msg = f"nothing raises the flag {flag.id}"
            raise UnknownCriterion(msg)


def _shown(value: Fraction) -> Decimal:
    return decimal_percent(value)
