"""Promises of templates in words: place before fault, why one was chosen, and what is found."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.documents.field_guide import GuideRow
from app.quoting.paper_template import PaperTemplate, TemplateChoice, TemplateDefault, with_version
from app.services.template_trial import Trial
from app.services.templates import TemplateRow
from app.ui.presenting.templates import (
    choice_name,
    finding_rows,
    guide_matches,
    place_name,
    template_table,
)
from catalog.problem import Place, Problem, Severity
from tests.app.ui.speaking import speaker

OWN = with_version(
    PaperTemplate("1" * 32, "contract", "zh", "园区合同", "园区合同.docx"),
    "a" * 64,
    responsible="王",
    note="",
    valid_from=date(2026, 11, 23),
    at=datetime(2026, 11, 23, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(sheet="document", page=3, row=12), "第 3 页 第 12 段"),
        (Place(sheet="document", row=12), "第 12 段"),
        (Place(sheet="header1", row=2), "页眉 第 2 段"),
        (Place(file="contract/zh"), ""),
    ],
)
def test_place_is_page_and_paragraph(place: Place, said: str) -> None:
    """Headers stand on no page of their own."""
    assert place_name(speaker(), Problem("template.split", where=place)) == said


def test_finding_says_where_before_what() -> None:
    """And what to do under it; warnings block nothing."""
    where = Place(sheet="document", page=1, row=2)
    near = Problem("template.full_width", Severity.WARNING, where, {"near": "｛"})
    (row,) = finding_rows(speaker(), (near,))
    assert row.severity == "warning"
    assert row.text.startswith("第 1 页 第 2 段：")
    assert row.detail


def test_choice_names_template_version_and_reason() -> None:
    """The program's own has no name but a reason too."""
    version = OWN.versions[0]
    assert choice_name(speaker(), TemplateChoice(OWN, version, "segment")) == (
        "园区合同 1 — 此客户群的默认模板"
    )
    assert choice_name(speaker(), TemplateChoice(None, None, "named")) == (
        "随程序提供 — 为这份文件选定"
    )


def test_list_counts_findings_and_says_what_changed() -> None:
    """A change that was not checked yet is said; findings take its place."""
    row = TemplateRow(
        OWN.id,
        "contract",
        "zh",
        OWN.name,
        "1",
        "王",
        (TemplateDefault("contract", "zh", OWN.id, "PARK", "示例"),),
        OWN,
        changed=True,
        content="b",
    )
    (shown,) = template_table(speaker(), [row], {})
    assert [cell.text for cell in shown.cells][:2] == ["1", "PARK + 示例"]
    assert shown.cells[2].tone == "warn"
    (shown,) = template_table(speaker(), [row], {"b": Trial((Problem("template.split"),))})
    assert (shown.cells[2].text, shown.cells[2].tone) == ("1", "bad")


def test_field_is_found_by_every_word() -> None:
    """In name, meaning or example, in any order."""
    row = GuideRow(
        "price.contract.net", "合同期：含税应付", "{{ … }}", "8,016.00", (), is_list=False
    )
    assert guide_matches(row, "含税 contract")
    assert guide_matches(row, "8,016")
    assert not guide_matches(row, "contract 押金")
