"""What a customer paper of a stored quote may print, looked up as far as its kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.quoting.paper import for_customer
from app.quoting.price_schedule import price_schedule

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision, Revision
    from app.services.workspace import Workspace

PRICE_SCHEDULE: Final = "price_schedule"
PROPOSAL: Final = "proposal"


def paper_of(
    workspace: Workspace, revision: Revision, kind: str, *, draft: bool, code: str = ""
) -> CustomerRevision:
    """What the customer may see; prices by quantity and term are looked up where they show.

    Raises:
        StorageError: The customer's logo is missing or damaged.
    """
    if kind == PROPOSAL and revision.quote.telling.logo is not None:
        logo = workspace.leaflets.read(revision.quote.telling.logo.content)
        return for_customer(revision, draft=draft, code=code, logo=logo)
    if kind != PRICE_SCHEDULE:
        return for_customer(revision, draft=draft, code=code)
    catalog, rules = workspace.catalog_of(revision.quote), workspace.rules_of(revision.quote)
    schedule = price_schedule(revision, catalog, rules.pricing)
    return for_customer(revision, draft=draft, code=code, schedule=schedule)
