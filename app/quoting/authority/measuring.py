"""What is measured of a quote for discount authority, by name of the measure.

Depths are of single charges after everything was pushed down to them; sums are of the worst case
that the customer may choose among optional items, together with his other recent quotes. Values
are exact; rounding to the fen as the engine rounds is the only thing that is forgiven.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from app.quoting.authority.depths import all_within, deepest, deviating, of_families, scoped
from app.quoting.authority.worst_case import Part, largest_share, largest_sum, smallest_margin
from app.quoting.chosen_clauses import special_clauses
from app.quoting.quote import PAYMENT
from pricing.concession import margin_of_deal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from app.quoting.authority.matrix import Criterion
    from app.quoting.authority.recent import RecentQuote
    from app.quoting.clause import QuoteClause
    from app.quoting.quote import Quote
    from catalog.money import Fen
    from pricing.concession import Concession, Concessions, OptionGiven

    Measuring: TypeAlias = Callable[["Facts", Criterion], "Measured"]

_FEN_PER_YUAN = 100
UNITS = ("percent", "months", "yuan", "days", "count")
FLAGS = ("tender", "below_cost", "several_provinces", "special_clauses", "arrears")
"""Flags that the quote itself raises; others name offerings or clauses."""


class Facts(NamedTuple):
    """What a quote gives away, and what stands around it.

    Attributes:
        quote: As it is.
        given: Measured.
        recent: Other quotes of the customer that count.
        families: Product family by code of a charge; bundles and unknown codes have none.
        standard: Clauses that may be used without asking.
        apart: Optional items that cannot be added: they are taken in the place of all else.
        arrears: Fen that the customer owes.
    """

    quote: Quote
    given: Concessions
    recent: Sequence[RecentQuote] = ()
    families: Callable[[str], str] | None = None
    standard: frozenset[QuoteClause] = frozenset()
    apart: frozenset[str] = frozenset()
    arrears: Fen = 0


class Measured(NamedTuple):
    """A value, and whether it fits a limit; compared exactly, never as shown.

    Attributes:
        value: In the unit of the measure.
        fits: Whether it keeps a limit.
        worst: Optional items and other quotes that it counts.
        deepest: Item of the deepest charge.
    """

    value: Fraction
    fits: Callable[[Fraction], bool]
    worst: tuple[str, ...] = ()
    deepest: str = ""


class Measure(NamedTuple):
    """One kind of measure: its unit, whether limits are minimums, whether it has a scope."""

    find: Measuring
    unit: str = "percent"
    smallest: bool = False
    scoped: bool = False


def _depth(concessions: Sequence[Concession]) -> Measured:
    one = deepest(concessions)
    fits = partial(_fits, concessions, one)
    if any(other.taken > 0 and not other.published for other in concessions):
        fits = partial(all_within, concessions)  # off nothing published: no percentage says it
    if one is None:
        return Measured(Fraction(0), fits)
    return Measured(one.depth, fits, deepest=one.item)


def _fits(concessions: Sequence[Concession], one: Concession | None, limit: Fraction) -> bool:
    """Whether all keep a limit; the deepest says so at once nearly always."""
    if limit >= 0:
        if one is None or one.taken * 100 <= limit * abs(one.published):
            return True
        if not one.within(limit):
            return False
    return all_within(concessions, limit)


def _market(facts: Facts, _criterion: Criterion) -> Measured:
    return _depth(facts.given.market)


def _guided(facts: Facts, _criterion: Criterion) -> Measured:
    return _depth(facts.given.guided)


def _fixed(facts: Facts, _criterion: Criterion) -> Measured:
    altered = deviating(facts.given.fixed)
    value = Fraction(0)
    if altered is not None:
        value = Fraction(100 * abs(altered.taken), abs(altered.published) or 1)
    return _at_most(value)._replace(deepest=altered.item if altered is not None else "")


def _discount(facts: Facts, criterion: Criterion) -> Measured:
    """The deepest discount of the charges in a scope, one-time charges among them."""
    return _depth(scoped(facts.given, criterion.scope, facts.families))


def _effective(facts: Facts, criterion: Criterion) -> Measured:
    """The deepest item over the term, with its free months and its one-time charges."""
    items = facts.given.items
    if facts.apart:  # over the commitment of their own option
        items = tuple(one for one in items if one.item not in facts.apart)
    return _depth(of_families(items, criterion.scope, facts.families))


def _one_time(facts: Facts, _criterion: Criterion) -> Measured:
    given = facts.given
    parts = _parts(facts, "one_time_waived", "one_time_list")
    return _share(given.one_time_waived, given.one_time_list, parts)


def _cumulative(facts: Facts, _criterion: Criterion) -> Measured:
    given = facts.given
    parts = _parts(facts, "recurring_taken", "recurring_published")
    return _share(given.recurring_taken, given.recurring_published, parts)


def _document(facts: Facts, _criterion: Criterion) -> Measured:
    """Recurring charges over the term and open one-time charges, weighted by their amounts."""
    given = facts.given
    parts = (
        Part(
            one.item,
            one.recurring_taken + one.one_time_waived,
            one.recurring_published + one.one_time_list,
        )
        for one in _blocks(facts)
    )
    taken = given.recurring_taken + given.one_time_waived
    return _share(taken, given.recurring_published + given.one_time_list, parts)


def _margin(facts: Facts, _criterion: Criterion) -> Measured:
    given = facts.given
    worst = smallest_margin(given.revenue, given.cost, _parts(facts, "cost", "revenue"))
    value = margin_of_deal(worst.bottom, worst.top)
    nothing_sold = not worst.bottom and not worst.top
    return Measured(value, lambda limit: nothing_sold or value >= limit, worst.chosen)


def _contract_value(facts: Facts, _criterion: Criterion) -> Measured:
    worst = largest_sum(facts.given.contract_value, _parts(facts, "contract_value", "revenue"))
    return _at_most(Fraction(worst.top, _FEN_PER_YUAN))._replace(worst=worst.chosen)


def _gifts(facts: Facts, _criterion: Criterion) -> Measured:
    worst = largest_sum(facts.given.gifts, _parts(facts, "gifts", "revenue"))
    return _at_most(Fraction(worst.top, _FEN_PER_YUAN))._replace(worst=worst.chosen)


def _free_months(facts: Facts, _criterion: Criterion) -> Measured:
    return _at_most(Fraction(facts.given.free_months))


def _term(facts: Facts, _criterion: Criterion) -> Measured:
    return _at_most(Fraction(facts.quote.term))


def _payment(facts: Facts, _criterion: Criterion) -> Measured:
    days = (one.days for one in facts.quote.conditions if one.key == PAYMENT)
    return _at_most(Fraction(max(days, default=0)))


def _clauses(facts: Facts, _criterion: Criterion) -> Measured:
    """Conditions in words of one's own, which no template knows, and clauses not standard."""
    own = [one for one in facts.quote.conditions if one.text or not one.key]
    return _at_most(Fraction(len(own) + len(special_clauses(facts.quote, facts.standard))))


MEASURES: Mapping[str, Measure] = {
    "market_discount": Measure(_market),
    "guided_discount": Measure(_guided),
    "fixed_deviation": Measure(_fixed),
    "discount": Measure(_discount, scoped=True),
    "effective_discount": Measure(_effective, scoped=True),
    "one_time_waiver": Measure(_one_time),
    "free_months": Measure(_free_months, "months"),
    "gifts": Measure(_gifts, "yuan"),
    "cumulative_concession": Measure(_cumulative),
    "document_discount": Measure(_document),
    "margin": Measure(_margin, smallest=True),
    "contract_value": Measure(_contract_value, "yuan"),
    "term": Measure(_term, "months"),
    "payment_days": Measure(_payment, "days"),
    "special_clauses": Measure(_clauses, "count"),
}
"""Every measure that a criterion may name."""


def _at_most(value: Fraction) -> Measured:
    return Measured(value, lambda limit: value <= limit)


def _share(top: int, bottom: int, parts: Iterator[Part]) -> Measured:
    worst = largest_share(top, bottom, parts)
    value = Fraction(100 * worst.top, worst.bottom) if worst.bottom else Fraction(0)
    return _at_most(value)._replace(worst=worst.chosen)


def _blocks(facts: Facts) -> Iterator[OptionGiven]:
    """Everything that may be there besides: optional items, other quotes and their options."""
    yield from (one for one in facts.given.options if one.item not in facts.apart)
    for other in facts.recent:
        yield other.sums
        yield from other.options


def _parts(facts: Facts, top: str, bottom: str) -> Iterator[Part]:
    for one in _blocks(facts):
        yield Part(one.item, getattr(one, top), getattr(one, bottom))
