"""Scenario authority: how deep a discount is, which level may grant it, whether cost is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.workbooks.cells import Live
from app.documents.workbooks.items_sheet import amounts_of
from app.documents.workbooks.levels import by_amount, by_value
from app.documents.workbooks.rows import PriceRow, RowPlace
from app.documents.workbooks.scenario_basis import Basis, basis_of, depth_of, level_of, measured
from app.documents.workbooks.scenario_columns import TABLE
from app.documents.workbooks.styles import PERCENT, Style
from catalog.charge import ChargeType
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.scenario_columns import Scenario

_DEPTH = "=IF({published}=0,0,MAX(0,ROUND({taken}/ABS({published})*100,10)))"
_DEVIATION = "=IF({taken}=0,0,IF({published}=0,100,ROUND(ABS({taken}/{published})*100,10)))"
_DEPTHS = {Basis.MARKET: _DEPTH, Basis.GUIDED: _DEPTH, Basis.FIXED: _DEVIATION}


def write_authority_cells(
    scenario: Scenario, at: int, row: PriceRow, below: Sequence[PriceRow]
) -> None:
    """Write depth, level and the mark of a charge below cost.

    Args:
        scenario: Sheet, limits and texts.
        at: Row on the sheet.
        row: What it shows.
        below: The rows under it.
    """
    writer, authority = scenario.writer, scenario.authority
    looks = {
        RowPlace.BUNDLE: (Style.BUNDLE_TEXT, Style.BUNDLE_COUNT, Style.BUNDLE_CENTRE),
        RowPlace.COMPONENT: (Style.PART_TEXT, Style.PART_COUNT, Style.CENTRE),
    }
    text, count, centre = looks.get(row.place, (Style.TEXT, Style.COUNT, Style.CENTRE))
    basis = basis_of(row)
    criterion = next(
        (c for c in scenario.matrix.criteria if basis and c.id == basis.criterion), None
    )
    if basis is None or criterion is None:
        TABLE.put(writer, at, "depth", None, text)
        TABLE.put(writer, at, "level", None, text)
    else:
        limits = authority.limits(criterion.id)
        cells = _amounts(at, row, below)
        formula = _DEPTHS[basis].format_map(cells)
        depth = Live(formula, depth_of(basis, row))
        TABLE.put(writer, at, "depth", depth, count, PERCENT)
        if basis is Basis.FIXED:
            value = f"{TABLE.letter('depth')}{at}"
            expression = by_value(criterion, value, limits, authority.levels)
        else:
            expression = by_amount(
                criterion, cells["taken"], cells["published"], limits, authority.levels
            )
        level = Live(f"={expression}", level_of(criterion, basis, row, authority.levels))
        TABLE.put(writer, at, "level", level, centre, authority.level_format)
    mark: CellValue = None
    if row.charge is not None and row.charge.type is ChargeType.RECURRING:
        ex_tax, cost = amounts_of(row)
        mark = Live(TABLE.filled("=IF({ex_tax}<{cost},1,0)", at), int(ex_tax < cost))
    shown = scenario.words("workbook.scenario.below_mark")
    TABLE.put(writer, at, "below", mark, count, f'"{shown}";;')


def _amounts(at: int, row: PriceRow, below: Sequence[PriceRow]) -> dict[str, str]:
    """What is measured, as expressions: of a bundle only what its own price covers."""
    own = {key: f"{TABLE.letter(key)}{at}" for key in ("taken", "published")}
    if row.charge is not None or row.item is None:
        return own
    parts = [
        (at + 1 + n, part.charge)
        for n, part in enumerate(below)
        if part.item is not None and part.item.id == row.item.id and part.charge is not None
    ]
    covered = [place for place, charge in parts if charge.is_share]
    if len(covered) == len(parts):
        return own
    published, _ = measured(row)
    nets = ",".join(f"{TABLE.letter('net')}{place}" for place in covered)
    return {"published": f"{yuan(published)}", "taken": f"ROUND({yuan(published)}-SUM({nets}),2)"}
