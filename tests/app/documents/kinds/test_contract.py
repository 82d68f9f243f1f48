"""Promises of the contract."""

from __future__ import annotations

from typing import Any

import msgspec

from app.documents.kinds.contract import CONTRACT
from app.quoting.paper import for_customer
from app.quoting.revision import CustomerRevision, PaperAmounts
from catalog.period import BillingPeriod
from tests.app.committed import committed_revision
from tests.app.documents.case_one import CASE_ONE, PLAN, SUPPLIER
from tests.app.documents.papers import FIGURES, changed, chinese, made, read_passages


def _fields(revision: CustomerRevision) -> Any:  # noqa: ANN401 (a tree of texts)
    return CONTRACT.fields(revision, chinese(), FIGURES)


def _with_installation() -> CustomerRevision:
    """Case one with an installation of 100.00 (91.74 and 8.26 VAT) beside the plan."""
    installed = msgspec.structs.replace(
        PLAN.charges[0],
        period=BillingPeriod.ONCE,
        quantity=1,
        list_amount=100_00,
        net_amount=100_00,
        net_ex_tax=91_74,
        tax=8_26,
    )
    plan = msgspec.structs.replace(PLAN, charges=(*PLAN.charges, installed))
    return changed(
        items=(plan,),
        one_time=PaperAmounts(100_00, 100_00, 91_74, 8_26),
        contract=PaperAmounts(8812_00, 8116_00, 7445_94, 670_06),
        tax_rows=(msgspec.structs.replace(CASE_ONE.tax_rows[0], net_ex_tax=7445_94, tax=670_06),),
    )


def test_annex_carries_every_share_and_their_sum() -> None:
    """The shares of the worked case add up to 668.00."""
    (group,) = _fields(CASE_ONE)["annex"]
    assert [row["net"] for row in group["rows"]] == ["92.01", "22.08", "184.02", "303.64", "66.25"]
    assert (group["title"], group["net"], group["ex_tax"], group["tax"]) == (
        "每月费用",
        "668.00",
        "612.85",
        "55.15",
    )


def test_annex_groups_number_on() -> None:
    """One-time charges come first, and numbers do not begin again."""
    once, monthly = _fields(_with_installation())["annex"]
    assert (once["title"], monthly["title"]) == ("一次性费用", "每月费用")
    assert [row["number"] for row in (*once["rows"], *monthly["rows"])] == list("123456")


def test_one_time_charges_get_a_clause_of_their_own() -> None:
    """The contract says when they are paid."""
    read = read_passages(made("contract", _with_installation()).docx)
    clause = next(text for text in read if text.startswith("一次性费用为人民币"))
    assert "100.00元（大写：人民币壹佰元整）" in clause
    assert not any(
        text.startswith("一次性费用为人民币")
        for text in read_passages(made("contract", CASE_ONE).docx)
    )


def test_every_unknown_fact_is_reported() -> None:
    """Whatever has to be filled in by hand is named."""
    bare = changed(
        customer_address="",
        customer_representative="",
        signer=None,
        decider=None,
        supplier=msgspec.structs.replace(SUPPLIER, bank="", credit_code=""),
    )
    assert [problem.where.column for problem in CONTRACT.findings(bare)] == [
        "customer.address",
        "customer.credit_code",
        "customer.representative",
        "customer.handler",
        "customer.handler_phone",
        "supplier.credit_code",
        "supplier.bank",
    ]


def test_clauses_follow_the_eight_groups_of_the_civil_code() -> None:
    """Article 470, in its order."""
    read = read_passages(made("contract", CASE_ONE).docx)
    eight = [
        "当事人",
        "标的",
        "数量",
        "质量",
        "价款",
        "履行期限、地点和方式",
        "违约责任",
        "解决争议的方法",
    ]
    assert [text for text in read if text in eight] == eight


def test_a_committed_minimum_stands_below_the_charges_by_use() -> None:
    """20.00 a month with its VAT, and in the finished paper; the total of a month is without it."""
    paper = for_customer(committed_revision(), draft=True)
    group = next(one for one in _fields(paper)["annex"] if not one["has_total"])
    assert group["title"] == "按实际用量计收的费用"
    assert [row["net"] for row in group["rows"]] == ["按用量", "20.00"]
    assert group["rows"][-1]["name"] == "每月保底承诺（不论用量；不计入合同总额）"
    assert (group["rows"][-1]["ex_tax"], group["rows"][-1]["tax"]) == ("18.35", "1.65")
    read = read_passages(made("contract", paper).docx)
    assert any("保底承诺" in text for text in read)
    assert not any("保底承诺" in text for text in read_passages(made("contract", CASE_ONE).docx))
