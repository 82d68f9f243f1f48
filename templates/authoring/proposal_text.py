"""The text of the proposal template, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCENT: Final = "2F5CE5"
RULE: Final = "D8DEE9"
_LINES: Final = f"top=8:{ACCENT} bottom=4:{RULE} insideH=4:{RULE}"


class Picture(NamedTuple):
    """A placeholder picture of the body: the chart's name and its width in millimetres."""

    name: str
    width: float


def body_parts() -> Iterator[Xml | Picture]:
    """Every part of the body, from the first page after the cover."""
    yield from _opening()
    yield from _situation()
    yield from _offer()
    yield from _price()
    yield from _proof()
    yield from _service()
    yield from _company()
    yield from _next_steps()


def _head(*names: str, right_from: int = 1) -> Row:
    cells = (
        Cell(para("TableHead" if place < right_from else "TableHeadRight", name))
        for place, name in enumerate(names)
    )
    return Row(tuple(cells), header=True, keep=True)


def _tiles(*tiles: tuple[str, str, str, str]) -> Xml:
    """Key figures side by side: name, figure, unit, note."""
    width = 166 / len(tiles)
    cells = (
        Cell(
            para("TileName", name)
            + para("TileFigure", figure, span(f" {unit}", "Unit"))
            + para("TileNote", note),
            valign="top",
            borders=f"top=12:{ACCENT}",
            padding=(2, 3, 1, 0),
        )
        for name, figure, unit, note in tiles
    )
    return table((width,) * len(tiles), (Row(tuple(cells)),), padding=(1.2, 3, 1.2, 0))


def _opening() -> Iterator[Xml]:
    yield para("Salutation", "尊敬的{{ customer.addressee }}：")
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
    yield tag("if saving and saving.is_gain")
    yield _tiles(
        ("每月费用", "{{ price.monthly.net }}", "元", "含税，合同期{{ document.term }}"),
        (
            "每月节省",
            "{{ saving.monthly }}",
            "元",
            "比典型月 {{ saving.today }} 元少{{ saving.percent }}",
        ),
        ("合每天", "{{ saving.per_day }}", "元", "每月按 30 天，进位到分"),
        ("合同总额", "{{ price.contract.net }}", "元", "合同期共节省 {{ saving.over_term }} 元"),
    )
    yield tag("else")
    yield _tiles(
        ("每月费用", "{{ price.monthly.net }}", "元", "含税"),
        ("一次性费用", "{{ price.one_time.net }}", "元", "含税"),
        ("合同总额", "{{ price.contract.net }}", "元", "合同期{{ document.term }}"),
    )
    yield tag("endif")


def _situation() -> Iterator[Xml | Picture]:
    yield tag("if situation")
    yield para("Heading1", "现状")
    yield para("Lead", "{{ situation.period }}的账单按费用项目列出如下（元，含税）。")
    yield _bills_table()
    yield Picture("bills_chart", 166)
    yield para("Caption", "图　各月账单的构成，以及简单月均与典型月的位置")
    yield para("Heading2", "为什么以典型月为准")
    yield tag("if situation.has_unusual")
    yield para(
        "Lead",
        span("{{ situation.unusual_sentence }}", "Strong"),
        "，简单月均因此不能代表平常的月份。我们用该项费用自己的平常水平代替异常金额，"
        "得到典型月，并以它为准选择套餐档次，以免按偏高的月均多付钱。",
    )
    yield tag("else")
    yield para("Lead", "各月费用没有异常偏离，典型月与简单月均一致，我们以典型月为准选择套餐档次。")
    yield tag("endif")
    yield _two_averages()
    yield tag("if situation.has_unusual")
    yield _unusual_table()
    yield tag("endif")
    yield tag("endif")


def _bills_table() -> Xml:
    """Components down, months across; the months are a loop, so there may be fewer than six."""
    month = 20.5
    widths = (43.0, *(month,) * 6)
    loop, end = "{%tc for month in situation.months %}", "{%tc endfor %}"
    amount = (
        span("{% if cell.unusual %}")
        + span("{{ cell.amount }}", "Unusual")
        + span("{% else %}{{ cell.amount }}{% endif %}")
    )

    def across(style: str, over: str, inner: str) -> tuple[Cell, ...]:
        return (
            Cell(para("Tag", f"{{%tc for {over} %}}")),
            Cell(para(style, Xml(inner))),
            Cell(para("Tag", end)),
        )

    head = Row(
        (
            Cell(para("TableHead", "费用项目")),
            Cell(para("Tag", loop)),
            Cell(para("TableHeadRight", "{{ month }}")),
            Cell(para("Tag", end)),
        ),
        header=True,
    )
    body = Row(
        (
            Cell(para("TableText", "{{ row.name }}")),
            *across("TableRight", "cell in row.cells", amount),
        )
    )
    totals = Row(
        (
            Cell(para("TableTotal", "合计")),
            *across("TableTotalRight", "total in situation.totals", span("{{ total }}")),
        )
    )
    adjusted = Row(
        (
            Cell(para("TableText", "剔除异常后")),
            *across("TableRight", "total in situation.adjusted", span("{{ total }}")),
        )
    )
    rows = (
        head,
        tag_row("for row in situation.rows", 7),
        body,
        tag_row("endfor", 7),
        totals,
        tag_row("if situation.has_unusual", 7),
        adjusted,
        tag_row("endif", 7),
    )
    return table(widths, rows, borders=_LINES, description="各月账单")


def _two_averages() -> Xml:
    cells = (
        Cell(
            para("TileName", "简单月均")
            + para("TileFigurePlain", "{{ situation.average }}", span(" 元", "Unit"))
            + para("TileNote", "各月合计的算术平均"),
            borders=f"top=12:{RULE}",
            padding=(2, 3, 1, 0),
        ),
        Cell(
            para("TileName", "典型月")
            + para("TileFigure", "{{ situation.typical }}", span(" 元", "Unit"))
            + para("TileNote", "剔除异常金额后的平均，本方案的依据"),
            borders=f"top=12:{ACCENT}",
            padding=(2, 3, 1, 0),
        ),
        Cell(
            para("TileName", "波动")
            + para("TileFigurePlain", "{{ situation.fluctuation }}")
            + para("TileNote", "最低 {{ situation.least }} 元，最高 {{ situation.most }} 元"),
            borders=f"top=12:{RULE}",
            padding=(2, 3, 1, 0),
        ),
    )
    return table((55.3, 55.3, 55.4), (Row(cells),), padding=(1.2, 3, 1.2, 0))


def _unusual_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ found.month }}")),
            Cell(para("TableText", "{{ found.name }}")),
            Cell(para("TableRight", span("{{ found.amount }}", "Unusual"))),
            Cell(para("TableRight", "{{ found.usual }}")),
        )
    )
    rows = (
        _head("异常月份", "费用项目", "当月金额（元）", "平常水平（元）", right_from=2),
        tag_row("for found in situation.unusual", 4),
        row,
        tag_row("endfor", 4),
    )
    return Xml(para("Gap") + table((42, 48, 38, 38), rows, borders=_LINES, description="异常费用"))


def _offer() -> Iterator[Xml]:
    yield para("Heading1", "需求与方案")
    yield tag("if needs")
    yield para("Heading2", "您的需求")
    yield tag("for need in needs")
    yield para("Need", "{{ need }}")
    yield tag("endfor")
    yield tag("endif")
    yield para("Heading2", "我们的方案")
    yield tag("for item in items")
    yield para("Lead", span("{{ item.name }}", "Accent"))
    yield tag("if item.benefit")
    yield para("Lead", "{{ item.benefit }}。")
    yield tag("endif")
    yield _contents_table()
    yield tag("if item.overage")
    yield para("Heading2", "超出包含用量后的资费")
    yield _overage_table()
    yield tag("endif")
    yield tag("if item.discount")
    yield para("Note", "{{ item.discount }}。")
    yield tag("endif")
    yield tag("if item.free_months")
    yield para("Note", "{{ item.free_months }}。")
    yield tag("endif")
    yield tag("if item.filing")
    yield para("Note", "资费备案号：{{ item.filing }}")
    yield tag("endif")
    yield tag("endfor")
    yield tag("if conditions")
    yield para("Heading2", "方案的前提")
    yield tag("for condition in conditions")
    yield para("Need", "{{ condition.text }}（{{ condition.due }}）")
    yield tag("endfor")
    yield tag("endif")


def _contents_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ charge.name }}")),
            Cell(para("TableRight", "{{ charge.quantity }}")),
            Cell(para("TableRight", "{{ charge.period }}")),
        )
    )
    rows = (
        _head("包含内容", "数量", "计费"),
        tag_row("for charge in item.charges", 3),
        row,
        tag_row("endfor", 3),
    )
    return table((102, 36, 28), rows, borders=_LINES, description="方案内容")


def _overage_table() -> Xml:
    row = Row(
        (
            Cell(para("TableText", "{{ rate.name }}")),
            Cell(para("TableRight", "{{ rate.price }}")),
        )
    )
    rows = (
        _head("项目", "单价（含税）"),
        tag_row("for rate in item.overage", 2),
        row,
        tag_row("endfor", 2),
    )
    return table((116, 50), rows, borders=_LINES, description="超出资费")


def _price() -> Iterator[Xml]:
    from templates.authoring.proposal_price import price_parts

    yield from price_parts(_head)


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
        _head("月份", "实际账单（元）", "按本方案（元）", "节省（元）"),
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
        "包括用量偏高的月份，结果如下。",
    )
    yield table((46, 40, 40, 40), rows, borders=_LINES, description="套餐试算")
    yield para(
        "Body",
        "按本方案，最低的一个月是 ",
        span("{{ replay.least }}", "Strong"),
        " 元，最高的一个月是 ",
        span("{{ replay.most }}", "Strong"),
        " 元；合计 {{ replay.planned }} 元，与实际账单相差 ",
        span("{{ replay.saving }}", "Accent"),
        " 元。",
        properties='<w:spacing w:before="160"/>',
    )
    yield tag("endif")


def _service() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableText", "{{ level.name }}")),
            Cell(para("TableText", span("{{ level.promise }}", "Strong"))),
            Cell(para("TableText", "{{ level.otherwise }}")),
        )
    )
    rows = (
        _head("指标", "我们的承诺", "没有做到时", right_from=3),
        tag_row("for level in service_levels", 3),
        row,
        tag_row("endfor", 3),
    )
    pledge = Row(
        (
            Cell(para("Tag", "{%tc for pledge in pledges %}")),
            Cell(
                para("TableText", span("{{ pledge.name }}", "Accent"))
                + para("TileNote", "{{ pledge.text }}"),
                borders=f"top=12:{ACCENT}",
                valign="top",
                padding=(2, 4, 1, 0),
            ),
            Cell(para("Tag", "{%tc endfor %}")),
        )
    )
    yield para("Heading1", "服务承诺")
    yield table((46, 40, 80), rows, borders=_LINES, description="服务标准")
    yield para("Heading2", "四零服务")
    yield table((41.5,) * 4, (pledge,), description="四零服务")


def _company() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableHead", "{{ belief.name }}")),
            Cell(para("TableText", "{{ belief.text }}")),
        ),
        keep=True,
    )
    rows = (tag_row("for belief in company", 2), row, tag_row("endfor", 2))
    yield para("Heading1", "关于我们")
    yield para("Lead", span("{{ supplier.name }}", "Strong"), "　{{ supplier.address }}")
    yield table((30, 136), rows, borders=f"insideH=4:{RULE}", description="公司理念")


def _next_steps() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TileFigure", "{{ loop.index }}"), valign="top"),
            Cell(
                para("TableText", span("{{ step.name }}", "Strong"))
                + para("TableText", "{{ step.text }}"),
            ),
        )
    )
    rows = (tag_row("for step in steps", 2), row, tag_row("endfor", 2))
    yield para("Heading1", "下一步")
    yield table((14, 152), rows, description="下一步")
    yield para(
        "Body",
        "本方案的价格有效期至 ",
        span("{{ document.valid_until }}", "Strong"),
        "。您的客户经理是 ",
        span("{{ manager.name }}", "Strong"),
        "，电话 {{ manager.phone }}；服务热线 {{ supplier.hotline }}。",
        properties='<w:spacing w:before="200"/>',
    )
