"""A block copied from a spreadsheet says which products, how many and how much off."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.quoting.customer import Site
from app.quoting.item_block import NewItem
from app.ui.presenting.pasted_items import read_items
from catalog.local_text import LocalText
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from tests.builders import a_bundle, a_catalog, a_charge, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from catalog.product_catalog import ProductCatalog

CATALOG = a_catalog(
    an_offering(a_charge("LINE.RENT")), an_offering(a_charge("CARD.RENT")), bundles=[a_bundle()]
)
SITES = (Site("S1", "总部"),)


def items(text: str, catalog: ProductCatalog = CATALOG) -> list[NewItem | None]:
    """What the rows of a text add."""
    return [row.item for row in read_items(text, catalog, SITES)]


def fault(text: str) -> tuple[str, str]:
    """What is wrong with the only row of a text."""
    (row,) = read_items(text, CATALOG, SITES)
    assert row.item is None
    return row.fault, row.detail


def test_a_block_with_headings_may_have_its_columns_in_any_order() -> None:
    """What no heading names is passed over, and so are rows without a product."""
    headings = "数量\t备注\t产品编码\t折扣\t站点\t分组"
    text = f"{headings}\n4\tx\tLINE\t20%\t总部\t专线\n\t\t\t\t\t\n\t\tcard\t–\t\t"
    assert items(text) == [
        NewItem("LINE", 4, Percentage(Decimal(20)), "S1", "专线"),
        NewItem("CARD", 1),
    ]


def test_a_block_without_headings_is_read_by_what_stands_in_it() -> None:
    """As rows of the quote itself are copied: a list price beside the quantity is no discount."""
    text = "1\tLINE\t4 条\t3,980.00\t77.5%\n2\tCARD\t1,200 张\t20.00\t–"
    assert items(text) == [
        NewItem("LINE", 4, Percentage(Decimal("77.5"))),
        NewItem("CARD", 1200),
    ]


def test_codes_alone_add_one_of_each() -> None:
    """Of offerings, bundles and charges."""
    found = items("LINE\nLINE.RENT\n" + a_bundle().code)
    assert found == [NewItem("LINE"), NewItem("LINE.RENT"), NewItem(a_bundle().code)]


@pytest.mark.parametrize(
    ("off", "discount"),
    [("8.5折", Percentage(Decimal(15))), ("=85", TargetPrice(Decimal(85)))],
)
def test_discounts_are_written_as_in_a_cell(off: str, discount: Percentage | TargetPrice) -> None:
    """Percent, 折, or a price."""
    assert items(f"LINE\t2\t{off}") == [NewItem("LINE", 2, discount)]


def test_a_price_column_says_what_a_unit_shall_cost() -> None:
    """Unless something is taken off."""
    text = "编码\t数量\t单价\nLINE\t2\t1,080.50"
    assert items(text) == [NewItem("LINE", 2, TargetPrice(Decimal("1080.50")))]


def test_whole_names_are_found_in_any_width_and_case() -> None:
    """Names of the sample catalogue, in Chinese and English."""
    catalog = sample_catalog()
    offering = catalog.offering("PSTN")
    assert offering is not None
    assert isinstance(offering.name, LocalText)
    found = items(f"{offering.name.zh}\t3\n{offering.name.en.upper()}\t1", catalog)
    assert found == [NewItem("PSTN", 3), NewItem("PSTN", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing\t4", ("unknown", "nothing")),
        ("编码\t数量\nLINE\tmany", ("quantity", "many")),
        ("编码\t数量\nLINE\t0", ("quantity", "0")),
        ("编码\t数量\nLINE\t2,000,000", ("quantity", "2,000,000")),
        ("编码\t折扣\nLINE\t120", ("discount", "120")),
        ("编码\t站点\nLINE\t月球", ("site", "月球")),
    ],
)
def test_what_is_not_understood_is_told(text: str, expected: tuple[str, str]) -> None:
    """With the cell that is meant."""
    assert fault(text) == expected


def test_one_wrong_quantity_does_not_hide_the_column() -> None:
    """It is told, and the others are taken."""
    good, bad = read_items("LINE\t4\nCARD\tx", CATALOG)
    assert good.item == NewItem("LINE", 4)
    assert (bad.fault, bad.detail) == ("quantity", "x")


def test_a_name_of_two_products_is_not_guessed() -> None:
    """A code is wanted."""
    one, two = an_offering(a_charge("A.RENT")), an_offering(a_charge("B.RENT"))
    name = LocalText("同名")
    catalog = a_catalog(replace(one, name=name), replace(two, name=name))
    (row,) = read_items("同名", catalog)
    assert (row.fault, row.detail) == ("several", "同名")


def test_nothing_is_nothing() -> None:
    """An empty clipboard adds nothing."""
    assert read_items(" \n\n", CATALOG) == ()
