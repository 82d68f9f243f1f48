"""The service centre of a customer follows from the table of teams."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Customer
from app.quoting.market.teams import team_for
from app.quoting.market.values import Market, ServiceTeam
from app.quoting.sales_facts import Grouping, SalesFacts

MARKET = Market(
    teams=(
        ServiceTeam("大客户中心", "KEY、HIGH"),
        ServiceTeam("中小中心", "SMB"),
        ServiceTeam("聚类中心", grouping=Grouping.CLUSTER),
        ServiceTeam("金融中心", industries="finance insurance"),
    )
)
SHOP = Customer("c", "阿美服饰", "SMB")


def test_industry_comes_before_grouping_and_that_before_segments() -> None:
    """The main segment before the further ones; who is nobody's has no team."""
    cluster = msgspec.structs.replace(SHOP, sales=SalesFacts(Grouping.CLUSTER))
    bank = msgspec.structs.replace(cluster, industry="insurance")
    large = msgspec.structs.replace(SHOP, segment="IND", further_segments=("HIGH", "SMB"))
    found = [team_for(MARKET, one) for one in (SHOP, cluster, bank, large)]
    assert found == ["中小中心", "聚类中心", "金融中心", "大客户中心"]
    assert team_for(MARKET, msgspec.structs.replace(SHOP, segment="IND")) == ""
