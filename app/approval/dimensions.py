"""What an approver approves, measured exactly: one dimension for each thing that can get worse.

Sums (margin, cumulative concession, contract value...) are one figure each. Discounts are measured
charge by charge and free months offering by offering, over all units: a deeper discount on one
charge is not hidden by a smaller one on another, nor by deleting an item and adding it again.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import msgspec

from catalog.local_text import LocalText
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.quoting.authority import CriterionVerdict
    from app.quoting.revision import Revision
    from pricing.concession import Concession, Concessions
    from pricing.priced import PricedItem, PricedQuote

_FEN_PER_YUAN: Final = 100
_DEPTHS: Final = ("market_discount", "guided_discount", "fixed_deviation")
TERMS: Final = ("term", "validity", "condition")
"""Dimensions that no limit of authority looks at: worse ones go to who approved the rest."""


class Part(msgspec.Struct, frozen=True):
    """So many units at one value."""

    value: Fraction
    quantity: int


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
        own: Whether the author may decide it alone.
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

    @property
    def worst(self) -> Fraction:
        """The value that matters most."""
        return self.parts[0].value


def dimensions(revision: Revision, ranks: Sequence[str]) -> dict[str, Dimension]:
    """Every dimension of a revision by its key.

    Args:
        revision: Worked out.
        ranks: Levels of the authority matrix, lowest first.
    """
    priced = revision.priced
    given = measure(priced)
    found: list[Dimension] = []
    for verdict in revision.verdict.criteria:
        own = _may_alone(verdict.level, revision.verdict.own_level, ranks)
        known = revision.verdict.own_level in ranks
        if verdict.id in _DEPTHS:
            found.extend(_depths(verdict, given, priced, own=own, known=known))
        elif verdict.id == "free_months":
            found.extend(_free_months(verdict, priced, own=own, known=known))
        elif verdict.id == "below_cost":
            found.extend(_losses(verdict, priced, own=own))
        else:
            value = _exactly(verdict, given, priced)
            found.append(_one(verdict, verdict.id, "", [Part(value, 1)], own=own))
    found.extend(_terms(revision))
    return {dimension.key: dimension for dimension in found}


def _may_alone(level: str, own: str, ranks: Sequence[str]) -> bool:
    return level in ranks and own in ranks and ranks.index(level) <= ranks.index(own)


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
    )


def _exactly(verdict: CriterionVerdict, given: Concessions, priced: PricedQuote) -> Fraction:
    """The measured value of a criterion on sums; what only the verdict knows, as it shows it."""
    match verdict.id:
        case "one_time_waiver":
            return given.one_time_share
        case "cumulative_concession":
            return given.cumulative
        case "margin":
            return _margin(given, priced)
        case "contract_value":
            return Fraction(given.contract_value, _FEN_PER_YUAN)
        case _:
            return Fraction(1) if verdict.value is None else Fraction(verdict.value)


def _margin(given: Concessions, priced: PricedQuote) -> Fraction:
    """Margin in percent, from net amounts whose VAT is taken out without rounding.

    The same lines split in two have the same margin; rounded charge by charge they had not.
    """
    revenue = sum(
        (
            Fraction(row.net_ex_tax + row.tax) / (1 + Fraction(row.rate))
            for row in priced.totals.tax_rows
        ),
        Fraction(0),
    )
    if not revenue:
        return given.margin
    return 100 * (revenue - given.cost) / abs(revenue)


def _depths(
    verdict: CriterionVerdict,
    given: Concessions,
    priced: PricedQuote,
    *,
    own: bool,
    known: bool,
) -> Iterator[Dimension]:
    """Percent taken off, for each charge over all its units.

    Args:
        verdict: What the criterion says.
        given: All measures.
        priced: The price.
        own: The author may decide the deepest alone.
        known: The author has a level at all.
    """
    concessions = {
        "market_discount": given.market,
        "guided_discount": given.guided,
        "fixed_deviation": given.fixed,
    }[verdict.id]
    by_charge: dict[str, list[Concession]] = defaultdict(list)
    for concession in concessions:
        by_charge[concession.charge].append(concession)
    quantities = _quantities(priced)
    limit = verdict.own_limit
    for code, ones in by_charge.items():
        within = known and limit is not None and all(one.within(Fraction(limit)) for one in ones)
        fixed = verdict.id == "fixed_deviation"
        parts = [Part(_depth(one, fixed=fixed), quantities[one.item, code]) for one in ones]
        alone = own or (within and not (fixed and any(one.taken for one in ones)))
        yield _one(verdict, f"{verdict.id}:{code}", code, parts, own=alone)


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
    verdict: CriterionVerdict, priced: PricedQuote, *, own: bool, known: bool
) -> Iterator[Dimension]:
    by_offering: dict[str, list[PricedItem]] = defaultdict(list)
    for item in priced.items:
        if item.monthly.published_amount:
            by_offering[item.offering].append(item)
    limit = verdict.own_limit
    for code, items in by_offering.items():
        parts = [Part(Fraction(item.free_months), max(item.quantity, 1)) for item in items]
        none = all(not part.value for part in parts)
        within = known and limit is not None and all(part.value <= limit for part in parts)
        yield _one(verdict, f"free_months:{code}", code, parts, own=own or none or within)


def _losses(verdict: CriterionVerdict, priced: PricedQuote, *, own: bool) -> Iterator[Dimension]:
    """Yuan a period that a charge brings in less than it costs, over all its units."""
    lost: dict[str, int] = defaultdict(int)
    for item in priced.items:
        for charge in item.charges:
            if charge.type == "recurring" and charge.net_ex_tax < charge.cost_amount:
                lost[charge.code] += charge.cost_amount - charge.net_ex_tax
    for code, loss in lost.items():
        part = Part(Fraction(loss, _FEN_PER_YUAN), 1)
        found = _one(verdict, f"below_cost:{code}", code, [part], own=own)
        yield msgspec.structs.replace(found, unit="yuan")


def _terms(revision: Revision) -> Iterator[Dimension]:
    """What was agreed besides prices: months, days the price is held, what the customer promises.

    A promise that is left out is the worst; it is found by its absence, see ``invalidation``.
    """
    quote = revision.quote
    nothing = LocalText()
    months, day = Fraction(quote.term), Fraction(quote.valid_until.toordinal())
    yield Dimension("term", "term", "", nothing, "months", (Part(months, 1),), smallest=True)
    yield Dimension("validity", "validity", "", nothing, "date", (Part(day, 1),))
    for condition in quote.conditions:
        subject = condition.key or condition.text
        days = (Part(Fraction(condition.days), 1),)
        yield Dimension(f"condition:{subject}", "condition", subject, nothing, "days", days)
