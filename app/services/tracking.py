"""What accepted quotes promised to save, read from their frozen revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.state import Deed, QuoteState
from app.quoting.tracking import PromisedSaving, promised_saving, tracked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.approval.life import Life
    from app.quoting.tracking import TrackedSaving
    from app.services.workspace import Workspace
    from app.storage.customer_record import StoredCustomer

_SOLD = frozenset({QuoteState.ACCEPTED, QuoteState.CONTRACTED})
_SIGNED = frozenset({Deed.ACCEPTED, Deed.CONTRACTED})


def promised_savings(
    workspace: Workspace, lives: Mapping[str, Life], known: Mapping[str, PromisedSaving]
) -> Iterator[PromisedSaving]:
    """What the accepted ones among some quotes promised.

    Args:
        workspace: The user's data.
        lives: Where the quotes stand, by identifier.
        known: What was worked out before; where the log is as long as then, it stands.

    Raises:
        StorageError: The database failed.
    """
    for quote_id, life in lives.items():
        if life.state not in _SOLD:
            continue
        before = known.get(quote_id)
        if before is not None and before.events == life.events:
            yield before
            continue
        history = workspace.life.history(quote_id)
        signed = [one.event.at for one in history.entries if one.event.deed in _SIGNED]
        revision = workspace.quotes.revision(quote_id, life.label)
        found = promised_saving(revision, min(signed).date(), life.events)
        if found is not None:
            yield found


def tracked_of(
    workspace: Workspace, stored: StoredCustomer, quotes: tuple[str, ...]
) -> tuple[TrackedSaving, ...]:
    """What the accepted quotes of a customer promised, beside his bills.

    Args:
        workspace: The user's data.
        stored: The customer with his bills.
        quotes: Identifiers of his quotes.

    Raises:
        StorageError: The database failed.
    """
    lives = workspace.life.lives(quotes) if quotes else {}
    promises = promised_savings(workspace, lives, {})
    return tracked(promises, stored.customer, stored.bills, workspace.rules.spend)
