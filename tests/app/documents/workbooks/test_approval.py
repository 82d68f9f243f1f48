"""Tests for the approval workbook as a file: what it holds, hides, locks and says of itself."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from app.documents.workbooks.approval import write_approval
from app.errors import DocumentError
from app.figures import Figures
from app.services.policies import load_rules
from app.translation import load_words
from tests.app.committed import committed_revision
from tests.app.documents.workbooks.office import formulas, values
from tests.app.documents.workbooks.revisions import approval, case_revision
from tests.app.documents.workbooks.sheets import beside, column_of, row_of
from tests.app.without_tax import revision_without_tax

if TYPE_CHECKING:
    from catalog.local_text import Language

SHEETS = ["审批摘要", "报价明细", "权限核对", "试算", "价格步骤"]


@pytest.fixture(scope="module")
def written() -> bytes:
    """The workbook of case 5: 36 months, ten charges, level L4."""
    return approval(case_revision(5))


def test_visible_sheets_stand_in_the_order_of_reading(written: bytes) -> None:
    """Summary first; the sheet for matching comes last and cannot be shown from the menu."""
    book = formulas(written)
    assert book.sheetnames == [*SHEETS, "_trace"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 5 + ["veryHidden"]
    assert book.active is book["审批摘要"]


def test_values_stand_beside_formulas_for_readers_that_do_not_calculate(written: bytes) -> None:
    """Two libraries read the contract value and the level without any calculation."""
    summary = values(written)["审批摘要"]
    assert beside(summary, "合同总额（含税，36 个月）") == 1547290
    assert beside(summary, "需由谁审批") == "L4 市分公司分管副总"
    calamine = CalamineWorkbook.from_filelike(io.BytesIO(written))
    rows = calamine.get_sheet_by_name("审批摘要").to_python()
    assert ["合同总额（含税，36 个月）", 1547290.0] in [row[:2] for row in rows]


def test_no_formula_is_without_its_value(written: bytes) -> None:
    """A preview shows no empty cell where a figure belongs."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        sheets = [package.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 7)]
    formula_count = sum(sheet.count("<f>") for sheet in sheets)
    assert formula_count > 250
    assert sum(sheet.count("</f><v>") for sheet in sheets) == formula_count


def test_values_carry_no_noise_of_binary_fractions(written: bytes) -> None:
    """Amounts end after two decimals, percentages after ten at most."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        text = "".join(package.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 7))
    numbers = re.findall(r"<v>(-?[0-9.eE+-]+)</v>", text)
    assert len(numbers) > 500
    assert all(re.fullmatch(r"-?[0-9]+(\.[0-9]{1,10})?", number) for number in numbers)


def test_the_program_is_asked_to_calculate_on_opening(written: bytes) -> None:
    """The values are a preview; Excel works everything out again."""
    assert formulas(written).calculation.fullCalcOnLoad


def test_every_sheet_is_protected_and_only_inputs_are_open(written: bytes) -> None:
    """Open are eight cells of the decision, ten discounts and six items' free months."""
    book = formulas(written)
    opened: dict[str, int] = {}
    for sheet in book:
        assert sheet.protection.sheet, sheet.title
        opened[sheet.title] = sum(
            not cell.protection.locked for row in sheet.iter_rows() for cell in row
        )
    free_months = 6
    assert opened == {
        "审批摘要": 8,
        "报价明细": 0,
        "权限核对": 0,
        "试算": 10 + free_months,
        "价格步骤": 0,
        "_trace": 0,
    }
    assert book.security.lockStructure


def test_the_decision_is_chosen_from_a_list(written: bytes) -> None:
    """Five outcomes, as the field names them."""
    validations = formulas(written)["审批摘要"].data_validations.dataValidation
    lists = [rule.formula1 for rule in validations if rule.type == "list"]
    positions = "L1 客户经理,L2 客户经理主管,L3 政企客户部经理,L4 市分公司分管副总"
    assert lists == ['"同意,附条件同意,退回,驳回,备案"', f'"{positions},L5 省政企定价委员会"']


def test_scenario_takes_percentages_and_months_only(written: bytes) -> None:
    """0 to 100 percent; whole months up to the term of 36."""
    rules = formulas(written)["试算"].data_validations.dataValidation
    assert [(rule.type, rule.formula1, rule.formula2) for rule in rules] == [
        ("decimal", "0", "100"),
        ("whole", "0", "36"),
    ]


def test_reasons_beyond_own_authority_come_first_and_highest_first(written: bytes) -> None:
    """Market discount and contract value need L4, then what needs L3, then L2."""
    summary = values(written)["审批摘要"]
    first = row_of(summary, "报价人权限") + 1
    reasons = [str(summary.cell(row, 2).value) for row in range(first, first + 7)]
    assert reasons[0] == "20%，本人限额 5% → L4 市分公司分管副总"
    assert [reason.split("→ ")[1][:2] for reason in reasons] == ["L4"] * 2 + ["L3"] * 4 + ["L2"]
    assert beside(summary, "本人权限内的准则") == "定价偏离、减免月租月数、项目毛利率"


def test_bundle_components_stand_below_their_bundle(written: bytes) -> None:
    """B10 of case 3: its price is a formula, the shares of its components are values."""
    del written
    sheet = formulas(approval(case_revision(3)))["报价明细"]
    net = column_of(sheet, "净额（含税）", 4)
    head = row_of(sheet, "1")
    assert sheet.cell(head, 2).value == "B10"
    assert str(sheet.cell(head, net).value).startswith("=ROUND(")
    assert sheet.cell(head + 1, 1).value == "1.1"
    assert sheet.cell(head + 1, net).value == pytest.approx(2116.54)
    ex_tax = column_of(sheet, "不含税", 4)
    assert sheet.cell(head, ex_tax).value == f"=ROUND(SUM($O${head + 1}:$O${head + 5}),2)"


def test_trace_names_quote_revision_and_fingerprint(written: bytes) -> None:
    """A workbook that comes back can be matched with what went out."""
    revision = case_revision(5)
    trace = formulas(written)["_trace"]
    assert beside(trace, "quote") == "Q0005"
    assert beside(trace, "revision") == "A"
    assert beside(trace, "fingerprint") == revision.fingerprint
    assert len(revision.fingerprint) == 64
    hashes = [trace.cell(row, 6).value for row in range(13, trace.max_row + 1)]
    assert len(hashes) == 10
    assert all(re.fullmatch("[0-9a-f]{64}", str(value)) for value in hashes)
    assert len(set(hashes)) == 10


def test_properties_name_our_program_and_no_library(written: bytes) -> None:
    """Author and application are ours; the day is the price date, whenever it was written."""
    properties = formulas(written).properties
    assert properties.creator == "Quotewright"
    assert properties.title == "审批表 QW-20261123-0005 A"
    assert properties.created == datetime(2026, 11, 23)  # noqa: DTZ001 (stored without a zone)
    assert properties.modified == properties.created
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert b"openpyxl" not in b"".join(map(package.read, package.namelist())).lower()


def test_the_same_revision_gives_the_same_bytes(written: bytes) -> None:
    """Nothing in the file depends on when it was written."""
    assert approval(case_revision(5)) == written


def test_pages_are_a4_with_repeated_headings(written: bytes) -> None:
    """The sheet of items prints across two pages, with headings and names on each."""
    book = formulas(written)
    assert {sheet.page_setup.paperSize for sheet in book.worksheets[:5]} == {9}
    items = book["报价明细"]
    assert items.print_title_rows == "$4:$4"
    assert items.print_title_cols == "$A:$C"
    assert items.freeze_panes == "D5"
    assert items.page_setup.orientation == "landscape"
    assert book["审批摘要"].page_setup.orientation == "portrait"


@pytest.mark.parametrize(("language", "first"), [("zh", "审批摘要"), ("en", "Approval")])
def test_each_language_has_its_own_sheet_names(language: Language, first: str) -> None:
    """Texts follow the words that are given."""
    assert formulas(approval(case_revision(1), language)).sheetnames[0] == first


def test_limits_of_another_version_are_refused() -> None:
    """The sheets never show limits that did not decide."""
    matrix = msgspec.structs.replace(load_rules().authority, version="other")
    with pytest.raises(DocumentError, match="limits=other"):
        write_approval(case_revision(1), load_words("zh"), Figures("zh"), matrix)


def test_an_empty_quote_still_makes_a_workbook() -> None:
    """No items: every total is nothing, and no formula divides by it."""
    book = values(approval(case_revision(1, items=())))
    assert beside(book["审批摘要"], "月租（含税）") == 0
    assert beside(book["审批摘要"], "合同总额（不含税）") == 0
    assert beside(book["审批摘要"], "公式与系统核对") == "一致"


def test_first_invoice_and_average_month_stand_on_the_summary(written: bytes) -> None:
    """Case 5: 1,547,290.00 over 36 months are 42,980.28 a month."""
    sheet = values(written)["审批摘要"]
    assert beside(sheet, "平均每月（含税）") == pytest.approx(42_980.28, abs=1e-9)
    first = case_revision(5).billing.first.net_amount
    assert beside(sheet, "首张账单（含税）") == pytest.approx(first / 100, abs=1e-9)
    formula = beside(formulas(written)["审批摘要"], "平均每月（含税）")
    assert str(formula).startswith("=ROUND(")
    assert "/36,2)" in str(formula)


def test_a_list_price_without_vat_says_so_in_its_name() -> None:
    """The sheet's own figures include VAT; the recalculated sums are those of the quote."""
    revision = revision_without_tax(5)
    sheet = formulas(approval(revision))["报价明细"]
    names = [str(row[2].value) for row in sheet.iter_rows(min_row=5)]
    assert "MSTP以太专线 10M 月租（目录价不含税 3,200.00 元，本表金额均含税）" in names
    plain = formulas(approval(case_revision(5)))["报价明细"]
    assert not any("不含税" in str(row[2].value) for row in plain.iter_rows(min_row=5))


def test_a_committed_minimum_stands_on_the_summary() -> None:
    """20.00 a month beside the average month, which is without it."""
    label = "每月保底承诺（含税，不计入合同总额）"
    sheet = values(approval(committed_revision()))["审批摘要"]
    assert beside(sheet, label) == 20
    plain = values(approval(case_revision(5)))["审批摘要"]
    assert label not in [cell.value for row in plain.iter_rows() for cell in row]
