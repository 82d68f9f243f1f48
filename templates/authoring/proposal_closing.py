"""The end of the proposal template: service promises, the company, next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import ACCENT, LINES, RULE, end_of_kept, head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from templates.authoring.tongue import Tongue


def closing_parts(tongue: Tongue) -> Iterator[Xml]:
    """What is promised, who promises it, and what happens next."""
    yield from _service(tongue)
    yield from _company()
    yield from _next_steps()


def _service(tongue: Tongue) -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableText", "{{ level.name }}")),
            Cell(para("TableText", span("{{ level.promise }}", "Strong"))),
            Cell(para("TableText", "{{ level.otherwise }}")),
        ),
        keep=True,
    )
    rows = (
        head("指标", "我们的承诺", "没有做到时", right_from=3),
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
                padding=(2, 6, 1, 0),
            ),
            Cell(para("Tag", "{%tc endfor %}")),
        )
    )
    widths = tongue.pick((56.0, 44.0, 66.0), (52.0, 52.0, 62.0))
    yield tag("if chapters.service")
    yield para("Heading1", "服务承诺")
    yield table(widths, rows, borders=LINES, padding=(0.7, 4, 0.7, 0), description="服务标准")
    yield para("Heading2", "四零服务")
    yield table((41.5,) * 4, (pledge,), description="四零服务")
    yield tag("endif")


def _company() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableHead", "{{ belief.name }}")),
            Cell(para("TableText", "{{ belief.text }}")),
        ),
        keep=True,
    )
    rows = (tag_row("for belief in company", 2), row, tag_row("endfor", 2))
    yield tag("if chapters.company")
    yield para("Heading1", "关于我们")
    yield para("Lead", span("{{ supplier.name }}", "Strong"), "　{{ supplier.address }}")
    rules = f"insideH=4:{RULE}"
    yield table((30, 136), rows, borders=rules, padding=(0.7, 0, 0.7, 0), description="公司理念")
    yield end_of_kept()
    yield tag("endif")


def _next_steps() -> Iterator[Xml]:
    """Side by side: four steps one below the other would take a page of their own."""
    steps = Row(
        (
            Cell(para("Tag", "{%tc for step in steps %}")),
            Cell(
                para("TileFigure", "{{ loop.index }}")
                + para("TableText", span("{{ step.name }}", "Strong"))
                + para("TileNote", "{{ step.text }}"),
                borders=f"top=12:{ACCENT}",
                valign="top",
                padding=(2, 4, 0, 0),
            ),
            Cell(para("Tag", "{%tc endfor %}")),
        )
    )
    yield tag("if chapters.steps")
    yield para("Heading1", "下一步")
    yield table((41.5,) * 4, (steps,), description="下一步")
    yield tag("endif")
    yield para(
        "Body",
        "本方案的价格有效期至 ",
        span("{{ document.valid_until }}", "Strong"),
        "。您的客户经理是 ",
        span("{{ manager.name }}", "Strong"),
        "{% if manager.phone %}，电话 {{ manager.phone }}{% endif %}"
        "{% if supplier.hotline %}；服务热线 {{ supplier.hotline }}{% endif %}。",
        properties='<w:spacing w:before="120"/>',
    )
