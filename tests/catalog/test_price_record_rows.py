"""Conditional prices are typed as rows under their charge: one reading each, or a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from catalog.draft import Patch, apply_patch
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.price_record_rows import COLUMNS, price_record_rows, set_price_records
from catalog.product_catalog import ProductCatalog
from catalog.typed_rows import RowFault
from tests.builders import a_charge, a_content, an_offering

CHARGE = a_charge("A.RENT")
YEAR = ValidityPeriod(date(2026, 1, 1), date(2026, 12, 31))
SCHOOLS = PriceRecord(
    "P1", "A.RENT", Decimal("20.50"), YEAR, ("EDU", "GOV"), ("城区",), 24, "USD", -1, False
)
GENERAL = PriceRecord("P2", "A.RENT", Decimal(25))
OTHER = PriceRecord("P9", "B.RENT", Decimal(3))
CATALOG = ProductCatalog(
    msgspec.structs.replace(
        a_content(an_offering(CHARGE), an_offering(a_charge("B.RENT"))),
        price_records=(SCHOOLS, OTHER, GENERAL),
    )
)
ROWS = (
    ("20.50", "EDU; GOV", "城区", "24", "2026-01-01", "2026-12-31", "-1", "P1"),
    ("25", "", "", "", "", "", "", "P2"),
)


def test_records_are_shown_as_they_are_typed_and_come_back() -> None:
    """Only those of the charge."""
    assert price_record_rows(CATALOG, CHARGE) == ROWS
    assert set_price_records(CATALOG, CHARGE, ROWS) == Patch()


def test_what_has_no_column_stays_under_its_identifier() -> None:
    """Currency and VAT; a new record has those of its charge."""
    net = msgspec.structs.replace(CHARGE, tax_included=False)
    dearer = ("21", *ROWS[0][1:])
    patch = set_price_records(CATALOG, net, (dearer, ROWS[1], ("19", "SOHO")))
    assert patch.price_records == (
        msgspec.structs.replace(SCHOOLS, unit_price=Decimal(21)),
        PriceRecord("A.RENT-2", "A.RENT", Decimal(19), segments=("SOHO",), tax_included=False),
    )
    assert patch.removed == ()


def test_a_row_that_is_gone_takes_its_record_with_it() -> None:
    """And those of other charges stay."""
    patch = set_price_records(CATALOG, CHARGE, (ROWS[0],))
    assert patch == Patch(removed=("P2",))
    assert apply_patch(CATALOG.content, patch).price_records == (SCHOOLS, OTHER)


def test_rows_without_identifiers_are_given_free_ones() -> None:
    """A.RENT-2 is written in the second row, so the others are 3 and 4."""
    rows = (("1", "A"), ("2", "B", "", "", "", "", "", "A.RENT-2"), ("3", "C"))
    patch = set_price_records(CATALOG, CHARGE, rows)
    assert [record.id for record in patch.price_records] == ["A.RENT-3", "A.RENT-2", "A.RENT-4"]


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"unit_price": ""}, "unit_price", "cell.empty"),
        ({"unit_price": "cheap"}, "unit_price", "cell.not_a_price"),
        ({"segments": "A B"}, "segments", "cell.not_a_code"),
        ({"least_term": "121"}, "least_term", "draft.term_too_long"),
        ({"first": "2026-13-01"}, "first", "cell.no_such_day"),
        ({"first": "2026-02-02", "last": "2026-02-01"}, "last", "draft.ends_before_it_starts"),
        ({"priority": "high"}, "priority", "cell.not_a_whole_number"),
        ({"id": "P9"}, "id", "draft.record_taken"),
        ({"id": "P1"}, "id", "draft.record_taken"),
    ],
)
def test_a_cell_without_a_reading_is_named(cells: dict[str, str], column: str, code: str) -> None:
    """With its row and column; the price of the second row is 30 where nothing else is said."""
    given = {"unit_price": "30", "segments": "SOHO", **cells}
    row = tuple(given.get(name, "") for name in COLUMNS)
    with pytest.raises(RowFault) as fault:
        set_price_records(CATALOG, CHARGE, (ROWS[0], row))
    assert (fault.value.row, COLUMNS[fault.value.column], fault.value.code) == (2, column, code)


def test_two_rows_of_the_same_conditions_are_refused() -> None:
    """The order of segments is none; another priority tells which is meant."""
    first, second = ("1", "A; B"), ("2", "B; A")
    with pytest.raises(RowFault) as fault:
        set_price_records(CATALOG, CHARGE, (first, (), second))
    assert (fault.value.row, fault.value.code) == (3, "draft.same_conditions")
    assert fault.value.parameters == {"other": "1"}
    preferred = ("2", "B; A", "", "", "", "", "5")
    assert len(set_price_records(CATALOG, CHARGE, (first, preferred)).price_records) == 2
