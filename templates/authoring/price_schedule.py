"""The first version of the price schedule: unit prices by item, quantity and term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, tag, tag_row
from templates.authoring.proposal_blocks import PALE
from templates.authoring.proposal_blocks import head as head_row
from templates.authoring.short_blocks import (
    MARGINS,
    facts,
    furniture,
    letterhead,
    listing,
    looped,
    short_sheet,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from templates.authoring.tongue import Tongue

_TITLE = "价格附表"
_COLUMNS = 6


def draw(path: Path, tongue: Tongue) -> None:
    """Write the template of the price schedule."""
    sheet = short_sheet(_TITLE, tongue)
    sheet.add(
        letterhead(_TITLE, "编号 {{ document.number }}"),
        facts(
            ("客户", "{{ customer.name }}"),
            ("价格日期", "{{ document.date }}"),
            ("方案", "{{ document.title }}"),
            ("有效期至", "{{ document.valid_until }}"),
            ("合同期", "{{ document.term }}"),
            ("客户经理", "{{ manager.name }}　{{ manager.phone }}"),
        ),
        para("Heading2", "单价（元，含增值税）"),
        _prices(),
        *_notes(),
    )
    sheet.write(path, **furniture(_TITLE), margins=MARGINS)


def _prices() -> Xml:
    group = Row(
        (
            Cell(
                para(
                    "TableTotal",
                    "{{ item.name }}",
                    span("{% if item.is_optional %}（可选）{% endif %}", "Muted"),
                ),
                span=_COLUMNS,
                fill=PALE,
            ),
        ),
        keep=True,
    )
    row = Row(
        (
            Cell(para("TableText", "{{ row.name }}")),
            *(
                Cell(para("TableRight", f"{{{{ row.{column} }}}}"))
                for column in ("unit", "period", "rate", "list")
            ),
            Cell(para("TableRight", strong("{{ row.net }}"))),
        )
    )
    step = Row(
        (
            Cell(para("TableInset", span("{{ step.name }}", "Muted")), span=_COLUMNS - 1),
            Cell(para("TableRight", "{{ step.price }}")),
        )
    )
    rows = (
        tag_row("for item in schedule", _COLUMNS),
        group,
        tag_row("for row in item.rows", _COLUMNS),
        row,
        *looped("step in row.steps", _COLUMNS, step),
        tag_row("endfor", _COLUMNS),
        tag_row("endfor", _COLUMNS),
    )
    head = head_row("项目", "单位", "计费", "税率", "标准单价", "本次单价")
    return listing((72, 22, 20, 18, 21, 21), head, rows, "单价")


def _notes() -> Iterator[Xml]:
    yield para("Heading2", "说明")
    yield para("Term", "· 标准单价为价目表价格；本次单价为按本次报价的数量和合同期执行的单价。")
    yield tag("if has_steps")
    yield para(
        "Term",
        "· 项目下所列的数量和合同期单价为公布价格：数量或合同期达到所列条件时适用，"
        "不与本次报价的其他优惠叠加。",
    )
    yield tag("endif")
    yield para(
        "Term",
        "· 本表只列单价，不含合计；数量和金额以报价单或合同为准。价格有效期至 ",
        strong("{{ document.valid_until }}"),
        "。",
    )
