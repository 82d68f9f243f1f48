"""What a quote should say of the bills that it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from pricing.spend import SpendAnalysis

UNEXPLAINED = "spend.unexplained"
GIVEN_UP = "spend.given_up"


def spend_findings(
    quote: Quote, analysis: SpendAnalysis | None, customer: Customer
) -> tuple[Problem, ...]:
    """Unusual months that are left out without a reason, and lines that are given up.

    Nothing of months where the quote is not compared with past bills.
    """
    return (*_unexplained(quote, analysis), *_given_up(customer))


def _given_up(customer: Customer) -> tuple[Problem, ...]:
    """That the offer is made without some lines, so that nobody wonders where they are."""
    named = [one.account or one.offering for one in customer.leaving]
    if not named:
        return ()
    facts = {"count": str(len(named)), "lines": ", ".join(named)}
    return (Problem(GIVEN_UP, Severity.HINT, parameters=facts),)


def _unexplained(quote: Quote, analysis: SpendAnalysis | None) -> tuple[Problem, ...]:
    if analysis is None or not quote.like_for_like.applies:
        return ()
    open_ones = analysis.unexplained()
    if not open_ones:
        return ()
    facts = {
        "count": str(len(open_ones)),
        "months": ", ".join(dict.fromkeys(one.month for one in open_ones)),
    }
    return (Problem(UNEXPLAINED, Severity.WARNING, parameters=facts),)
