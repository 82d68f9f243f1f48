"""Trial: what a quote would need if it were another, priced by the engine itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.authority.judging import judge
from app.quoting.options import commitments
from catalog.problem import Severity
from pricing.concession import measure
from pricing.concession_again import measure_again
from pricing.engine import price_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority.choosing import OptionRun
    from app.quoting.authority.judging import Surroundings
    from app.quoting.authority.matrix import AuthorityMatrix, Criterion
    from app.quoting.authority.outcome import Verdict
    from app.quoting.quote import Quote
    from catalog.problem import Place
    from catalog.product_catalog import ProductCatalog
    from pricing.concession_again import Measured
    from pricing.engine import PricingRun
    from pricing.priced import PricedQuote

_ERROR = Severity.ERROR
_OF_ONE_ITEM = {
    "market_discount",
    "guided_discount",
    "fixed_deviation",
    "discount",
    "effective_discount",
    "free_months",
}
"""Measures that one item decides by itself, whatever stands beside it."""


class Needs(NamedTuple):
    """Position of the level that each criterion needs; one beyond the highest for nobody."""

    ranks: dict[str, int]

    def within(self, bounds: Needs, own: int) -> bool:
        """Whether no criterion needs more than the author's level, or than it needs in bounds."""
        known = bounds.ranks
        return all(rank <= max(own, known.get(key, own)) for key, rank in self.ranks.items())


class Trial:
    """Prices and judges quotes that differ a little from one that is priced already.

    Attributes:
        run: The quote as it is, priced.
        own: Position of the author's own level, -1 for none.
        hints: Hundredths of a percent at which what fits is likely to end: own limits.
        count: How many quotes were tried.
    """

    def __init__(
        self,
        catalog: ProductCatalog,
        matrix: AuthorityMatrix,
        around: Surroundings,
        quote: Quote,
        run: PricingRun,
        options: Sequence[OptionRun] = (),
    ) -> None:
        """Begin with a quote and its price, and with every option priced as if it were taken."""
        self._catalog = catalog
        self._matrix = matrix
        self._around = around
        by_item = tuple(one for one in matrix.criteria if one.measured in _OF_ONE_ITEM)
        self._of_item = msgspec.structs.replace(matrix, criteria=by_item, flags=())
        self.quote = quote
        self.run = run
        self._options = options
        self.own = matrix.rank(quote.manager.role)
        self.hints = _own_limits(by_item, max(self.own, 0))
        self.count = 0
        self._measured: Measured | None = None

    def priced(self, quote: Quote) -> PricedQuote:
        """The quote's price."""
        self.count += 1
        return self._again(quote, self.run).quote

    def verdict(self, quote: Quote) -> Verdict:
        """What the quote would need."""
        return self._judged(quote, self.priced(quote))

    def _judged(self, quote: Quote, priced: PricedQuote) -> Verdict:
        """The verdict on the offer and on every option in its place."""
        taken = [one.again(quote, self._again).judged() for one in self._options]
        measured = measure_again(self._measured, priced, commitments(quote))
        self._measured = self._measured or measured
        return judge(self._matrix, quote, priced, measured.given, self._around, taken)

    def _again(self, quote: Quote, run: PricingRun) -> PricingRun:
        return price_again(run, self._catalog, run.policy, run.context, quote.items, quote.discount)

    def needs(self, quote: Quote) -> Needs:
        """The level that each criterion would need; what the engine refuses nobody may grant."""
        priced = self.priced(quote)
        found = self._ranks(self._judged(quote, priced))
        found.ranks.update(self._refused(priced))
        return found

    def within_own(self, quote: Quote) -> bool:
        """Whether the author may grant a quote alone; what the engine refuses nobody may."""
        return all(rank <= self.own for rank in self.needs(quote).ranks.values())

    def needs_of_item(self, quote: Quote, item_id: str) -> Needs:
        """The levels that one item of the quote needs by itself."""
        priced = self.priced(quote)
        alone = tuple(item for item in priced.items if item.id == item_id)
        priced = msgspec.structs.replace(priced, items=alone)
        around = self._around._replace(recent=())
        return self._ranks(judge(self._of_item, quote, priced, measure(priced), around))

    def _refused(self, priced: PricedQuote) -> dict[str, int]:
        """New findings that block: a discount that is not applied would look as if it fitted."""
        known = self._known
        nobody = len(self._matrix.levels)
        return {
            f"{one.code} {one.where.subject} {one.where.column}": nobody
            for one in priced.problems
            if one.severity is _ERROR and (one.code, one.where) not in known
        }

    @cached_property
    def _known(self) -> frozenset[tuple[str, Place]]:
        """What blocks the quote as it is."""
        found = self.run.quote.problems
        return frozenset((one.code, one.where) for one in found if one.severity is _ERROR)

    def _ranks(self, verdict: Verdict) -> Needs:
        nobody, rank = len(self._matrix.levels), self._matrix.rank
        return Needs({one.id: rank(one.level) if one.level else nobody for one in verdict.criteria})


def _own_limits(criteria: tuple[Criterion, ...], own: int) -> tuple[int, ...]:
    """The author's own limits of depths as hundredths of a percent, the largest first."""
    limits = (one.limits[own] for one in criteria if one.unit == "percent")
    return tuple(sorted({int(limit * 100) for limit in limits if limit}, reverse=True))
