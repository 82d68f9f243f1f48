"""Tests for our formulas: LibreOffice works them out and finds what the program found."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.money import fen
from tests.app.documents.workbooks.office import formulas, recalculated, values
from tests.app.documents.workbooks.revisions import approval, case_revision, unusual_revision
from tests.app.documents.workbooks.sheets import (
    QUOTED,
    beside,
    head_figure,
    row_of,
    try_discounts,
    try_free_months,
    verdict,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

    from app.quoting.revision import Revision

CASES = ("case1", "case2", "case3", "case4", "case5", "unusual")


def fen_of(cell: object) -> int:
    """A cell's yuan in fen; noise of binary fractions far below a fen is not a difference."""
    assert isinstance(cell, int | float)
    return round(cell * 100)


@pytest.fixture(scope="module")
def revisions() -> dict[str, Revision]:
    """The worked cases and the unusual quote, by name."""
    cases = {f"case{number}": case_revision(number) for number in range(1, 6)}
    return {**cases, "unusual": unusual_revision()}


@pytest.fixture(scope="module")
def written(revisions: dict[str, Revision]) -> dict[str, bytes]:
    """Their workbooks as written by the program."""
    return {name: approval(revision) for name, revision in revisions.items()}


@pytest.fixture(scope="module")
def office(
    written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Workbook]:
    """All workbooks, and scenarios tried in them, worked out in one start of LibreOffice."""
    books = {name: formulas(data) for name, data in written.items()}
    books["fallback5"] = formulas(written["case5"])
    market = {"1.2": 23, "2.2": 23, "4": 23}
    try_discounts(books["fallback5"], {**market, "3.1": 12, "3.2": 12, "5.2": 12})
    books["fallback3"] = formulas(written["case3"])
    try_discounts(books["fallback3"], {"1": 3, "4": 10})
    try_free_months(books["fallback3"], "1", 3)
    books["guided16"] = formulas(written["case5"])
    try_discounts(books["guided16"], {"3.2": 16})
    books["below_cost"] = formulas(written["case1"])
    try_discounts(books["below_cost"], {"1": 70})
    books["own"] = formulas(written["case3"])
    try_discounts(books["own"], {"1": 5})
    try_free_months(books["own"], "1", 1)
    return recalculated(tmp_path_factory.mktemp("office"), books)


@pytest.mark.parametrize("name", CASES)
def test_every_value_beside_a_formula_is_what_libreoffice_works_out(
    name: str, written: dict[str, bytes], office: dict[str, Workbook]
) -> None:
    """No formula of any sheet gives anything else than the value that we put beside it."""
    compared = 0
    beside_formulas = values(written[name])
    for sheet in formulas(written[name]):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                ours = beside_formulas[sheet.title][cell.coordinate].value
                theirs = office[name][sheet.title][cell.coordinate].value
                if isinstance(ours, int | float):
                    assert theirs == pytest.approx(ours, abs=1e-9), (sheet.title, cell.coordinate)
                else:
                    assert (theirs or "") == (ours or ""), (sheet.title, cell.coordinate)
                compared += 1
    assert compared > 200


@pytest.mark.parametrize("name", CASES)
def test_totals_worked_out_by_libreoffice_equal_the_revision(
    name: str, revisions: dict[str, Revision], office: dict[str, Workbook]
) -> None:
    """Monthly, one-time, contract value, without VAT, VAT and cost agree to the fen."""
    totals = revisions[name].priced.totals
    summary, book = office[name]["审批摘要"], office[name]
    assert fen_of(beside(summary, "月租（含税）")) == totals.monthly.net_amount
    assert fen_of(beside(summary, "一次性费用（含税）")) == totals.one_time.net_amount
    contract = beside(summary, f"合同总额（含税，{totals.term} 个月）")
    assert fen_of(contract) == totals.contract.net_amount
    assert fen_of(beside(summary, "合同总额（不含税）")) == totals.contract.net_ex_tax
    assert fen_of(beside(summary, "增值税")) == totals.contract.tax
    assert fen_of(beside(summary, "合同期成本（不含税）")) == totals.contract.cost
    assert beside(summary, "公式与系统核对") == "一致"
    assert fen_of(head_figure(book, "月租")) == totals.monthly.net_amount
    assert fen_of(head_figure(book, "合同总额")) == totals.contract.net_amount
    assert fen_of(head_figure(book, "合同不含税")) == totals.contract.net_ex_tax
    assert fen_of(head_figure(book, "合同期成本")) == totals.contract.cost
    assert fen_of(head_figure(book, "一次性")) == totals.one_time.net_amount


@pytest.mark.parametrize(
    ("name", "monthly", "contract", "margin", "cumulative", "level"),
    [
        ("case1", "668.00", "8016.00", 57.30, 0.00, "L1 客户经理"),
        ("case3", "8589.00", "313044.00", 33.60, 5.20, "L3 政企客户部经理"),
        ("case4", "9790.00", "243160.00", 41.50, 0.91, "L2 客户经理主管"),
        ("case5", "42840.00", "1547290.00", 42.22, 16.98, "L4 市分公司分管副总"),
        ("fallback3", "8337.60", "297004.80", 30.00, 10.37, "L3 政企客户部经理"),
        ("fallback5", "41478.00", "1498168.00", 40.34, 19.62, "L4 市分公司分管副总"),
    ],
)
def test_scenarios_give_the_figures_of_the_worked_cases(
    name: str,
    monthly: str,
    contract: str,
    margin: float,
    cumulative: float,
    level: str,
    office: dict[str, Workbook],
) -> None:
    """The quote as it is and the fallback of its ladder, as worked out on paper."""
    book = office[name]
    assert fen_of(head_figure(book, "月租")) == fen(monthly)
    assert fen_of(head_figure(book, "合同总额")) == fen(contract)
    assert head_figure(book, "毛利率") == pytest.approx(margin, abs=0.005)
    assert head_figure(book, "累计让利率") == pytest.approx(cumulative, abs=0.005)
    assert verdict(book).startswith(level)


def test_a_scenario_leaves_the_quote_as_it_was(office: dict[str, Workbook]) -> None:
    """The quote's own figures stand beside the scenario's, with the difference."""
    book = office["fallback5"]
    assert fen_of(head_figure(book, "月租", QUOTED)) == fen("42840.00")
    assert fen_of(head_figure(book, "月租", "差额")) == fen("-1362.00")
    assert fen_of(head_figure(book, "合同总额", "差额")) == fen("-49122.00")
    assert fen_of(beside(book["审批摘要"], "月租（含税）")) == fen("42840.00")


def test_a_bundle_tried_cheaper_is_allocated_like_the_engine_does(
    office: dict[str, Workbook],
) -> None:
    """Bundle B10 at 3 % off: five shares by largest remainder that sum to 7,449.60.

    Weights 35, 45, 26, 6, 15 of 127; 744,960 fen. Cut shares 205,303, 263,962, 152,511, 35,194,
    87,987 with remainders 119, 26, 63, 122, 51 leave 3 fen: to the fourth, first and third.
    """
    sheet = office["fallback3"]["试算"]
    shares = [fen_of(sheet.cell(row_of(sheet, f"1.{n}"), 9).value) for n in range(1, 6)]
    assert shares == [205304, 263962, 152512, 35195, 87987]
    assert sum(shares) == fen("7449.60")


def test_a_scenario_that_nobody_may_grant_says_so(office: dict[str, Workbook]) -> None:
    """A guided price 16 % down lies beyond every level's limit of 15 %."""
    assert verdict(office["guided16"]) == "超出所有级别权限，不可批"
    assert head_figure(office["guided16"], "指导价最大优惠") == 16


def test_a_scenario_below_cost_raises_the_flag(office: dict[str, Workbook]) -> None:
    """C1-L at 70 % off: 200.40 for what costs 261.68 a month; the flag needs L3, the margin none.

    No level takes a negative margin, so nobody may approve; the quote itself had no flag.
    """
    book = office["below_cost"]
    assert head_figure(book, "特别事项（项）", QUOTED) == 0
    assert head_figure(book, "特别事项（项）") == 1
    assert head_figure(book, "特别事项（项）", "试算所需级别") == 3
    assert verdict(book) == "超出所有级别权限，不可批"


def test_free_months_tried_count_for_all_charges_of_the_item(office: dict[str, Workbook]) -> None:
    """B10 at 5 % off is 7,296.00; one free month instead of two.

    Monthly 7,296.00 + 360.00 + 150.00 + 399.00 = 8,205.00; contract 19,200.00 + 36 x 8,205.00 -
    7,296.00 = 307,284.00.
    """
    book = office["own"]
    assert fen_of(head_figure(book, "月租")) == fen("8205.00")
    assert fen_of(head_figure(book, "合同总额")) == fen("307284.00")
    assert head_figure(book, "免租月数") == 1
    assert head_figure(book, "免租月数", "试算所需级别") == 1


def test_unusual_quote_comes_to_the_figures_worked_out_by_hand(
    office: dict[str, Workbook],
) -> None:
    """Half fen round up, target prices hold, years and free months count, options do not."""
    book = office["unusual"]
    assert fen_of(head_figure(book, "月租")) == fen("3693.54")
    assert fen_of(head_figure(book, "合同总额")) == fen("133003.52")
    assert fen_of(beside(book["审批摘要"], "年费（含税，每年）")) == fen("444.00")
    assert verdict(book) == "超出所有级别权限，不可批"


def test_required_level_on_the_authority_sheet_is_the_verdict(
    revisions: dict[str, Revision], office: dict[str, Workbook]
) -> None:
    """The highest level of all rows is what judging the quote gave."""
    for name in CASES:
        sheet = office[name]["权限核对"]
        shown = str(sheet.cell(row_of(sheet, "本报价需由谁审批"), 3).value)
        assert shown.split(" ", maxsplit=1)[0] == (revisions[name].verdict.level or "不可批")


def test_validity_dates_are_dates(office: dict[str, Workbook]) -> None:
    """Days are stored as days, not as texts."""
    summary = office["case3"]["审批摘要"]
    assert beside(summary, "价格日期") == datetime(2026, 11, 23)  # noqa: DTZ001 (a day has no zone)
    assert beside(summary, "批准有效期至") == datetime(2026, 12, 8)  # noqa: DTZ001
