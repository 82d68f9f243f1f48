"""Options priced as the customer would get them: each in the place of the offer, at its own term.

What may be added to an option stands optional beside it; what belongs to another option that is
taken as a whole does not. Discount authority judges each of them, and an option for another
commitment than the offer has these prices wherever it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.authority.judging import Taken
from app.quoting.options import QuoteOption, options_of, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.quoting.quote import Quote
    from pricing.engine import PricingRun
    from pricing.priced import PricedQuote


class OptionRun(NamedTuple):
    """An option as if it were taken.

    Attributes:
        option: Which.
        options: All of the quote.
        quote: With it in the place of the offer.
        run: That, priced.
    """

    option: QuoteOption
    options: tuple[QuoteOption, ...]
    quote: Quote
    run: PricingRun

    def judged(self) -> Taken:
        """As discount authority looks at it."""
        return Taken(self.option.own, self.quote, self.run.quote, self.option.exclusive)

    def again(self, quote: Quote, price: Callable[[Quote, PricingRun], PricingRun]) -> OptionRun:
        """The same option of a quote that differs in what is taken off, priced anew."""
        other = taken(quote, self.option, self.options)
        return self._replace(quote=other, run=price(other, self.run))


def option_runs(
    quote: Quote, is_bundle: Callable[[str], bool], price: Callable[[Quote], PricingRun]
) -> tuple[OptionRun, ...]:
    """Every option of a quote but the offer, priced as if it were taken.

    Args:
        quote: With all options.
        is_bundle: Whether a code is that of a bundle.
        price: Prices a quote in the circumstances that it makes.
    """
    if not any(item.optional for item in quote.items):
        return ()
    options = options_of(quote, is_bundle)
    found = []
    for option in options[1:]:
        alone = taken(quote, option, options)
        found.append(OptionRun(option, options, alone, price(alone)))
    return tuple(found)


def at_own_terms(priced: PricedQuote, runs: Sequence[OptionRun]) -> PricedQuote:
    """The quote with options for another commitment at the prices and findings of theirs."""
    term = priced.totals.term
    apart = [one for one in runs if one.option.term != term]
    if not apart:
        return priced
    own = {name: one for one in apart for name in one.option.own}
    alone = {
        item.id: item for one in apart for item in one.run.quote.items if item.id in one.option.own
    }
    items = tuple(
        msgspec.structs.replace(alone[item.id], optional=True, section=item.section)
        if item.id in alone
        else item
        for item in priced.items
        if item.id in alone or item.id not in own
    )
    problems = [one for one in priced.problems if one.where.subject not in own]
    for one in apart:
        found = one.run.quote.problems
        problems += [each for each in found if each.where.subject in one.option.own]
    optional = sum(item.monthly.net_amount for item in items if item.optional)
    totals = msgspec.structs.replace(
        priced.totals, with_options=priced.totals.monthly.net_amount + optional
    )
    return msgspec.structs.replace(priced, items=items, problems=tuple(problems), totals=totals)
