"""CustomerCard: what lists ask of a customer, kept beside him so that nobody reads all of him."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.quoting.market.scorecard import Measures, measured

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis


class CustomerCard(msgspec.Struct, frozen=True):
    """A customer in a list.

    Attributes:
        area: Where services are delivered.
        measures: For the scorecard.
        grouping: Industry or cluster customer; empty for neither.
        venue: Where he is with others; empty for none.
        prospect: How far he is as a prospect; empty for one who is none.
        next_step: What is to be done next.
        next_day: By when.
        team: Service centre that looks after him; empty for none.
    """

    area: str = ""
    measures: Measures = Measures()
    grouping: str = ""
    venue: str = ""
    prospect: str = ""
    next_step: str = ""
    next_day: date | None = None
    team: str = ""


def card_of(customer: Customer, bills: Bills, analysis: SpendAnalysis | None) -> CustomerCard:
    """The card of a customer with these bills and what they say."""
    sales = customer.sales
    return CustomerCard(
        customer.area,
        measured(customer, bills, analysis),
        str(sales.grouping or ""),
        sales.venue,
        str(sales.prospect or ""),
        sales.next_step,
        sales.next_day,
        sales.team,
    )
