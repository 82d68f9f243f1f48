"""Scenario sheet (试算): the approver tries discounts and free months and sees who must approve.

Its figures start as the quote's. Nothing tried here changes the quote: the approver writes the
conditions into the decision, and the author makes a new revision of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import MultiCellRange
from openpyxl.worksheet.datavalidation import DataValidation

from app.documents.workbooks.authority_values import all_values
from app.documents.workbooks.scenario_columns import TABLE, Scenario
from app.documents.workbooks.scenario_head import (
    FIRST_COLUMN,
    LEVEL,
    write_head,
)
from app.documents.workbooks.scenario_measures import Rows
from app.documents.workbooks.scenario_table import Inputs, write_scenario_rows
from app.documents.workbooks.styles import AMBER_FILL, RED, Style, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.translation import Words

TABLE_HEAD_ROW = 10
FIRST_ROW = TABLE_HEAD_ROW + 1


def write_scenario(
    writer: SheetWriter,
    revision: Revision,
    matrix: AuthorityMatrix,
    rows: Sequence[PriceRow],
    items: ItemsLayout,
    authority: AuthorityLayout,
    words: Words,
    figures: Figures,
) -> None:
    """Write the sheet."""
    writer.follows_inputs = True
    scenario = Scenario(writer, matrix, authority, words, figures, FIRST_ROW)
    writer.put(1, 1, words("workbook.scenario.title"), Style.TITLE)
    writer.put(2, 1, words("workbook.scenario.hint"), Style.HINT)
    TABLE.write_head(writer, TABLE_HEAD_ROW, words, "workbook.scenario.column")
    writer.set_height(TABLE_HEAD_ROW, 32)
    inputs = write_scenario_rows(scenario, revision, rows)
    last = FIRST_ROW + max(len(rows), 1) - 1
    span = Rows(FIRST_ROW, last, items, words)
    width = write_head(scenario, revision, span, all_values(revision, rows))
    writer.merge(2, 1, width)
    writer.set_height(2, 30)
    _inputs(scenario, inputs, revision)
    _colours(scenario, last, width)


def printed(writer: SheetWriter) -> str:
    """What is printed: not the columns of mere arithmetic on the right."""
    return f"A1:{TABLE.letter('why')}{writer.last_row}"


def _inputs(scenario: Scenario, inputs: Inputs, revision: Revision) -> None:
    """Only percentages and whole months may be typed."""
    words, sheet = scenario.words, scenario.writer.sheet
    percent = DataValidation(
        type="decimal", operator="between", formula1="0", formula2="100", allow_blank=False
    )
    percent.errorTitle = words("workbook.scenario.input")
    percent.error = words("workbook.scenario.percent_error")
    months = DataValidation(
        type="whole",
        operator="between",
        formula1="0",
        formula2=str(revision.priced.totals.term),
        allow_blank=False,
    )
    months.errorTitle = words("workbook.scenario.input")
    months.error = words("workbook.scenario.months_error")
    for validation, key, found in (
        (percent, "percent", inputs.percents),
        (months, "free", inputs.free),
    ):
        if found:
            validation.sqref = MultiCellRange(spans_of(TABLE.letter(key), found))
            sheet.add_data_validation(validation)


def spans_of(letter: str, rows: Sequence[int]) -> str:
    """Ascending rows of a column as few spans, such as ``G11:G14 G16``."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return " ".join(
        f"{letter}{first}:{letter}{last}" if last > first else f"{letter}{first}"
        for first, last in spans
    )


def _colours(scenario: Scenario, last: int, width: int) -> None:
    """What goes beyond the author's own authority, what nobody may grant, what was changed."""
    sheet, authority = scenario.writer.sheet, scenario.authority
    level, percent = TABLE.letter("level"), TABLE.letter("percent")
    amber, red = solid(AMBER_FILL), Font(color=RED, bold=True)
    spans = (
        (f"{level}{FIRST_ROW}:{level}{last}", f"{level}{FIRST_ROW}"),
        (
            f"{get_column_letter(FIRST_COLUMN)}{LEVEL}:{get_column_letter(width)}{LEVEL}",
            f"{get_column_letter(FIRST_COLUMN)}{LEVEL}",
        ),
    )
    for span, cell in spans:
        beyond = _rule(f"{cell}>{authority.levels}", DifferentialStyle(font=red, fill=amber))
        above = _rule(f"{cell}>{authority.own}", DifferentialStyle(fill=amber))
        sheet.conditional_formatting.add(span, beyond)
        sheet.conditional_formatting.add(span, above)
    quoted = TABLE.letter("quoted")
    differs = f"{percent}{FIRST_ROW}<>{quoted}{FIRST_ROW}"
    changed = _rule(differs, DifferentialStyle(font=red))
    sheet.conditional_formatting.add(f"{percent}{FIRST_ROW}:{percent}{last}", changed)


def _rule(expression: str, look: DifferentialStyle) -> Rule:
    return Rule(type="expression", dxf=look, formula=[expression], stopIfTrue=True)
