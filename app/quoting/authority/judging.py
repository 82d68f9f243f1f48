"""judge(): who must approve a quote, criterion by criterion; pure, so it also runs while typing.

Where the customer chooses among whole options, each of them is judged as if he took it, with all
that he may add to it, and each criterion counts at its worst.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.authority.approvers import Author, approval_steps
from app.quoting.authority.measuring import MEASURES, Facts
from app.quoting.authority.outcome import CriterionVerdict, Verdict
from app.quoting.authority.recent import RecentQuote, within_window
from app.quoting.chosen_clauses import special_clauses
from catalog.local_text import LocalText
from catalog.money import decimal_percent
from catalog.problem import Place, Problem, Severity
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from app.quoting.authority.matrix import AuthorityMatrix, Criterion, FlagRule
    from app.quoting.authority.measuring import Measure, Measured
    from app.quoting.authority.outcome import ApprovalStep
    from app.quoting.clause import QuoteClause
    from app.quoting.quote import Quote
    from catalog.money import Fen
    from pricing.concession import Concessions
    from pricing.priced import PricedQuote


_EXACT = 10
"""Decimals of a value that is kept for comparing: far below what a limit can tell apart."""


class UnknownCriterion(ValueError):
    """The matrix names a criterion or flag that nothing measures, or lacks limits for one."""


class Surroundings(NamedTuple):
    """What stands around a quote that is judged.

    Attributes:
        recent: Other quotes of the customer, frozen or open; the policy says which count.
        families: The product family of a charge by its code.
        day: Day of the decision, for absences; the price date where it is not known.
        standard: Clauses that may be used without asking; any other is special.
        arrears: Fen that the customer owes.
        team: Service centre that looks after the customer; empty for none.
    """

    recent: Sequence[RecentQuote] = ()
    families: Callable[[str], str] | None = None
    day: date | None = None
    standard: frozenset[QuoteClause] = frozenset()
    arrears: Fen = 0
    team: str = ""


class Taken(NamedTuple):
    """What the customer may take in the place of the offer, priced as he would get it.

    Attributes:
        own: Items that stand in this option only.
        quote: As if it were taken; what may be added to it is optional.
        priced: Its price.
        exclusive: It can only be taken in the place of everything else.
    """

    own: tuple[str, ...]
    quote: Quote
    priced: PricedQuote
    exclusive: bool


_NOBODY = "authority.nobody_in_role"

ALONE = Surroundings()
"""A quote with nothing around it."""


def judge(
    matrix: AuthorityMatrix,
    quote: Quote,
    priced: PricedQuote,
    given: Concessions,
    around: Surroundings = ALONE,
    taken: Sequence[Taken] = (),
) -> Verdict:
    """The level that a quote needs: the highest over all criteria and raised flags.

    Args:
        matrix: Limits and people.
        quote: The quote.
        priced: Its price.
        given: Measured of it.
        around: What stands around it.
        taken: Each option that may be taken in the place of the offer. Without them all optional
            items count as if they could be added to the offer together.

    An author whose role the matrix does not know may grant nothing himself, which is a finding;
    the limits of the lowest level are shown to him.

    Raises:
        UnknownCriterion: If the matrix is not complete; missing limits are never a free pass.
    """
    order = [level.id for level in matrix.levels]
    own = matrix.rank(quote.manager.role)
    recent = within_window(around.recent, matrix.window, quote.id, quote.price_date)
    apart = frozenset(name for one in taken if one.exclusive for name in one.own)
    facts = Facts(quote, given, recent, around.families, around.standard, apart, around.arrears)
    choices = (_Choice(facts, ()), *(_Choice(_facts_of(one, facts), one.own) for one in taken))
    found = [_judge(matrix, criterion, choices, max(own, 0)) for criterion in matrix.criteria]
    present = _present(priced) if any(flag.offerings for flag in matrix.flags) else frozenset()
    found.extend(
        CriterionVerdict(flag.id, flag.name, None, "flag", flag.level, functions=flag.consult)
        for flag in matrix.flags
        if any(_is_raised(flag, choice.facts, present) for choice in choices)
    )
    blocked = tuple(verdict.id for verdict in found if not verdict.level)
    needed = max((order.index(v.level) for v in found if v.level), default=0)
    steps: tuple[ApprovalStep, ...] = ()
    if not blocked:
        author = Author(quote.manager.id, own, around.team)
        steps = approval_steps(matrix, found, author, around.day or quote.price_date)
    return Verdict(
        level="" if blocked else order[needed],
        level_name=LocalText() if blocked else matrix.levels[needed].name,
        own_level=quote.manager.role,
        within_own=not blocked and needed <= own and not steps,
        blocked=blocked,
        criteria=tuple(found),
        matrix_version=matrix.version,
        steps=steps,
        problems=tuple(_problems(matrix, quote, recent, steps)),
    )


def judged_on(
    verdict: Verdict, matrix: AuthorityMatrix, quote: Quote, day: date, team: str = ""
) -> Verdict:
    """The same verdict with the people who can decide on a day.

    Args:
        verdict: Of any day: levels do not depend on it, absences do.
        matrix: That the verdict was made with.
        quote: That it is of.
        day: Of the submission or decision.
        team: Service centre of the customer; empty for none.
    """
    if verdict.blocked:
        return verdict
    author = Author(quote.manager.id, matrix.rank(quote.manager.role), team)
    steps = approval_steps(matrix, verdict.criteria, author, day)
    others = tuple(one for one in verdict.problems if one.code != _NOBODY)
    problems = (*others, *_lacking(matrix, steps))
    return msgspec.structs.replace(verdict, steps=steps, problems=problems)


class _Choice(NamedTuple):
    """What the customer may choose, measured; and the items of an option that he took."""

    facts: Facts
    own: tuple[str, ...]


def _facts_of(one: Taken, offer: Facts) -> Facts:
    given = measure(one.priced)
    return offer._replace(quote=one.quote, given=given, apart=frozenset())


def _worst(how: Measure, criterion: Criterion, choices: Sequence[_Choice]) -> Measured:
    """The worst of what the customer may choose; a limit is kept if all of them keep it."""
    found = [
        one._replace(worst=choice.own + one.worst)
        for choice in choices
        for one in (how.find(choice.facts, criterion),)
    ]
    if len(found) == 1:
        return found[0]
    choose = min if how.smallest else max
    worst = choose(found, key=lambda one: one.value)
    return worst._replace(fits=lambda limit: all(one.fits(limit) for one in found))


def _judge(
    matrix: AuthorityMatrix, criterion: Criterion, choices: Sequence[_Choice], own: int
) -> CriterionVerdict:
    if len(criterion.limits) != len(matrix.levels):
        msg = f"{criterion.id} has {len(criterion.limits)} limits for {len(matrix.levels)} levels"
        raise UnknownCriterion(msg)
    how = MEASURES.get(criterion.measured)
    if how is None:
        msg = f"nothing measures the criterion {criterion.id}"
        raise UnknownCriterion(msg)
    found = _worst(how, criterion, choices)
    level = next(
        (
            level.id
            for level, limit in zip(matrix.levels, criterion.limits, strict=True)
            if limit is None or found.fits(Fraction(limit))
        ),
        "",
    )
    return CriterionVerdict(
        id=criterion.id,
        name=criterion.name,
        value=_shown(found.value),
        unit=criterion.unit,
        level=level,
        own_limit=criterion.limits[own],
        smallest=criterion.smallest,
        worst=found.worst,
        deepest=found.deepest,
        exact=decimal_percent(found.value, _EXACT),
        functions=tuple(
            asked.function for asked in criterion.consult if not found.fits(Fraction(asked.beyond))
        ),
    )


def _lacking(matrix: AuthorityMatrix, steps: Sequence[ApprovalStep]) -> Iterator[Problem]:
    """Steps that nobody can take."""
    for step in steps if matrix.staff.people else ():
        if not step.approvers:
            yield Problem(_NOBODY, Severity.WARNING, parameters={"role": step.role})


def _problems(
    matrix: AuthorityMatrix,
    quote: Quote,
    recent: Sequence[RecentQuote],
    steps: Sequence[ApprovalStep],
) -> Iterator[Problem]:
    """A role without limits, a step that nobody can take, quotes that follow one another."""
    where = Place(column="manager")
    if matrix.rank(quote.manager.role) < 0:
        facts = {"role": quote.manager.role, "allowed": ", ".join(one.id for one in matrix.levels)}
        yield Problem("authority.author_without_limits", where=where, parameters=facts)
    yield from _lacking(matrix, steps)
    if matrix.window.watch and len(recent) >= matrix.window.watch:
        numbers = ", ".join(one.number for one in recent)
        facts = {
            "count": str(len(recent)),
            "days": str(matrix.window.days),
            "numbers": numbers,
        }
        yield Problem("authority.repeated_quotes", Severity.WARNING, parameters=facts)


def _present(priced: PricedQuote) -> frozenset[str]:
    """Codes of everything that is quoted, by itself or inside a bundle."""
    charges = {charge.code for item in priced.items for charge in item.charges}
    owners = {code.rpartition(".")[0] for code in charges}
    return frozenset(owners.union([item.offering for item in priced.items]))


def _is_raised(flag: FlagRule, facts: Facts, present: frozenset[str]) -> bool:
    quote = facts.quote
    if flag.offerings or flag.clauses:
        promised = {condition.key for condition in quote.conditions}
        return not present.isdisjoint(flag.offerings) or not promised.isdisjoint(flag.clauses)
    match flag.id:
        case "tender":
            return quote.tender
        case "below_cost":
            return bool(facts.given.below_cost)
        case "several_provinces":
            return quote.provinces > 1
        case "special_clauses":
            return bool(special_clauses(quote, facts.standard))
        case "arrears":
            return facts.arrears > 0
        case _:
            msg = f"nothing raises the flag {flag.id}"
            raise UnknownCriterion(msg)


def _shown(value: Fraction) -> Decimal:
    return decimal_percent(value)
