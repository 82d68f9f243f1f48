"""The list of quotes: what it is narrowed by, its views, its order, its rows when shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.approval.state import QuoteState
from app.services.list_choices import ColumnLook, SavedView
from app.ui.presenting.life import state_text
from app.ui.presenting.lists import quote_row
from app.ui.presenting.spans import (
    AHEAD_WEEK,
    ahead_words,
    amount_step,
    amount_words,
    before_words,
    day_ahead,
    day_before,
)
from app.ui.widgets.facets import Facet, Facts, sort_text
from app.ui.widgets.rows import LazyRows, TableRow
from app.ui.widgets.value_range import ranges_with

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from app.services.list_rows import ListedQuotes
    from app.services.listing import QuoteRow
    from app.ui.presenting.speaker import Speaker

PINNED = "pinned"
NOTHING_WANTED: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_OPEN = (
    QuoteState.IN_PROGRESS.value,
    QuoteState.PENDING.value,
    QuoteState.APPROVED.value,
    QuoteState.SENT.value,
)
_BY_END = ColumnLook(sort="valid")


def quote_facets(speaker: Speaker) -> tuple[Facet, ...]:
    """What quotes are told apart by."""
    translate = speaker.translate
    states = tuple((state.value, state_text(speaker, state)) for state in QuoteState)
    return (
        Facet("state", translate("Lists", "State"), states),
        Facet("owner", translate("Lists", "Author")),
        Facet(
            "segment",
            translate("Lists", "Segment"),
            named=lambda code: speaker.words.named("segment", code),
        ),
        Facet("monthly", translate("Lists", "Monthly"), amount_words(speaker), ranges="amount"),
        Facet("valid", translate("Lists", "Valid until"), ahead_words(speaker), ranges="day"),
        Facet("updated", translate("Lists", "Changed"), before_words(speaker), ranges="day"),
        Facet("pinned", translate("Lists", "Pinned"), ((PINNED, translate("Lists", "pinned")),)),
    )


def quote_views(speaker: Speaker, me: str = "") -> tuple[SavedView, ...]:
    """Views of the list of quotes.

    Args:
        speaker: Language of the window.
        me: Name of the user; empty where he has none yet.
    """
    translate = speaker.translate
    mine = {"owner": (me,)} if me else {}
    return (
        SavedView(":all", translate("Views", "All quotes")),
        SavedView(":mine", translate("Views", "My open quotes"), {"state": _OPEN, **mine}),
        SavedView(
            ":waiting",
            translate("Views", "Waiting for approval"),
            {"state": (QuoteState.PENDING.value,)},
        ),
        SavedView(
            ":expiring",
            translate("Views", "Expiring in 7 days"),
            {"state": _OPEN, "valid": (AHEAD_WEEK,)},
            look=_BY_END,
        ),
        SavedView(
            ":answer",
            translate("Views", "With the customer"),
            {"state": (QuoteState.SENT.value,)},
        ),
        SavedView(
            ":signed",
            translate("Views", "Accepted and signed"),
            {"state": (QuoteState.ACCEPTED.value, QuoteState.CONTRACTED.value)},
        ),
        SavedView(":pinned", translate("Views", "Pinned quotes"), {"pinned": (PINNED,)}),
    )


def quote_facts(
    found: ListedQuotes, today: date, wants: Mapping[str, Sequence[str]] = NOTHING_WANTED
) -> tuple[Facts, ...]:
    """Words of each quote, in the order of the facets, with the ranges wanted that it lies in."""
    monthly, valid, updated = (wants.get(name, ()) for name in ("monthly", "valid", "updated"))
    return tuple(
        (
            (found.life(row.id).on(today).value,),
            (row.manager,),
            (row.segment,),
            (amount_step(row.monthly), *ranges_with(row.monthly, monthly)),
            (*day_ahead(row.valid_until, today), *ranges_with(row.valid_until, valid)),
            (
                *day_before(day := row.updated.astimezone().date(), today),
                *ranges_with(day, updated),
            ),
            (PINNED,) if row.id in found.pinned else (),
        )
        for row in found.rows
    )


def sorted_quotes(
    speaker: Speaker, found: ListedQuotes, places: Sequence[int], sort: tuple[str, bool], day: date
) -> list[int]:
    """Places of quotes in the order of a column; those that are equal stay as they were.

    Args:
        speaker: Names states.
        found: The quotes.
        places: Of those that are shown.
        sort: Identifier of the column, empty for the usual order; whether the largest comes first.
        day: Today.
    """
    states = {state: speaker.words(f"reason.state_{state}") for state in QuoteState}
    keys: dict[str, Callable[[QuoteRow], object]] = {
        "title": lambda row: sort_text(row.title),
        "customer": lambda row: sort_text(row.customer_name),
        "state": lambda row: sort_text(states[found.life(row.id).on(day)]),
        "monthly": lambda row: row.monthly or 0,
        "contract": lambda row: row.contract or 0,
        "valid": lambda row: row.valid_until,
        "updated": lambda row: row.updated,
        "owner": lambda row: sort_text(row.manager),
        "segment": lambda row: sort_text(speaker.words.named("segment", row.segment)),
        "number": lambda row: row.number,
    }
    key = keys.get(sort[0])
    if key is None:
        return list(places)
    rows, of = found.rows, key
    return sorted(places, key=lambda place: of(rows[place]), reverse=sort[1])  # type: ignore[arg-type, return-value] # of one kind in one column


def shown_quotes(
    speaker: Speaker, found: ListedQuotes, places: Sequence[int], day: date
) -> LazyRows:
    """Rows of the quotes at these places, made when they are seen."""

    def make(at: int) -> TableRow:
        row = found.rows[places[at]]
        life = found.life(row.id)
        state = state_text(speaker, life.on(day), life.label)
        return quote_row(speaker, row, state, pinned=row.id in found.pinned)

    return LazyRows([found.rows[place].id for place in places], make)
