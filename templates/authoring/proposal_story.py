"""The story in the proposal template: needs with answers, selling points, totals of options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from templates.authoring.markup import Cell, Row, Xml, para, span, table, tag, tag_row
from templates.authoring.proposal_blocks import LINES, end_of_kept, head

if TYPE_CHECKING:
    from collections.abc import Iterator


def solutions() -> Iterator[Xml]:
    """Which need is answered by what, where somebody has said so."""
    row = Row(
        (
            Cell(para("TableText", "{{ one.need }}")),
            Cell(
                para("TableText", span("{{ one.name }}", "Strong"))
                + tag("if one.benefit")
                + para("TileNote", "{{ one.benefit }}")
                + tag("endif")
            ),
        ),
        keep=True,
    )
    rows = (
        head("需求", "满足它的业务", right_from=2),
        tag_row("for one in solutions", 2),
        row,
        tag_row("endfor", 2),
    )
    yield tag("if solutions")
    yield para("Gap")
    yield table((72, 94), rows, borders=LINES, description="需求与业务")
    yield end_of_kept()
    yield tag("endif")


def features() -> Iterator[Xml]:
    """From what each offering has to what the customer gains by it, with what proves it."""
    cells = tuple(
        Cell(para("TableText", f"{{{{ one.{part} }}}}"), valign="top")
        for part in ("feature", "advantage", "benefit", "evidence")
    )
    row = Row((Cell(para("TableText", span("{{ one.name }}", "Strong")), valign="top"), *cells))
    rows = (
        head("业务", "特点", "优势", "给您的利益", "凭什么", right_from=5),
        tag_row("for one in features", 5),
        row,
        tag_row("endfor", 5),
    )
    yield tag("if features")
    yield para("Heading2", "从特点到利益")
    yield table((26, 35, 35, 35, 35), rows, borders=LINES, description="特点、优势、利益、证据")
    yield end_of_kept()
    yield tag("endif")


def selling_points() -> Iterator[Xml]:
    """What may be said of the price, each sentence computed."""
    yield tag("if selling")
    yield para("Heading2", "换个角度看")
    yield tag("for sentence in selling")
    yield para("Need", "{{ sentence }}")
    yield tag("endfor")
    yield tag("endif")


def totals_of_option() -> Xml:
    """What an option comes to if it is taken alone."""
    return Xml(
        tag("for line in option.totals")
        + para("TileNote", span("{{ line }}", "Strong"))
        + tag("endfor")
    )
