"""Promises of the bill analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.documents.docx_package import picture_frames
from app.documents.kinds.bill_analysis import BILL_ANALYSIS
from app.quoting.paper import for_customer
from app.quoting.secrets import secrets_of
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import case_one_paper, changed, made, read_passages
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
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
