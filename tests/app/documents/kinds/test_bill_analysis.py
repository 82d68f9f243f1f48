"""Promises of the bill analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.documents.docx_package import picture_frames
from app.documents.kinds.bill_analysis import BILL_ANALYSIS
from app.quoting.paper import for_customer
from app.quoting.secrets import secrets_of
from pricing.bills import MonthReason, Standing
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import case_one_paper, changed, made, read_passages
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from catalog.local_text import Language


def test_typical_month_and_average_stand_side_by_side() -> None:
    """In one row, the honest one first, both with what they are."""
    read = read_passages(case_one_paper("bill_analysis").docx)
    tiles = next(text for text in read if text.startswith("典型月（元）"))
    assert tiles.startswith("典型月（元）|708.00|剔除异常金额后的平均|简单月均（元）|752.00|")


def test_unusual_component_months_have_their_reason() -> None:
    """Three months of long distance, each with how far from usual it is."""
    read = read_passages(case_one_paper("bill_analysis").docx)
    assert "2026年8月|长途|158.40|是该项平常水平65.40元的2.4倍" in read
    assert "2026年10月|长途|130.50|是该项平常水平65.40元的2.0倍" in read


def test_lines_of_the_bill_are_listed_with_their_average() -> None:
    """Each component month by month; totals with the plain average, adjusted with the typical."""
    read = read_passages(case_one_paper("bill_analysis").docx)
    months = "712.60|708.55|742.35|788.20|796.15|764.15"
    assert f"合计|{months}|752.00" in read
    assert "剔除异常后|712.60|708.55|742.35|695.20|690.25|699.05|708.00" in read


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_analysis_is_one_page_and_shows_nothing_internal(case: int, language: Language) -> None:
    """For each worked case, scanned for its own costs; with the chart."""
    revision = revision_of(case)
    paper = made(
        "bill_analysis",
        for_customer(revision, draft=False),
        *secrets_of(revision),
        language=language,
    )
    assert paper.pages == 1
    assert "bills_chart" in picture_frames(paper.docx)


def test_without_bills_there_is_nothing_to_analyse() -> None:
    """The kind does not apply; an empty page would look like a good result."""
    assert BILL_ANALYSIS.applies(CASE_ONE)
    assert not BILL_ANALYSIS.applies(changed(analysis=None))
    assert BILL_ANALYSIS.findings(CASE_ONE) == ()


def explained(number: int, standing: Standing) -> Revision:
    """The first case whose last unusual month was said to be something."""
    revision = revision_of(number)
    found = revision_of(number).analysis
    assert found is not None
    bills = revision.bills
    for one in found.unusual:
        special = MonthReason(one.component, one.month, one.amount, Standing.SPECIAL, "暑期招生")
        bills = bills.with_reason(special)
    last = found.unusual[-1]
    said = MonthReason(last.component, last.month, last.amount, standing, "每年家长会")
    bills = bills.with_reason(said)
    analysis = analyse(bills, SpendPolicy())
    return msgspec.structs.replace(revision, bills=bills, analysis=analysis)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("standing", list(Standing))
def test_explained_months_are_printed_with_their_reason(
    standing: Standing, language: Language
) -> None:
    """A special month in its row; one that belongs to normal in a sentence; still one page."""
    revision = explained(1, standing)
    paper = made("bill_analysis", for_customer(revision, draft=False), language=language)
    assert paper.pages == 1
    read = "\n".join(read_passages(paper.docx))
    assert "暑期招生" in read
    if language == "zh":
        assert "暑期招生（是该项平常水平65.40元的2.4倍）" in read
        assert ("2026年10月长途130.50元经核实属正常，计入典型月：每年家长会。" in read) == (
            standing is Standing.NORMAL
        )
        assert ("718.85" in read) == (standing is Standing.NORMAL)


def test_direction_season_and_related_lines_are_told() -> None:
    """Case two: 58.83 less each month, no season claimed, 67.98 % less, 1,719.00 at stake."""
    paper = made("bill_analysis", for_customer(revision_of(2), draft=False))
    read = read_passages(paper.docx)
    assert "走势：2026年5月至2026年10月，剔除异常后每月约减少58.83元。" in read
    assert "季节：已知账单不足24个月，不判断季节性。" in read
    assert any("128.72元，此前平均402.02元，减少67.98%" in text for text in read)
    assert any("专卖店2、专卖店3、专卖店4、专卖店5，每月合计1,719.00元" in text for text in read)
