"""Promises of the short quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.documents.kinds.quotation import QUOTATION
from app.quoting.paper import for_customer
from tests.app.documents.case_one import CASE_ONE, PROMISE
from tests.app.documents.papers import (
    FIGURES,
    case_one_paper,
    changed,
    chinese,
    made,
    read_passages,
)
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from catalog.local_text import Language


def test_items_stand_under_the_period_they_are_billed_in() -> None:
    """Case two: what is paid once, then each month, with the totals of the worked case."""
    revision = for_customer(revision_of(2), draft=False)
    groups: Any = QUOTATION.fields(revision, chinese(), FIGURES)["quoted"]
    assert [group["title"] for group in groups] == ["一次性费用", "每月费用"]
    assert [(group["list"], group["net"]) for group in groups] == [
        ("500.00", "0.00"),
        ("2,848.00", "2,338.00"),
    ]


def test_plan_is_one_price_and_its_parts_are_included() -> None:
    """Nobody adds up the parts of a bundle to another price."""
    read = read_passages(case_one_paper("quotation").docx)
    plan = read.index("C1包月套餐·经济档（C1-L）|1套|726.00|668.00")
    assert read[plan + 1] == "固定电话月租|4线|25.00|100.00|含"


def test_quotation_says_validity_terms_and_conditions() -> None:
    """What a customer asks next: how long, when to pay, what is expected of him."""
    text = "\n".join(read_passages(made("quotation", changed(conditions=(PROMISE,))).docx))
    assert "有效期至2026年12月22日；合同期12个月" in text
    assert "每月25日前付清" in text
    assert "价格的前提：甲方在约定期限内拆除他网固定电话" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_quotation_stays_short(case: int, language: Language) -> None:
    """One or two pages for each of the worked cases."""
    assert (
        made("quotation", for_customer(revision_of(case), draft=False), language=language).pages
        <= 2
    )


def test_missing_phone_of_the_manager_is_reported() -> None:
    """A quotation nobody can answer is unfinished."""
    bare = changed(manager=msgspec.structs.replace(CASE_ONE.manager, phone=""))
    assert [problem.where.column for problem in QUOTATION.findings(bare)] == ["manager.phone"]
    assert QUOTATION.findings(CASE_ONE) == ()
