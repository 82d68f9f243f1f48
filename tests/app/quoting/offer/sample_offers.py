"""The worked cases as wishes: what their quotes hold, wanted for less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.offer.asking import Circumstances
from app.quoting.offer.gathering import gather
from app.quoting.offer.wish import wish_of
from pricing.spend_analysis import analyse
from tests.sample import sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from app.quoting.offer.gathering import Gathered


def circumstances(number: int) -> Circumstances:
    """For whom, when and by which prices a worked case is quoted."""
    case, rules = sample_case(number), sample_rules()
    analysis = analyse(case.bills, rules.spend)
    return Circumstances(
        case.quote, case.customer, case.bills, analysis, sample_catalog(), rules.pricing
    )


def gathered(number: int) -> Gathered:
    """The problem of a worked case for the term of its quote."""
    around = circumstances(number)
    return gather(around, wish_of(around), around.quote.term, around.quote.term)
