"""What a quote should say of the bills that it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from pricing.spend import SpendAnalysis

UNEXPLAINED = "spend.unexplained"


def spend_findings(quote: Quote, analysis: SpendAnalysis | None) -> tuple[Problem, ...]:
    """Unusual months that are left out of the typical month without a reason.

    Nothing where the quote is not compared with past bills.
    """
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
