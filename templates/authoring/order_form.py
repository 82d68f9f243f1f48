"""The first version of the order form: one page for each service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, tag
from templates.authoring.proposal_blocks import ACCENT, PALE
from templates.authoring.proposal_blocks import head as head_row
from templates.authoring.short_blocks import (
    ACCOUNTS,
    MARGINS,
    facts,
    furniture,
    letterhead,
    listing,
    looped,
    short_sheet,
    signatures,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from templates.authoring.tongue import Tongue

_TITLE = "业务受理单"
_BLANK = "____________________"
_NEXT_PAGE = (
    '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
)


def draw(path: Path, tongue: Tongue) -> None:
    """Write the template of the order form."""
    sheet = short_sheet(_TITLE, tongue)
    sheet.add(
        tag("for order in orders"),
        *_top(),
        *_customer(),
        *_service(),
        *_charges(tongue),
        *_bottom(),
        tag("endfor"),
    )
    sheet.write(path, **furniture(_TITLE), margins=MARGINS)


def _top() -> Iterator[Xml]:
    """Every order begins on a page of its own."""
    yield tag("if not loop.first")
    yield para("Gap", properties=_NEXT_PAGE)
    yield tag("endif")
    yield letterhead(_TITLE, "受理单编号 {{ order.number }}")


def _customer() -> Iterator[Xml]:
    yield para("Heading2", "一、客户资料")
    yield facts(
        ("客户名称", "{{ customer.name }}"),
        ("统一社会信用代码", "{{ customer.credit_code }}"),
        ("住所", "{{ customer.address }}"),
        ("法定代表人", "{{ customer.representative }}"),
        ("经办人", "{{ customer.handler }}"),
        ("联系电话", "{{ customer.handler_phone }}"),
        ("证件类型及号码", _BLANK),
        (
            "计费账户",
            "{% if order.payer %}{{ order.payer }}{% else %}" + ACCOUNTS + "{% endif %}",
        ),
        label=30,
    )


def _service() -> Iterator[Xml]:
    box = "{%% if order.%s %%}☑{%% else %%}☐{%% endif %%}"
    yield para("Heading2", "二、受理业务")
    yield facts(
        ("业务名称", "{{ order.name }}"),
        ("数量", "{{ order.quantity }}"),
        (
            "受理类型",
            f"{box % 'adds'} 新装　{box % 'changes'} 变更　{box % 'ends'} 拆除",
        ),
        ("合同期", "{{ document.term }}"),
        ("开通时限", "{% if order.opening %}{{ order.opening }}{% else %}双方约定{% endif %}"),
        ("要求完成日期", _BLANK),
        label=30,
    )
    place = Row(
        (
            Cell(para("TableText", "{{ place.name }}")),
            Cell(para("TableText", "{{ place.address }}")),
            Cell(para("TableText", "________________________")),
        ),
        keep=True,
    )
    pair = Row(
        tuple(
            Cell(para("TableText", f"{{{{ pair.{name} }}}}"))
            for name in ("left", "left_address", "right", "right_address")
        ),
        keep=True,
    )
    yield para("Heading2", "三、安装地点")
    yield tag("if order.pairs")
    yield listing(
        (34, 53, 34, 53),
        head_row("地点", "地址", "地点", "地址", right_from=4),
        looped("pair in order.pairs", 4, pair),
        "安装地点",
    )
    yield para("Note", "现场联系人及电话：________________________________________")
    yield tag("else")
    yield listing(
        (44, 78, 52),
        head_row("地点", "地址", "现场联系人及电话", right_from=3),
        looped("place in order.places", 3, place),
        "安装地点",
    )
    yield tag("endif")


def _charges(tongue: Tongue) -> Iterator[Xml]:
    columns = ("quantity", "period", "unit_price", "net", "ex_tax", "rate", "tax")
    row = Row(
        (
            Cell(para("TableText", "{{ charge.name }}")),
            *(Cell(para("TableRight", f"{{{{ charge.{column} }}}}")) for column in columns),
        )
    )
    total = Row(
        (
            Cell(
                para(
                    "TableTotal",
                    "一次性 {{ order.one_time }} 元　每月 {{ order.monthly }} 元"
                    "{% if order.yearly %}　每年 {{ order.yearly }} 元{% endif %}",
                ),
                span=8,
                fill=PALE,
                borders=f"top=8:{ACCENT}",
            ),
        )
    )
    widths = tongue.pick(
        (60.0, 20.0, 14.0, 18.0, 18.0, 18.0, 10.0, 16.0),
        (56.0, 22.0, 16.0, 18.0, 18.0, 18.0, 11.0, 15.0),
    )
    yield para("Heading2", "四、资费（元，应付含增值税）")
    yield listing(
        widths,
        head_row("项目", "数量", "计费", "标准单价", "应付", "不含税", "税率", "税额"),
        (*looped("charge in order.charges", 8, row), total),
        "资费",
    )
    yield tag("if order.discount")
    yield para("Note", "{{ order.discount }}。")
    yield tag("endif")


def _bottom() -> Iterator[Xml]:
    yield para("Heading2", "五、客户确认")
    yield para(
        "Body",
        "客户确认以上资料真实、有效，已了解所办业务的内容、资费和合同期；"
        "每月 {{ terms.payment_day }} 日前付清上一计费月的费用，"
        "双方的权利和义务以签订的业务合同为准。",
        properties="<w:keepNext/>",
    )
    yield signatures(
        ("客户（盖章）：{{ customer.name }}", "经办人签字：", "日期："),
        ("受理单位（盖章）：{{ supplier.name }}", "受理人签字：", "日期："),
        height=26,
    )
