"""Tables of the market as rows of texts, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.quoting.criteria import Criterion, VenueKind
from app.quoting.market.tables import MarketTable, market_rows, read_market
from app.quoting.market.values import (
    ClassThreshold,
    HighThreshold,
    Market,
    RivalOperator,
    RivalPrice,
    ServiceTeam,
    Territory,
    Venue,
    Weight,
)
from app.quoting.sales_facts import Grouping
from app.services.customer_words import cell_words
from app.translation import load_words

WORDS = cell_words(load_words("zh"))
MARKET = Market(
    (ClassThreshold("A", 1_000_000), ClassThreshold("C"), ClassThreshold("A", 50_000, "县城")),
    (HighThreshold(300_000), HighThreshold(150_050, 40, "县城")),
    (Weight(Criterion.SPEND, 30, Decimal(10_000)),),
    (Venue("东门市场", VenueKind.MARKET, "城东", "东门路1号", "每月一日休市"),),
    (RivalOperator("联通", "17910/17911", "宽带", "便宜", "装机慢"),),
    (RivalPrice("联通", "宽带100M", 12_050, date(2026, 9, 1), "营业厅", "月"),),
    (Territory("城东", "中等", "高中", "午后营业", "多为外地商户"),),
    (ServiceTeam("金融中心", "KEY HIGH", "finance", Grouping.INDUSTRY),),
)


def test_every_table_comes_back_from_its_rows() -> None:
    """Cell by cell, in words."""
    for table in MarketTable:
        rows = market_rows(MARKET, table, WORDS)
        assert read_market(Market(), table, rows, WORDS)[1] == ()
        again, _ = read_market(Market(), table, rows, WORDS)
        assert getattr(again, table) == getattr(MARKET, table)
    assert market_rows(MARKET, MarketTable.THRESHOLDS, WORDS)[1] == ("县城", "1500.50", "40")
    assert market_rows(MARKET, MarketTable.WEIGHTS, WORDS) == (("月均费用", "30", "10000"),)


def test_a_row_that_says_what_another_says_is_told() -> None:
    """The same class in another area is another row."""
    rows = (("A", "100", ""), ("A", "50", "县城"), ("", "", ""), ("A", "70", "县城"))
    same, (wrong,) = read_market(MARKET, MarketTable.CLASSES, rows, WORDS)
    assert same is MARKET
    assert (wrong.row, wrong.column, wrong.code) == (3, "name", "market.row_twice")
    assert wrong.parameters == {"value": "A"}


def test_what_has_no_reading_changes_nothing() -> None:
    """A criterion that there is not, and points that are no number: both are told."""
    rows = (("长相", "10", ""), ("业务量", "viel", "5"))
    same, wrong = read_market(MARKET, MarketTable.WEIGHTS, rows, WORDS)
    assert same is MARKET
    assert [(cell.row, cell.column) for cell in wrong] == [(0, "criterion"), (1, "points")]


def test_a_price_without_day_or_source_is_no_fact() -> None:
    """Both cells are told."""
    rows = (("联通", "宽带", "99", "月", "", ""),)
    _, wrong = read_market(MARKET, MarketTable.RIVAL_PRICES, rows, WORDS)
    assert [(cell.column, cell.code) for cell in wrong] == [
        ("day", "customer.cell_missing"),
        ("source", "customer.cell_missing"),
    ]
