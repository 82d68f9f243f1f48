"""Targets of a negotiation: what each variant of a quote comes to, and how far one may go alone.

Every variant is worked out by the engine as if it were the quote's content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.authority.fitting import largest_steps, largest_that_fits
from app.quoting.authority.levers import Lever, LeverKind, levers_of
from app.quoting.option_comparison import compare_options
from app.quoting.scenario_edits import with_scenario
from catalog.money import decimal_percent
from catalog.period import MONTHS_PER_YEAR
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from decimal import Decimal

    from app.quoting.authority.trial import Trial
    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from catalog.money import Fen
    from pricing.priced import PricedQuote

_WHOLE = 10_000
"""Steps of a discount of 100 %."""


class Variant(NamedTuple):
    """A state of a quote, worked out; internal.

    Attributes:
        key: Identifier of the scenario, letter of the option; empty for the present state.
        name: Of the scenario or heading; empty for the present state.
        worked: As if it were the quote.
    """

    key: str
    name: str
    worked: Worked

    @property
    def margin(self) -> Decimal:
        """Margin over the term in percent."""
        return decimal_percent(measure(self.worked.revision.priced).margin)

    @property
    def first_year(self) -> Fen:
        """What is charged in the first twelve months, or in the whole of a shorter term."""
        return first_year(self.worked.revision.priced)


def variants_of(worked: Worked, work_out: Callable[[Quote], Worked]) -> tuple[Variant, ...]:
    """The present state of a quote, then each of its scenarios.

    Args:
        worked: The quote.
        work_out: Prices and judges another state of it.
    """
    quote = worked.revision.quote
    found = [Variant("", "", worked)]
    for scenario in quote.scenarios:
        other = with_scenario(quote, scenario)
        made = worked if other is quote else work_out(other)
        found.append(Variant(scenario.id, scenario.name, made))
    return tuple(found)


def first_year(priced: PricedQuote) -> Fen:
    """Once, twelve months and one year of what the firm items cost, free months left out."""
    totals = priced.totals
    months = min(MONTHS_PER_YEAR, totals.term)
    amount: Fen = totals.one_time.net_amount + totals.monthly.net_amount * months
    amount += totals.yearly.net_amount
    for item in priced.items:
        for part in () if item.optional else item.schedule:
            covered = max(0, min(part.last, months) - part.first + 1)
            amount -= (item.monthly.net_amount - part.amounts.net_amount) * covered
    return amount


def three_targets(trial: Trial) -> tuple[Quote, Quote, Quote]:
    """The ideal, the realistic and the last state of a quote to begin a negotiation with.

    Ideal takes nothing off by hand; realistic is the present state; the last one takes as much
    off the whole quote besides as its author may grant alone.
    """
    present = ideal = trial.quote
    for lever in levers_of(present, trial.run.quote):
        ideal = lever.set(ideal, 0)
    if trial.own < 0 or present.discount is not None:
        return ideal, present, present
    lever = Lever(LeverKind.QUOTE, "", "", 0)
    if not trial.within_own(present):
        return ideal, present, present
    most = largest_that_fits(trial, lever, _WHOLE)
    return ideal, present, lever.set(present, most) if most else present


def most_alone(trial: Trial) -> Generator[None, None, Decimal | None]:
    """The largest percentage off the whole quote that its author may grant alone, in this state.

    ``None`` where the state needs somebody else even without it. One trial at a time.
    """
    stands = next(
        (one.stands for one in levers_of(trial.quote, trial.run.quote) if not one.item), 0
    )
    lever = Lever(LeverKind.QUOTE, "", "", stands)
    yield
    if not trial.within_own(lever.set(trial.quote, 0)):
        return None
    steps = yield from largest_steps(trial, lever, _WHOLE)
    return lever.amount(steps)


def option_variants(
    worked: Worked, is_bundle: Callable[[str], bool], work_out: Callable[[Quote], Worked]
) -> tuple[Variant, ...]:
    """Each option of a quote alone, at its own commitment, in printed order; A is the offer."""
    made: list[Worked] = []

    def keep(quote: Quote) -> Revision:
        made.append(work_out(quote))
        return made[-1].revision

    revision = worked.revision
    compared = compare_options(revision.quote, revision.priced, is_bundle, keep)
    return tuple(
        Variant(one.option.letter, one.option.section, alone)
        for one, alone in zip(compared, made, strict=True)
    )
