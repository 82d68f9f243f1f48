"""A price list has one row a charge, and reads back as the same offerings."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.paths import resource
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.offering_detail import details_of, with_details
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.price_list_rows import left_out, price_list_rows
from catalog.reading import read_charges, rows_by_heading
from tests.builders import DAY, a_charge, a_content, an_offering
from tests.catalog.tmf620.samples import full_content
from tests.sample import QUOTE_DAY, sample_import

if TYPE_CHECKING:
    from catalog.offering import ProductOffering
    from catalog.price_list_rows import PriceListRows
    from catalog.product_catalog import CatalogContent


def cells(table: PriceListRows, row: int = 0) -> dict[str, str]:
    """One row by column."""
    return dict(zip(table.columns, table.rows[row], strict=True))


def again(table: PriceListRows, content: CatalogContent, day: date) -> tuple[ProductOffering, ...]:
    """The offerings of the rows; nothing may be found."""
    rows = rows_by_heading(dict(enumerate(table.columns)), list(enumerate(table.rows, start=2)))
    offerings, problems = read_charges(rows, content.tax_classes, day)
    assert problems == ()
    return offerings


def test_the_sample_comes_back() -> None:
    """Offering by offering, charge by charge, with every digit; details come from elsewhere."""
    content = sample_import().accepted()
    wanted = tuple(msgspec.structs.replace(o, initials="", pinyin="") for o in content.offerings)
    table = price_list_rows(content, QUOTE_DAY, with_cost=True)
    listed = again(table, content, QUOTE_DAY)
    assert with_details(listed, details_of(wanted)) == (wanted, ())


def test_the_columns_are_those_of_the_sample_file() -> None:
    """In its order; some is frozen, some bought or rented; the cost stays away unless asked for."""
    with resource("sample", "catalogue.csv").open(encoding="utf-8-sig", newline="") as stream:
        heading = tuple(next(csv.reader(stream)))
    rented, bought = a_charge(), a_charge("LINE.BUY", instead_of="LINE.RENT")
    frozen = a_content(an_offering(rented, bought, lifecycle=Lifecycle.FROZEN))
    assert price_list_rows(frozen, DAY, with_cost=True).columns == heading
    without = price_list_rows(frozen, DAY)
    assert without.columns == tuple(name for name in heading if name != "cost_cny")
    assert "10.00" not in without.rows[0]


def test_a_row_says_everything_of_a_charge() -> None:
    """Codes as they are, lists with their separators, no limit as an empty cell."""
    table = price_list_rows(full_content(), DAY, with_cost=True)
    assert cells(table) == {
        "code": "LINE.RENT",
        "name_zh": "产品LINE RENT",
        "name_en": "",
        "offering_zh": "产品LINE",
        "offering_en": "offering LINE",
        "family": "VOICE",
        "segment": "SMB;KEY",
        "charge_type": "recurring",
        "unit": "线",
        "billing_period": "month",
        "list_price_cny": "25.00",
        "cost_cny": "10.00",
        "price_regulation": "guided",
        "vat_rate": "0.09",
        "tax_class": "nine",
        "requires": "NET|LINE",
        "excludes": "NET",
        "min_qty": "2",
        "max_qty": "500",
        "min_term_months": "12",
        "bandwidth_or_allowance": "含 100 分钟",
        "benefit_zh": "省钱",
        "benefit_en": "saves money",
        "lifecycle": "frozen",
        "valid_first": "2026-10-01",
        "valid_last": "2026-12-31",
    }
    assert cells(table, 1)["max_qty"] == ""
    assert cells(table, 2)["list_price_cny"] == "0.0353"
    assert cells(table, 4)["list_price_cny"] == "-400.00"


def test_a_charge_called_like_its_offering_keeps_its_name() -> None:
    """The name is the offering's and its own; a language that is missing stays missing."""
    charge = msgspec.structs.replace(a_charge(), name=LocalText("固话", "phone rental"))
    same = msgspec.structs.replace(
        an_offering(charge, a_charge("LINE.INST", period=BillingPeriod.ONCE)),
        name=LocalText("固话", "phone"),
    )
    table = price_list_rows(a_content(same), DAY, with_cost=True)
    assert cells(table)["name_zh"] == "固话 固话"
    assert cells(table)["name_en"] == "phone phone rental"
    assert cells(table, 1)["name_en"] == ""
    assert again(table, a_content(same), DAY) == (same,)


def test_a_tax_class_without_a_rate_that_day_has_an_empty_cell() -> None:
    """No rate is invented."""
    table = price_list_rows(a_content(an_offering(a_charge(tax_class="none"))), DAY)
    assert cells(table)["vat_rate"] == ""
    assert cells(table)["tax_class"] == "none"


def test_what_has_no_column_is_told() -> None:
    """Price records, and how much is described: 34 offerings, 2 specifications of the sample."""
    told = [(p.where.subject, p.parameters["what"]) for p in left_out(full_content())]
    assert told == [
        ("autumn", "price_record"),
        ("dollar", "price_record"),
    ]
    assert not any(problem.blocks for problem in left_out(full_content()))
    (details,) = left_out(sample_import().accepted())
    assert (details.code, details.parameters) == ("exchange.details_left_out", {"count": "36"})


def test_state_and_dates_have_columns_where_they_are_said() -> None:
    """And are read back; a list of ordinary offerings has no such columns."""
    valid = ValidityPeriod(date(2026, 1, 1), date(2026, 12, 31))
    frozen = an_offering(lifecycle=Lifecycle.PLANNED, valid=valid)
    table = price_list_rows(a_content(frozen), DAY, with_cost=True)
    assert cells(table)["lifecycle"] == "planned"
    assert (cells(table)["valid_first"], cells(table)["valid_last"]) == ("2026-01-01", "2026-12-31")
    assert again(table, a_content(frozen), DAY) == (frozen,)
    assert "lifecycle" not in price_list_rows(a_content(an_offering()), DAY).columns


def test_the_rate_of_the_day_is_named() -> None:
    """The class of broadband had 6 % until the end of 2025."""
    content = sample_import().accepted()
    broadband = next(
        row
        for row, charge in enumerate(c for o in content.offerings for c in o.charges)
        if charge.tax_class == "telecom_reclassified_2026"
    )
    assert cells(price_list_rows(content, date(2025, 12, 31)), broadband)["vat_rate"] == "0.06"
    assert cells(price_list_rows(content, date(2026, 1, 1)), broadband)["vat_rate"] == "0.09"


def test_a_price_without_vat_has_a_column_and_comes_back() -> None:
    """Only where some price is without; the others leave their cell empty."""
    content = a_content(
        an_offering(a_charge("A.FEE", tax_included=False)), an_offering(a_charge("B.FEE"))
    )
    table = price_list_rows(content, DAY, with_cost=True)
    assert [cells(table, row)["tax_included"] for row in range(2)] == ["no", ""]
    found = [one.charges[0].tax_included for one in again(table, content, DAY)]
    assert found == [False, True]
    assert "tax_included" not in price_list_rows(a_content(), DAY).columns


def test_where_and_how_soon_it_is_sold_has_columns_where_it_is_said() -> None:
    """Areas, channels, days and successors come back; a list without them has no such columns."""
    told = an_offering(
        areas=("上海", "浙江"), channels=("agent",), lead_time=15, migrates_to=("NET", "FIBRE")
    )
    table = price_list_rows(a_content(told), DAY, with_cost=True)
    said = {name: cells(table)[name] for name in table.columns[-4:]}
    assert said == {
        "areas": "上海;浙江",
        "channels": "agent",
        "lead_time_days": "15",
        "migrates_to": "NET;FIBRE",
    }
    assert again(table, a_content(told), DAY) == (told,)
    assert left_out(a_content(told)) == ()
    assert "areas" not in price_list_rows(a_content(an_offering()), DAY).columns


def test_what_is_paid_instead_has_a_column_and_comes_back() -> None:
    """A code of a charge is read; anything else is a finding of the cell."""
    bought = a_charge("LINE.BUY", period=BillingPeriod.ONCE, instead_of="LINE.RENT")
    content = a_content(an_offering(a_charge("LINE.RENT"), bought))
    table = price_list_rows(content, DAY, with_cost=True)
    assert [cells(table, row)["instead_of"] for row in range(2)] == ["", "LINE.RENT"]
    assert [one.instead_of for one in again(table, content, DAY)[0].charges] == ["", "LINE.RENT"]
