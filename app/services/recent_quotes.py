"""surroundings_of(): the other quotes of a customer that discount authority looks at.

Of a quote that was frozen its latest revision counts, as it was; one that is still open counts as
it would be priced now. What was declined or cancelled, or has expired, gives nothing and does not
count, unless final papers of it were handed out. Which of the others are near enough is said by
the policy. A customer who is stored twice, with one credit code or one name, is one customer.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.approval.state import Deed, QuoteState
from app.errors import RecordMissing
from app.quoting.authority.judging import Surroundings
from app.quoting.authority.recent import RecentQuote, recent_quote
from app.quoting.measures import pricing_context
from app.quoting.options import commitments
from pricing.concession import measure
from pricing.engine import price_quote
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.priced import PricedQuote

_OVER = (QuoteState.DECLINED, QuoteState.CANCELLED, QuoteState.EXPIRED)


def surroundings_of(
    workspace: Workspace,
    quote: Quote,
    customer: Customer,
    bills: Bills,
    *,
    today: date | None = None,
) -> Surroundings:
    """What stands around a quote of a customer.

    Args:
        workspace: The user's data.
        quote: The quote that is judged; its price date may still change.
        customer: Whom it is for.
        bills: Past bills of the customer.
        today: Day on which it would be decided, for absences; the price date when not given.

    Raises:
        StorageError: The database failed.
    """
    editions = workspace.rules.editions or (workspace.rules.authority,)
    if not any(edition.window.days for edition in editions):
        return Surroundings(day=today)
    found = []
    for known, known_bills in ((customer, bills), *_twins(workspace, customer)):
        for row in workspace.quotes.of_customer(known.id):
            if row.id != quote.id and not _is_over(workspace, row.id, today or quote.price_date):
                other = _other(workspace, row.id, known, known_bills)
                found.extend([other] if other is not None else [])
    return Surroundings(tuple(found), day=today)


def _is_over(workspace: Workspace, quote_id: str, day: date) -> bool:
    """Whether nothing can come of a quote any more, and no customer holds a paper of it."""
    history = workspace.life.history(quote_id)
    return history.life.on(day) in _OVER and not any(
        entry.event.deed is Deed.ISSUED for entry in history.entries
    )


def _twins(workspace: Workspace, customer: Customer) -> Iterator[tuple[Customer, Bills]]:
    """The same customer under other identifiers."""
    seen = {customer.id}
    for typed in (customer.credit_code, customer.name):
        for row in workspace.customers.search(typed) if typed.strip() else ():
            if row.id in seen:
                continue
            seen.add(row.id)
            known, bills = workspace.customers.load(row.id)
            same_code = customer.credit_code and known.credit_code == customer.credit_code
            if same_code or _skeleton(known.name) == _skeleton(customer.name):
                yield known, bills


def _skeleton(name: str) -> str:
    """A name without spaces, signs and differences of width and case."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _other(
    workspace: Workspace, quote_id: str, customer: Customer, bills: Bills
) -> RecentQuote | None:
    frozen = workspace.quotes.revisions(quote_id)
    if frozen:
        revision = workspace.quotes.revision(quote_id, frozen[-1].label)
        quote, priced = revision.quote, revision.priced
    else:
        quote = workspace.quotes.load(quote_id).quote
        if not quote.items:
            return None
        priced = _priced(workspace, quote, customer, bills)
    given = measure(priced, commitments(quote))
    return recent_quote(quote.id, quote.number, quote.price_date, given)


def _priced(workspace: Workspace, quote: Quote, customer: Customer, bills: Bills) -> PricedQuote:
    """An open quote at its own catalogue and rules; where they are gone, at those in force."""
    analysis = analyse(bills, workspace.rules.spend)
    context = pricing_context(quote, customer, bills, analysis)
    try:
        catalog: ProductCatalog | None = workspace.catalog_of(quote)
        policy = workspace.policy_version(quote.policy_version)
    except RecordMissing:
        catalog, policy = workspace.catalog(), workspace.rules.pricing
    if catalog is None:
        raise RecordMissing(record="catalogue")
    return price_quote(catalog, policy, context, quote.items, quote.discount)
