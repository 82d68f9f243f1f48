"""Tables of the market: written, read back, and what follows from them for customers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.criteria import Criterion
from app.quoting.customer import Customer
from app.quoting.market.tables import MarketTable
from app.quoting.market.values import ClassThreshold, Market, Weight
from app.services.list_rows import listed_customers
from app.services.market import customer_policy, market_of
from app.services.market_exchange import export_market, read_market_file, store_reading
from app.storage.schema import CUSTOMERS
from app.translation import load_words
from tests.app.services.conftest import NOON
from tests.app.storage.stored_values import some_bills

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.local_text import Language

DAY = NOON.date()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_export_is_read_again_without_a_difference(
    workspace: Workspace, tmp_path: Path, language: Language
) -> None:
    """In both languages; what was edited comes back as it was edited."""
    market = market_of(workspace)
    own = msgspec.structs.replace(
        market,
        classes=(*market.classes, ClassThreshold("甲", 12_345, "县城")),
        weights=(Weight(Criterion.GROWTH, 100, Decimal("12.5")),),
    )
    file = tmp_path / "market.xlsx"
    export_market(own, file, day=DAY, words=load_words(language))
    reading = read_market_file(workspace, file)
    assert reading.problems == ()
    assert reading.tables == (MarketTable.CLASSES, MarketTable.WEIGHTS)
    store_reading(workspace, reading, NOON)
    assert market_of(workspace) == own
    assert read_market_file(workspace, file).tables == ()


def test_a_file_with_a_mistake_names_row_and_column(workspace: Workspace, tmp_path: Path) -> None:
    """And one without any table that is known says so."""
    file = tmp_path / "classes.csv"
    file.write_text("等级,典型月起（元）,适用区域\nA,一万,\n", encoding="utf-8")
    (problem,) = read_market_file(workspace, file).problems
    assert (problem.where.row, problem.where.column) == (2, "典型月起（元）")
    file.write_text("颜色,价格\n红,1\n", encoding="utf-8")
    assert [one.code for one in read_market_file(workspace, file).problems] == ["market.no_table"]


def test_the_list_ranks_by_the_tables_of_the_user(workspace: Workspace) -> None:
    """200.00 yuan a month are all points of a weight of 100 yuan, and of the class from 150."""
    workspace.customers.save(Customer("c", "江南", "SMB", area="县城"), some_bills(), now=NOON)
    own = Market(
        classes=(ClassThreshold("A", 15_000, "县城"),),
        weights=(Weight(Criterion.SPEND, 10, Decimal(100)), Weight(Criterion.RIVALS, 30)),
    )
    for table in (MarketTable.CLASSES, MarketTable.WEIGHTS):
        workspace.market.commit(table, None, own, NOON)
    found = listed_customers(workspace, "", DAY)
    assert found.scores == {"c": 25}
    assert found.classes == {"c": "A"}
    assert customer_policy(workspace).market.classes == own.classes


def test_customers_of_before_get_their_cards_when_a_list_wants_them(workspace: Workspace) -> None:
    """As after the upgrade of their database."""
    workspace.customers.save(Customer("c", "江南", "SMB"), some_bills(), now=NOON)
    with workspace.database.writing() as connection:
        connection.execute(CUSTOMERS.update().values(card=None))
    (row,) = workspace.customers.search()
    assert row.card.measures.typical == 0
    assert listed_customers(workspace, "", DAY).rows[0].card.measures.typical == 20_000
    assert workspace.customers.make_cards() == 0
