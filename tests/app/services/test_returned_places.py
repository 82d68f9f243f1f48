"""Sites and paying accounts in approval workbooks, and older workbooks that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from app.documents.workbooks.approval import write_approvals
from app.documents.workbooks.trace_sheet import WITHOUT_PLACES
from app.figures import Figures
from app.quoting.item_block import set_bill_to, set_sites
from app.services.approval_workbook import approval_case
from app.services.quote_life import labelled
from app.services.returned_papers import read_paper
from app.services.working_out import work_out_stored
from app.translation import load_words
from tests.app.services.conftest import NOON
from tests.app.services.returned import sent, submitted
from tests.app.services.test_issue_documents import edited

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace


def placed(workspace: Workspace) -> None:
    """Quote Q0002 with its first item at a site that the customer has, paid by an account."""
    customer, _bills = workspace.customers.load("C0002")
    site = customer.sites[0].id

    def edit(quote: Quote) -> Quote:
        first = quote.items[0].id
        return set_bill_to(set_sites(quote, [first], site), [first], "65550101")

    edited(workspace, edit, "Q0002")
    submitted(workspace, "Q0002")


def test_sites_and_accounts_stand_behind_the_figures(sample: Workspace, tmp_path: Path) -> None:
    """In every row of the item; what is altered there is named when the workbook comes back."""
    placed(sample)
    path, book = sent(sample, tmp_path, "Q0002")
    sheet = book["报价明细"]
    assert (sheet["Z4"].value, sheet["AA4"].value) == ("安装地点", "付费账户")
    assert sheet["AA5"].value == "65550101"
    book.save(path)
    (clean,) = read_paper(sample, path, NOON).decisions
    assert clean.alterations == ()
    sheet["AA5"] = "65550109"
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert [(one.cell, one.was, one.found) for one in said.alterations] == [
        ("AA5", "65550101", "65550109")
    ]


def test_without_places_there_are_no_columns_for_them(sample: Workspace, tmp_path: Path) -> None:
    """The sheet of an offer for one place stays as narrow as it was."""
    submitted(sample, "Q0003")
    _path, book = sent(sample, tmp_path, "Q0003")
    assert book["报价明细"]["Z4"].value is None


def test_a_workbook_of_before_comes_back_unaltered(sample: Workspace, tmp_path: Path) -> None:
    """It was written without the columns, and says so itself."""
    placed(sample)
    case = approval_case(sample, labelled(sample, work_out_stored(sample, "Q0002")))
    path = tmp_path / "old.xlsx"
    older = case._replace(form=WITHOUT_PLACES)
    path.write_bytes(write_approvals([older], load_words("zh"), Figures("zh")))
    assert openpyxl.load_workbook(path)["报价明细"]["Z4"].value is None
    paper = read_paper(sample, path, NOON)
    (said,) = paper.decisions
    assert (said.alterations, paper.alterations) == ((), ())
