"""Cluster venues: who is there, visits planned to all of them, and the list of a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordMissing
from app.quoting.customer import Competitor, Contact, ContactRole, Customer, PlannedVisit
from app.quoting.market.values import Market, Venue
from app.quoting.sales_facts import Grouping, SalesFacts
from app.services.venues import export_campaign, plan_visits, venues_of
from app.storage.foreign.tables import read_table_file
from app.translation import load_words
from pricing.bills import Bills
from tests.app.services.conftest import NOON
from tests.app.storage.stored_values import some_bills

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

DAY = NOON.date()
THERE = SalesFacts(Grouping.CLUSTER, "东门市场")
VISIT = PlannedVisit(DAY, "宽带进市场")
SHOP = Customer(
    "a",
    "阿美服饰",
    "SMB",
    address="东门路1号",
    sales=THERE,
    contacts=(
        Contact("店员"),
        Contact("周老板", phone="139", roles=(ContactRole.DECIDER,)),
    ),
    competitors=(Competitor("联通", "宽带"), Competitor("联通", "电话")),
)


@pytest.fixture
def market(workspace: Workspace) -> Workspace:
    """Two customers at one venue, one elsewhere, and an empty venue."""
    venues = Market(venues=(Venue("东门市场", area="城东"), Venue("科技楼")))
    workspace.market.commit("venues", None, venues, NOON)
    workspace.customers.save(SHOP, some_bills(), now=NOON)
    other = Customer("b", "宝利鞋业", "SMB", sales=THERE)
    workspace.customers.save(other, Bills(), now=NOON)
    elsewhere = Customer("c", "船厂", "SMB", sales=SalesFacts(venue="码头"))
    workspace.customers.save(elsewhere, Bills(), now=NOON)
    return workspace


def test_venues_have_their_customers(market: Workspace) -> None:
    """Those of the table first; a name that stands in no table is not lost."""
    rows = venues_of(market, DAY).rows
    assert [(row.venue.name, len(row.customers), row.monthly) for row in rows] == [
        ("东门市场", 2, 20_000),
        ("科技楼", 0, 0),
        ("码头", 1, 0),
    ]
    assert rows[0].venue.area == "城东"


def test_a_visit_is_planned_to_everybody_once(market: Workspace) -> None:
    """Who has it already is left alone; each can be taken back; one who is gone stops all."""
    assert plan_visits(market, ("a", "b"), VISIT, NOON) == ("a", "b")
    assert plan_visits(market, ("a", "b", "c"), VISIT, NOON) == ("c",)
    assert [one.id for one in market.customers.to_visit()] == ["b", "c", "a"]
    market.customer_log.undo("a", NOON)
    assert market.customers.load("a")[0].visits == ()
    with pytest.raises(RecordMissing):
        plan_visits(market, ("a", "nobody"), VISIT, NOON)
    assert market.customers.load("a")[0].visits == ()


def test_the_campaign_list_says_whom_to_ask_for(market: Workspace, tmp_path: Path) -> None:
    """Who decides, what is paid, from whom else he buys, and when somebody goes there."""
    plan_visits(market, ("b",), msgspec.structs.replace(VISIT, about="x"), NOON)
    found = venues_of(market, DAY)
    file = tmp_path / "campaign.xlsx"
    words = load_words("zh")
    assert export_campaign(market, found.rows[0], found.listed, file, day=DAY, words=words) == 2
    (sheet,) = read_table_file(file).sheets
    head, *rows = [row.cells for row in sheet.rows]
    assert head[:5] == ("客户", "分群", "地址", "联系人", "电话")
    by_name = {row[0]: row for row in rows}
    assert by_name["阿美服饰"][2:7] == ("东门路1号", "周老板", "139", "200.00", "C")
    assert by_name["阿美服饰"][8] == "联通"
    assert DAY.isoformat() in by_name["宝利鞋业"]
