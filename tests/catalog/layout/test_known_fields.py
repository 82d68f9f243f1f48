"""A list of codes and prices is enough to change prices; the rest is what it was."""

from __future__ import annotations

import pytest

from catalog.layout.known_fields import with_known
from catalog.layout.mapping import ColumnMapping
from catalog.price_list_rows import ROW_FIELDS
from catalog.reading import TableRow, read_charges
from tests.builders import DAY, TAX_CLASSES, a_charge, a_content, an_offering

CONTENT = a_content(an_offering(a_charge("LINE.RENT", "25.00", cost="10.00"), family="VOICE"))
SHORT = ColumnMapping({"code": 0, "list_price_cny": 1})


def row(code: str, price: str, **cells: str) -> TableRow:
    """A row of a short list."""
    return TableRow(2, {"code": code, "list_price_cny": price, **cells})


def test_fields_without_a_column_keep_their_value() -> None:
    """The charge that is read again differs in its price only."""
    filled = with_known([row("LINE.RENT", "26.00")], SHORT, CONTENT, DAY)
    (offering,), problems = read_charges(filled.rows, TAX_CLASSES, DAY)
    assert problems == ()
    assert str(offering.charges[0].list_price) == "26.00"
    assert offering.charges[0].cost == CONTENT.offerings[0].charges[0].cost
    assert offering.family == "VOICE"
    assert filled.count == 1
    assert set(filled.fields) == set(ROW_FIELDS) - {"code", "list_price_cny"}


def test_a_new_charge_lacks_what_nobody_says() -> None:
    """Each missing cell is told by reading."""
    filled = with_known([row("LINE.RENT", "26"), row("NEW.RENT", "5")], SHORT, CONTENT, DAY)
    _, problems = read_charges(filled.rows, TAX_CLASSES, DAY)
    assert filled.count == 1
    assert {"cost_cny", "vat_rate", "name_zh"} <= {problem.where.column for problem in problems}


def test_a_list_of_nothing_but_new_charges_is_left_as_it_is() -> None:
    """A missing column is then told once, not in every row."""
    rows = (row("NEW.RENT", "5"),)
    assert with_known(rows, SHORT, CONTENT, DAY).rows == rows
    assert with_known(rows, SHORT, None, DAY).rows == rows


@pytest.mark.parametrize(("rate", "tax_class"), [("9%", "nine"), ("6%", ""), ("?", "")])
def test_the_tax_class_stays_only_with_its_rate(rate: str, tax_class: str) -> None:
    """A list that changes the rate changes the class."""
    mapping = ColumnMapping({"code": 0, "list_price_cny": 1, "vat_rate": 2})
    filled = with_known([row("LINE.RENT", "5", vat_rate=rate)], mapping, CONTENT, DAY)
    assert filled.rows[0].cells["tax_class"] == tax_class


@pytest.mark.parametrize(("tax_class", "rate"), [("nine", "0.09"), ("six", "")])
def test_the_rate_stays_only_with_its_tax_class(tax_class: str, rate: str) -> None:
    """The other way round."""
    mapping = ColumnMapping({"code": 0, "list_price_cny": 1, "tax_class": 2})
    filled = with_known([row("LINE.RENT", "5", tax_class=tax_class)], mapping, CONTENT, DAY)
    assert filled.rows[0].cells["vat_rate"] == rate


def test_a_column_that_is_there_counts_also_where_it_is_empty() -> None:
    """An emptied cell is a change, not an omission."""
    mapping = ColumnMapping({"code": 0, "list_price_cny": 1, "family": 2})
    filled = with_known([row("LINE.RENT", "5", family="")], mapping, CONTENT, DAY)
    assert filled.rows[0].cells["family"] == ""
