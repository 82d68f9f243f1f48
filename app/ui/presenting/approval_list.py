"""The page of approvals: what its list is narrowed by, its views, its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.approval.state import QuoteState
from app.services.list_choices import ColumnLook, SavedView
from app.ui.presenting.life import listed, state_text
from app.ui.presenting.spans import (
    BEFORE_WEEK,
    amount_step,
    amount_words,
    before_words,
    day_before,
)
from app.ui.widgets.facets import Facet, Facts, sort_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from app.services.approvals import ApprovalRow
    from app.ui.presenting.speaker import Speaker

_CONTRACTS: Final = (1_000_000, 10_000_000, 100_000_000)
"""Fen of a contract from which another step begins: 10,000, 100,000 and a million yuan."""


def approval_facets(speaker: Speaker) -> tuple[Facet, ...]:
    """What quotes on their way are told apart by."""
    translate = speaker.translate
    states = tuple((state.value, state_text(speaker, state)) for state in QuoteState)
    return (
        Facet("state", translate("Approvals", "State"), states),
        Facet("author", translate("Approvals", "Author")),
        Facet("waits", translate("Approvals", "Waits for")),
        Facet(
            "contract", translate("Approvals", "Contract total"), amount_words(speaker, _CONTRACTS)
        ),
        Facet("since", translate("Approvals", "Since"), before_words(speaker)),
    )


def approval_facts(speaker: Speaker, rows: Sequence[ApprovalRow], today: date) -> tuple[Facts, ...]:
    """Words of each quote, in the order of the facets; levels that are waited for by name."""
    return tuple(
        (
            (row.state.value,),
            (row.quote.manager,),
            tuple(listed(speaker, (role,)) for role in row.life.waiting),
            (amount_step(row.contract, _CONTRACTS),),
            day_before(row.life.changed.astimezone().date(), today) if row.life.changed else (),
        )
        for row in rows
    )


def sorted_approvals(
    speaker: Speaker, rows: Sequence[ApprovalRow], sort: tuple[str, bool]
) -> list[ApprovalRow]:
    """The quotes in the order of a column; those that are equal stay as they were."""
    keys: dict[str, Callable[[ApprovalRow], object]] = {
        "title": lambda row: sort_text(row.quote.title),
        "customer": lambda row: sort_text(row.quote.customer_name),
        "author": lambda row: sort_text(row.quote.manager),
        "contract": lambda row: row.contract or 0,
        "state": lambda row: sort_text(state_text(speaker, row.state)),
        "waits": lambda row: sort_text(listed(speaker, row.life.waiting)),
        "at": lambda row: row.life.changed.timestamp() if row.life.changed else 0,
    }
    key = keys.get(sort[0])
    if key is None:
        return list(rows)
    return sorted(rows, key=key, reverse=sort[1])  # type: ignore[arg-type] # of one kind in one column


def approval_views(speaker: Speaker) -> tuple[SavedView, ...]:
    """Views of the page of approvals."""
    translate = speaker.translate
    largest = ColumnLook(sort="contract", descending=True)
    return (
        SavedView(":all", translate("Views", "All approvals")),
        SavedView(":week", translate("Views", "The last 7 days"), {"since": (BEFORE_WEEK,)}),
        SavedView(":large", translate("Views", "Largest contracts first"), look=largest),
    )
