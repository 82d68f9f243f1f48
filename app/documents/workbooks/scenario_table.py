"""Scenario table: the rows in which an approver tries other discounts and free months.

Yellow cells may be changed: the discount of a charge, the extra discount of a bundle, the free
months of an item. Everything else follows by formula, with the rounding of pricing. Each row says
which level may grant it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.bundle_share import Share, fits, shares, weights_of
from app.documents.workbooks.cells import Live
from app.documents.workbooks.items_sheet import amounts_of, kind_text, name_style, name_text
from app.documents.workbooks.levels import by_amount, by_value
from app.documents.workbooks.rows import Kind, PriceRow, RowPlace, parts_of, taken_by
from app.documents.workbooks.scenario_basis import Basis, basis_of, depth_of, level_of
from app.documents.workbooks.styles import PERCENT, Style
from app.documents.workbooks.table import Column, Table, set_height
from app.documents.workbooks.timed_months import less
from catalog.charge import ChargeType
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.translation import Words

TABLE = Table(
    Column("number", 6),
    Column("name", 34),
    Column("kind", 11),
    Column("basis", 12),
    Column("published", 13),
    Column("quoted", 12),
    Column("percent", 14),
    Column("taken", 14),
    Column("net", 14),
    Column("rate", 10),
    Column("ex_tax", 13),
    Column("cost", 13),
    Column("served", 11),
    Column("free", 11),
    Column("depth", 11),
    Column("level", 11),
    Column("below", 10),
    Column("term_published", 15),
    Column("term_net", 15),
    Column("term_ex_tax", 15),
    Column("term_cost", 15),
    Column("weight", 11),
    Column("floor", 11),
    Column("remainder", 11),
)
_TERM = {
    "term_published": "=ROUND({published}*{served},2)",
    "term_net": "=ROUND({net}*({served}-{free}),2)",
    "term_ex_tax": "=ROUND({ex_tax}*({served}-{free}),2)",
    "term_cost": "=ROUND({cost}*{served},2)",
}
_DEPTH = "=IF({published}=0,0,MAX(0,ROUND({taken}/ABS({published})*100,10)))"
_DEVIATION = "=IF({taken}=0,0,IF({published}=0,100,ROUND(ABS({taken}/{published})*100,10)))"
_DEPTHS = {Basis.MARKET: _DEPTH, Basis.GUIDED: _DEPTH, Basis.FIXED: _DEVIATION}


class Scenario(NamedTuple):
    """What every row needs.

    Attributes:
        writer: The sheet.
        matrix: Limits as data.
        authority: Where the limits stand.
        words: Texts.
        figures: Formats.
        first: Row of the first item.
    """

    writer: SheetWriter
    matrix: AuthorityMatrix
    authority: AuthorityLayout
    words: Words
    figures: Figures
    first: int


def write_scenario_rows(scenario: Scenario, rows: Sequence[PriceRow]) -> list[int]:
    """Write every row; returns the rows in which a discount may be tried."""
    inputs: list[int] = []
    leads: dict[str, int] = {}
    allotted: dict[int, Share] = {}
    for position, row in enumerate(rows):
        at = scenario.first + position
        if row.item is None:
            scenario.writer.fill(at, 1, TABLE.width, Style.SECTION)
            scenario.writer.put(at, 1, row.text, Style.SECTION)
            continue
        if row.leads:
            leads[row.item.id] = at
        parts = parts_of(rows, position)
        if row.place is RowPlace.BUNDLE and fits(row.published, weights_of(parts)):
            found = shares(TABLE, at, row.net, parts)
            allotted.update(zip(range(at + 1, at + 1 + len(found)), found, strict=True))
        _describe(scenario, at, row)
        if _may_change(row, parts):
            inputs.append(at)
        _price(scenario, at, row, parts, allotted.get(at))
        _free(scenario, at, row, leads.get(row.item.id))
        _authority(scenario, at, row)
        _over_term(scenario, at, row)
    return inputs


def _may_change(row: PriceRow, parts: Sequence[PriceRow]) -> bool:
    """Whether a discount may be tried; components follow their bundle."""
    if row.place is RowPlace.BUNDLE:
        return fits(row.published, weights_of(parts))
    return row.place is RowPlace.CHARGE


def _looks(row: PriceRow) -> tuple[Style, Style, Style]:
    """Looks of texts, counts and amounts."""
    if row.place is RowPlace.BUNDLE:
        return Style.BUNDLE_TEXT, Style.BUNDLE_COUNT, Style.BUNDLE_MONEY
    if row.place is RowPlace.COMPONENT:
        return Style.PART_TEXT, Style.PART_COUNT, Style.PART_MONEY
    return Style.TEXT, Style.COUNT, Style.MONEY


def _describe(scenario: Scenario, at: int, row: PriceRow) -> None:
    text, _, money = _looks(row)
    writer, words = scenario.writer, scenario.words
    basis = basis_of(row)
    TABLE.put(writer, at, "number", row.number, text)
    name = name_text(row, words, scenario.figures)
    set_height(writer, at, name, TABLE)
    TABLE.put(writer, at, "name", name, name_style(row, text))
    TABLE.put(writer, at, "kind", kind_text(row, words), text)
    shown = words(f"workbook.basis.{basis.value}") if basis else None
    TABLE.put(writer, at, "basis", shown, text)
    TABLE.put(writer, at, "published", yuan(row.published), money)
    rate = row.charge.tax_rate if row.charge is not None else None
    TABLE.put(writer, at, "rate", rate, Style.RATE if rate is not None else text)


def _price(
    scenario: Scenario, at: int, row: PriceRow, parts: Sequence[PriceRow], share: Share | None
) -> None:
    writer = scenario.writer
    text, count, money = _looks(row)
    changes = _may_change(row, parts)
    percent = row.percent if row.place is not RowPlace.COMPONENT else None
    quoted = Style.PERCENT if row.place is RowPlace.CHARGE else Style.BUNDLE_PERCENT
    TABLE.put(writer, at, "quoted", percent, quoted if percent is not None else text)
    TABLE.put(writer, at, "percent", percent, Style.INPUT_PERCENT if changes else text)
    taken: CellValue = None
    net: CellValue = yuan(row.net)
    if changes:
        over = row.taken - taken_by(row.percent, row.published)
        rest = f"+{yuan(over)}" if over else ""  # what no percentage of nothing can give
        formula = TABLE.filled(f"=ROUND({{published}}*{{percent}}/100{rest},2)", at)
        taken = Live(formula, yuan(row.taken))
        net = Live(TABLE.filled("=ROUND({published}-{taken},2)", at), yuan(row.net))
    elif share is not None:
        net = share.net
        for key, value in (
            ("weight", share.weight),
            ("floor", share.floor),
            ("remainder", share.remainder),
        ):
            TABLE.put(writer, at, key, value, count)
    TABLE.put(writer, at, "taken", taken, money)
    TABLE.put(writer, at, "net", net, money)
    ex_tax, cost = amounts_of(row)
    without: CellValue = yuan(ex_tax)
    if row.charge is not None:
        without = Live(TABLE.filled("=ROUND({net}/(1+{rate}),2)", at), yuan(ex_tax))
    elif parts:
        below = TABLE.span("ex_tax", at + 1, at + len(parts))
        without = Live(f"=ROUND(SUM({below}),2)", yuan(ex_tax))
    TABLE.put(writer, at, "ex_tax", without, money)
    TABLE.put(writer, at, "cost", yuan(cost), money)


def _free(scenario: Scenario, at: int, row: PriceRow, lead: int | None) -> None:
    """Free months are stated once per item; its other monthly charges follow."""
    _, count, _ = _looks(row)
    TABLE.put(scenario.writer, at, "served", row.served, count)
    if row.leads:
        TABLE.put(scenario.writer, at, "free", row.free, Style.INPUT_COUNT)
    elif row.kind is Kind.MONTHLY and lead is not None:
        follows = Live(f"=${TABLE.letter('free')}${lead}", row.free)
        TABLE.put(scenario.writer, at, "free", follows, count)
    else:
        TABLE.put(scenario.writer, at, "free", 0, count)


def _authority(scenario: Scenario, at: int, row: PriceRow) -> None:
    """How deep the discount is, which level may grant it, and whether cost is covered."""
    writer, authority = scenario.writer, scenario.authority
    text, count, _ = _looks(row)
    basis = basis_of(row)
    criterion = next(
        (c for c in scenario.matrix.criteria if basis and c.id == basis.criterion), None
    )
    if basis is None or criterion is None:
        TABLE.put(writer, at, "depth", None, text)
        TABLE.put(writer, at, "level", None, text)
    else:
        limits = authority.limits(criterion.id)
        depth = Live(TABLE.filled(_DEPTHS[basis], at), depth_of(basis, row))
        TABLE.put(writer, at, "depth", depth, count, PERCENT)
        cells = {key: f"{TABLE.letter(key)}{at}" for key in ("taken", "published", "depth")}
        if basis is Basis.FIXED:
            expression = by_value(criterion, cells["depth"], limits, authority.levels)
        else:
            expression = by_amount(
                criterion, cells["taken"], cells["published"], limits, authority.levels
            )
        level = Live(f"={expression}", level_of(criterion, basis, row, authority.levels))
        centre = Style.BUNDLE_CENTRE if row.place is RowPlace.BUNDLE else Style.CENTRE
        TABLE.put(writer, at, "level", level, centre, authority.level_format)
    below: CellValue = None
    if row.charge is not None and row.charge.type is ChargeType.RECURRING:
        ex_tax, cost = amounts_of(row)
        below = Live(TABLE.filled("=IF({ex_tax}<{cost},1,0)", at), int(ex_tax < cost))
    mark = scenario.words("workbook.scenario.below_mark")
    TABLE.put(writer, at, "below", below, count, f'"{mark}";;')


def _over_term(scenario: Scenario, at: int, row: PriceRow) -> None:
    _, _, money = _looks(row)
    ex_tax, cost = amounts_of(row)
    values: dict[str, Decimal] = {
        "term_published": yuan(row.published * row.served),
        "term_net": yuan(row.net * row.periods - row.timed.net),
        "term_ex_tax": yuan(ex_tax * row.periods - row.timed.ex_tax),
        "term_cost": yuan(cost * row.served),
    }
    for key, value in values.items():
        taken = {"term_net": row.timed.net, "term_ex_tax": row.timed.ex_tax}.get(key, 0)
        formula = less(TABLE.filled(_TERM[key], at), taken)
        TABLE.put(scenario.writer, at, key, Live(formula, value), money)
