"""Scenario table: every charge with a discount that may be tried, and what follows from it.

A row's inputs are the discount of a charge, or of a bundle's price as a whole, and once per item
the free months of an item. Everything else follows by formula, with the rounding of pricing. Each
row says which level may grant it, or why nothing may be typed there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.bundle_share import Share, shares
from app.documents.workbooks.cells import Live
from app.documents.workbooks.items_sheet import amounts_of, kind_text, name_style, name_text
from app.documents.workbooks.rows import Kind, PriceRow, RowPlace
from app.documents.workbooks.scenario_authority import write_authority_cells
from app.documents.workbooks.scenario_basis import basis_of
from app.documents.workbooks.scenario_columns import TABLE, Scenario
from app.documents.workbooks.scenario_levers import Held, Lever, levers_of
from app.documents.workbooks.scenario_term import Runs, over_term, runs_of, term_formulas
from app.documents.workbooks.styles import Style
from app.documents.workbooks.table import set_height
from catalog.money import Fen, yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.cells import CellValue
    from app.quoting.revision import Revision


class Inputs(NamedTuple):
    """Rows into which something may be typed."""

    percents: tuple[int, ...]
    free: tuple[int, ...]


class _Row(NamedTuple):
    """A row with what its formulas need.

    Attributes:
        at: Row on the sheet.
        row: What it shows.
        lever: What a percentage moves; ``None`` for a component.
        runs: Months of its item.
        parts: Rows of a bundle's price.
        share: A component's share of its bundle's price.
        lead: Row in which the free months of its item stand.
    """

    at: int
    row: PriceRow
    lever: Lever | None
    runs: Runs
    parts: Sequence[PriceRow]
    share: Share | None
    lead: int | None

    @property
    def typed(self) -> bool:
        """Whether a percentage may be typed."""
        return self.lever is not None and self.lever.held is None

    @property
    def months_typed(self) -> bool:
        """Whether free months may be typed."""
        return self.row.leads and not self.runs.ignored and not self.runs.too_much


def write_scenario_rows(scenario: Scenario, revision: Revision, rows: Sequence[PriceRow]) -> Inputs:
    """Write every row; returns the rows into which something may be typed."""
    found = _rows(scenario, revision, rows)
    for position, row in enumerate(rows):
        at = scenario.first + position
        if row.item is None:
            scenario.writer.fill(at, 1, TABLE.width, Style.SECTION)
            scenario.writer.put(at, 1, row.text, Style.SECTION)
    for one in found:
        _describe(scenario, one)
        _price(scenario, one)
        _free(scenario, one)
        write_authority_cells(scenario, one.at, one.row, rows[one.at - scenario.first + 1 :])
        _why(scenario, one)
        _over_term(scenario, one)
    percents = tuple(one.at for one in found if one.typed)
    return Inputs(percents, tuple(one.at for one in found if one.months_typed))


def _rows(scenario: Scenario, revision: Revision, rows: Sequence[PriceRow]) -> list[_Row]:
    levers = levers_of(revision, rows)
    leads: dict[str, int] = {}
    allotted: dict[int, Share] = {}
    found: list[_Row] = []
    for position, row in enumerate(rows):
        at = scenario.first + position
        if row.item is None:
            continue
        if row.leads:
            leads[row.item.id] = at
        runs, lever = runs_of(revision, row.item), levers.get(position)
        if lever is not None and lever.held is None and runs.too_much:
            lever = lever._replace(held=Held.SIZE, percent=row.percent)
        parts = rows[position + 1 : position + 1 + row.parts]
        if row.place is RowPlace.BUNDLE and lever is not None and lever.held is None:
            taken = sum(part.amount for part in lever.parts) - row.net
            below = [at + 1 + n for n, part in enumerate(lever.parts) if part.weight is not None]
            made = shares(TABLE, at, lever.parts, taken, [part.net for part in parts])
            allotted.update(zip(below, made, strict=True))
        lead = leads.get(row.item.id)
        found.append(_Row(at, row, lever, runs, parts, allotted.get(at), lead))
    return found


def _looks(row: PriceRow) -> tuple[Style, Style, Style]:
    """Looks of texts, counts and amounts."""
    if row.place is RowPlace.BUNDLE:
        return Style.BUNDLE_TEXT, Style.BUNDLE_COUNT, Style.BUNDLE_MONEY
    if row.place is RowPlace.COMPONENT:
        return Style.PART_TEXT, Style.PART_COUNT, Style.PART_MONEY
    return Style.TEXT, Style.COUNT, Style.MONEY


def _describe(scenario: Scenario, one: _Row) -> None:
    row, at = one.row, one.at
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


def _price(scenario: Scenario, one: _Row) -> None:
    """The percentage, what it takes off, and the net amount with and without VAT."""
    writer, row, at = scenario.writer, one.row, one.at
    text, count, money = _looks(row)
    percent = one.lever.percent if one.lever is not None else None
    quoted = Style.PERCENT if row.place is RowPlace.CHARGE else Style.BUNDLE_PERCENT
    fixed = quoted if percent is not None else text
    TABLE.put(writer, at, "quoted", percent, fixed)
    TABLE.put(writer, at, "percent", percent, Style.INPUT_PERCENT if one.typed else fixed)
    if one.share is not None:
        for key in ("weight", "floor", "remainder"):
            TABLE.put(writer, at, key, getattr(one.share, key), count)
    ex_tax, cost = amounts_of(row)
    formulas = _formulas(one)
    values = {"taken": row.taken, "net": row.net, "ex_tax": ex_tax}
    for key, value in values.items():
        formula = formulas.get(key, "")
        cell: CellValue = Live(TABLE.filled(formula, at), yuan(value)) if formula else yuan(value)
        TABLE.put(writer, at, key, cell, money)
    TABLE.put(writer, at, "cost", yuan(cost), money)


def _formulas(one: _Row) -> dict[str, str]:
    """What follows by formula; what is left out is stated as it is."""
    row, lever = one.row, one.lever
    found = {"ex_tax": "=ROUND({net}/(1+{rate}),2)"}
    if row.place is RowPlace.COMPONENT:
        if one.share is not None:
            found["net"] = one.share.net.formula
        return {**found, "taken": "=ROUND({published}-{net},2)"}
    if row.charge is None:
        below = TABLE.span("ex_tax", one.at + 1, one.at + len(one.parts))
        found = {"ex_tax": f"=ROUND(SUM({below}),2)"} if one.parts else {}
    if lever is None or lever.held is not None:
        return found
    off = f"ROUND({yuan(lever.base)}*{{percent}}/100,2)"
    left = f"ROUND({yuan(lever.base + lever.apart)}-{off},2)"
    if lever.rate is not None:
        found["ex_tax"] = f"={left}"
        found["net"] = "=ROUND({ex_tax}+ROUND({ex_tax}*{rate},2),2)"
        return {**found, "taken": "=ROUND({published}-{net},2)"}
    if lever.base == row.published:
        found["taken"] = "=ROUND({published}*{percent}/100,2)"
        return {**found, "net": "=ROUND({published}-{taken},2)"}
    return {**found, "net": f"={left}", "taken": "=ROUND({published}-{net},2)"}


def _free(scenario: Scenario, one: _Row) -> None:
    """Free months are stated once per item; its other monthly charges follow."""
    row, at = one.row, one.at
    _, count, _ = _looks(row)
    TABLE.put(scenario.writer, at, "served", row.served, count)
    value: CellValue = 0
    if row.leads:
        value = row.free
    elif row.kind is Kind.MONTHLY and one.lead is not None:
        value = Live(f"=${TABLE.letter('free')}${one.lead}", row.free)
    style = Style.INPUT_COUNT if one.months_typed else count
    TABLE.put(scenario.writer, at, "free", value, style)


def _why(scenario: Scenario, one: _Row) -> None:
    """Why nothing may be typed."""
    words, text = scenario.words, _looks(one.row)[0]
    reasons: list[str] = []
    if one.lever is not None and one.lever.held is not None:
        reasons.append(words(f"workbook.scenario.held.{one.lever.held.value}"))
    if one.row.leads and one.runs.ignored:
        reasons.append(words("workbook.scenario.held.months"))
    TABLE.put(scenario.writer, one.at, "why", " ".join(reasons) or None, text)


def _over_term(scenario: Scenario, one: _Row) -> None:
    row, at, writer = one.row, one.at, scenario.writer
    _, _, money = _looks(row)
    runs = one.runs if row.kind is Kind.MONTHLY else Runs()
    _, cost = amounts_of(row)
    net, without = term_formulas(runs)
    nets: tuple[Fen, Fen] = over_term(runs, row)
    if row.charge is None:
        first, last = at + 1, at + len(one.parts)
        spans = [TABLE.span(key, first, last) for key in ("term_net", "term_ex_tax")]
        net, without = (f"=ROUND(SUM({span}),2)" if one.parts else "=0" for span in spans)
        below = [over_term(one.runs, part) for part in one.parts]
        nets = sum(part[0] for part in below), sum(part[1] for part in below)
    cells = {
        "term_published": ("=ROUND({published}*{served},2)", row.published * row.served),
        "term_net": (net, nets[0]),
        "term_ex_tax": (without, nets[1]),
        "term_cost": ("=ROUND({cost}*{served},2)", cost * row.served),
    }
    for key, (formula, value) in cells.items():
        TABLE.put(writer, at, key, Live(TABLE.filled(formula, at), yuan(value)), money)
