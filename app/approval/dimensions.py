"""What an approver approves, measured exactly: one dimension for each thing that can get worse.

Sums (margin, cumulative concession, contract value...) are one figure each. Discounts are measured
charge by charge and free months offering by offering, over all units: a deeper discount on one
charge is not hidden by a smaller one on another, nor by deleting an item and adding it again.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from app.quoting.options import commitments
from app.quoting.quote import PAYMENT
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.quoting.authority import AuthorityMatrix, Criterion, CriterionVerdict
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from pricing.concession import Concession, Concessions
    from pricing.priced import PricedItem, PricedQuote

_FEN_PER_YUAN: Final = 100
_HALF_A_FEN: Final = Fraction(1, 2)
_FIXED: Final = "fixed_deviation"
_DEPTHS: Final = ("market_discount", "guided_discount", _FIXED, "discount", "effective_discount")
_SHARES: Final = ("cumulative_concession", "document_discount", "one_time_waiver", "margin")
AGREED_TERM: Final = "agreed_term"
TERMS: Final = (AGREED_TERM, "agreed_validity", "agreed_condition")
"""Dimensions that no limit of authority looks at: worse ones go to who approved the rest."""
OWN_WORDS: Final = "agreed_condition:own_words:"
"""Begins the keys of conditions in words of one's own."""


class Part(msgspec.Struct, frozen=True):
    """So many units at one value; ``slack`` is what rounding to the fen may account for."""

    value: Fraction
    quantity: int
    slack: Fraction = Fraction(0)


class Dimension(msgspec.Struct, frozen=True):
    """One thing that can get worse.

    Attributes:
        key: Unique in a quote, such as ``market_discount:LINE.MONTHLY``.
        criterion: What measures it: a criterion or flag of the authority matrix, or a term.
        subject: Code of the charge, offering or condition; empty for the whole quote.
        name: Of the criterion, for people; empty for terms, which have words of their own.
        unit: ``percent``, ``months``, ``yuan``, ``flag``, ``days`` or ``date``.
        parts: Values with their units, the worst first.
        level: Level that may decide it; empty for terms, and for what nobody may grant.
        own: Whether no level above the author's needs to decide it.
        functions: Functions that are asked besides.
        smallest: Worse means smaller.
    """

    key: str
    criterion: str
    subject: str
    name: LocalText
    unit: str
    parts: tuple[Part, ...]
    level: str = ""
    own: bool = False
    smallest: bool = False
    functions: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Who has to decide it: the level, where it is beyond the author's own, and functions."""
        return (*(() if self.own else (self.level,)), *self.functions)

    @property
    def worst(self) -> Fraction:
        """The value that matters most."""
        return self.parts[0].value


def dimensions(revision: Revision, matrix: AuthorityMatrix) -> dict[str, Dimension]:
    """Every dimension of a revision by its key.

    Args:
        revision: Worked out.
        matrix: Says what each criterion measures, and ranks the levels.
    """
    priced = revision.priced
    given = measure(priced, commitments(revision.quote))
    criteria = {criterion.id: criterion for criterion in matrix.criteria}
    found: list[Dimension] = []
    for verdict in revision.verdict.criteria:
        criterion = criteria.get(verdict.id)
        measured = criterion.measured if criterion is not None else verdict.id
        of_author = _Author(matrix.rank(revision.verdict.own_level), matrix.rank(verdict.level))
        if measured in _DEPTHS:
            concessions = _concessions(measured, criterion, given)
            found.extend(_depths(verdict, concessions, priced, measured, of_author))
        elif measured == "free_months":
            found.extend(_free_months(verdict, priced, of_author))
        elif verdict.id == "below_cost":
            found.extend(_losses(verdict, priced, of_author))
        else:
            value = Fraction(1) if verdict.exact is None else Fraction(verdict.exact)
            slack = _slack(given, priced) if measured in _SHARES else Fraction(0)
            part = Part(value, 1, slack)
            found.append(_one(verdict, verdict.id, "", [part], own=of_author.may))
    found.extend(_terms(revision))
    return {dimension.key: dimension for dimension in found}


class _Author(NamedTuple):
    """Ranks of the author's level and of the level that a criterion needs; -1 for none."""

    rank: int
    needed: int

    @property
    def may(self) -> bool:
        """Whether the author may decide it alone."""
        return 0 <= self.needed <= self.rank


def _slack(given: Concessions, priced: PricedQuote) -> Fraction:
    """Percent that rounding to the fen may account for: half a fen for each charge and month."""
    whole = min(abs(given.revenue), given.recurring_published) or 1
    charges = sum(len(item.charges) for item in priced.items)
    return 100 * _HALF_A_FEN * charges * max(priced.totals.term, 1) / whole


def _concessions(
    measured: str, criterion: Criterion | None, given: Concessions
) -> Sequence[Concession]:
    """What a measure of depth looks at; families are not told apart, so it is rather too much."""
    match measured:
        case "market_discount":
            return given.market
        case "guided_discount":
            return given.guided
        case "effective_discount":
            return given.items
        case "discount":
            once = criterion is not None and ChargeType.ONE_TIME in criterion.scope.charges
            return (*given.market, *given.guided, *(given.one_time if once else ()))
        case _:
            return given.fixed


def _one(
    verdict: CriterionVerdict, key: str, subject: str, parts: Iterable[Part], *, own: bool
) -> Dimension:
    worst_first = sorted(parts, key=lambda part: part.value, reverse=not verdict.smallest)
    return Dimension(
        key=key,
        criterion=verdict.id,
        subject=subject,
        name=verdict.name,
        unit=verdict.unit,
        parts=tuple(worst_first),
        level=verdict.level,
        own=own,
        smallest=verdict.smallest,
        functions=verdict.functions,
    )


def _depths(
    verdict: CriterionVerdict,
    concessions: Sequence[Concession],
    priced: PricedQuote,
    measured: str,
    author: _Author,
) -> list[Dimension]:
    """Percent taken off, for each charge over all its units."""
    found: list[Dimension] = []
    by_charge: dict[str, list[Concession]] = defaultdict(list)
    for concession in concessions:
        by_charge[concession.charge].append(concession)
    quantities = _quantities(priced)
    limit = verdict.own_limit
    for code, ones in by_charge.items():
        parts = [
            Part(
                _depth(one, fixed=measured == _FIXED),
                quantities[one.item, code],
                100 * _HALF_A_FEN / max(abs(one.published), 1),
            )
            for one in ones
        ]
        own = author.may or (
            author.rank >= 0
            and measured != _FIXED
            and limit is not None
            and all(one.within(Fraction(limit)) for one in ones)
        )
        untouched = not any(part.value for part in parts)
        found.append(_one(verdict, f"{verdict.id}:{code}", code, parts, own=own or untouched))
    if not author.may and all(one.own for one in found):
        # Together they are beyond what each of them keeps: then none of them goes unasked.
        found = [msgspec.structs.replace(one, own=not one.worst) for one in found]
    return found


def _depth(concession: Concession, *, fixed: bool) -> Fraction:
    """A fixed price may not be changed in either direction."""
    if fixed:
        return Fraction(100 * abs(concession.taken), abs(concession.published) or 1)
    return concession.depth


def _quantities(priced: PricedQuote) -> Mapping[tuple[str, str], int]:
    """Units by item and charge; of a bundle's price the number of bundles."""
    found: dict[tuple[str, str], int] = {}
    for item in priced.items:
        found[item.id, item.offering] = max(item.quantity, 1)
        for charge in item.charges:
            found[item.id, charge.code] = max(charge.quantity, 1)
    return found


def _free_months(
    verdict: CriterionVerdict, priced: PricedQuote, author: _Author
) -> Iterator[Dimension]:
    by_offering: dict[str, list[PricedItem]] = defaultdict(list)
    for item in priced.items:
        if item.monthly.published_amount:
            by_offering[item.offering].append(item)
    limit = verdict.own_limit
    for code, items in by_offering.items():
        parts = [Part(Fraction(item.free_months), max(item.quantity, 1)) for item in items]
        none = all(not part.value for part in parts)
        known = author.rank >= 0 and limit is not None
        within = known and all(part.value <= Fraction(limit or 0) for part in parts)
        own = author.may or none or within
        yield _one(verdict, f"{verdict.id}:{code}", code, parts, own=own)


def _losses(verdict: CriterionVerdict, priced: PricedQuote, author: _Author) -> Iterator[Dimension]:
    """Yuan a period that a charge brings in less than it costs, over all its units."""
    lost: dict[str, int] = defaultdict(int)
    for item in priced.items:
        for charge in item.charges:
            if charge.type == "recurring" and charge.net_ex_tax < charge.cost_amount:
                lost[charge.code] += charge.cost_amount - charge.net_ex_tax
    for code, loss in lost.items():
        part = Part(Fraction(loss, _FEN_PER_YUAN), 1)
        found = _one(verdict, f"below_cost:{code}", code, [part], own=author.may)
        yield msgspec.structs.replace(found, unit="yuan")


def _terms(revision: Revision) -> Iterator[Dimension]:
    """What was agreed besides prices: months, days the price is held, what the customer promises.

    A promise that is left out is the worst; it is found by its absence, see ``invalidation``.
    """
    quote = revision.quote
    yield agreed_term("", quote.term)
    for heading, months in sorted(_own_terms(quote).items()):
        yield agreed_term(heading, months)
    yield _term("agreed_validity", "", "date", quote.valid_until.toordinal())
    due = [condition.days for condition in quote.conditions if condition.key == PAYMENT]
    yield _term("agreed_condition", PAYMENT, "days", max(due, default=0))
    for condition in quote.conditions:
        if condition.key != PAYMENT:
            subject = condition.key or f"own_words:{condition.text}"
            yield _term("agreed_condition", subject, "days", condition.days)
    for clause in quote.clauses:
        # The words are part of the key: another text is another clause, and is asked again.
        words = sha256(msgspec.json.encode(clause)).hexdigest()[:8]
        subject = f"own_words:{clause.name.zh} ({clause.version}, {words})"
        yield _term("agreed_condition", subject, "days", 0)


def agreed_term(subject: str, months: int) -> Dimension:
    """Months of the quote, or of an option or offering."""
    return _term(AGREED_TERM, subject, "months", months, smallest=True)


def _own_terms(quote: Quote) -> dict[str, int]:
    """Months of options whose commitment is another than the quote's, by heading or code."""
    terms = commitments(quote)
    return {
        item.section or item.offering: terms[item.id] for item in quote.items if item.id in terms
    }


def _term(name: str, subject: str, unit: str, value: int, *, smallest: bool = False) -> Dimension:
    key = f"{name}:{subject}" if subject else name
    part = Part(Fraction(value), 1)
    subject = subject.removeprefix("own_words:")
    return Dimension(key, name, subject, LocalText(), unit, (part,), smallest=smallest)
