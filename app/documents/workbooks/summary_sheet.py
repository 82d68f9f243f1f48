"""Summary sheet (审批摘要): what is asked, what it is worth, who must decide, and the decision.

One column of labels and one of values, wide enough to read on a telephone; the figures that
matter are large. The decision is filled in at the bottom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.cells import Live
from app.documents.workbooks.decision_area import write_decision
from app.documents.workbooks.styles import Style
from app.documents.workbooks.summary_facts import (
    Fact,
    amount_facts,
    check_facts,
    identity_facts,
    saving_facts,
)
from app.documents.workbooks.summary_reasons import reason_facts
from app.documents.workbooks.table import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words

_LABEL_WIDTH, _VALUE_WIDTH = 20, 38
"""Together no wider than a telephone held upright."""


class SummaryLayout(NamedTuple):
    """The rows of the decision, by name; and where things stand on the authority sheet."""

    decision: dict[str, int]
    authority: AuthorityLayout


def write_summary(
    writer: SheetWriter,
    revision: Revision,
    matrix: AuthorityMatrix,
    items: ItemsLayout,
    authority: AuthorityLayout,
    words: Words,
    figures: Figures,
) -> SummaryLayout:
    """Write the sheet and tell where the decision stands."""
    sheet = writer.sheet
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    sheet.column_dimensions["B"].width = _VALUE_WIDTH
    writer.put(1, 1, words("workbook.summary.title"), Style.TITLE)
    writer.set_height(1, 28)
    writer.put(2, 1, words("workbook.summary.hint"), Style.HINT)
    writer.merge(2, 1, 2)
    writer.set_height(2, 30)
    at = 4
    sections = (
        ("required", reason_facts(revision, matrix, authority, words, figures)),
        ("amounts", amount_facts(revision, items, authority, words)),
        ("saving", saving_facts(revision, words, figures)),
        ("identity", identity_facts(revision, words, figures)),
        ("check", check_facts(revision, items, words)),
    )
    for key, facts in sections:
        at = _section(writer, at, words(f"workbook.summary.section.{key}"), facts)
    decision = write_decision(writer, at, revision, matrix, words, figures)
    return SummaryLayout(decision, authority)


def _section(writer: SheetWriter, at: int, heading: str, facts: Iterable[Fact]) -> int:
    """A heading and its facts; returns the row after them."""
    writer.fill(at, 1, 2, Style.SECTION)
    writer.put(at, 1, heading, Style.SECTION)
    writer.set_height(at, 22)
    for fact in facts:
        at += 1
        writer.put(at, 1, fact.label, Style.LABEL)
        writer.put(at, 2, fact.value, fact.style, fact.shown)
        writer.set_height(at, _height(fact))
    return at + 2


def _height(fact: Fact) -> float:
    """Points that a row needs for its label and its value."""
    text = fact.value.value if isinstance(fact.value, Live) else fact.value
    lines = lines_of(fact.label, _LABEL_WIDTH)
    if fact.style in {Style.BIG_MONEY, Style.BIG_PERCENT, Style.BIG_TEXT}:
        wide = lines_of(text, _VALUE_WIDTH / 1.6) if isinstance(text, str) else 1
        return max(26 * wide, 6 + 15 * lines)
    if isinstance(text, str):
        lines = max(lines, lines_of(text, _VALUE_WIDTH))
    return 6 + 15 * lines
