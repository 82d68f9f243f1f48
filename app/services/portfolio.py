"""portfolio_of(): all customers by value and risk, and by what they bring, read from rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.portfolio import Candidate, Pareto, class_ranks, pareto_of, whom_to_visit
from app.services.alerts import alerts
from app.services.list_rows import listed_customers
from app.services.market import market_of

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.alert import Alert
    from app.services.workspace import Workspace


class Portfolio(NamedTuple):
    """All customers.

    Attributes:
        candidates: Who should be visited first at the top.
        classes: Names of the classes, the highest first.
        pareto: What each of them brings.
    """

    candidates: tuple[Candidate, ...] = ()
    classes: tuple[str, ...] = ()
    pareto: Pareto = Pareto()


def portfolio_of(workspace: Workspace, day: date) -> Portfolio:
    """All customers on a day.

    Raises:
        StorageError: The database failed.
    """
    told: dict[str, list[Alert]] = {}
    for alert in alerts(workspace, day):
        told.setdefault(alert.customer, []).append(alert)
    visits = {
        customer.id: min(one.day for one in customer.visits if not one.done)
        for customer in workspace.customers.to_visit()
    }
    found = listed_customers(workspace, "", day)
    ranks = class_ranks(market_of(workspace).classes)
    candidates = (
        Candidate(
            row.id,
            row.name,
            found.classes.get(row.id, ""),
            row.card.measures.typical,
            tuple(told.get(row.id, ())),
            row.card.measures.rivals,
            visits.get(row.id),
        )
        for row in found.rows
    )
    bills = [(row.id, row.name, row.monthly) for row in found.rows]
    return Portfolio(whom_to_visit(candidates, ranks), tuple(ranks), pareto_of(bills))
