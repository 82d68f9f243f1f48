"""Terms, and why us, in the proposal template: what we do better, what others gained, material."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import LINES, end_of_kept, head

if TYPE_CHECKING:
    from collections.abc import Iterator


def reason_parts() -> Iterator[Xml]:
    """Each part appears only where the quote has taken something in."""
    yield from _reasons()
    yield from _examples()
    yield from _material()


def agreed_terms() -> Iterator[Xml]:
    """What the customer promises, and what is agreed on with him alone."""
    yield tag("if conditions")
    yield para("Heading2", "方案的前提")
    yield tag("for condition in conditions")
    yield para("Need", "{{ condition.text }}（{{ condition.due }}）")
    yield tag("endfor")
    yield tag("endif")
    yield tag("if terms")
    yield para("Heading2", "特别约定")
    yield tag("for term in terms")
    yield para("Need", "{{ term }}")
    yield tag("endfor")
    yield tag("endif")


def _reasons() -> Iterator[Xml]:
    row = Row(
        (
            Cell(para("TableText", span("{{ one.claim }}", "Strong")), valign="top"),
            Cell(para("TableText", "{{ one.value }}"), valign="top"),
            Cell(
                para("TableText", "{{ one.evidence }}")
                + tag("if one.proof")
                + para("TileNote", "随附：{{ one.proof }}")
                + tag("endif"),
                valign="top",
            ),
        ),
        keep=True,
    )
    rows = (
        head("我们的优势", "对您的价值", "证据", right_from=3),
        tag_row("for one in reasons", 3),
        row,
        tag_row("endfor", 3),
    )
    yield tag("if reasons")
    yield para("Heading1", "为什么选择我们")
    yield table((48, 59, 59), rows, borders=LINES, description="我们的优势")
    yield end_of_kept()
    yield tag("endif")


def _examples() -> Iterator[Xml]:
    yield tag("if examples")
    yield para("Heading1", "成功案例", properties="<w:pageBreakBefore/>")
    yield tag("for one in examples")
    yield para("Heading2", "{{ one.title }}")
    yield tag("if one.customer")
    yield para("Note", "客户：{{ one.customer }}", properties="<w:keepNext/>")
    yield tag("endif")
    yield para("Body", "{{ one.text }}")
    yield tag("if one.figures")
    yield para("Need", span("{{ one.figures }}", "Accent"))
    yield tag("endif")
    yield tag("endfor")
    yield tag("endif")


def _material() -> Iterator[Xml]:
    yield tag("if material")
    yield para("Heading2", "随附资料")
    yield tag("for one in material")
    yield para("Need", "{{ one.name }}{% if one.link %}：{{ one.link }}{% endif %}")
    yield tag("endfor")
    yield tag("endif")
