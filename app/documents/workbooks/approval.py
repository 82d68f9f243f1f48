"""The approval workbook (审批表): everything an approver needs, with live formulas; internal.

Five sheets: summary with the decision, items, authority, scenario, price steps; and a very hidden
one that ties the workbook to its revision. It is a view: nothing in a workbook that comes back is
trusted, and its protection is no security. Never hand it to a customer: it shows cost and margin.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from openpyxl import Workbook

from app.documents.workbooks import items_sheet, scenario_sheet
from app.documents.workbooks.authority_sheet import write_authority
from app.documents.workbooks.cells import safe_text
from app.documents.workbooks.items_sheet import write_items
from app.documents.workbooks.package import APPLICATION, finished
from app.documents.workbooks.page import protect, set_up_page
from app.documents.workbooks.rows import price_rows
from app.documents.workbooks.scenario_sheet import write_scenario
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.steps_sheet import HEAD_ROW as STEPS_HEAD_ROW
from app.documents.workbooks.steps_sheet import write_steps
from app.documents.workbooks.styles import add_styles
from app.documents.workbooks.summary_sheet import write_summary
from app.documents.workbooks.trace_sheet import NAME as TRACE_NAME
from app.documents.workbooks.trace_sheet import write_trace
from app.errors import DocumentError

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words

SHEETS = ("summary", "items", "authority", "scenario", "steps")


def write_approval(
    revision: Revision, words: Words, figures: Figures, matrix: AuthorityMatrix
) -> bytes:
    """The workbook for whoever must approve a revision.

    Args:
        revision: What is to be approved.
        words: Texts of the approver's language.
        figures: Formats of the same language.
        matrix: The limits that the revision's verdict was made with.

    Returns:
        The .xlsx file; the same revision gives the same bytes.

    Raises:
        DocumentError: If the limits are of another version than the verdict's: the sheets would
            show limits that did not decide.
    """
    if matrix.version != revision.verdict.matrix_version:
        raise DocumentError(
            limits=matrix.version, verdict=revision.verdict.matrix_version, file="approval"
        )
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    writers = {
        key: SheetWriter(workbook.create_sheet(words(f"workbook.sheet.{key}"))) for key in SHEETS
    }
    trace = SheetWriter(workbook.create_sheet(TRACE_NAME))
    rows = price_rows(revision)
    items = write_items(writers["items"], revision, rows, words, figures)
    authority = write_authority(writers["authority"], revision, matrix, rows, items, words, figures)
    write_scenario(writers["scenario"], revision, matrix, rows, items, authority, words, figures)
    write_steps(writers["steps"], rows, words, figures)
    write_summary(writers["summary"], revision, matrix, items, authority, words, figures)
    write_trace(trace, revision, rows, items_sheet.FIRST_ROW, scenario_sheet.FIRST_ROW)
    _pages(writers, revision, words)
    for writer in (*writers.values(), trace):
        protect(writer.sheet)
    _properties(workbook, revision, words)
    target = io.BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), (*writers.values(), trace))


def _pages(writers: dict[str, SheetWriter], revision: Revision, words: Words) -> None:
    """Printing, headings that stay in sight, and colours of the tabs."""
    mark = safe_text(f"{revision.quote.number} {revision.label}")
    item_head, scenario_head = items_sheet.HEAD_ROW, scenario_sheet.TABLE_HEAD_ROW
    set_up_page(writers["summary"].sheet, words, mark, landscape=False)
    set_up_page(
        writers["items"].sheet,
        words,
        mark,
        pages_wide=2,
        head_rows=f"{item_head}:{item_head}",
        head_columns="A:C",
    )
    set_up_page(writers["authority"].sheet, words, mark, head_rows="4:5")
    set_up_page(
        writers["scenario"].sheet,
        words,
        mark,
        head_rows=f"{scenario_head}:{scenario_head}",
        area=scenario_sheet.printed(writers["scenario"]),
    )
    set_up_page(writers["steps"].sheet, words, mark, head_rows=f"{STEPS_HEAD_ROW}:{STEPS_HEAD_ROW}")
    freezes = {
        "items": f"D{item_head + 1}",
        "authority": "B6",
        "scenario": f"C{scenario_head + 1}",
        "steps": f"A{STEPS_HEAD_ROW + 1}",
    }
    for key, cell in freezes.items():
        writers[key].sheet.freeze_panes = cell
    for key, colour in zip(SHEETS, ("1F3A5F", "5E6B78", "5E6B78", "C9B458", "5E6B78"), strict=True):
        writers[key].sheet.sheet_properties.tabColor = colour


def _properties(workbook: Workbook, revision: Revision, words: Words) -> None:
    """Whose workbook it is, and when its prices are from; no clock is read."""
    properties = workbook.properties
    properties.creator = APPLICATION
    properties.lastModifiedBy = APPLICATION
    number = safe_text(revision.quote.number)
    properties.title = words("workbook.page.title", number=number, revision=revision.label)
    properties.subject = words("workbook.page.internal")
    properties.created = datetime.combine(revision.quote.price_date, time.min)
    workbook.calculation.fullCalcOnLoad = True
    workbook.security.lockStructure = True
    workbook.active = 0
