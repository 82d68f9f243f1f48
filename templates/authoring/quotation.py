"""The first version of the short quotation: two pages at most for a usual offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, table, tag, tag_row
from templates.authoring.proposal_blocks import ACCENT, LINES, PALE, end_of_kept
from templates.authoring.proposal_blocks import head as head_row
from templates.authoring.short_blocks import (
    MARGINS,
    facts,
    furniture,
    key_figures,
    letterhead,
    listing,
    looped,
    short_sheet,
    signatures,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from templates.authoring.tongue import Tongue

_TITLE = "报价单"


def draw(path: Path, tongue: Tongue) -> None:
    """Write the template of the quotation."""
    sheet = short_sheet(_TITLE, tongue)
    sheet.add(
        letterhead(_TITLE, "编号 {{ document.number }}"),
        facts(
            ("客户", "{{ customer.name }}"),
            ("报价日期", "{{ document.date }}"),
            ("联系人", "{{ customer.addressee }}"),
            ("有效期至", "{{ document.valid_until }}"),
            ("方案", "{{ document.title }}"),
            ("客户经理", "{{ manager.name }}　{{ manager.phone }}"),
        ),
        para("Gap"),
        key_figures(
            ("每月费用（元，含税）", "{{ price.monthly.net }}", "合同期{{ document.term }}"),
            ("一次性费用（元，含税）", "{{ price.one_time.net }}", "开通时收取"),
            ("合同总额（元，含税）", "{{ price.contract.net }}", "不含按用量计收的费用"),
        ),
    )
    sheet.add(*_groups(tongue), *_summary(), *_places(), *_terms(), _signed())
    sheet.write(path, **furniture(_TITLE), margins=MARGINS)


def _groups(tongue: Tongue) -> Iterator[Xml]:
    def row(name: str, right: str, *, keep: bool = False) -> Row:
        return Row(
            (
                Cell(para(name, "{{ row.name }}")),
                *(
                    Cell(para(right, f"{{{{ row.{column} }}}}"))
                    for column in ("quantity", "unit_price", "list", "net")
                ),
            ),
            keep=keep,
        )

    total = Row(
        (
            Cell(para("TableTotal", "合计"), span=3, fill=PALE, borders=f"top=8:{ACCENT}"),
            *(
                Cell(
                    para("TableTotalRight", f"{{{{ group.{column} }}}}"),
                    fill=PALE,
                    borders=f"top=8:{ACCENT}",
                )
                for column in ("list", "net")
            ),
        )
    )
    rows = (
        tag_row("for row in group.rows", 5),
        tag_row("if row.is_plan", 5),
        row("TableTotal", "TableTotalRight", keep=True),
        tag_row("elif row.is_component", 5),
        row("TableInset", "TableRight", keep=True),
        tag_row("elif group.has_total and not loop.last", 5),
        row("TableText", "TableRight"),
        tag_row("else", 5),
        row("TableText", "TableRight", keep=True),
        tag_row("endif", 5),
        tag_row("endfor", 5),
        tag_row("if group.has_total", 5),
        total,
        tag_row("endif", 5),
    )
    widths = tongue.pick((76.0, 30.0, 20.0, 24.0, 24.0), (88.0, 22.0, 17.0, 23.5, 23.5))
    yield tag("for group in quoted")
    yield para("Heading2", "{{ group.title }}（元，含税）")
    head = head_row("项目", "数量", "标准单价", "标准价", "应付")
    yield listing(widths, head, rows, "报价项目")
    yield tag("endfor")
    yield tag("if has_overage")
    yield para("Heading2", "超出包含用量后的单价（含税）")
    yield tag("for item in items if item.overage")
    rate = Row(
        (
            Cell(para("TableText", "{{ rate.name }}")),
            Cell(para("TableRight", "{{ rate.price }}")),
        ),
        keep=True,
    )
    yield table(
        (124, 50),
        looped("rate in item.overage", 2, rate),
        borders=LINES,
        padding=(1.0, 1.2, 1.0, 0),
        description="超出资费",
    )
    yield end_of_kept()
    yield tag("endfor")
    yield tag("endif")


def _summary() -> Iterator[Xml]:
    def cells(source: str, style: str, fill: str = "") -> tuple[Cell, ...]:
        return tuple(
            Cell(para(style, f"{{{{ {source}.{column} }}}}"), fill=fill)
            for column in ("net", "ex_tax", "tax")
        )

    row = Row((Cell(para("TableText", "{{ row.name }}")), *cells("row", "TableRight")), keep=True)
    rate = Row(
        (
            Cell(para("TableInset", "其中税率{{ row.rate }}"), span=2),
            *cells("row", "TableRight")[1:],
        ),
        keep=True,
    )
    total = Row(
        (
            Cell(para("TableTotal", "合同总额（{{ document.term }}）"), fill=PALE),
            *cells("price.contract", "TableTotalRight", PALE),
        ),
        keep=True,
    )
    capital = Row(
        (Cell(para("TableTotal", "大写：人民币{{ price.contract.capital }}"), span=4),), keep=False
    )
    rows = (
        *looped("row in price.summary", 4, row),
        total,
        *looped("row in price.tax_rows", 4, rate),
        *looped("row in price.bills", 4, row),
        capital,
    )
    yield para("Heading2", "费用汇总（元）")
    yield listing((78, 32, 32, 32), head_row("费用", "含税", "不含税", "增值税"), rows, "费用汇总")
    yield tag("if price.free_months")
    yield para("Note", "合同总额已扣除免费月份的价值 {{ price.free_months }} 元。")
    yield tag("endif")
    yield tag("if price.usage")
    yield para(
        "Note",
        "按实际用量计收的费用预计每月 {{ price.usage }} 元，预计每月账单 "
        "{{ price.expected_bill }} 元；用量费用不计入合同总额。",
    )
    yield tag("endif")
    yield tag("if price.options")
    yield para("Heading2", "可选项目（元，未计入合计）")
    option = Row(
        (
            Cell(para("TableText", "{{ option.name }}")),
            *(
                Cell(para("TableRight", f"{{{{ option.{column} }}}}"))
                for column in ("quantity", "period", "net")
            ),
        )
    )
    yield listing(
        (90, 34, 24, 26),
        head_row("项目", "数量", "计费", "应付"),
        looped("option in price.options", 4, option),
        "可选项目",
    )
    yield tag("endif")


def _places() -> Iterator[Xml]:
    """Where what is quoted stands and who pays, where items say so."""
    yield tag("if has_places")
    yield para("Heading2", "服务地点和付费账户")
    row = Row(
        tuple(
            Cell(para("TableText", f"{{{{ place.{name} }}}}"))
            for name in ("name", "address", "services", "account")
        )
    )
    yield listing(
        (32, 44, 58, 40),
        head_row("地点", "地址", "业务", "付费账户", right_from=4),
        looped("place in places", 4, row),
        "服务地点和付费账户",
    )
    yield tag("endif")


def _terms() -> Iterator[Xml]:
    yield para("Heading2", "报价说明")
    yield para(
        "Term",
        "· 以上价格为含增值税价格，有效期至 ",
        strong("{{ document.valid_until }}"),
        "；合同期{{ document.term }}。",
    )
    yield para(
        "Term",
        "· 每月 {{ terms.payment_day }} 日前付清上一计费月的费用；"
        "一次性费用在开通后的第一个付款日支付。",
    )
    yield tag("for condition in conditions")
    yield para("Term", "· 价格的前提：{{ condition.text }}（{{ condition.due }}）。")
    yield tag("endfor")
    yield para(
        "Term", "· 双方的权利和义务以签订的业务合同为准；本报价单经双方签署后作为合同的附件。"
    )


def _signed() -> Xml:
    return signatures(
        (
            "客户确认：{{ customer.name }}",
            "签字（盖章）：",
            "日期：",
        ),
        (
            "报价单位：{{ supplier.name }}",
            "签字（盖章）：",
            "日期：",
        ),
        height=28,
    )
