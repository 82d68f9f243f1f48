"""Visits are found with the open quote of their customer, and settled with undo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.approval.state import Deed
from app.quoting.customer import PlannedVisit
from app.services.quote_life import doing, submit, take_step
from app.services.today import today_of
from app.services.visits import plan_visit, settle_visit, visits_of
from tests.app.services.conftest import NOON
from tests.app.services.test_quote_life import SELLER, stored

if TYPE_CHECKING:
    from app.services.workspace import Workspace

DAY = NOON.date()


def planned(workspace: Workspace, quote: str, days: int, about: str = "续约") -> PlannedVisit:
    """Plan a visit to the customer of a quote so many days after the samples were imported."""
    customer = workspace.quotes.load(quote).quote.customer
    before, visit = (
        workspace.customers.load(customer)[0],
        PlannedVisit(DAY + timedelta(days), about),
    )
    after = msgspec.structs.replace(before, visits=(*before.visits, visit))
    workspace.customer_log.commit(after, "visits", now=NOON)
    return visit


def test_visits_come_by_day_with_the_open_quote(sample: Workspace) -> None:
    """The overdue one first; nobody is visited eight days from now."""
    assert visits_of(sample, DAY, ()) == ()
    later, late = planned(sample, "Q0001", 7), planned(sample, "Q0002", -1, "专线")
    planned(sample, "Q0003", 8)
    found = today_of(sample, SELLER, NOON).visits
    assert [(one.plan, one.days) for one in found] == [(late, -1), (later, 7)]
    assert [one.quote.id for one in found if one.quote is not None] == ["Q0002", "Q0001"]


def test_a_quote_that_is_closed_is_not_talked_about(sample: Workspace) -> None:
    """The visit stays, without a quote."""
    planned(sample, "Q0001", 0)
    submit(sample, stored(sample, "Q0001"), doing(SELLER, NOON))
    take_step(sample, "Q0001", Deed.SENT, doing(SELLER, NOON))
    assert [one.quote is None for one in today_of(sample, SELLER, NOON).visits] == [False]
    take_step(sample, "Q0001", Deed.DECLINED, doing(SELLER, NOON), reason="太贵")
    (found,) = today_of(sample, SELLER, NOON).visits
    assert found.quote is None


def test_a_visit_that_was_made_is_gone_until_that_is_taken_back(sample: Workspace) -> None:
    """It stays in the customer's file; one that is taken away does not."""
    planned(sample, "Q0001", 0)
    (found,) = visits_of(sample, DAY, ())
    for made, left in ((True, 1), (False, 0)):
        settle_visit(sample, found, NOON, made=made)
        assert visits_of(sample, DAY, ()) == ()
        assert len(sample.customers.load(found.customer)[0].visits) == left
        settle_visit(sample, found, NOON, made=made)  # once more changes nothing
        sample.customer_log.undo(found.customer, NOON)
        assert visits_of(sample, DAY, ()) == (found,)


def test_a_visit_is_planned_for_the_next_working_day_and_stands_on_the_start_page(
    sample: Workspace,
) -> None:
    """The samples are of a Monday; planned twice about the same it is there once."""
    customer = sample.quotes.load("Q0002").quote.customer
    assert plan_visit(sample, customer, "长途下降", NOON)
    assert not plan_visit(sample, customer, "长途下降", NOON)
    (found,) = visits_of(sample, DAY, ())
    assert found.plan == PlannedVisit(DAY + timedelta(1), "长途下降")
    assert settle_visit(sample, found, NOON, made=False)
    assert not settle_visit(sample, found, NOON, made=False)
