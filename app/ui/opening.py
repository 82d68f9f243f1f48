"""Work beside the window: open a workspace, load a quote, read the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.session import Basis, Step

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace

HISTORY = 200


class NoCatalogue(Exception):
    """No catalogue has been imported yet, so nothing can be priced."""


class Opened(NamedTuple):
    """A stored quote, ready for a session.

    Attributes:
        basis: What its price depends on.
        worked: The quote, worked out.
        steps: The values that undo and redo reach, oldest first.
        position: Place of the quote's value in the edit log.
        revision: Of the stored head.
    """

    basis: Basis
    worked: Worked
    steps: tuple[Step, ...]
    position: int
    revision: int


def open_workspace(folder: Path) -> Workspace:
    """Open the user's data; the database library is loaded here, on a thread.

    Raises:
        StorageError: If the database cannot be opened.
    """
    from app.services.workspace import Workspace

    workspace = Workspace.open(folder)
    try:
        workspace.catalog()
    except BaseException:
        workspace.close()
        raise
    return workspace


def load_quote(workspace: Workspace, quote_id: str, today: date | None = None) -> Opened:
    """Open a quote exactly as it was left, with its history.

    Args:
        workspace: The user's data.
        quote_id: Identifier of the quote.
        today: Day on which it would be decided, so that who is away then is known.

    Raises:
        RecordMissing: The quote, its customer or its catalogue version is gone.
        StorageError: The database failed.
        NoCatalogue: Nothing can be priced.
    """
    from app.services.quote_library import history_of, open_quote
    from app.services.recent_quotes import surroundings_of

    newest = workspace.catalog()
    if newest is None:
        raise NoCatalogue
    opened = open_quote(workspace, quote_id)
    steps = tuple(
        Step(step.position, step.label, step.merge_key, step.quote)
        for step in history_of(workspace, quote_id)
    )
    versions = {step.quote.catalog_version for step in steps} | {opened.quote.catalog_version}
    catalogs = {one: workspace.catalog_version(one) for one in versions if one} | {"": newest}
    editions = {step.quote.policy_version for step in steps} | {opened.quote.policy_version}
    basis = Basis(
        opened.customer,
        opened.bills,
        catalogs[opened.quote.catalog_version],
        workspace.rules_of(opened.quote),
        workspace.supplier(),
        catalogs,
        {edition: workspace.policy_version(edition) for edition in editions},
        workspace.quotes.used_of_promotions(opened.customer.id, opened.quote.id),
        surroundings_of(workspace, opened.quote, opened.customer, opened.bills, today=today),
    )
    worked = basis.work_out(_same(opened.quote, steps, opened.position))
    return Opened(basis, worked, steps, opened.position, opened.revision)


def _same(quote: Quote, steps: tuple[Step, ...], position: int) -> Quote:
    """The very value of the history, so that undo gives back the same objects."""
    return next((step.quote for step in steps if step.position == position), quote)


def start_quote(workspace: Workspace, customer_id: str, now: datetime) -> Opened:
    """Create an empty quote for a customer and open it.

    Raises:
        StorageError: The database failed.
        NoCatalogue: Nothing can be priced.
    """
    from app.services.quote_library import create_quote

    if workspace.catalog() is None:
        raise NoCatalogue
    created = create_quote(workspace, customer_id, today=now.date(), now=now)
    return load_quote(workspace, created.quote.id, now.date())
