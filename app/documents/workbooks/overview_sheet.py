"""Overview (审批总览): in front of several quotes, each in a block narrow enough for a telephone.

Every figure is a formula on the quote's own sheets, and the decision is made there: the overview
only shows which quotes have one yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink

from app.documents.workbooks.cells import Live
from app.documents.workbooks.page import protect, set_up_page
from app.documents.workbooks.rows import Kind
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.styles import MONEY, PERCENT, Style
from app.documents.workbooks.summary_facts import margin_fact
from app.documents.workbooks.summary_reasons import required_fact
from app.documents.workbooks.table import lines_of
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook

    from app.documents.workbooks.approval_sheets import CaseSheets
    from app.documents.workbooks.cells import CellValue
    from app.figures import Figures
    from app.translation import Words

_LABEL_WIDTH, _VALUE_WIDTH = 20, 38


def write_overview(
    workbook: Workbook, parts: Sequence[CaseSheets], words: Words, figures: Figures
) -> SheetWriter:
    """Write the sheet; it comes last in the workbook, see ``move_first``.

    Args:
        workbook: That has the sheets of every quote.
        parts: The quotes.
        words: Texts.
        figures: Formats.
    """
    writer = SheetWriter(workbook.create_sheet(words("workbook.sheet.overview")))
    writer.follows_inputs = True
    sheet = writer.sheet
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    sheet.column_dimensions["B"].width = _VALUE_WIDTH
    writer.put(1, 1, words("workbook.overview.title", count=len(parts)), Style.TITLE)
    writer.set_height(1, 28)
    writer.put(2, 1, words("workbook.overview.hint"), Style.HINT)
    writer.merge(2, 1, 2)
    writer.set_height(2, 45)
    at = 4
    for part in parts:
        at = _block(writer, at, part, words, figures)
    set_up_page(sheet, words, words("workbook.overview.title", count=len(parts)), landscape=False)
    sheet.sheet_properties.tabColor = "1F3A5F"
    protect(sheet)
    return writer


def move_first(workbook: Workbook, overview: SheetWriter) -> None:
    """Put the sheet in front of all others."""
    workbook.move_sheet(overview.sheet, 1 - len(workbook.worksheets))


def _block(writer: SheetWriter, at: int, part: CaseSheets, words: Words, figures: Figures) -> int:
    """One quote; returns the row after it."""
    revision = part.case.revision
    writer.fill(at, 1, 2, Style.SECTION)
    writer.put(at, 1, f"{revision.quote.number} {revision.label}", Style.SECTION)
    writer.merge(at, 1, 2)
    writer.set_height(at, 24)
    summary = part.writers["summary"].name
    link = Hyperlink(ref=f"A{at}", location=f"{summary}!A1")
    # The library has no public way to link from a place that it knows no cell of.
    writer.sheet._hyperlinks.append(link)  # type: ignore[attr-defined]  # noqa: SLF001
    for label, value, style, shown in _facts(part, words, figures):
        at += 1
        writer.put(at, 1, label, Style.LABEL)
        writer.put(at, 2, value, style, shown)
        text = value.value if isinstance(value, Live) else value
        wide = lines_of(text, _VALUE_WIDTH) if isinstance(text, str) else 1
        writer.set_height(at, 6 + 15 * wide)
    return at + 2


def _facts(
    part: CaseSheets, words: Words, figures: Figures
) -> Iterator[tuple[str, CellValue, Style, str]]:
    revision, items = part.case.revision, part.items
    totals = revision.priced.totals
    monthly = Live(
        f"={items.cell('net', items.totals[Kind.MONTHLY])}", yuan(totals.monthly.net_amount)
    )
    contract = Live(f"={items.cell('term_net', items.contract)}", yuan(totals.contract.net_amount))
    required = required_fact(revision, part.case.matrix, part.summary.authority, words, figures)
    decision = f"{part.writers['summary'].name}!$B${part.summary.decision['decision']}"
    waiting = words("workbook.overview.waiting")
    label = words("workbook.summary.contract", months=totals.term)
    yield words("workbook.summary.customer"), revision.customer.name, Style.VALUE, ""
    yield required.label, required.value, Style.VALUE, ""
    yield words("workbook.summary.monthly"), monthly, Style.VALUE, MONEY
    yield label, contract, Style.VALUE, MONEY
    margin = margin_fact(revision, items, words)
    yield margin.label, margin.value, Style.VALUE, PERCENT
    told = Live(f'=IF({decision}="","{waiting}",{decision})', waiting)
    yield words("workbook.summary.decision.decision"), told, Style.BIG_TEXT, ""
