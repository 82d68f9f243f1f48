"""Rows of a price list become offerings; every wrong cell of every row is reported at its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.reading import REQUIRED_COLUMNS, TableRow, read_charges, rows_by_heading
from catalog.tax_class import DatedRate, TaxClass
from tests.builders import TAX_CLASSES

DAY = date(2026, 11, 23)
GOOD = {
    "code": "LINE.RENT",
    "name_zh": "固定电话 月租",
    "name_en": "Fixed line rental",
    "offering_zh": "固定电话",
    "offering_en": "Fixed line",
    "family": "VOICE",
    "segment": "SMB;GROUP",
    "charge_type": "recurring",
    "unit": "线",
    "billing_period": "month",
    "list_price_cny": "25.00",
    "cost_cny": "10.32",
    "price_regulation": "guided",
    "vat_rate": "0.09",
    "tax_class": "nine",
    "requires": "A | B",
    "excludes": "C;D",
    "min_qty": "1",
    "max_qty": "500",
    "min_term_months": "12",
    "bandwidth_or_allowance": "2M",
    "benefit_zh": "通话稳定",
    "benefit_en": "Stable",
}


def read(*rows: dict[str, str]) -> tuple[tuple[object, ...], list[tuple[int, str, str]]]:
    """Offerings, and row, column and code of each finding; rows are numbered from 2."""
    table = [TableRow(number, {**GOOD, **cells}) for number, cells in enumerate(rows, 2)]
    offerings, problems = read_charges(table, TAX_CLASSES, DAY, file="f.csv", sheet="s")
    assert all(problem.where.file == "f.csv" for problem in problems)
    assert all(problem.where.sheet == "s" for problem in problems)
    return offerings, [(p.where.row, p.where.column, p.code) for p in problems]


def test_every_column_of_a_row_is_read() -> None:
    """One row becomes one offering with one charge."""
    (offering,), problems = read_charges([TableRow(2, GOOD)], TAX_CLASSES, DAY)
    assert problems == ()
    assert offering.code == "LINE"
    assert offering.name == LocalText("固定电话", "Fixed line")
    assert offering.family == "VOICE"
    assert offering.segments == ("SMB", "GROUP")
    assert offering.requires == ("A", "B")
    assert offering.excludes == ("C", "D")
    assert offering.benefit == LocalText("通话稳定", "Stable")
    (charge,) = offering.charges
    assert charge.code == "LINE.RENT"
    assert charge.name == LocalText("月租", "rental")
    assert charge.type is ChargeType.RECURRING
    assert charge.period is BillingPeriod.MONTH
    assert charge.unit == "线"
    assert (charge.list_price, charge.cost) == (Decimal("25.00"), Decimal("10.32"))
    assert charge.regulation is PriceRegulation.GUIDED
    assert charge.tax_class == "nine"
    assert (charge.least, charge.most, charge.least_term) == (1, 500, 12)
    assert charge.allowance == "2M"


def test_columns_that_may_be_left_out_have_a_meaning() -> None:
    """Everybody may buy it, from one unit on, without limit, for any term."""
    cells = {name: GOOD[name] for name in REQUIRED_COLUMNS}
    (offering,), problems = read_charges([TableRow(2, cells)], TAX_CLASSES, DAY)
    assert problems == ()
    assert offering.segments == ("ALL",)
    assert offering.name == LocalText("固定电话")
    assert offering.charges[0].name == LocalText("月租")
    assert offering.charges[0].tax_class == "nine"
    assert (offering.charges[0].least, offering.charges[0].most) == (1, 0)
    assert (offering.requires, offering.excludes) == ((), ())


def test_charges_of_one_offering_come_together() -> None:
    """In the order of the rows; what they require and exclude is added up, each once."""
    (offering, other), problems = read_charges(
        [
            TableRow(2, GOOD),
            TableRow(3, {**GOOD, "code": "TONE.RENT"}),
            TableRow(4, {**GOOD, "code": "LINE.CLIP", "requires": "B|E", "excludes": "C;F"}),
        ],
        TAX_CLASSES,
        DAY,
    )
    assert problems == ()
    assert [charge.code for charge in offering.charges] == ["LINE.RENT", "LINE.CLIP"]
    assert offering.requires == ("A", "B", "E")
    assert offering.excludes == ("C", "D", "F")
    assert other.code == "TONE"


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("code", "", "import.cell_missing"),
        ("code", "LINE", "import.code_without_charge"),
        ("code", "LІNE.RENT", "cell.not_a_code"),
        ("name_zh", "", "import.name_missing"),
        ("name_zh", "x" * 201, "cell.too_long"),
        ("offering_en", "x" * 201, "cell.too_long"),
        ("benefit_zh", "x" * 1001, "cell.too_long"),
        ("charge_type", "monthly", "import.unknown_word"),
        ("charge_type", "", "import.unknown_word"),
        ("billing_period", "weekly", "import.unknown_word"),
        ("list_price_cny", "", "import.price_missing"),
        ("list_price_cny", "二十五", "cell.not_a_price"),
        ("list_price_cny", "25.0000001", "cell.too_precise"),
        ("cost_cny", " ", "import.price_missing"),
        ("price_regulation", "free", "import.unknown_word"),
        ("vat_rate", "", "import.cell_missing"),
        ("vat_rate", "9", "cell.ambiguous_rate"),
        ("vat_rate", "0.08", "import.unknown_vat_rate"),
        ("vat_rate", "0.06", "import.unknown_vat_rate"),
        ("tax_class", "ten", "import.unknown_tax_class"),
        ("min_qty", "-1", "cell.negative"),
        ("min_qty", "1.5", "cell.not_a_whole_number"),
        ("max_qty", "many", "cell.not_a_whole_number"),
        ("min_term_months", "1 year", "cell.not_a_whole_number"),
    ],
)
def test_a_wrong_cell_is_reported_with_its_row_and_column(
    column: str, text: str, code: str
) -> None:
    """And the good row below it is read all the same."""
    offerings, problems = read({column: text}, {"code": "TONE.RENT"})
    assert problems == [(2, column, code)]
    assert "TONE" in [getattr(offering, "code", "") for offering in offerings]


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        (
            {"charge_type": "one_time", "billing_period": "month"},
            "billing_period",
            "import.period_contradicts_type",
        ),
        (
            {"charge_type": "usage", "billing_period": "year"},
            "billing_period",
            "import.period_contradicts_type",
        ),
        ({"min_qty": "10", "max_qty": "9"}, "max_qty", "import.least_above_most"),
        ({"tax_class": "", "vat_rate": "8%"}, "vat_rate", "import.unknown_vat_rate"),
        ({"tax_class": "none", "vat_rate": "9%"}, "vat_rate", "import.unknown_vat_rate"),
    ],
)
def test_cells_that_contradict_each_other_are_reported(
    cells: dict[str, str], column: str, code: str
) -> None:
    """Each of them alone would have been right."""
    assert read(cells)[1] == [(2, column, code)]


def test_all_findings_of_all_rows_come_at_once() -> None:
    """Nobody has to import seven times to see seven mistakes."""
    offerings, problems = read(
        {"list_price_cny": "", "vat_rate": "8%"},
        {"code": "TONE.RENT"},
        {"code": "TONE.RENT", "list_price_cny": "30"},
        {"min_qty": "x", "max_qty": "y"},
    )
    assert problems == [
        (2, "list_price_cny", "import.price_missing"),
        (2, "vat_rate", "import.unknown_vat_rate"),
        (4, "code", "import.duplicate_code"),
        (5, "min_qty", "cell.not_a_whole_number"),
        (5, "max_qty", "cell.not_a_whole_number"),
    ]
    assert len(offerings) == 1


def test_a_duplicate_names_the_row_that_came_first() -> None:
    """So that the user finds both."""
    rows = [TableRow(2, GOOD), TableRow(9, GOOD)]
    (_,), (problem,) = read_charges(rows, TAX_CLASSES, DAY)
    assert problem.where.row == 9
    assert problem.parameters == {"value": "LINE.RENT", "row": "2"}


def test_missing_columns_are_reported_once_and_not_in_every_row() -> None:
    """All that are missing, together."""
    cells = {name: text for name, text in GOOD.items() if name not in {"vat_rate", "unit"}}
    offerings, problems = read_charges([TableRow(2, cells), TableRow(3, cells)], TAX_CLASSES, DAY)
    assert offerings == ()
    assert [(p.code, p.where.row, p.parameters) for p in problems] == [
        ("import.column_missing", 1, {"column": "unit"}),
        ("import.column_missing", 1, {"column": "vat_rate"}),
    ]


def test_a_price_may_be_zero_or_a_subsidy_below_zero() -> None:
    """0 means free; -400.00 is money back."""
    for price in ("0", "-400.00"):
        (offering,), problems = read_charges(
            [TableRow(2, {**GOOD, "list_price_cny": price})], TAX_CLASSES, DAY
        )
        assert problems == ()
        assert offering.charges[0].list_price == Decimal(price)


def test_a_rate_must_be_the_one_of_its_class_on_the_day_of_the_import() -> None:
    """6 % is right until 2025-12-31 and wrong from 2026-01-01."""
    classes = (
        TaxClass(
            "broadband",
            LocalText("宽带"),
            (
                DatedRate(Decimal("0.06"), ValidityPeriod(last=date(2025, 12, 31))),
                DatedRate(Decimal("0.09"), ValidityPeriod(first=date(2026, 1, 1))),
            ),
        ),
    )
    row = TableRow(2, {**GOOD, "tax_class": "broadband", "vat_rate": "6%"})
    assert read_charges([row], classes, date(2025, 12, 31))[1] == ()
    (problem,) = read_charges([row], classes, date(2026, 1, 1))[1]
    assert problem.code == "import.unknown_vat_rate"
    assert problem.parameters == {"value": "6 %"}


def test_no_rows_give_nothing() -> None:
    """Not even findings; the caller says that the file is empty."""
    assert read_charges([], TAX_CLASSES, DAY) == ((), ())


def test_short_rows_are_filled_with_empty_cells() -> None:
    """Spreadsheets drop empty cells at the end of a row."""
    rows = rows_by_heading({0: "code", 2: "unit"}, [(4, ["A.B", "x"]), (5, ["C.D", "", "线"])])
    assert rows == (
        TableRow(4, {"code": "A.B", "unit": ""}),
        TableRow(5, {"code": "C.D", "unit": "线"}),
    )
