"""customer_search_text(): what customers are found by, and signs that nobody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.text_search import searchable

if TYPE_CHECKING:
    from app.quoting.customer import Customer

UNDER = "\u2191"
"""Sign before the headquarters in the text that is searched; nobody types it."""
VISITS = "\u2691"
"""Sign of a customer with a visit that is yet to be made."""


def customer_search_text(customer: Customer) -> str:
    """The text of the search column, in one width and case."""
    return searchable(
        customer.id,
        customer.name,
        customer.credit_code,
        customer.sales.venue,
        UNDER + customer.parent if customer.parent else "",
        VISITS if any(not visit.done for visit in customer.visits) else "",
        *(part for account in customer.accounts for part in (account.number, account.holder)),
        *(part for contact in customer.contacts for part in (contact.name, contact.phone)),
        *(part for site in customer.sites for part in (site.name, site.address)),
    )
