"""Totals below the items: a sum per kind of charge, and the contract value.

Every total is a sum over rounded rows (``SUMIFS`` on the kind), never computed from another total.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.workbooks.cells import Live
from app.documents.workbooks.rows import Kind
from app.documents.workbooks.styles import Style
from catalog.money import decimal_percent, percent_of, yuan
from catalog.period import years_of
from pricing.concession import margin_of_deal
from pricing.priced import Amounts

if TYPE_CHECKING:
    from decimal import Decimal

    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.documents.workbooks.table import Table
    from app.quoting.revision import Revision
    from app.translation import Words
    from pricing.priced import Totals

MARGIN = '=IF({ex_tax}=0,"",ROUND(({ex_tax}-{cost})/{ex_tax}*100,2))'
TERM_MARGIN = (
    "=IF({term_ex_tax}=0,IF({term_cost}>0,-100,0),"
    "ROUND(({term_ex_tax}-{term_cost})/ABS({term_ex_tax})*100,10))"
)
_KINDS = (Kind.ONE_TIME, Kind.MONTHLY, Kind.YEARLY, Kind.USAGE)


def write_totals(
    writer: SheetWriter,
    table: Table,
    rows: tuple[int, int],
    revision: Revision,
    words: Words,
) -> tuple[dict[Kind, int], int]:
    """Write the totals one row below the items.

    Args:
        writer: The sheet.
        table: Its columns.
        rows: First and last row of the items.
        revision: What is summed.
        words: Texts.

    Returns:
        The row of each kind's total, and the row of the contract value.
    """
    totals = revision.priced.totals
    at = rows[1] + 2
    where: dict[Kind, int] = {}
    for kind in _KINDS:
        where[kind] = at
        _total_row(writer, table, at, rows, kind, totals, words)
        at += 1
    _contract_row(writer, table, at, (where[Kind.ONE_TIME], at - 1), totals, words)
    return where, at


def amounts_of(totals: Totals, kind: Kind) -> Amounts:
    """The sum of one kind of charge."""
    return {
        Kind.ONE_TIME: totals.one_time,
        Kind.MONTHLY: totals.monthly,
        Kind.YEARLY: totals.yearly,
        Kind.USAGE: totals.usage,
    }[kind]


def served(totals: Totals, kind: Kind) -> int:
    """Periods of a kind over the term; expected usage is in no contract value."""
    counts = {Kind.ONE_TIME: 1, Kind.MONTHLY: totals.term, Kind.YEARLY: years_of(totals.term)}
    return counts.get(kind, 0)


def over_term(totals: Totals, kind: Kind) -> Amounts:
    """What a kind comes to over the term, less the free months."""
    sums = amounts_of(totals, kind).times(served(totals, kind))
    if kind is not Kind.MONTHLY:
        return sums
    free = totals.free
    less = Amounts(0, 0, -free.net_amount, -free.net_ex_tax, -free.tax, 0)
    return sums + less


def _total_row(
    writer: SheetWriter,
    table: Table,
    at: int,
    rows: tuple[int, int],
    kind: Kind,
    totals: Totals,
    words: Words,
) -> None:
    writer.fill(at, 1, table.width, Style.TOTAL_TEXT)
    table.put(writer, at, "name", words(f"workbook.total.{kind.value}"), Style.TOTAL_TEXT)
    table.put(writer, at, "kind", words(f"workbook.kind.{kind.value}"), Style.TOTAL_TEXT)
    sums, term = amounts_of(totals, kind), over_term(totals, kind)
    values = {
        "list_amount": sums.list_amount,
        "published": sums.published_amount,
        "net": sums.net_amount,
        "ex_tax": sums.net_ex_tax,
        "tax": sums.tax,
        "cost": sums.cost,
        "term_net": term.net_amount,
        "term_ex_tax": term.net_ex_tax,
        "term_tax": term.tax,
        "term_cost": term.cost,
    }
    kinds = table.span("kind", *rows)
    for key, value in values.items():
        of_kind = f"SUMIFS({table.span(key, *rows)},{kinds},${table.letter('kind')}{at})"
        table.put(writer, at, key, Live(f"=ROUND({of_kind},2)", yuan(value)), Style.TOTAL_MONEY)
    margin: Decimal | str = ""
    if sums.net_ex_tax:
        margin = decimal_percent(percent_of(sums.net_ex_tax - sums.cost, sums.net_ex_tax))
    table.put(writer, at, "margin", Live(table.filled(MARGIN, at), margin), Style.TOTAL_PERCENT)
    table.put(writer, at, "served", served(totals, kind), Style.TOTAL_COUNT)


def _contract_row(
    writer: SheetWriter,
    table: Table,
    at: int,
    rows: tuple[int, int],
    totals: Totals,
    words: Words,
) -> None:
    """The contract value with and without VAT, cost and margin over the term."""
    writer.fill(at, 1, table.width, Style.TOTAL_TEXT)
    text = words("workbook.total.contract", months=totals.term)
    table.put(writer, at, "name", text, Style.TOTAL_TEXT)
    contract = totals.contract
    values = {
        "term_net": contract.net_amount,
        "term_ex_tax": contract.net_ex_tax,
        "term_tax": contract.tax,
        "term_cost": contract.cost,
    }
    for key, value in values.items():
        formula = f"=ROUND(SUM({table.span(key, *rows)}),2)"
        table.put(writer, at, key, Live(formula, yuan(value)), Style.TOTAL_MONEY)
    exact = decimal_percent(margin_of_deal(contract.net_ex_tax, contract.cost), 10)
    margin = Live(table.filled(TERM_MARGIN, at), exact)
    table.put(writer, at, "margin", margin, Style.TOTAL_PERCENT)
