"""Promises of the proposal."""

from __future__ import annotations

import msgspec

from app.documents.kinds.proposal import PROPOSAL
from tests.app.documents.case_one import CASE_ONE, PLAN, SUPPLIER
from tests.app.documents.papers import case_one_paper, changed, made, read_passages


def test_sections_stand_in_the_order_of_the_argument() -> None:
    """Value before price, proof after it."""
    read = read_passages(case_one_paper("proposal").docx)
    order = ["现状", "需求与方案", "价格", "用数字证明", "服务承诺", "关于我们", "下一步"]
    assert [text for text in read if text in order] == order


def test_saving_against_the_typical_month_stands_above_the_average() -> None:
    """Both are printed, the honest one first."""
    read = read_passages(case_one_paper("proposal").docx)
    typical = read.index("按典型月（节省5.65%）|708.00|668.00|40.00")
    average = read.index("如果按简单月均比较（仅供参考）|84.00")
    assert typical < average


def test_new_services_are_named_beside_the_saving() -> None:
    """Like is compared with like; what is new is not hidden in it."""
    assert CASE_ONE.saving is not None
    new = changed(saving=msgspec.structs.replace(CASE_ONE.saving, new_value=432_00))
    read = "\n".join(read_passages(made("proposal", new).docx))
    assert "其中新增业务432.00元" in read
    assert "方案另含新增业务，每月432.00元，不参与上述比较。" in read


def test_dearer_offer_boasts_no_saving() -> None:
    """The key figures change when there is nothing to save."""
    assert CASE_ONE.saving is not None
    dearer = changed(saving=msgspec.structs.replace(CASE_ONE.saving, saving=-20_00))
    read = "\n".join(read_passages(made("proposal", dearer).docx))
    assert "合每天" not in read
    assert "-20.00" in read


def test_options_are_printed_apart() -> None:
    """With the words that they are not in the totals."""
    option = msgspec.structs.replace(
        PLAN, id="i2", optional=True, is_bundle=False, charges=PLAN.charges[:1]
    )
    read = read_passages(made("proposal", changed(items=(PLAN, option))).docx)
    assert "可选项目（元，未计入合计）" in read
    assert "固定电话月租|4线|每月|92.01" in read


def test_fewer_months_than_six_still_make_a_table() -> None:
    """The months are a loop in the template."""
    assert CASE_ONE.analysis is not None
    short = msgspec.structs.replace(CASE_ONE.analysis, months=CASE_ONE.analysis.months[3:])
    read = read_passages(made("proposal", changed(analysis=short)).docx)
    assert "费用项目|8月|9月|10月" in read


def test_missing_phone_of_the_manager_is_reported() -> None:
    """A proposal nobody can answer is unfinished."""
    bare = changed(
        manager=msgspec.structs.replace(CASE_ONE.manager, phone=""),
        supplier=msgspec.structs.replace(SUPPLIER, hotline=""),
    )
    assert [p.where.column for p in PROPOSAL.findings(bare)] == [
        "manager.phone",
        "supplier.hotline",
    ]
