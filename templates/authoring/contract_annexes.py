"""The end of the contract template: signatures, then the annexes of prices and sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.contract_blocks import BOX, FLUSH, INK, LINES
from templates.authoring.markup import Cell, Row, Xml, para, table, tag, tag_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from templates.authoring.tongue import Tongue


_ABOVE = '<w:keepNext/><w:spacing w:after="80"/>'
"""Of a note that stands over a table."""
_COLUMNS = 9
"""Of the price annex."""
_TEXTS = 2
"""Of these the first columns hold text; the others hold figures."""


def signatures() -> Xml:
    """Room for both signatures and seals; it stays on one page."""

    def party(name: str, known: str) -> Cell:
        return Cell(
            para("SignHead", f"{name}：{{{{ {known} }}}}")
            + para("Sign", "法定代表人或授权代理人（签字）：")
            + para("Sign", "签订日期：　　　　年　　　月　　　日")
            + para("Seal", "（盖章处）"),
            valign="top",
            padding=(4, 4, 8, 4),
        )

    row = Row(
        (party("甲方（盖章）", "customer.name"), party("乙方（盖章）", "supplier.name")), height=48
    )
    return Xml(
        para("Gap", properties='<w:keepNext/><w:spacing w:before="160"/>')
        + table((83, 83), (row,), borders=BOX, indent=FLUSH, description="签署")
    )


def price_annex(tongue: Tongue) -> Iterator[Xml]:
    """Annex one: every charge with its VAT, the totals, the contract value."""
    widths = tongue.pick(
        (7.5, 38.5, 18.0, 15.0, 20.5, 21.0, 21.0, 9.0, 15.5),
        (7.5, 34.5, 20.5, 15.5, 20.5, 21.0, 21.0, 9.0, 16.5),
    )
    names = ("序号", "项目", "数量", "标准单价", "标准价", "应付", "不含税", "税率", "税额")
    head = Row(
        tuple(
            Cell(para("TableHead" if place < _TEXTS else "TableHeadRight", name))
            for place, name in enumerate(names)
        ),
        header=True,
        keep=True,
    )
    texts = (
        "{{ row.number }}",
        "{{ row.name }}",
        "{{ row.quantity }} {{ row.unit }}",
        *(f"{{{{ row.{key} }}}}" for key in ("unit_price", "list", "net", "ex_tax", "rate", "tax")),
    )
    cells = tuple(
        Cell(para("TableText" if place < _TEXTS else "TableRight", text))
        for place, text in enumerate(texts)
    )
    total = Row(
        (
            Cell(para("TableTotal", "合计"), span=3, borders=f"top=8:{INK}"),
            *(
                Cell(
                    para("TableTotalRight", f"{{{{ group.{key} }}}}"),
                    span=span,
                    borders=f"top=8:{INK}",
                )
                for key, span in (("list", 2), ("net", 1), ("ex_tax", 1), ("tax", 2))
            ),
        )
    )
    rows = (
        head,
        tag_row("for row in group.rows", _COLUMNS),
        tag_row("if loop.last and group.has_total", _COLUMNS),
        Row(cells, keep=True),
        tag_row("else", _COLUMNS),
        Row(cells),
        tag_row("endif", _COLUMNS),
        tag_row("endfor", _COLUMNS),
        tag_row("if group.has_total", _COLUMNS),
        total,
        tag_row("endif", _COLUMNS),
    )
    yield para("AnnexTitle", "附件一　价格", properties="<w:pageBreakBefore/>")
    yield para(
        "Note", "单位：元（人民币）。应付金额含增值税；套餐内各项目的应付金额为套餐价的分摊额。"
    )
    yield tag("for group in annex")
    yield para("AnnexGroup", "{{ group.title }}")
    yield table(widths, rows, borders=LINES, padding=(1, 0.8, 1, 0), description="价格附件")
    yield tag("endfor")
    yield para("AnnexGroup", "合同总额（{{ document.term }}）")
    yield tag("if price.formula")
    yield para("Note", "计算：{{ price.formula }}", properties=_ABOVE)
    yield tag("endif")
    yield tag("if price.free_months")
    yield para(
        "Note",
        "合同总额已扣除免费月份的价值 {{ price.free_months }} 元。",
        properties=_ABOVE,
    )
    yield tag("endif")
    yield _contract_total()
    yield tag("for item in items")
    yield tag("if item.filing")
    yield para("Note", "{{ item.name }}资费备案号：{{ item.filing }}")
    yield tag("endif")
    yield tag("endfor")


def _contract_total() -> Xml:
    rows = (
        Row(
            tuple(
                Cell(para("TableHead" if place == 0 else "TableHeadRight", name))
                for place, name in enumerate(("", "含税", "不含税", "增值税"))
            ),
            keep=True,
        ),
        tag_row("for row in price.summary", 4),
        Row(
            (
                Cell(para("TableText", "{{ row.name }}")),
                *(
                    Cell(para("TableRight", f"{{{{ row.{key} }}}}"))
                    for key in ("net", "ex_tax", "tax")
                ),
            ),
            keep=True,
        ),
        tag_row("endfor", 4),
        tag_row("for row in price.tax_rows", 4),
        Row(
            (
                Cell(para("TableText", "合同总额中税率为{{ row.rate }}的部分"), span=2),
                Cell(para("TableRight", "{{ row.ex_tax }}")),
                Cell(para("TableRight", "{{ row.tax }}")),
            ),
            keep=True,
        ),
        tag_row("endfor", 4),
        Row(
            (
                Cell(para("TableTotal", "合同总额"), borders=f"top=8:{INK}"),
                *(
                    Cell(
                        para("TableTotalRight", f"{{{{ price.contract.{key} }}}}"),
                        borders=f"top=8:{INK}",
                    )
                    for key in ("net", "ex_tax", "tax")
                ),
            ),
            keep=True,
        ),
        Row(
            (
                Cell(
                    para("TableTotal", "大写：人民币{{ price.contract.capital }}"),
                    span=4,
                ),
            )
        ),
    )
    return table(
        (70, 32, 32, 32), rows, borders=LINES, padding=(1, 0.8, 1, 0), description="合同总额"
    )


def service_annex(tongue: Tongue) -> Iterator[Xml]:
    """Annex two: what is promised, and what happens where it is not kept."""
    row = Row(
        tuple(
            Cell(para("TableText", f"{{{{ level.{name} }}}}"))
            for name in ("name", "promise", "otherwise")
        )
    )
    head = Row(
        tuple(Cell(para("TableHead", name)) for name in ("指标", "标准", "未达到时")),
        header=True,
        keep=True,
    )
    rows = (head, tag_row("for level in service_levels", 3), row, tag_row("endfor", 3))
    widths = tongue.pick((45.0, 39.0, 82.0), (47.0, 48.0, 71.0))
    yield para("AnnexTitle", "附件二　服务标准")
    yield table(widths, rows, borders=LINES, padding=(1, 3, 1, 0), description="服务标准")
    yield para("Note", "时限自甲方拨打服务热线或者书面通知之时起计算。")


def site_annex() -> Iterator[Xml]:
    """Annex three: sites and accounts; it appears only when sites are known or named.

    Where items say where they are or who pays, each site has its services and its account.
    """
    account = Row(
        (
            Cell(para("TableText", "{{ loop.index }}")),
            Cell(para("TableText", "{{ account.number }}")),
            Cell(para("TableText", "{{ account.holder }}")),
        )
    )
    account_head = Row(
        tuple(Cell(para("TableHead", name)) for name in ("序号", "号码", "户名")), header=True
    )
    accounts = (account_head, tag_row("for account in accounts", 3), account, tag_row("endfor", 3))
    widths = (12.0, 54.0, 100.0)
    yield tag("if sites or has_places")
    yield para("AnnexTitle", "附件三　服务地点和计费账户")
    yield para("AnnexGroup", "服务地点")
    yield tag("if has_places")
    yield place_table((30.0, 44.0, 54.0, 38.0))
    yield tag("else")
    yield _site_table(widths)
    yield tag("endif")
    yield tag("if accounts")
    yield para("AnnexGroup", "计费账户")
    yield table(widths, accounts, borders=LINES, padding=(1, 2, 1, 0), description="计费账户")
    yield tag("endif")
    yield tag("endif")


def place_table(widths: tuple[float, ...]) -> Xml:
    """Each site with what is installed there and the account that pays for it."""
    head = Row(
        tuple(Cell(para("TableHead", name)) for name in ("地点", "地址", "业务", "付费账户")),
        header=True,
    )
    row = Row(
        tuple(
            Cell(para("TableText", f"{{{{ place.{name} }}}}"))
            for name in ("name", "address", "services", "account")
        )
    )
    rows = (head, tag_row("for place in places", 4), row, tag_row("endfor", 4))
    return table(widths, rows, borders=LINES, padding=(1, 2, 1, 0), description="地点和付费账户")


def _site_table(widths: tuple[float, ...]) -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ loop.index }}")),
            Cell(para("TableText", "{{ site.name }}")),
            Cell(para("TableText", "{{ site.address }}")),
        )
    )
    head = Row(
        tuple(Cell(para("TableHead", name)) for name in ("序号", "地点", "地址")), header=True
    )
    rows = (head, tag_row("for site in sites", 3), row, tag_row("endfor", 3))
    return table(widths, rows, borders=LINES, padding=(1, 2, 1, 0), description="服务地点")
