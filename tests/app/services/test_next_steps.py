"""A next step that is due stands on the start page until it is done, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.alert import AlertKind
from app.quoting.customer import Customer
from app.quoting.market.values import Market, Territory
from app.quoting.sales_facts import Prospect, SalesFacts
from app.services.alerts import alerts
from app.services.list_rows import listed_customers
from app.services.next_steps import settle_step
from app.services.visit_briefing import briefing_of
from app.translation import load_words
from pricing.bills import Bills
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace

DAY = NOON.date()
SALES = SalesFacts(prospect=Prospect.CONTACTED, next_step="送样机", next_day=DAY)


def test_a_step_is_told_done_and_taken_back(workspace: Workspace) -> None:
    """The list shows how far he is and by when."""
    prospect = Customer("c", "新开业饭店", "SMB", sales=SALES)
    workspace.customers.save(prospect, Bills(), now=NOON)
    (alert,) = alerts(workspace, DAY)
    assert (alert.kind, alert.customer_name) == (AlertKind.NEXT_STEP, "新开业饭店")
    (row,) = listed_customers(workspace, "", DAY).rows
    assert (row.card.prospect, row.card.next_step, row.card.next_day) == (
        "contacted",
        "送样机",
        DAY,
    )
    assert settle_step(workspace, alert, NOON)
    assert not settle_step(workspace, alert, NOON)
    assert alerts(workspace, DAY) == ()
    assert workspace.customers.load("c")[0].journal[-1].text == "送样机"
    workspace.customer_log.undo("c", NOON)
    assert workspace.customers.load("c")[0] == prospect
    assert alerts(workspace, DAY) == (alert,)


def test_the_briefing_tells_what_the_area_is_like(workspace: Workspace) -> None:
    """Only that of the customer's own area."""
    customer = Customer("c", "新开业饭店", "SMB", area="城东")
    workspace.customers.save(customer, Bills(), now=NOON)
    own = (Territory("城东", habits="午后才营业"), Territory("城西", income="高"))
    workspace.market.commit("territories", None, Market(territories=own), NOON)
    briefing = briefing_of(workspace, "c", load_words("zh"), DAY)
    (found,) = [one.lines for one in briefing.parts if one.title == "区域特性"]
    assert found == ("生活和经营习惯: 午后才营业",)
