"""Scenario over the term: months that are charged in part or dearer, with free months to be tried.

The engine rounds each charge in each run of equal months, takes VAT out of it, and multiplies by
the months of the run; free months come off the first runs. The formulas do the same, so free months
may be tried beside ramps and reduced months, and discounts too.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.bundle_share import EXACT
from catalog.money import Fen, round_half_up
from pricing.alterations.free_months import FreeMonths
from pricing.schedule import WHOLE, factors

if TYPE_CHECKING:
    from app.documents.workbooks.rows import PriceRow
    from app.quoting.revision import Revision
    from pricing.priced import PricedItem

_MOST_RUNS = 24
_FAULTS = ("price.free_months_out_of_range", "price.schedule_out_of_range")
_MONTHS = "MAX(0,{last}-MAX({before},{{free}}))"
_AMOUNT = "ROUND(ROUND({{net}}*100,0)*{top}/{bottom},0)/100"


class Run(NamedTuple):
    """Months from ``first`` to ``last`` that cost so much of a month's price."""

    first: int
    last: int
    factor: Fraction

    def months(self, free: int) -> int:
        """Months of the run that are charged when the first ``free`` of the term are not."""
        return max(0, self.last - max(self.first - 1, free))

    def amount(self, net: Fen) -> Fen:
        """Fen of one month."""
        exact = net * self.factor
        return round_half_up(exact.numerator, exact.denominator)


class Runs(NamedTuple):
    """The months of an item, as if none were free.

    Attributes:
        runs: Empty where every month costs the same.
        ignored: The engine applies no free months, because something about them is wrong.
        too_much: No spreadsheet calculates the months exactly.
    """

    runs: tuple[Run, ...] = ()
    ignored: bool = False
    too_much: bool = False


def runs_of(revision: Revision, item: PricedItem) -> Runs:
    """The months of an item of a revision."""
    quoted = revision.quote.item(item.id)
    if quoted is None or not quoted.alterations:
        return Runs()
    if any(
        one.code in _FAULTS and one.where.subject == item.id for one in revision.priced.problems
    ):
        return Runs(ignored=True)
    others = [one for one in quoted.alterations if not isinstance(one, FreeMonths)]
    runs = tuple(Run(*run) for run in factors(others, revision.priced.totals.term))
    largest = max((abs(charge.published_amount) for charge in item.charges), default=0)
    size = max((run.factor.numerator for run in runs), default=0) * largest
    return Runs(runs, too_much=len(runs) > _MOST_RUNS or size >= EXACT)


def term_formulas(runs: Runs) -> tuple[str, str]:
    """Amounts with and without VAT over the term, over columns of the row."""
    if not runs.runs:
        periods = "({served}-{free})"
        return f"=ROUND({{net}}*{periods},2)", f"=ROUND({{ex_tax}}*{periods},2)"
    net: list[str] = []
    ex_tax: list[str] = []
    for run in runs.runs:
        if not run.factor:
            continue
        months = _MONTHS.format(last=run.last, before=run.first - 1)
        amount, without = "{net}", "{ex_tax}"
        if run.factor != WHOLE:
            amount = _AMOUNT.format(top=run.factor.numerator, bottom=run.factor.denominator)
            without = f"ROUND({amount}/(1+{{rate}}),2)"
        net.append(f"{amount}*{months}")
        ex_tax.append(f"{without}*{months}")
    return f"=ROUND({'+'.join(net) or '0'},2)", f"=ROUND({'+'.join(ex_tax) or '0'},2)"


def over_term(runs: Runs, row: PriceRow) -> tuple[Fen, Fen]:
    """Fen of a charge over the term, with and without VAT, with the quote's own free months."""
    charge = row.charge
    if charge is None:
        return 0, 0
    if not runs.runs:
        return row.net * row.periods, charge.net_ex_tax * row.periods
    net = ex_tax = 0
    for run in runs.runs:
        amount, months = run.amount(row.net), run.months(row.free)
        net += amount * months
        without = amount / (1 + Fraction(charge.tax_rate))
        ex_tax += round_half_up(without.numerator, without.denominator) * months
    return net, ex_tax
