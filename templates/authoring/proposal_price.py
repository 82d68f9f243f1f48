"""The price section of the proposal template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import ACCENT, LINES, PALE, end_of_kept, head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from templates.authoring.tongue import Tongue


def price_parts(tongue: Tongue) -> Iterator[Xml]:
    """The section, from the items to the comparison with today."""
    yield para("Heading1", "价格")
    yield para("Lead", "下表的标准价是价目表价格，应付是您实际支付的价格（元，含增值税）。")
    yield _price_table(tongue)
    yield tag("if price.options")
    yield para("Heading2", "可选项目（元，未计入合计）")
    yield _options_table()
    yield tag("endif")
    yield para("Heading2", "费用汇总（元）")
    yield _summary_table()
    yield para(
        "Body",
        "合同总额（大写）：",
        span("人民币{{ price.contract.capital }}", "Strong"),
        properties='<w:spacing w:before="160"/>',
    )
    yield tag("if price.formula")
    yield para("Note", "{{ price.formula }}")
    yield tag("endif")
    yield tag("for row in price.tax_rows")
    yield para(
        "Note", "其中税率 {{ row.rate }}：不含税 {{ row.ex_tax }} 元，增值税 {{ row.tax }} 元"
    )
    yield tag("endfor")
    yield tag("if price.free_months")
    yield para("Note", "已扣除免费月份的价值 {{ price.free_months }} 元。")
    yield tag("endif")
    yield tag("if price.usage")
    yield para(
        "Note",
        "另按实际用量计收的费用预计每月 {{ price.usage }} 元，预计每月账单 "
        "{{ price.expected_bill }} 元；用量费用不计入合同总额。",
    )
    yield tag("endif")


def benefit_parts() -> Iterator[Xml]:
    """What the customer gains: against today, and from each part of the offer."""
    row = Row(
        (
            Cell(para("TableText", span("{{ item.name }}", "Strong")), valign="top"),
            Cell(para("TableText", "{{ item.benefit }}")),
        ),
        keep=True,
    )
    rows = (
        head("方案内容", "给您带来什么", right_from=2),
        tag_row("for item in items if item.benefit", 2),
        row,
        tag_row("endfor", 2),
    )
    yield para("Heading1", "给您带来的收益")
    yield tag("if saving")
    yield para("Heading2", "与现在相比（元）")
    yield para(
        "Lead",
        "现在每月：本方案所替代的费用在典型月中的金额，包括所替代的其他运营商的费用；"
        "方案每月：方案中与之对应的项目。",
    )
    yield _saving_table()
    yield tag("if saving.new_value")
    yield para("Note", "方案另含新增业务，每月 {{ saving.new_value }} 元，不参与上述比较。")
    yield tag("endif")
    yield tag("endif")
    yield para("Heading2", "各项内容给您带来什么")
    yield table((56, 110), rows, borders=LINES, padding=(1.2, 4, 1.2, 0), description="收益")
    yield end_of_kept()


def _price_table(tongue: Tongue) -> Xml:
    def row(name: str, right: str, fill: str = "") -> Row:
        return Row(
            (
                Cell(para(name, "{{ row.name }}"), fill=fill),
                *(
                    Cell(para(right, f"{{{{ row.{column} }}}}"), fill=fill)
                    for column in ("quantity", "unit_price", "period", "list", "net")
                ),
            )
        )

    rows = (
        head("项目", "数量", "标准单价", "计费", "标准价", "应付"),
        tag_row("for row in price.rows", 6),
        tag_row("if row.is_plan", 6),
        row("TableTotal", "TableTotalRight"),
        tag_row("elif row.is_component", 6),
        row("TableInset", "TableRight"),
        tag_row("else", 6),
        row("TableText", "TableRight"),
        tag_row("endif", 6),
        tag_row("endfor", 6),
    )
    widths = tongue.pick((66.0, 23.0, 18.0, 15.0, 22.0, 22.0), (60.0, 22.0, 19.0, 19.0, 23.0, 23.0))
    return table(widths, rows, borders=LINES, description="价格")


def _options_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ option.name }}")),
            *(
                Cell(para("TableRight", f"{{{{ option.{column} }}}}"))
                for column in ("quantity", "period", "net")
            ),
        )
    )
    rows = (
        head("项目", "数量", "计费", "应付"),
        tag_row("for option in price.options", 4),
        row,
        tag_row("endfor", 4),
    )
    return table((90, 28, 22, 26), rows, borders=LINES, description="可选项目")


def _summary_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ row.name }}")),
            *(
                Cell(para("TableRight", f"{{{{ row.{column} }}}}"))
                for column in ("net", "ex_tax", "tax")
            ),
        ),
        keep=True,
    )
    total = Row(
        (
            Cell(
                para("TableTotal", "合同总额（{{ document.term }}）"),
                borders=f"top=8:{ACCENT}",
                fill=PALE,
            ),
            *(
                Cell(
                    para("TableTotalRight", f"{{{{ price.contract.{column} }}}}"),
                    borders=f"top=8:{ACCENT}",
                    fill=PALE,
                )
                for column in ("net", "ex_tax", "tax")
            ),
        )
    )
    rows = (
        head("费用", "含税", "不含税", "增值税"),
        tag_row("for row in price.summary", 4),
        row,
        tag_row("endfor", 4),
        total,
        tag_row("for row in price.bills", 4),
        row,
        tag_row("endfor", 4),
    )
    return table((70, 32, 32, 32), rows, borders=LINES, description="费用汇总")


def _saving_table() -> Xml:
    """Like for like; the plain average stands beside it, never in place of it."""
    rows = (
        head("同口径比较", "现在每月", "方案每月", "每月节省"),
        Row(
            (
                Cell(para("TableTotal", "按典型月（节省{{ saving.percent }}）")),
                Cell(para("TableTotalRight", "{{ saving.today }}")),
                Cell(para("TableTotalRight", "{{ saving.offered }}")),
                Cell(para("TableTotalRight", "{{ saving.monthly }}")),
            ),
            keep=True,
        ),
        Row(
            (
                Cell(para("TableText", "合同期{{ document.term }}共节省（按典型月）"), span=3),
                Cell(para("TableTotalRight", "{{ saving.over_term }}")),
            ),
            keep=True,
        ),
        Row(
            (
                Cell(para("TableText", "如果按简单月均比较（仅供参考）"), span=3),
                Cell(para("TableRight", "{{ saving.against_average }}")),
            ),
            keep=True,
        ),
    )
    return table((58, 36, 36, 36), rows, borders=LINES, description="与现在相比")
