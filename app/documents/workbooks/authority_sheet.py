"""Authority sheet (权限核对): each criterion with its value, its limits and who may grant it.

What is a sum over the quote (waiver, free months, concession, margin, contract value) is a formula
on the sheet of items, and so is its level. What is looked at charge by charge (market, guided and
fixed prices) is stated as pricing found it; the scenario sheet shows it charge by charge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from app.documents.workbooks.authority_people import write_people
from app.documents.workbooks.authority_values import criterion_values
from app.documents.workbooks.cells import Live
from app.documents.workbooks.levels import by_value, level_format, position_of
from app.documents.workbooks.styles import AMBER_FILL, COUNT, MONEY, PERCENT, Style, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.documents.workbooks.rows import PriceRow
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix, Criterion, CriterionVerdict
    from app.quoting.revision import Revision
    from app.translation import Words

HEAD_ROW = 4
"""Identifiers of the levels stand here, their names one row below."""
FIRST_ROW = HEAD_ROW + 2
_VALUE = 3
_OWN = 4
_FIRST_LEVEL = 5
UNIT_FORMATS = {
    "percent": PERCENT,
    "months": COUNT,
    "yuan": MONEY,
    "days": COUNT,
    "count": COUNT,
}


class AuthorityLayout(NamedTuple):
    """Where things stand on the authority sheet.

    Attributes:
        name: The sheet as formulas refer to it.
        levels: How many levels there are.
        own: Position of the author's own level.
        rows: Row of each criterion by identifier.
        result: Row of the level required.
        level_format: Number format that shows a position as a level.
    """

    name: str
    levels: int
    own: int
    rows: dict[str, int]
    result: int
    level_format: str

    def limits(self, criterion: str) -> tuple[str, ...]:
        """The limits of a criterion as cells for formulas on any sheet, lowest level first."""
        letters = (get_column_letter(_FIRST_LEVEL + n) for n in range(self.levels))
        return tuple(f"{self.name}!${letter}${self.rows[criterion]}" for letter in letters)

    def value(self, criterion: str) -> str:
        """The quote's value of a criterion as a cell for formulas on any sheet."""
        return f"{self.name}!${get_column_letter(_VALUE)}${self.rows[criterion]}"

    @property
    def result_cell(self) -> str:
        """Cell of the position of the level required."""
        return f"${get_column_letter(_FIRST_LEVEL + self.levels)}${self.result}"

    def spoken(self, position: str, nobody: str) -> str:
        """An expression that names the level at a position, such as ``L4 city vice president``."""
        last = get_column_letter(_FIRST_LEVEL + self.levels - 1)
        first = get_column_letter(_FIRST_LEVEL)
        ids = f"{self.name}!${first}${HEAD_ROW}:${last}${HEAD_ROW}"
        names = f"{self.name}!${first}${HEAD_ROW + 1}:${last}${HEAD_ROW + 1}"
        named = f'INDEX({ids},1,{position})&" "&INDEX({names},1,{position})'
        return f'IF({position}>{self.levels},"{nobody}",{named})'


class _Sheet(NamedTuple):
    """What every row of the sheet needs."""

    writer: SheetWriter
    matrix: AuthorityMatrix
    layout: AuthorityLayout
    words: Words
    figures: Figures

    @property
    def level_column(self) -> int:
        return _FIRST_LEVEL + len(self.matrix.levels)


def write_authority(
    writer: SheetWriter,
    revision: Revision,
    matrix: AuthorityMatrix,
    price_rows: Sequence[PriceRow],
    items: ItemsLayout,
    words: Words,
    figures: Figures,
) -> AuthorityLayout:
    """Write the sheet and tell where its limits stand."""
    rows = {criterion.id: FIRST_ROW + n for n, criterion in enumerate(matrix.criteria)}
    verdicts = revision.verdict.criteria
    layout = AuthorityLayout(
        name=writer.name,
        levels=len(matrix.levels),
        own=position_of(matrix, revision.verdict.own_level),
        rows=rows,
        result=FIRST_ROW + len(verdicts) + 1,
        level_format=level_format(matrix, words("workbook.authority.nobody")),
    )
    sheet = _Sheet(writer, matrix, layout, words, figures)
    _head(sheet)
    values = criterion_values(revision, price_rows, items)
    criteria = {criterion.id: criterion for criterion in matrix.criteria}
    for at, verdict in enumerate(verdicts, start=FIRST_ROW):
        criterion = criteria.get(verdict.id)
        if criterion is None:
            _flag_row(sheet, at, verdict)
        else:
            _criterion_row(sheet, at, criterion, verdict, values.get(verdict.id, verdict.value))
    _result_row(sheet, revision, FIRST_ROW + len(verdicts) - 1)
    _colours(sheet, FIRST_ROW + len(verdicts) - 1)
    last = write_people(writer, revision, layout.result + 2, sheet.level_column + 1, words, figures)
    for at in range(FIRST_ROW, last + 1):
        writer.set_height(at, 22)
    return layout


def _head(sheet: _Sheet) -> None:
    writer, words = sheet.writer, sheet.words
    writer.put(1, 1, words("workbook.authority.title"), Style.TITLE)
    hint = words("workbook.authority.hint", version=sheet.matrix.version)
    writer.put(2, 1, hint, Style.HINT)
    writer.merge(2, 1, sheet.level_column + 1)
    writer.set_height(2, 30)
    texts = [words(f"workbook.authority.head.{key}") for key in ("name", "unit", "value", "own")]
    ids = [level.id for level in sheet.matrix.levels]
    names = [sheet.figures.text(level.name) for level in sheet.matrix.levels]
    ends = [words("workbook.authority.head.level"), words("workbook.authority.head.verdict")]
    for column, text in enumerate((*texts, *ids, *ends), start=1):
        writer.put(HEAD_ROW, column, text, Style.HEAD)
    for column, text in enumerate((*[""] * len(texts), *names, "", ""), start=1):
        writer.put(HEAD_ROW + 1, column, text or None, Style.HEAD)
    for column in (*range(1, _FIRST_LEVEL), sheet.level_column, sheet.level_column + 1):
        writer.merge(HEAD_ROW, column, column, rows=2)
    widths = (30, 8, 17, 14, *[16] * len(ids), 12, 16)
    for column, width in enumerate(widths, start=1):
        writer.sheet.column_dimensions[get_column_letter(column)].width = width
    writer.set_height(HEAD_ROW + 1, 30)


def _criterion_row(
    sheet: _Sheet, at: int, criterion: Criterion, verdict: CriterionVerdict, value: CellValue
) -> None:
    """One criterion; its level is a formula when its value is one."""
    writer, matrix, layout = sheet.writer, sheet.matrix, sheet.layout
    shown = UNIT_FORMATS.get(criterion.unit, "General")
    writer.put(at, 1, sheet.figures.text(criterion.name), Style.TEXT)
    writer.put(at, 2, sheet.words(f"workbook.unit.{criterion.unit}"), Style.TEXT)
    writer.put(at, _VALUE, value, Style.MONEY, shown)
    own = criterion.limits[layout.own - 1] if layout.own <= layout.levels else None
    unlimited = sheet.words("workbook.authority.unlimited")
    writer.put(at, _OWN, unlimited if own is None else own, Style.MONEY, shown)
    for column, limit in enumerate(criterion.limits, start=_FIRST_LEVEL):
        writer.put(at, column, unlimited if limit is None else limit, Style.MONEY, shown)
    position = position_of(matrix, verdict.level)
    if not isinstance(value, Live):
        writer.put(at, sheet.level_column, position, Style.CENTRE, layout.level_format)
    else:
        cell = f"${get_column_letter(_VALUE)}${at}"
        expression = by_value(criterion, cell, layout.limits(criterion.id), layout.levels)
        level = Live(f"={expression}", position)
        writer.put(at, sheet.level_column, level, Style.CENTRE, layout.level_format)
    _verdict(sheet, at, position)


def _flag_row(sheet: _Sheet, at: int, verdict: CriterionVerdict) -> None:
    """A circumstance that needs a level whatever the figures are."""
    writer, layout = sheet.writer, sheet.layout
    writer.fill(at, 1, sheet.level_column, Style.TEXT)
    writer.put(at, 1, sheet.figures.text(verdict.name), Style.TEXT)
    writer.put(at, 2, sheet.words("workbook.unit.flag"), Style.TEXT)
    writer.put(at, _VALUE, sheet.words("workbook.authority.raised"), Style.MONEY)
    position = position_of(sheet.matrix, verdict.level)
    writer.put(at, sheet.level_column, position, Style.CENTRE, layout.level_format)
    _verdict(sheet, at, position)


def _verdict(sheet: _Sheet, at: int, position: int) -> None:
    """Whether the author may decide, somebody above must, or nobody may."""
    texts = [sheet.words(f"workbook.verdict.{key}") for key in ("blocked", "own", "above")]
    layout = sheet.layout
    cell = f"${get_column_letter(sheet.level_column)}${at}"
    allowed = f'IF({cell}<={layout.own},"{texts[1]}","{texts[2]}")'
    formula = f'=IF({cell}>{layout.levels},"{texts[0]}",{allowed})'
    blocked, own = position > layout.levels, position <= layout.own
    text = texts[0] if blocked else texts[1] if own else texts[2]
    sheet.writer.put(at, sheet.level_column + 1, Live(formula, text), Style.CENTRE)


def _result_row(sheet: _Sheet, revision: Revision, last: int) -> None:
    """The level required: the highest over all rows."""
    writer, layout, at = sheet.writer, sheet.layout, sheet.layout.result
    column = sheet.level_column
    writer.fill(at, 1, column + 1, Style.TOTAL_TEXT)
    writer.put(at, 1, sheet.words("workbook.authority.required"), Style.TOTAL_TEXT)
    letter = get_column_letter(column)
    position = position_of(sheet.matrix, revision.verdict.level)
    highest = Live(f"=MAX(${letter}${FIRST_ROW}:${letter}${last})", position)
    writer.put(at, column, highest, Style.TOTAL_CENTRE, layout.level_format)
    nobody = sheet.words("workbook.authority.nobody")
    spoken = Live(
        f"={layout.spoken(f'${letter}${at}', nobody)}",
        level_text(sheet.matrix, position, sheet.figures, nobody),
    )
    writer.put(at, _VALUE, spoken, Style.TOTAL_TEXT)


def _colours(sheet: _Sheet, last: int) -> None:
    """Mark what the author may not grant alone."""
    letter = get_column_letter(sheet.level_column)
    end = get_column_letter(sheet.level_column + 1)
    above = Rule(
        type="expression",
        dxf=DifferentialStyle(fill=solid(AMBER_FILL)),
        formula=[f"${letter}{FIRST_ROW}>{sheet.layout.own}"],
    )
    sheet.writer.sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{end}{last}", above)


def level_text(matrix: AuthorityMatrix, position: int, figures: Figures, nobody: str) -> str:
    """A level by its position, such as ``L4 city vice president``."""
    if position > len(matrix.levels):
        return nobody
    level = matrix.levels[position - 1]
    return f"{level.id} {figures.text(level.name)}"
