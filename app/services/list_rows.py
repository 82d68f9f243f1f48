"""What the lists of quotes and customers are narrowed and sorted by, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.approval.life import Life
from app.quoting.market.classes import class_of
from app.quoting.market.scorecard import score_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.quoting.alert import AlertKind
    from app.services.listing import CustomerRow, QuoteRow
    from app.services.workspace import Workspace

MOST = 100_000
"""Rows of a list: all there are."""
_ASKED_BY_NAME = 200
"""Quotes up to which their lives are looked up one by one."""
NOTHING_HAPPENED = Life()


class ListedQuotes(NamedTuple):
    """Quotes that were found.

    Attributes:
        rows: The one changed last first.
        lives: Where those stand that anything has happened to, by identifier.
        pinned: Identifiers of the pinned ones.
    """

    rows: tuple[QuoteRow, ...] = ()
    lives: Mapping[str, Life] = {}
    pinned: frozenset[str] = frozenset()

    def life(self, quote: str) -> Life:
        """Where a quote stands."""
        return self.lives.get(quote, NOTHING_HAPPENED)


class ListedCustomers(NamedTuple):
    """Customers that were found.

    Attributes:
        rows: By name.
        alerts: Kinds of what needs somebody, by identifier.
        quoted: Identifiers of those that there are quotes for.
        scores: Points of the scorecard, by identifier.
        classes: Class by what they pay, by identifier; empty for none.
    """

    rows: tuple[CustomerRow, ...] = ()
    alerts: Mapping[str, frozenset[AlertKind]] = {}
    quoted: frozenset[str] = frozenset()
    scores: Mapping[str, int] = {}
    classes: Mapping[str, str] = {}


def listed_quotes(workspace: Workspace, typed: str) -> ListedQuotes:
    """Quotes in which every word typed occurs.

    Raises:
        StorageError: The database failed.
    """
    from app.services.today import pinned_quotes

    rows = workspace.quotes.search(typed, MOST)
    few = [row.id for row in rows] if len(rows) <= _ASKED_BY_NAME else None
    return ListedQuotes(rows, workspace.life.lives(few), pinned_quotes(workspace))


def listed_customers(workspace: Workspace, typed: str, day: date) -> ListedCustomers:
    """Customers in whom every word typed occurs, with what needs somebody on a day.

    Raises:
        StorageError: The database failed.
    """
    from app.services.alerts import kept_alerts
    from app.services.market import market_of

    alerts: dict[str, set[AlertKind]] = {}
    for alert in kept_alerts(workspace, day):
        alerts.setdefault(alert.customer, set()).add(alert.kind)
    workspace.customers.make_cards()
    rows = workspace.customers.search(typed, MOST)
    kinds = {customer: frozenset(some) for customer, some in alerts.items()}
    market = market_of(workspace)
    cards = {row.id: row.card for row in rows}
    return ListedCustomers(
        rows,
        kinds,
        workspace.quotes.customers(),
        {one: score_of(card.measures, market.weights).points for one, card in cards.items()},
        {one: class_of(market, card.measures.typical, card.area) for one, card in cards.items()},
    )
