"""Items sheet (报价明细): every charge with the arithmetic that leads to the contract value.

The formulas round as pricing rounds: the discount is rounded half up to the fen, VAT is taken out
of each charge, totals are sums of rounded rows. One thing is no formula: the share of a component
in a bundle's price, because it is allocated by largest remainder over all components. A bundle's
own row computes its price; its amount without VAT is the sum of its components'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.cells import Live
from app.documents.workbooks.items_totals import write_totals
from app.documents.workbooks.place_columns import COLUMNS, write_places
from app.documents.workbooks.rows import Kind, PriceRow, RowPlace, parts_of
from app.documents.workbooks.styles import Style
from app.documents.workbooks.table import Column, Table, set_height
from app.documents.workbooks.timed_months import less
from catalog.money import Fen, decimal_percent, percent_of, yuan
from pricing.tax_on_top import prices_without_tax

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.revision import Revision
    from app.translation import Words

TABLE = Table(
    Column("number", 6),
    Column("code", 14),
    Column("name", 34),
    Column("kind", 10),
    Column("regulation", 11),
    Column("unit", 7),
    Column("quantity", 9),
    Column("list_price", 11),
    Column("list_amount", 13),
    Column("published", 13),
    Column("percent", 9),
    Column("taken", 12),
    Column("net", 13),
    Column("rate", 7),
    Column("ex_tax", 13),
    Column("tax", 11),
    Column("cost", 13),
    Column("margin", 9),
    Column("served", 8),
    Column("free", 8),
    Column("periods", 8),
    Column("term_net", 15),
    Column("term_ex_tax", 15),
    Column("term_tax", 13),
    Column("term_cost", 15),
)
_PLACED = Table(*TABLE.columns, *COLUMNS)
"""The same with site and account behind."""
HEAD_ROW = 4
FIRST_ROW = HEAD_ROW + 1

MARGIN = '=IF({ex_tax}=0,"",ROUND(({ex_tax}-{cost})/{ex_tax}*100,2))'
_TERM = {
    "periods": "={served}-{free}",
    "term_net": "=ROUND({net}*{periods},2)",
    "term_ex_tax": "=ROUND({ex_tax}*{periods},2)",
    "term_tax": "=ROUND({term_net}-{term_ex_tax},2)",
    "term_cost": "=ROUND({cost}*{served},2)",
}


class ItemsLayout(NamedTuple):
    """Where things stand on the sheet of items.

    Attributes:
        name: The sheet as formulas refer to it.
        first: Row of the first item.
        last: Row of the last item.
        totals: Row of the total of each kind.
        contract: Row of the contract value.
    """

    name: str
    first: int
    last: int
    totals: dict[Kind, int]
    contract: int

    def cell(self, key: str, row: int) -> str:
        """A cell of the sheet for a formula on another sheet."""
        return f"{self.name}!${TABLE.letter(key)}${row}"


class _Looks(NamedTuple):
    """The looks of one kind of row."""

    text: Style
    number: Style
    price: Style
    money: Style
    percent: Style
    rate: Style


_PLAIN = _Looks(Style.TEXT, Style.COUNT, Style.PRICE, Style.MONEY, Style.PERCENT, Style.RATE)
_PART = _Looks(
    Style.PART_TEXT,
    Style.PART_COUNT,
    Style.PART_PRICE,
    Style.PART_MONEY,
    Style.PART_PERCENT,
    Style.PART_RATE,
)
_BUNDLE = _Looks(
    Style.BUNDLE_TEXT,
    Style.BUNDLE_COUNT,
    Style.BUNDLE_MONEY,
    Style.BUNDLE_MONEY,
    Style.BUNDLE_PERCENT,
    Style.BUNDLE_TEXT,
)
_LOOKS = {RowPlace.BUNDLE: _BUNDLE, RowPlace.COMPONENT: _PART, RowPlace.CHARGE: _PLAIN}


def write_items(
    writer: SheetWriter,
    revision: Revision,
    rows: Sequence[PriceRow],
    words: Words,
    figures: Figures,
    *,
    places: bool,
) -> ItemsLayout:
    """Write the sheet and tell where its totals stand; ``places`` adds sites and accounts."""
    table = _PLACED if places else TABLE
    writer.put(1, 1, words("workbook.items.title"), Style.TITLE)
    writer.put(2, 1, words("workbook.items.hint"), Style.HINT)
    writer.merge(2, 1, TABLE.numbers["net"])
    writer.set_height(2, 30)
    table.write_head(writer, HEAD_ROW, words, "workbook.items.head")
    writer.set_height(HEAD_ROW, 32)
    for position, row in enumerate(rows):
        at = FIRST_ROW + position
        if row.place is RowPlace.SECTION:
            writer.fill(at, 1, table.width, Style.SECTION)
            writer.put(at, 1, row.text, Style.SECTION)
            continue
        _describe(writer, at, row, words, figures)
        _price(writer, at, row, parts_of(rows, position))
        _over_term(writer, at, row)
    if places:
        write_places(writer, table, FIRST_ROW, rows, revision)
    last = FIRST_ROW + max(len(rows), 1) - 1
    totals, contract = write_totals(writer, table, (FIRST_ROW, last), revision, words)
    return ItemsLayout(writer.name, FIRST_ROW, last, totals, contract)


def kind_text(row: PriceRow, words: Words) -> str:
    """The word for how a row counts; rows of optional items are in no total."""
    text = words(f"workbook.kind.{row.kind.value}")
    if row.item is not None and row.item.optional:
        return words("workbook.kind.optional", kind=text)
    return text


def name_text(row: PriceRow, words: Words, figures: Figures) -> str:
    """Name of a charge or bundle, with what sets it apart."""
    if row.charge is None:
        return figures.text(row.item.name) if row.item is not None else row.text
    name = figures.text(row.charge.name)
    without = prices_without_tax(row.charge)
    if without is not None:
        price = figures.price(without.listed)
        return words("workbook.items.without_tax", name=name, price=price)
    if row.charge.allowance:
        return words("workbook.items.allowance", name=name)
    if row.charge.published_waiver:
        return words("workbook.items.published_waiver", name=name)
    return name


def name_style(row: PriceRow, otherwise: Style) -> Style:
    """Components of a bundle stand under its name."""
    return Style.PART_NAME if row.place is RowPlace.COMPONENT else otherwise


def _describe(writer: SheetWriter, at: int, row: PriceRow, words: Words, figures: Figures) -> None:
    looks, charge, item = _LOOKS[row.place], row.charge, row.item
    code = charge.code if charge is not None else item.offering if item is not None else ""
    regulation = words(f"workbook.regulation.{charge.regulation.value}") if charge else ""
    quantity = charge.quantity if charge is not None else item.quantity if item is not None else 0
    name = name_text(row, words, figures)
    set_height(writer, at, name, TABLE)
    listed = charge.list_amount if charge else item.monthly.list_amount if item else 0
    cells: dict[str, tuple[CellValue, Style]] = {
        "number": (row.number, looks.text),
        "code": (code, looks.text),
        "name": (name, name_style(row, looks.text)),
        "kind": (kind_text(row, words), looks.text),
        "regulation": (regulation, looks.text),
        "unit": (charge.unit if charge else "", looks.text),
        "quantity": (quantity, looks.number),
        "list_price": (charge.list_price if charge else None, looks.price),
        "list_amount": (yuan(listed), looks.money),
        "published": (yuan(row.published), looks.money),
        "rate": (charge.tax_rate if charge else None, looks.rate),
    }
    for key, (value, style) in cells.items():
        TABLE.put(writer, at, key, value, style)


def _price(writer: SheetWriter, at: int, row: PriceRow, parts: Sequence[PriceRow]) -> None:
    """What is taken off, the net amount, VAT, cost and margin of one period."""
    looks = _LOOKS[row.place]
    net: CellValue = Live(TABLE.filled("=ROUND({published}-{taken},2)", at), yuan(row.net))
    taken: CellValue = yuan(row.taken)
    percent: CellValue = row.percent
    if row.place is RowPlace.COMPONENT:  # an allocated share is no formula
        net, taken, percent = yuan(row.net), None, None
    elif row.by_formula:
        formula = TABLE.filled("=ROUND({published}*{percent}/100,2)", at)
        taken = Live(formula, yuan(row.taken))
    TABLE.put(writer, at, "percent", percent, looks.percent)
    TABLE.put(writer, at, "taken", taken, looks.money)
    TABLE.put(writer, at, "net", net, looks.money)
    ex_tax, cost = _ex_tax_and_cost(at, row, parts)
    TABLE.put(writer, at, "ex_tax", ex_tax, looks.money)
    without, with_cost = amounts_of(row)
    tax = Live(TABLE.filled("=ROUND({net}-{ex_tax},2)", at), yuan(row.net - without))
    TABLE.put(writer, at, "tax", tax, looks.money)
    TABLE.put(writer, at, "cost", cost, looks.money)
    margin = Live(TABLE.filled(MARGIN, at), margin_of(without, with_cost))
    TABLE.put(writer, at, "margin", margin, looks.percent)


def _ex_tax_and_cost(
    at: int, row: PriceRow, parts: Sequence[PriceRow]
) -> tuple[CellValue, CellValue]:
    without, cost = amounts_of(row)
    if row.charge is not None:
        formula = TABLE.filled("=ROUND({net}/(1+{rate}),2)", at)
        return Live(formula, yuan(without)), yuan(cost)
    if not parts:
        return yuan(without), yuan(cost)
    sums = [
        f"=ROUND(SUM({TABLE.span(key, at + 1, at + len(parts))}),2)" for key in ("ex_tax", "cost")
    ]
    return Live(sums[0], yuan(without)), Live(sums[1], yuan(cost))


def amounts_of(row: PriceRow) -> tuple[Fen, Fen]:
    """Net amount without VAT and cost of one period, in fen."""
    if row.charge is not None:
        return row.charge.net_ex_tax, row.charge.cost_amount
    return (row.item.monthly.net_ex_tax, row.item.monthly.cost) if row.item is not None else (0, 0)


def margin_of(ex_tax: Fen, cost: Fen) -> Decimal | str:
    """Margin in percent with two decimals; empty where there is no revenue."""
    return decimal_percent(percent_of(ex_tax - cost, ex_tax)) if ex_tax else ""


def _over_term(writer: SheetWriter, at: int, row: PriceRow) -> None:
    looks = _LOOKS[row.place]
    without, cost = amounts_of(row)
    TABLE.put(writer, at, "served", row.served, looks.number)
    TABLE.put(writer, at, "free", row.free, looks.number)
    values: dict[str, Decimal | int] = {
        "periods": row.periods,
        "term_net": yuan(row.net * row.periods - row.timed.net),
        "term_ex_tax": yuan(without * row.periods - row.timed.ex_tax),
        "term_tax": yuan((row.net - without) * row.periods - row.timed.net + row.timed.ex_tax),
        "term_cost": yuan(cost * row.served),
    }
    for key, value in values.items():
        style = looks.number if key == "periods" else looks.money
        taken = {"term_net": row.timed.net, "term_ex_tax": row.timed.ex_tax}.get(key, 0)
        formula = less(TABLE.filled(_TERM[key], at), taken)
        TABLE.put(writer, at, key, Live(formula, value), style)
