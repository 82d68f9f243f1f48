"""The scorecard: what is measured, what it counts, and that every point has its reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.criteria import Criterion
from app.quoting.customer import Account, Competitor, Customer, InstalledService, Site
from app.quoting.market.scorecard import Measures, measured, regions_of, score_of
from app.quoting.market.values import Weight
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.app.storage.stored_values import some_bills

WEIGHTS = (
    Weight(Criterion.SERVICES, 20, Decimal(6)),
    Weight(Criterion.SPEND, 30, Decimal(10_000)),
    Weight(Criterion.RIVALS, 10, Decimal(2)),
)


def test_points_are_shares_of_the_weight_up_to_all_of_it() -> None:
    """3 of 6 kinds: 10 of 20; 2,500.00 of 10,000 yuan: 7.5, so 8 of 30; 5 of 2: all 10."""
    score = score_of(Measures(services=3, typical=250_000, rivals=5), WEIGHTS)
    assert [(part.criterion, part.points) for part in score.parts] == [
        (Criterion.SERVICES, 10),
        (Criterion.RIVALS, 10),
        (Criterion.SPEND, 8),
    ]
    assert score.points == 47  # 28 of 60 are 46.67 of a hundred


def test_nothing_measured_or_weighed_gives_nothing() -> None:
    """Neither is a fault."""
    assert score_of(Measures(), WEIGHTS).points == 0
    assert score_of(Measures(services=9), ()).points == 0
    assert score_of(Measures(services=9), (Weight(Criterion.SERVICES, 0),)).points == 0


def test_a_weight_without_a_measure_for_all_counts_whatever_there_is() -> None:
    """Having any of it is enough."""
    weight = Weight(Criterion.REGIONS, 5, Decimal(0))
    assert score_of(Measures(regions=1), (weight,)).parts[0].points == 5
    assert score_of(Measures(), (weight,)).parts[0].points == 0


def test_the_record_is_measured() -> None:
    """Two kinds, five pieces against one account, two cities, one rival, no bills."""
    customer = Customer(
        "c",
        "江南精密机械厂",
        "SMB",
        address="江苏省苏州市吴中区1号",
        accounts=(Account("1", "江南"),),
        installed=(InstalledService("A", 2), InstalledService("A", 2), InstalledService("B")),
        sites=(Site("s", "新厂", "苏州工业园区2号"), Site("t", "分厂", "无锡市3号")),
        competitors=(Competitor("联通", "宽带"),),
    )
    assert measured(customer, Bills(), None) == Measures(2, 5, 0, 2, 1, 0)


def test_bills_tell_kinds_of_service_where_the_record_tells_none() -> None:
    """A component of the bills is one kind; the typical month is that of the analysis."""
    bills = some_bills()
    found = measured(Customer("c", "厂", "SMB"), bills, analyse(bills, SpendPolicy()))
    assert found.services == len(bills.components)
    assert found.typical == 20_000
    assert found.growth == 0


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("江苏省苏州市吴中区木渎镇", "苏州"),
        ("苏州工业园区星湖街", "苏州"),
        ("城东区育才路18号", "城东区"),
        ("阳光小区3栋", ""),
        ("万力广场A区12号", ""),
        ("延边朝鲜族自治州延吉", "延边朝鲜族自治州"),
        ("", ""),
    ],
)
def test_the_region_of_an_address(address: str, region: str) -> None:
    """The city, or else the district; housing estates and halls are none."""
    found = regions_of([address])
    assert len(found) == bool(region)
    assert all(one.startswith(region) for one in found)
