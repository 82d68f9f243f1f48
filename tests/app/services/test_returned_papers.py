"""Approval workbooks that come back: what is recorded, what is refused, and what is named."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.state import Deed, QuoteState
from app.errors import FileRefused, FileUnreadable
from app.services.quote_life import doing, hindrances, take_step
from app.services.returned_papers import KIND, read_paper, record_paper
from tests.app.quoting.test_negotiation_ladders import campus
from tests.app.services.conftest import NOON
from tests.app.services.returned import ANSWER, answer, rows_by_label, sent, submitted
from tests.app.services.test_issue_documents import edited
from tests.app.services.test_quote_life import SELLER, codes, stored

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace


def test_a_consent_on_paper_is_noted_and_opens_nothing(sample: Workspace, tmp_path: Path) -> None:
    """The policy lets no unsigned decision pass: the quote waits on; the log says who, by what."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    book.save(path)
    paper = read_paper(sample, path, NOON)
    (said,) = paper.decisions
    assert (said.problems, said.alterations, paper.alterations) == ((), (), ())
    assert said.approver is not None
    assert (said.approver.id, said.approver.role, said.settles) == ("M102", "L3", False)
    assert record_paper(sample, paper, NOON) == ("Q0003",)
    history = sample.life.history("Q0003")
    assert (history.life.state, history.life.waiting) == (QuoteState.PENDING, ("L2", "L3"))
    event = history.entries[-1].event
    assert event.named is not None
    assert (event.deed, event.person.id, event.named.name) == (Deed.APPROVED, "M001", "陈志远")
    assert (event.papers, event.roles, event.reason) == ((paper.digest,), (), "按此执行")
    assert codes(sample) == ["release.pending"]
    kept = [one for one in sample.documents.issued("Q0003") if one.kind == KIND]
    assert [one.hash for one in kept] == [paper.digest]


def test_up_to_the_limit_of_the_policy_a_consent_on_paper_counts(
    sample: Workspace, tmp_path: Path
) -> None:
    """Worth 329,160.00 before discounts, it counts with that limit, not once it is lowered."""
    submitted(sample, "Q0003")
    worth = stored(sample).priced.totals.contract.published_amount
    limited(sample, worth)
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    book.save(path)
    record_paper(sample, read_paper(sample, path, NOON), NOON)
    assert sample.life.life("Q0003").state is QuoteState.APPROVED
    assert hindrances(sample, stored(sample), NOON) == ()
    limited(sample, worth - 1)
    assert codes(sample) == ["release.not_covered"]


def limited(workspace: Workspace, fen: int) -> None:
    """Let unsigned decisions count up to an amount."""
    rules = workspace.rules
    workspace.rules = rules._replace(
        authority=replace(rules.authority, unsigned_limit=fen),
        editions=tuple(replace(one, unsigned_limit=fen) for one in rules.editions),
    )


def test_every_altered_cell_is_named_with_what_was_and_is(
    sample: Workspace, tmp_path: Path
) -> None:
    """A margin typed over its formula, a customer renamed, a limit, a hidden hash, a new cell."""
    limited(sample, 10**12)
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    summary = book["审批摘要"]
    answer(summary, {**ANSWER, "项目毛利率": 55.5, "客户": "别的公司"})
    book["权限核对"]["E6"] = 99
    book["_trace"]["F15"] = "0" * 64
    book["报价明细"]["AZ3"] = "新"
    book.save(path)
    paper = read_paper(sample, path, NOON)
    (said,) = paper.decisions
    found = {(one.sheet, one.cell): (one.was, one.found) for one in said.alterations}
    rows = rows_by_label(summary)
    margin, customer = f"B{rows['项目毛利率']}", f"B{rows['客户']}"
    assert len(found) == 5
    was, now = found["审批摘要", margin]
    assert was.startswith("='报价明细'!")
    assert " → 33.60" in was
    assert now == "55.5"
    assert found["审批摘要", customer][1] == "别的公司"
    assert found["权限核对", "E6"] == ("5", "99")
    assert found["_trace", "F15"][1] == "0" * 64
    assert found["报价明细", "AZ3"] == ("", "新")
    assert (said.intact, said.settles) == (False, False)
    record_paper(sample, paper, NOON)
    assert sample.life.life("Q0003").state is QuoteState.PENDING


def test_what_is_tried_in_the_scenario_is_told_and_alters_nothing(
    sample: Workspace, tmp_path: Path
) -> None:
    """A discount typed into a yellow cell is named; results that follow from it are not."""
    limited(sample, 10**12)
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    book["试算"]["G11"] = 12.5
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert [(one.cell, one.found, one.tried) for one in said.alterations] == [("G11", "12.5", True)]
    assert (said.intact, said.settles) == (True, True)


def test_a_decision_about_another_revision_is_refused_with_the_reason(
    sample: Workspace, tmp_path: Path
) -> None:
    """Decided on A while B was submitted; and a hidden sheet that claims the other fingerprint."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    take_step(sample, "Q0003", Deed.RECALLED, doing(SELLER, NOON))
    edited(sample, lambda quote: replace(quote, items=campus(3, 3, 10).items), "Q0003")
    submitted(sample, "Q0003")
    book.save(path)
    paper = read_paper(sample, path, NOON)
    (said,) = paper.decisions
    assert [one.code for one in said.problems] == ["returned.other_revision"]
    assert said.problems[0].parameters["waiting"] == "B"
    assert record_paper(sample, paper, NOON) == ()
    trace = book["_trace"]
    trace["B4"], trace["B5"] = "B", sample.life.life("Q0003").fingerprint
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert len([one for one in said.alterations if one.sheet != "_trace"]) > 20
    assert (said.intact, said.settles) == (False, False)
    trace["B5"] = "0" * 64
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert [one.code for one in said.problems] == ["returned.unknown"]


def test_a_workbook_is_recorded_once(sample: Workspace, tmp_path: Path) -> None:
    """The same file again adds nothing to the log."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], ANSWER)
    book.save(path)
    paper = read_paper(sample, path, NOON)
    assert record_paper(sample, paper, NOON) == ("Q0003",)
    assert record_paper(sample, paper, NOON) == ()
    (said,) = read_paper(sample, path, NOON).decisions
    assert [one.code for one in said.problems] == ["returned.recorded"]


def test_a_return_with_its_reason_sends_the_quote_back(sample: Workspace, tmp_path: Path) -> None:
    """A refusal lets nothing pass, so it counts unsigned; without a reason it does not."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003", language="en")
    returned = {"Decision": "Returned", "Approver": "陈志远"}
    answer(book["Approval"], returned)
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert [one.code for one in said.problems] == ["approval.reason_missing"]
    answer(book["Approval"], {"Remarks": "too cheap"})
    book.save(path)
    record_paper(sample, read_paper(sample, path, NOON), NOON)
    assert sample.life.life("Q0003").state is QuoteState.IN_PROGRESS


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "returned.no_decision"),
        ({"审批结论": "大概可以"}, "returned.unknown_decision"),
        ({"审批人": None}, "returned.no_approver"),
        ({"审批人": "无名氏"}, "returned.approver_unknown"),
        ({"工号": "M999"}, "returned.approver_unknown"),
        ({"批准有效期至": "月底"}, "returned.bad_date"),
        ({"审批结论": "附条件同意"}, "approval.conditions_missing"),
        ({"审批人": "李明轩", "工号": "M001"}, "approval.own_quote"),
        ({"审批人": "李晓明", "工号": None}, "returned.approver_unknown"),
    ],
)
def test_what_is_missing_in_a_decision_is_told(
    sample: Workspace, tmp_path: Path, answers: dict[str, object], code: str
) -> None:
    """Nothing is guessed: each gap has its own reason."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    answer(book["审批摘要"], {**ANSWER, **answers} if answers else {})
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert code in [one.code for one in said.problems]


def test_conditions_and_dates_are_read_as_they_were_written(
    sample: Workspace, tmp_path: Path
) -> None:
    """One condition a line; a day as a date of the spreadsheet and as typed text."""
    submitted(sample, "Q0003")
    path, book = sent(sample, tmp_path, "Q0003")
    conditions = {"审批结论": "附条件同意", "附带条件": "预付三个月\n\n=不打折 "}
    answer(book["审批摘要"], {**ANSWER, **conditions, "批准有效期至": "2026年12月1日"})
    book.save(path)
    (said,) = read_paper(sample, path, NOON).decisions
    assert said.ruling is not None
    assert said.ruling.conditions == ("预付三个月", "=不打折")
    assert said.ruling.until == date(2026, 12, 1)


def test_ten_quotes_come_back_in_one_workbook(sample: Workspace, tmp_path: Path) -> None:
    """Each is decided on its own sheet; the overview follows; a sheet that was added is named."""
    quotes = ("Q0002", "Q0003", "Q0004", "Q0005")
    submitted(sample, *quotes)
    path, book = sent(sample, tmp_path, *quotes)
    assert book.sheetnames[:3] == ["审批总览", "1 审批摘要", "1 报价明细"]
    answer(book["2 审批摘要"], ANSWER)
    answer(book["4 审批摘要"], {**ANSWER, "审批结论": "退回"})
    book.create_sheet("便条")["A1"] = "请批"
    book["审批总览"]["B5"] = "别的客户"
    book.save(path)
    paper = read_paper(sample, path, NOON)
    assert [one.quote for one in paper.decisions] == list(quotes)
    assert all(not one.alterations for one in paper.decisions)
    assert [(one.sheet, one.cell) for one in paper.alterations] == [
        ("审批总览", "B5"),
        ("便条", "A1"),
    ]
    assert len(record_paper(sample, paper, NOON)) == 2
    assert sample.life.life("Q0003").noted
    assert sample.life.life("Q0005").state is QuoteState.IN_PROGRESS


def test_other_files_are_refused_with_the_reason(sample: Workspace, tmp_path: Path) -> None:
    """A workbook of somebody else's, and what is none at all."""
    import openpyxl

    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    with pytest.raises(FileUnreadable) as unreadable:
        read_paper(sample, other, NOON)
    assert unreadable.value.finding.code == "returned.not_ours"
    text = tmp_path / "text.xlsx"
    text.write_text("plain", encoding="utf-8")
    with pytest.raises(FileRefused):
        read_paper(sample, text, NOON)
