"""The situation section of the proposal template: bills, chart, typical month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import ACCENT, LINES, RULE, Picture, head

if TYPE_CHECKING:
    from collections.abc import Iterator


def situation_parts() -> Iterator[Xml | Picture]:
    """The section; it appears only when there are bills."""
    yield tag("if situation")
    yield para("Heading1", "现状")
    yield para("Lead", "{{ situation.period }}的账单按费用项目列出如下（元，含税）。")
    yield bills_table((43.0, *(20.5,) * 6))
    yield Picture("bills_chart", 166)
    yield para("Caption", "图　各月账单的构成，以及简单月均与典型月的位置")
    yield para("Heading2", "为什么以典型月为准")
    yield tag("if situation.has_unusual")
    yield para(
        "Lead",
        span("{{ situation.unusual_sentence }}", "Strong"),
        "，简单月均因此不能代表平常的月份。我们用该项费用自己的平常水平代替异常金额，"
        "得到典型月，并以它为准选择套餐档次，不让少数异常月份左右您的预算。",
    )
    yield tag("else")
    yield para("Lead", "各月费用没有异常偏离，典型月与简单月均一致，我们以典型月为准选择套餐档次。")
    yield tag("endif")
    yield _two_averages()
    yield tag("if situation.has_unusual")
    yield _unusual_table()
    yield tag("endif")
    yield tag("endif")


def bills_table(widths: tuple[float, ...], *, average: bool = False) -> Xml:
    """Components down, months across; the months are a loop, so there may be fewer than six.

    Args:
        widths: Millimetres of the name and of six months, and of the average if it is shown.
        average: The last column says what a component comes to on average.
    """
    columns = len(widths)
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

    def last(style: str, text: str) -> tuple[Cell, ...]:
        return (Cell(para(style, text)),) if average else ()

    head = Row(
        (
            Cell(para("TableHead", "费用项目")),
            Cell(para("Tag", loop)),
            Cell(para("TableHeadRight", "{{ month }}")),
            Cell(para("Tag", end)),
            *last("TableHeadRight", "月均"),
        ),
        header=True,
    )
    body = Row(
        (
            Cell(para("TableText", "{{ row.name }}")),
            *across("TableRight", "cell in row.cells", amount),
            *last("TableRight", "{{ row.average }}"),
        )
    )
    totals = Row(
        (
            Cell(para("TableTotal", "合计")),
            *across("TableTotalRight", "total in situation.totals", span("{{ total }}")),
            *last("TableTotalRight", "{{ situation.average }}"),
        )
    )
    adjusted = Row(
        (
            Cell(para("TableText", "剔除异常后")),
            *across("TableRight", "total in situation.adjusted", span("{{ total }}")),
            *last("TableRight", "{{ situation.typical }}"),
        )
    )
    rows = (
        head,
        tag_row("for row in situation.rows", columns),
        body,
        tag_row("endfor", columns),
        totals,
        tag_row("if situation.has_unusual", columns),
        adjusted,
        tag_row("endif", columns),
    )
    return table(widths, rows, borders=LINES, description="各月账单")


def _two_averages() -> Xml:
    cells = (
        Cell(
            para("TileName", "简单月均（元）")
            + para("TileFigurePlain", "{{ situation.average }}")
            + para("TileNote", "各月合计的算术平均"),
            borders=f"top=12:{RULE}",
            padding=(2, 3, 1, 0),
        ),
        Cell(
            para("TileName", "典型月（元）")
            + para("TileFigure", "{{ situation.typical }}")
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
        head("异常月份", "费用项目", "当月金额", "平常水平", right_from=2),
        tag_row("for found in situation.unusual", 4),
        row,
        tag_row("endfor", 4),
    )
    return Xml(para("Gap") + table((42, 48, 38, 38), rows, borders=LINES, description="异常费用"))
