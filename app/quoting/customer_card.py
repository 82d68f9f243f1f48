"""CustomerCard: what lists ask of a customer, kept beside him so that nobody reads all of him."""

from __future__ import annotations

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
    """

    area: str = ""
    measures: Measures = Measures()
    grouping: str = ""
    venue: str = ""


def card_of(customer: Customer, bills: Bills, analysis: SpendAnalysis | None) -> CustomerCard:
    """The card of a customer with these bills and what they say."""
    sales = customer.sales
    return CustomerCard(
        customer.area,
        measured(customer, bills, analysis),
        str(sales.grouping or ""),
        sales.venue,
    )
