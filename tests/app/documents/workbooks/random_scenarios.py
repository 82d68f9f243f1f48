"""Random scenarios: discounts and free months typed into workbooks, and the engine's own answer.

The engine is asked for the same quote with what was typed as its alterations. Its prices are
compared row by row and in sum with what LibreOffice makes of the sheet.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.documents.workbooks.approval import write_approval
from app.documents.workbooks.levels import position_of
from app.documents.workbooks.rows import RowPlace, price_rows
from app.documents.workbooks.scenario_columns import TABLE
from app.documents.workbooks.scenario_sheet import FIRST_ROW
from app.figures import Figures
from app.quoting.freezing import work_out
from app.translation import load_words
from catalog.product_catalog import ProductCatalog
from pricing.alterations import Timed
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from tests.app.documents.random_papers import random_revision
from tests.app.documents.workbooks.office import formulas
from tests.app.documents.workbooks.sheets import head_figure
from tests.pricing.reference.quotes import random_quote
from tests.sample import SUPPLIER, sample_case, sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from app.documents.workbooks.rows import PriceRow
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision

_SHEET, _CLOSE = "试算", 1e-7
_HEADINGS = {"market_discount": "市场价最大优惠", "guided_discount": "指导价最大优惠"} | {
    "fixed_deviation": "定价偏离",
    "one_time_waiver": "一次性减免",
    "free_months": "免租月数",
    "cumulative_concession": "累计让利率",
    "margin": "毛利率",
}


class Tried(NamedTuple):
    """A scenario of a random quote.

    Attributes:
        revision: The quote as it is.
        book: The workbook with what was typed.
        answer: What the engine says of the quote with it.
        typed: Percentages by position of the row.
        months: Free months by position of the row.
    """

    revision: Revision
    book: Workbook
    answer: Revision
    typed: dict[int, Decimal]
    months: dict[int, int]


def tried(number: int) -> Tried:
    """The scenario of a number; the same on every machine."""
    random = Random(number)  # noqa: S311 (reproducible examples, no secrets)
    revision = random_revision(number)
    matrix, words = sample_rules().authority, load_words("zh")
    book = formulas(write_approval(revision, words, Figures("zh"), matrix))
    sheet = book[_SHEET]
    rows = price_rows(revision)
    typed: dict[int, Decimal] = {}
    months: dict[int, int] = {}
    for at, row in enumerate(rows):
        if row.item is None:
            continue
        if _open(sheet, "percent", at) and random.random() < 0.7:
            percent = Decimal(random.randint(0, 10_000)).scaleb(-2)
            typed[at] = random.choice((percent, Decimal(0), Decimal(random.randint(1, 40))))
            sheet[_place("percent", at)] = typed[at]
        if _open(sheet, "free", at) and random.random() < 0.5:
            months[at] = random.randint(0, min(4, revision.priced.totals.term))
            sheet[_place("free", at)] = months[at]
    quote = _altered(revision.quote, rows, typed, months)
    return Tried(revision, book, _worked(number, quote), typed, months)


def differences(number: int, one: Tried, office: Workbook) -> Iterator[str]:
    """What LibreOffice finds otherwise than the engine."""
    sheet = office[_SHEET]
    for at, row in enumerate(price_rows(one.answer)):
        if row.item is None:
            continue
        ex_tax = row.item.monthly if row.charge is None else row.charge
        known = {"net": row.net, "ex_tax": ex_tax.net_ex_tax}
        for key, value in known.items():
            found = sheet[_place(key, at)].value
            if not _is_fen(found, value):
                yield f"{number} row {row.number} {key}: {found}, not {value} fen"
    totals = one.answer.priced.totals
    for heading, value in {
        "月租": totals.monthly.net_amount,
        "一次性": totals.one_time.net_amount,
        "合同总额": totals.contract.net_amount,
        "合同不含税": totals.contract.net_ex_tax,
        "合同期成本": totals.contract.cost,
    }.items():
        found = head_figure(office, heading)
        if not _is_fen(found, value):
            yield f"{number} {heading}: {found}, not {value} fen"
    yield from _other_measures(number, one, office)


def _other_measures(number: int, one: Tried, office: Workbook) -> Iterator[str]:
    """Shares, depths, and the level that each criterion needs."""
    given = measure(one.answer.priced)
    exact = {
        "margin": given.margin,
        "cumulative_concession": given.cumulative,
        "one_time_waiver": given.one_time_share,
        "free_months": given.free_months,
    }
    for key, value in exact.items():
        found = head_figure(office, _HEADINGS[key])
        if not isinstance(found, int | float) or abs(found - float(value)) > _CLOSE:
            yield f"{number} {key}: {found}, not {float(value)}"
    quoted = {verdict.id: verdict for verdict in one.revision.verdict.criteria}
    for verdict in one.answer.verdict.criteria:
        if verdict.id not in _HEADINGS or verdict.worst or quoted[verdict.id].worst:
            continue
        needed = position_of(sample_rules().authority, verdict.level)
        level = head_figure(office, _HEADINGS[verdict.id], "试算所需级别")
        if level != needed:
            yield f"{number} {verdict.id}: level {level}, not {needed}"


def _worked(number: int, quote: Quote) -> Revision:
    found, case = random_quote(number), sample_case(number % 5 + 1)
    customer = replace(case.customer, segment=found.context.segments[0], area=found.context.area)
    rules = sample_rules()._replace(pricing=found.policy)
    catalog = ProductCatalog(found.content)
    return work_out(quote, customer, case.bills, catalog, rules, SUPPLIER, label="A").revision


def _altered(
    quote: Quote, rows: tuple[PriceRow, ...], typed: dict[int, Decimal], months: dict[int, int]
) -> Quote:
    """The quote with what was typed as its manual alterations."""
    items = {item.id: item for item in quote.items}
    for at, percent in typed.items():
        row = rows[at]
        assert row.item is not None
        item, by_hand = items[row.item.id], Percentage(percent)
        if row.place is RowPlace.BUNDLE:
            timed = tuple(one for one in item.alterations if isinstance(one, Timed))
            items[item.id] = replace(item, alterations=(by_hand, *timed))
            continue
        assert row.charge is not None
        charges = tuple(
            replace(one, alteration=by_hand) if one.code == row.charge.code else one
            for one in item.charges
        )
        items[item.id] = replace(item, charges=charges)
    for at, count in months.items():
        priced = rows[at].item
        assert priced is not None
        item = items[priced.id]
        others = tuple(one for one in item.alterations if not isinstance(one, FreeMonths))
        items[item.id] = replace(item, alterations=(*others, FreeMonths(count)))
    return replace(quote, items=tuple(items[item.id] for item in quote.items))


def _place(key: str, at: int) -> str:
    return f"{TABLE.letter(key)}{FIRST_ROW + at}"


def _open(sheet: Worksheet, key: str, at: int) -> bool:
    return not sheet[_place(key, at)].protection.locked


def _is_fen(found: object, value: int) -> bool:
    return isinstance(found, int | float) and abs(found * 100 - value) < 1e-3
