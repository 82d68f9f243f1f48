"""The first version of the bill analysis: one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, tag
from templates.authoring.proposal_blocks import head as head_row
from templates.authoring.proposal_situation import bills_table
from templates.authoring.sheet import placeholder
from templates.authoring.short_blocks import (
    ACCOUNTS,
    MARGINS,
    WIDTH,
    facts,
    furniture,
    key_figures,
    letterhead,
    listing,
    looped,
    short_sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from templates.authoring.tongue import Tongue

_TITLE = "账单分析"


def draw(path: Path, tongue: Tongue) -> None:
    """Write the template of the bill analysis."""
    sheet = short_sheet(_TITLE, tongue)
    sheet.add(
        letterhead(_TITLE, "{{ situation.period }}"),
        facts(
            ("客户", "{{ customer.name }}"),
            ("客户经理", "{{ manager.name }}　{{ manager.phone }}"),
            last=(
                (
                    "计费账户",
                    ACCOUNTS,
                ),
            ),
        ),
        para("Gap"),
        key_figures(
            ("典型月（元）", "{{ situation.typical }}", "剔除异常金额后的平均"),
            ("简单月均（元）", "{{ situation.average }}", "各月合计的算术平均"),
            (
                "波动",
                "{{ situation.fluctuation }}",
                "最低 {{ situation.least }} 元，最高 {{ situation.most }} 元",
            ),
        ),
    )
    sheet.picture(placeholder(1740, 520), "bills_chart", WIDTH, "Picture")
    sheet.add(*_bills(), *_unusual(), *_notes())
    sheet.write(path, **furniture(_TITLE), margins=MARGINS)


def _bills() -> Iterator[Xml]:
    yield para("Heading2", "各月账单（元，含税）")
    yield bills_table((38.0, *(19.4,) * 7), average=True)


def _notes() -> Iterator[Xml]:
    yield para("Heading2", "走势与季节")
    yield tag("for note in notes")
    yield para("Note", "{{ note }}")
    yield tag("endfor")


def _unusual() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableText", "{{ found.month }}")),
            Cell(para("TableText", "{{ found.name }}")),
            Cell(para("TableRight", span("{{ found.amount }}", "Unusual"))),
            Cell(para("TableText", "{{ found.reason }}"), padding=(1.0, 1.2, 1.0, 8)),
        ),
        keep=True,
    )
    yield para("Heading2", "异常的费用和原因")
    yield tag("if situation.has_unusual")
    yield listing(
        (30, 32, 26, 86),
        Row(
            (
                *head_row("月份", "费用项目", "当月金额（元）", right_from=2).cells,
                Cell(para("TableHead", "为什么异常"), padding=(1.0, 1.2, 1.0, 8)),
            ),
            header=True,
            keep=True,
        ),
        looped("found in situation.unusual", 4, row),
        "异常费用",
    )
    yield para(
        "Note",
        "判断方法：每项费用与它自己各月的中位数相比。明显偏离、并且差额在账单中占有分量的，记为异常，"
        "在典型月中以中位数代替。",
    )
    yield tag("else")
    yield para("Body", "各项费用各月都没有异常偏离，典型月与简单月均一致。")
    yield tag("endif")
