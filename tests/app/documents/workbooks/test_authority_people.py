"""The authority sheet says who decides and what the worst case counts, for any matrix."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.documents.workbooks.approval import write_approval
from app.figures import Figures
from app.quoting.authority import Criterion, Scope
from app.quoting.freezing import work_out
from app.services.policies import load_rules
from app.translation import load_words
from catalog.local_text import LocalText
from tests.app.documents.workbooks.office import values
from tests.app.documents.workbooks.revisions import approval, case_revision
from tests.sample import SUPPLIER, sample_case, sample_catalog

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from app.quoting.authority import AuthorityMatrix


def texts(sheet: Worksheet) -> dict[str, str]:
    """The third cell of each row by the first."""
    rows = sheet.iter_rows(values_only=True)
    return {str(row[0]): str(row[2]) for row in rows if row[0] is not None}


def test_the_people_stand_below_the_criteria_in_their_order() -> None:
    """Case five needs three, one after the other."""
    sheet = values(approval(case_revision(5)))["权限核对"]
    found = texts(sheet)
    assert found["1. L2 客户经理主管"] == "周敏"
    assert found["2. L3 政企客户部经理"] == "陈志远"
    assert found["3. L4 市分公司分管副总"] == "赵海燕"
    assert "最不利情形" not in found


def test_nobody_is_named_where_the_author_decides() -> None:
    """Case one is within the manager's authority."""
    assert not any("1. L" in key for key in texts(values(approval(case_revision(1)))["权限核对"]))


def test_the_worst_case_is_stated_with_what_it_counts() -> None:
    """The second item of case five made optional counts for the contract value all the same."""
    quote = sample_case(5).quote
    items = tuple(
        msgspec.structs.replace(item, optional=place == 1) for place, item in enumerate(quote.items)
    )
    revision = case_revision(5, items=items)
    whole = case_revision(5).verdict.criteria[7]
    sheet = values(approval(revision))["权限核对"]
    name = revision.priced.items[1].name.zh
    said = [row[2] for row in sheet.iter_rows(values_only=True) if row[0] == "合同总额"]
    assert said == [1547290, f"客户选择 {name} 时最不利"]
    assert whole.value == Decimal(1547290)


def custom_matrix() -> AuthorityMatrix:
    """Two criteria of one's own, and none of the sample."""
    matrix = load_rules().authority
    limits = tuple(Decimal(limit) for limit in ("1", "2", "3", "4", "5"))
    days = (Decimal(12), Decimal(24), Decimal(36), Decimal(48), None)
    own = Criterion(
        "lines", LocalText("专线折扣"), limits, measure="discount", scope=Scope(("LEASED",))
    )
    return msgspec.structs.replace(
        matrix,
        criteria=(own, Criterion("term", LocalText("合约期"), days, unit="months")),
    )


def test_a_matrix_of_other_criteria_has_a_workbook_too() -> None:
    """Each stands with its value and level, and counts on the scenario sheet."""
    matrix = custom_matrix()
    rules = load_rules()._replace(authority=matrix, editions=(matrix,))
    case = sample_case(5)
    revision = work_out(
        case.quote, case.customer, case.bills, sample_catalog(), rules, SUPPLIER, label="A"
    ).revision
    data = write_approval(revision, load_words("zh"), Figures("zh"), matrix)
    found = texts(values(data)["权限核对"])
    assert Decimal(found["合约期"]) == 36
    assert revision.verdict.level == "L3"
    assert "L3" in str(values(data)["试算"].cell(8, 5).value)
