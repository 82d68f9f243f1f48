"""Work out a stored quote with its catalogue, rules and customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import RecordMissing
from app.quoting.authority.fitting import fitting
from app.quoting.freezing import Worked, trial_of, work_out
from app.quoting.measures import pricing_context
from app.services.quote_library import open_quote
from app.services.recent_quotes import surroundings_of
from pricing.engine import price_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.quoting.authority.fitting import Fitting
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace


def work_out_stored(
    workspace: Workspace,
    number_or_id: str,
    label: str = "A",
    *,
    edit: Callable[[Quote], Quote] | None = None,
    today: date | None = None,
) -> Revision:
    """A stored quote, priced and judged with the catalogue version that it keeps.

    Args:
        workspace: The user's data.
        number_or_id: Printed number or identifier.
        label: Letter of the revision.
        edit: What is tried out with the quote; nothing of it is stored.
        today: Day on which it would be decided, for absences; the price date when not given.

    Raises:
        RecordMissing: There is no such quote, or no catalogue for it.
    """
    if workspace.catalog() is None:
        raise RecordMissing(record="catalogue")
    opened = open_quote(workspace, find_quote(workspace, number_or_id))
    return work_out(
        edit(opened.quote) if edit is not None else opened.quote,
        opened.customer,
        opened.bills,
        workspace.catalog_of(opened.quote),
        workspace.rules_of(opened.quote),
        workspace.supplier(),
        label=label,
        used=workspace.quotes.used_of_promotions(opened.customer.id, opened.quote.id),
        around=surroundings_of(workspace, opened.quote, opened.customer, opened.bills, today=today),
    ).revision


def fitting_of(workspace: Workspace, revision: Revision) -> Fitting:
    """What would bring a quote back within its author's own authority, tried with the engine.

    Raises:
        RecordMissing: Its catalogue or its rules are not stored.
    """
    quote, customer, bills = revision.quote, revision.customer, revision.bills
    catalog, rules = workspace.catalog_of(quote), workspace.rules_of(quote)
    around = surroundings_of(workspace, quote, customer, bills)
    used = workspace.quotes.used_of_promotions(customer.id, quote.id)
    context = pricing_context(quote, customer, bills, revision.analysis, used)
    run = price_again(None, catalog, rules.pricing, context, quote.items, quote.discount)
    worked = Worked(revision, run, revision.analysis)
    return fitting(trial_of(worked, catalog, rules, around))


def find_quote(workspace: Workspace, number_or_id: str) -> str:
    """Identifier of a quote given by number or identifier.

    Raises:
        RecordMissing: There is no such quote.
    """
    for row in workspace.quotes.search(number_or_id):
        if number_or_id in (row.number, row.id):
            return row.id
    return workspace.quotes.load(number_or_id).quote.id
