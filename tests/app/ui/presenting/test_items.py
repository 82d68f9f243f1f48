"""Rows of the item tree, from the sample cases."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting import item_edits
from app.ui.presenting.items import (
    DISCOUNT,
    LIST_PRICE,
    MARGIN,
    MONTHLY,
    NET_PRICE,
    ONE_TIME,
    QUANTITY,
    ItemRows,
    item_columns,
)
from app.ui.widgets.rows import cell_of
from catalog.charge import ChargeType
from pricing.alterations.percentage import Percentage
from tests.app.ui.speaking import speaker
from tests.app.without_tax import catalog_without_tax, revision_without_tax
from tests.sample import revision_of, sample_case, sample_catalog, work_out_case

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.ui.widgets.rows import QuoteRow


def rows(number: int, quote: Quote | None = None) -> tuple[QuoteRow, ...]:
    """The rows of a case, or of another quote for its customer."""
    return ItemRows(speaker(), sample_catalog()).rows(revision_of(number, quote))


def texts(row: QuoteRow) -> dict[int, str]:
    """The cells of a row by column, as shown."""
    return {column: cell_of(row, column).full_text for column in range(1, 8)}


def test_a_bundle_shows_its_price_against_its_parts() -> None:
    """Case one: parts for 726.00 a month, published 668.00, nothing taken off."""
    (bundle,) = rows(1)
    shown = texts(bundle)
    assert bundle.kind == "bundle"
    assert bundle.badge == "Bundle"
    assert shown[QUANTITY] == "1 sets"
    assert shown[LIST_PRICE] == "726.00"
    assert shown[DISCOUNT] == "–"
    assert shown[NET_PRICE] == "668.00"
    assert shown[MONTHLY] == "668.00"
    assert shown[ONE_TIME] == "–"
    assert shown[MARGIN] == "57.3%"
    assert bundle.children[0].title == "固定电话 月租"
    assert sum(_fen(texts(child)[MONTHLY]) for child in bundle.children) == 668_00


def _fen(text: str) -> int:
    return int(Decimal(text.replace(",", "")) * 100)


def test_every_charge_of_an_offering_can_be_edited() -> None:
    """Case five: installation waived by hand, rental 20 % off, beyond one's own authority."""
    first = rows(5)[0]
    installed, rented = first.children
    assert texts(first)[DISCOUNT] == "20%"
    assert cell_of(first, DISCOUNT).tone == "warn"
    assert texts(first)[ONE_TIME] == "waived"
    assert texts(rented)[DISCOUNT] == "20%"
    assert texts(installed)[DISCOUNT] == "100%"
    for row in (first, installed, rented):
        assert all(cell_of(row, column).editable for column in (QUANTITY, DISCOUNT, NET_PRICE))


def test_only_a_discount_can_be_typed_on_a_component_of_a_bundle() -> None:
    """On what is charged each month: neither on included minutes nor on an installation."""
    (bundle,) = rows(1)
    charges = revision_of(1).priced.items[0].charges
    found = [
        (charge.code, column)
        for row, charge in zip(bundle.children, charges, strict=True)
        for column in (QUANTITY, LIST_PRICE, DISCOUNT, NET_PRICE, MONTHLY, ONE_TIME)
        if cell_of(row, column).editable
    ]
    recurring = [c for c in charges if c.type is ChargeType.RECURRING and not c.allowance]
    assert found == [(charge.code, DISCOUNT) for charge in recurring] != []


def test_free_months_and_options_are_marked() -> None:
    """Case three gives two months free."""
    bundle = rows(3)[0]
    assert bundle.badge == "Bundle · 第1-2个月免收"
    optional = item_edits.set_optional(sample_case(3).quote, bundle.key, optional=True)
    assert "Optional" in rows(3, optional)[0].badge


def test_a_discount_that_is_not_applied_says_so() -> None:
    """150 % off makes no sense: the price stays, the cell is marked, nothing is clamped."""
    case = sample_case(5)
    item = case.quote.items[0]
    charges = (
        item.charges[0],
        msgspec.structs.replace(item.charges[1], alteration=Percentage(Decimal(150))),
    )
    wrong = msgspec.structs.replace(
        case.quote, items=(msgspec.structs.replace(item, charges=charges),)
    )
    row = rows(5, wrong)[0]
    assert cell_of(row, DISCOUNT).tone == "bad"
    assert texts(row)[NET_PRICE] == "9,800.00"


def test_rows_of_unchanged_items_are_the_same_objects() -> None:
    """An edit of one item rebuilds one row, so only one is repainted."""
    worked = work_out_case(5)
    maker = ItemRows(speaker(), sample_catalog())
    before = maker.rows(worked.revision)
    quote = item_edits.set_charge_quantity(sample_case(5).quote, "i4", "CE.LEASE", 13)
    after = maker.rows(work_out_case(5, quote, worked).revision)
    assert [old is new for old, new in zip(before, after, strict=True)] == [
        True,
        True,
        True,
        False,
        True,
        True,
    ]


def test_exactly_one_column_takes_the_room_that_is_left() -> None:
    """The numbers of the columns are their places."""
    columns = item_columns(speaker())
    assert [column.id for column in columns if not column.width] == ["title"]
    assert columns[MARGIN].id == "margin"
    assert columns[NET_PRICE].id == "net"


def test_unit_prices_without_vat_say_so_and_sums_include_it() -> None:
    """8 circuits at 3,200.00 without VAT, 20 % off: 2,560.00 typed and shown, 22,323.20 a month."""
    revision = revision_without_tax(5)
    made = ItemRows(speaker(), catalog_without_tax()).rows(revision)
    circuits = next(row for row in made if "MSTP" in row.title and texts(row)[QUANTITY][0] == "8")
    shown = texts(circuits)
    assert (shown[LIST_PRICE], shown[NET_PRICE]) == ("3,200.00 ex VAT", "2,560.00 ex VAT")
    assert shown[MONTHLY] == "22,323.20"
    assert cell_of(circuits, LIST_PRICE).hint == "The list price is without VAT; 3,488.00 with it"
    net_hint = "Without VAT, and typed without it; 2,790.40 with VAT"
    assert cell_of(circuits, NET_PRICE).hint == net_hint
    assert cell_of(circuits, DISCOUNT).hint.endswith("Amounts typed here are without VAT")
    usual = next(row for row in rows(5) if "MSTP" in row.title)
    assert "VAT" not in texts(usual)[LIST_PRICE] + texts(usual)[NET_PRICE]
