"""Scenario head: what a scenario comes to, beside the quote, and who must approve it.

A column per measure with the quote, the scenario, their difference and the level that the scenario
needs. The block stays in sight above the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from app.documents.workbooks.authority_sheet import level_text
from app.documents.workbooks.authority_values import PLACES
from app.documents.workbooks.cells import Live
from app.documents.workbooks.levels import by_value, position_of
from app.documents.workbooks.scenario_basis import Basis
from app.documents.workbooks.scenario_measures import Measure, Rows, criteria, sums
from app.documents.workbooks.styles import Style

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from app.documents.workbooks.scenario_columns import Scenario
    from app.quoting.revision import Revision

HEAD, QUOTED, TRIED, DIFFERENCE, LEVEL, RESULT = 3, 4, 5, 6, 7, 8
FIRST_COLUMN = 5
EX_TAX_COLUMN, COST_COLUMN = FIRST_COLUMN + 3, FIRST_COLUMN + 4
BELOW_COST = "below_cost"
_BY_ROW = {basis.criterion: basis for basis in (Basis.MARKET, Basis.GUIDED, Basis.FIXED)}
_LABELS = {QUOTED: "quoted", TRIED: "tried", DIFFERENCE: "difference", LEVEL: "level"}


def write_head(
    scenario: Scenario, revision: Revision, rows: Rows, values: Mapping[str, Decimal | int]
) -> int:
    """Write the block above the rows.

    Args:
        scenario: Sheet, limits and texts.
        revision: The quote as it is.
        rows: Where the scenario's rows stand.
        values: The quote's value of each criterion by identifier.

    Returns:
        The last column of the block.
    """
    widened = {one.id for one in revision.verdict.criteria if one.worst}
    known = {
        key: str(values[key]) if key in widened else scenario.authority.value(key)
        for key in scenario.authority.rows
        if key in values
    }
    judged = criteria(
        rows,
        values,
        {**dict.fromkeys(values, "0"), **known},
        f"${get_column_letter(EX_TAX_COLUMN)}${TRIED}",
        f"${get_column_letter(COST_COLUMN)}${TRIED}",
    )
    _labels(scenario)
    column = FIRST_COLUMN - 1
    for column, measure in enumerate((*sums(revision, rows), *judged), start=FIRST_COLUMN):
        _figures(scenario, column, measure)
        _level(scenario, revision, rows, column, measure.key)
    _flags(scenario, revision, rows, column + 1, {*values, "contract_value"})
    _result(scenario, revision, column + 1)
    return column + 1


def _labels(scenario: Scenario) -> None:
    writer = scenario.writer
    writer.fill(HEAD, 1, FIRST_COLUMN - 1, Style.HEAD)
    writer.set_height(HEAD, 32)
    for row, key in _LABELS.items():
        writer.fill(row, 1, FIRST_COLUMN - 1, Style.TOTAL_TEXT)
        writer.put(row, 1, scenario.words(f"workbook.scenario.{key}"), Style.TOTAL_TEXT)
    for row in (HEAD, *_LABELS):
        writer.merge(row, 1, FIRST_COLUMN - 1)


def _figures(scenario: Scenario, column: int, measure: Measure) -> None:
    """The quote's figure, the scenario's and their difference."""
    writer, letter = scenario.writer, get_column_letter(column)
    text = scenario.words(f"workbook.scenario.head.{measure.key}")
    writer.put(HEAD, column, text, Style.HEAD)
    quoted = Live(f"={measure.quoted}", measure.value)
    writer.put(QUOTED, column, quoted, Style.MONEY, measure.shown)
    tried = Live(measure.formula, measure.value)
    writer.put(TRIED, column, tried, Style.TOTAL_MONEY, measure.shown)
    difference = Live(f"=ROUND({letter}{TRIED}-{letter}{QUOTED},{PLACES})", 0)
    writer.put(DIFFERENCE, column, difference, Style.MONEY, measure.shown)


def _level(
    scenario: Scenario, revision: Revision, rows: Rows, column: int, criterion_id: str
) -> None:
    """The level that the scenario needs under one criterion; empty for a mere sum."""
    matrix, authority = scenario.matrix, scenario.authority
    criterion = next((known for known in matrix.criteria if known.id == criterion_id), None)
    if criterion is None:
        scenario.writer.put(LEVEL, column, None, Style.TOTAL_CENTRE)
        return
    if criterion_id in _BY_ROW:
        expression = f"MAX(1,{rows.largest('level', _BY_ROW[criterion_id])})"
    else:
        cell = f"{get_column_letter(column)}${TRIED}"
        limits = authority.limits(criterion_id)
        expression = by_value(criterion, cell, limits, authority.levels)
        if criterion.measured == "margin":  # nothing sold and nothing spent is within every limit
            nothing = ",".join(
                f"{get_column_letter(at)}${TRIED}=0" for at in (EX_TAX_COLUMN, COST_COLUMN)
            )
            expression = f"IF(AND({nothing}),1,{expression})"
    verdict = next(found for found in revision.verdict.criteria if found.id == criterion_id)
    position = position_of(matrix, verdict.level)
    if verdict.worst:  # optional items and other quotes, which the scenario does not know
        expression = f"MAX({position},{expression})"
    level = Live(f"={expression}", position)
    scenario.writer.put(LEVEL, column, level, Style.TOTAL_CENTRE, authority.level_format)


def _flags(
    scenario: Scenario, revision: Revision, rows: Rows, column: int, tried: set[str]
) -> None:
    """The level that circumstances need; only a charge below cost depends on the scenario.

    Criteria that are not tried in it need what they need in the quote.
    """
    writer, matrix = scenario.writer, scenario.matrix
    known = {flag.id for flag in matrix.flags}
    raised = [verdict for verdict in revision.verdict.criteria if verdict.id in known]
    fixed = [position_of(matrix, v.level) for v in raised if v.id != BELOW_COST]
    others = [v for v in revision.verdict.criteria if v.id not in known and v.id not in tried]
    untried = [position_of(matrix, verdict.level) for verdict in others]
    terms = [str(max((*fixed, *untried), default=1))]
    if rule := next((flag for flag in matrix.flags if flag.id == BELOW_COST), None):
        terms.append(f"IF(SUM({rows.span('below')})>0,{position_of(matrix, rule.level)},1)")
    now = max((*untried, *(position_of(matrix, verdict.level) for verdict in raised)), default=1)
    writer.put(HEAD, column, scenario.words("workbook.scenario.head.flags"), Style.HEAD)
    writer.put(QUOTED, column, len(raised), Style.COUNT)
    sure = len([verdict for verdict in raised if verdict.id != BELOW_COST])
    count = f"={sure}+IF(SUM({rows.span('below')})>0,1,0)" if len(terms) > 1 else f"={sure}"
    writer.put(TRIED, column, Live(count, len(raised)), Style.TOTAL_COUNT)
    letter = get_column_letter(column)
    change = Live(f"={letter}{TRIED}-{letter}{QUOTED}", 0)
    writer.put(DIFFERENCE, column, change, Style.COUNT)
    level = Live(f"=MAX({','.join(terms)})", now)
    writer.put(LEVEL, column, level, Style.TOTAL_CENTRE, scenario.authority.level_format)


def _result(scenario: Scenario, revision: Revision, last: int) -> None:
    """Who must approve the scenario, in words."""
    writer, words, authority = scenario.writer, scenario.words, scenario.authority
    first = get_column_letter(FIRST_COLUMN)
    highest = f"MAX(${first}${LEVEL}:${get_column_letter(last)}${LEVEL})"
    nobody = words("workbook.scenario.nobody")
    position = position_of(scenario.matrix, revision.verdict.level)
    text = level_text(scenario.matrix, position, scenario.figures, nobody)
    own = words("workbook.scenario.within_own")
    formula = f'={authority.spoken(highest, nobody)}&IF({highest}<={authority.own},"{own}","")'
    writer.fill(RESULT, 1, last, Style.VERDICT)
    writer.put(RESULT, 1, words("workbook.scenario.who"), Style.VERDICT)
    result = Live(formula, text + (own if position <= authority.own else ""))
    writer.put(RESULT, FIRST_COLUMN, result, Style.VERDICT)
    writer.set_height(RESULT, 26)
    for left, right in ((1, FIRST_COLUMN - 1), (FIRST_COLUMN, last)):
        writer.merge(RESULT, left, right)
