"""The text of the proposal template, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import (
    ACCENT,
    LINES,
    Picture,
    end_of_kept,
    head,
    not_alone,
    tiles,
)
from templates.authoring.proposal_closing import closing_parts
from templates.authoring.proposal_price import benefit_parts, price_parts
from templates.authoring.proposal_reasons import agreed_terms, reason_parts
from templates.authoring.proposal_situation import situation_parts
from templates.authoring.proposal_story import features, selling_points, solutions, totals_of_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from templates.authoring.tongue import Tongue


_SET_APART = '<w:spacing w:before="60"/>'


def body_parts(tongue: Tongue) -> Iterator[Xml | Picture]:
    """Every part of the body, from the first page after the cover."""
    yield from _opening()
    yield from situation_parts()
    yield from _offer()
    yield from _alternatives()
    yield from price_parts(tongue)
    yield from selling_points()
    yield from _proof()
    yield from benefit_parts()
    yield from features()
    yield from reason_parts()
    yield from closing_parts(tongue)


def _opening() -> Iterator[Xml]:
    yield para("Salutation", "{{ customer.salutation }}")
    yield tag("if situation")
    yield para(
        "Body",
        "感谢您与我们讨论{{ customer.name }}的通信需求。我们逐项查看了贵单位"
        "{{ situation.period }}的账单，并据此提出本方案：",
        span("{{ plan_names }}", "Strong"),
        "。方案中的每一个数字都可以在您的账单或价目表中找到出处。",
    )
    yield tag("else")
    yield para(
        "Body",
        "感谢您与我们讨论{{ customer.name }}的通信需求。根据您提出的要求，我们提出本方案：",
        span("{{ plan_names }}", "Strong"),
        "。",
    )
    yield tag("endif")
    yield para("Gap")
    yield tag("if saving and saving.is_gain")
    yield tiles(
        (
            "每月费用（元）",
            "{{ price.monthly.net }}",
            (
                "含税，{% if saving.new_value %}其中新增业务 {{ saving.new_value }} 元"
                "{% else %}合同期{{ document.term }}{% endif %}"
            ),
        ),
        (
            "每月节省（元）",
            "{{ saving.monthly }}",
            "现在 {{ saving.today }} 元，少{{ saving.percent }}",
        ),
        ("合每天（元）", "{{ saving.per_day }}", "每月按 30 天，进位到分"),
        ("合同总额（元）", "{{ price.contract.net }}", "合同期共节省 {{ saving.over_term }} 元"),
    )
    yield tag("else")
    yield tiles(
        ("每月费用（元）", "{{ price.monthly.net }}", "含税"),
        ("一次性费用（元）", "{{ price.one_time.net }}", "含税"),
        ("合同总额（元）", "{{ price.contract.net }}", "合同期{{ document.term }}"),
    )
    yield tag("endif")


def _offer() -> Iterator[Xml]:
    yield para("Heading1", "需求与方案")
    yield tag("if needs")
    yield para("Heading2", "您的需求")
    yield tag("for need in needs")
    yield para("Need", "{{ need }}")
    yield tag("endfor")
    yield tag("endif")
    yield from solutions()
    yield para("Heading2", "我们的方案")
    yield tag("for item in items if item.is_bundle")
    yield para("Lead", span("{{ item.name }}", "Accent"))
    yield tag("if item.benefit")
    yield para("Lead", "{{ item.benefit }}。")
    yield tag("endif")
    for given in ("item.discount", "item.free_months"):
        yield tag(f"if {given}")
        yield para("Note", f"{{{{ {given} }}}}。", properties="<w:keepNext/>")
        yield tag("endif")
    yield _contents_table()
    yield tag("if item.overage")
    yield para("Heading2", "超出包含用量后的资费")
    yield _overage_table()
    yield end_of_kept()
    yield tag("endif")
    yield tag("if item.filing")
    yield para("Note", "资费备案号：{{ item.filing }}")
    yield tag("endif")
    yield tag("endfor")
    yield tag("if has_services")
    yield tag("if has_plans")
    yield para("Heading2", "所提供的业务")
    yield tag("endif")
    yield _services_table()
    yield tag("endif")
    yield from agreed_terms()


def _services_table() -> Xml:
    """Services beside the bundles."""
    row = Row(
        (
            Cell(
                para("TableText", "{{ charge.name }}")
                + tag("if loop.first and item.discount")
                + para("TileNote", "{{ item.discount }}")
                + tag("endif")
                + tag("if loop.first and item.free_months")
                + para("TileNote", "{{ item.free_months }}")
                + tag("endif")
            ),
            Cell(para("TableRight", "{{ charge.quantity }}")),
            Cell(para("TableRight", "{{ charge.period }}")),
        )
    )
    rows = (
        head("业务", "数量", "计费"),
        tag_row("for item in items if not item.is_bundle", 3),
        tag_row("for charge in item.charges", 3),
        row,
        tag_row("endfor", 3),
        tag_row("endfor", 3),
    )
    return table((102, 36, 28), rows, borders=LINES, description="业务")


def _alternatives() -> Iterator[Xml]:
    """Options side by side; the section appears only where there is something to choose."""
    part = (
        tag("for part in option.parts")
        + para("TableText", span("{{ part.name }}", "Strong"))
        + para("TableText", span("{{ part.monthly }}", "Accent"), span(" 元/月", "Unit"))
        + tag("if part.one_time")
        + para("TileNote", "一次性 {{ part.one_time }} 元")
        + tag("endif")
        + tag("if part.benefit")
        + para("TableText", "{{ part.benefit }}", properties=_SET_APART)
        + tag("endif")
        + tag("if part.contents")
        + para("TileNote", "{{ part.contents }}", properties=_SET_APART)
        + tag("endif")
        + para("Gap")
        + tag("endfor")
        + tag("if option.more")
        + para("TileNote", "{{ option.more }}")
        + tag("endif")
        + totals_of_option()
    )
    row = Row(
        (
            Cell(para("Tag", "{%tc for option in row.options %}")),
            Cell(
                para("TileFigure", "{{ option.letter }}")
                + tag("if option.is_offer")
                + para("TileName", "推荐，即本方案")
                + tag("else")
                + para("TileName", "备选")
                + tag("endif")
                + part,
                borders=f"top=12:{ACCENT}",
                valign="top",
                padding=(2, 6, 1, 0),
            ),
            Cell(para("Tag", "{%tc endfor %}")),
        )
    )
    yield tag("if alternatives")
    yield para("Heading1", "可选方案")
    yield para(
        "Lead",
        "几种方案并列如下（元，含税）。备选方案未计入本建议书的合计；您选定之后，"
        "我们按所选方案重新出具报价和合同。",
    )
    yield tag("for row in alternatives")
    yield tag("if row.is_pair")
    yield table((83.0,) * 2, (row,), description="可选方案")
    yield tag("else")
    yield table((55.3, 55.3, 55.4), (row,), description="可选方案")
    yield tag("endif")
    yield end_of_kept()
    yield tag("endfor")
    yield tag("endif")


def _contents_table() -> Xml:
    cells = (
        Cell(para("TableText", "{{ charge.name }}")),
        Cell(para("TableRight", "{{ charge.quantity }}")),
        Cell(para("TableRight", "{{ charge.period }}")),
    )
    rows = (
        head("包含内容", "数量", "计费"),
        tag_row("for charge in item.charges", 3),
        *not_alone(cells),
        tag_row("endfor", 3),
    )
    return table((102, 36, 28), rows, borders=LINES, description="方案内容")


def _overage_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ rate.name }}")),
            Cell(para("TableRight", "{{ rate.price }}")),
        ),
        keep=True,
    )
    rows = (
        head("项目", "单价（含税）"),
        tag_row("for rate in item.overage", 2),
        row,
        tag_row("endfor", 2),
    )
    return table((116, 50), rows, borders=LINES, description="超出资费")


def _proof() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableText", "{{ month.month }}")),
            Cell(para("TableRight", "{{ month.actual }}")),
            Cell(para("TableRight", "{{ month.planned }}")),
            Cell(para("TableRight", "{{ month.saving }}")),
        ),
        keep=True,
    )
    total = Row(
        (
            Cell(para("TableTotal", "合计"), borders=f"top=8:{ACCENT}"),
            *(
                Cell(para("TableTotalRight", f"{{{{ replay.{name} }}}}"), borders=f"top=8:{ACCENT}")
                for name in ("actual", "planned", "saving")
            ),
        )
    )
    rows = (
        head("月份", "实际账单", "按本方案", "节省"),
        tag_row("for month in replay.rows", 4),
        row,
        tag_row("endfor", 4),
        total,
    )
    yield tag("if replay")
    yield para("Heading1", "用数字证明")
    yield para(
        "Lead",
        "我们用您过去各月的真实用量，按本方案的包含用量和超出资费逐月重新计算，"
        "包括用量偏高的月份，结果如下（元，含税）。",
    )
    yield table((46, 40, 40, 40), rows, borders=LINES, description="套餐试算")
    yield para(
        "Body",
        "按本方案，最低的一个月是 ",
        span("{{ replay.least }}", "Strong"),
        " 元，最高的一个月是 ",
        span("{{ replay.most }}", "Strong"),
        " 元；合计 {{ replay.planned }} 元，{% if replay.is_gain %}比实际账单节省"
        "{% else %}与实际账单相差{% endif %} ",
        span("{{ replay.saving }}", "Accent"),
        " 元。",
        properties='<w:spacing w:before="160"/>',
    )
    yield tag("endif")
