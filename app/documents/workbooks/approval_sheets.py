"""The sheets of one quote in an approval workbook: written for the file, or only to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook

from app.documents.workbooks import items_sheet, scenario_sheet
from app.documents.workbooks.authority_sheet import write_authority
from app.documents.workbooks.cells import safe_text
from app.documents.workbooks.items_sheet import write_items
from app.documents.workbooks.page import protect, set_up_page
from app.documents.workbooks.place_columns import names_places
from app.documents.workbooks.rows import price_rows
from app.documents.workbooks.scenario_sheet import write_scenario
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.steps_sheet import HEAD_ROW as STEPS_HEAD_ROW
from app.documents.workbooks.steps_sheet import write_steps
from app.documents.workbooks.styles import add_styles
from app.documents.workbooks.summary_sheet import write_summary
from app.documents.workbooks.trace_sheet import FORMAT, WITHOUT_PLACES, write_trace
from app.documents.workbooks.trace_sheet import NAME as TRACE_NAME
from app.errors import DocumentError

if TYPE_CHECKING:
    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.documents.workbooks.summary_sheet import SummaryLayout
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words

SHEETS = ("summary", "items", "authority", "scenario", "steps")
_TABS = ("1F3A5F", "5E6B78", "5E6B78", "C9B458", "5E6B78")


class ApprovalCase(NamedTuple):
    """What is to be approved, the limits that its verdict was made with, and how it is written."""

    revision: Revision
    matrix: AuthorityMatrix
    form: int = FORMAT


class CaseSheets(NamedTuple):
    """The sheets of one quote.

    Attributes:
        case: What they show.
        writers: By key, see ``SHEETS``.
        trace: The very hidden sheet.
        summary: Where things stand on the summary.
        items: Where things stand on the sheet of items.
    """

    case: ApprovalCase
    writers: dict[str, SheetWriter]
    trace: SheetWriter
    summary: SummaryLayout
    items: ItemsLayout

    @property
    def all(self) -> tuple[SheetWriter, ...]:
        """Every sheet in the order of the tabs."""
        return (*self.writers.values(), self.trace)


def empty_workbook() -> Workbook:
    """A workbook without sheets that knows our looks."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    return workbook


def prefix_of(position: int, count: int) -> str:
    """What the names of a quote's sheets begin with: nothing in a workbook of one quote."""
    return f"{position} " if count > 1 else ""


def write_case(
    workbook: Workbook, case: ApprovalCase, words: Words, figures: Figures, prefix: str = ""
) -> CaseSheets:
    """Write the sheets of a quote.

    Args:
        workbook: Of ``empty_workbook``.
        case: What is to be approved.
        words: Texts of the approver's language.
        figures: Formats of the same language.
        prefix: What the sheets' names begin with.

    Raises:
        DocumentError: If the limits are of another version than the verdict's: the sheets would
            show limits that did not decide.
    """
    revision, matrix, form = case
    if matrix.version != revision.verdict.matrix_version:
        raise DocumentError(
            reason="other_limits",
            limits=matrix.version,
            verdict=revision.verdict.matrix_version,
        )
    writers = {
        key: SheetWriter(workbook.create_sheet(prefix + words(f"workbook.sheet.{key}")))
        for key in SHEETS
    }
    trace = SheetWriter(workbook.create_sheet(f"{TRACE_NAME} {prefix}".strip()))
    rows = price_rows(revision)
    places = form > WITHOUT_PLACES and names_places(revision)
    items = write_items(writers["items"], revision, rows, words, figures, places=places)
    authority = write_authority(writers["authority"], revision, matrix, rows, items, words, figures)
    write_scenario(writers["scenario"], revision, matrix, rows, items, authority, words, figures)
    write_steps(writers["steps"], rows, words, figures)
    summary = write_summary(writers["summary"], revision, matrix, items, authority, words, figures)
    write_trace(
        trace,
        revision,
        rows,
        items_sheet.FIRST_ROW,
        scenario_sheet.FIRST_ROW,
        language=words.language,
        prefix=prefix,
        form=form,
    )
    return CaseSheets(case, writers, trace, summary, items)


def finish_pages(sheets: CaseSheets, words: Words) -> None:
    """Printing, protection, headings that stay in sight, and colours of the tabs."""
    revision, writers = sheets.case.revision, sheets.writers
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
    for key, colour in zip(SHEETS, _TABS, strict=True):
        writers[key].sheet.sheet_properties.tabColor = colour
    for writer in sheets.all:
        protect(writer.sheet)
