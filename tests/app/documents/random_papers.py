"""Random quotes put on paper and read again: what differs from the figures that are stored."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.documents.kinds import KINDS
from app.documents.workbooks.approval import write_approval
from app.documents.workbooks.items_sheet import FIRST_ROW, TABLE, amounts_of
from app.documents.workbooks.rows import RowPlace, price_rows
from app.errors import QuotewrightError
from app.figures import Figures
from app.quoting.freezing import work_out
from app.quoting.paper import for_customer
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.returned_cells import read_cells
from app.translation import load_words
from catalog.money import yuan
from catalog.product_catalog import ProductCatalog
from tests.app.documents.papers import made
from tests.pricing.reference.quotes import random_quote
from tests.sample import SUPPLIER, sample_case, sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.workbooks.rows import PriceRow
    from app.quoting.revision import Revision
    from app.storage.foreign.returned_cells import StoredCell
    from catalog.local_text import Language


def random_revision(number: int) -> Revision:
    """The random quote of a number for the customer of a case, every second one in English."""
    found = random_quote(number)
    context, case = found.context, sample_case(number % 5 + 1)
    quote = replace(
        case.quote,
        items=found.items,
        discount=found.discount,
        price_date=context.price_date,
        valid_until=max(context.price_date, case.quote.valid_until),
        term=context.term,
        codes=context.codes,
        language="en" if number % 2 else "zh",
    )
    customer = replace(case.customer, segment=context.segments[0], area=context.area)
    rules = sample_rules()._replace(pricing=found.policy)
    catalog = ProductCatalog(found.content)
    worked = work_out(quote, customer, case.bills, catalog, rules, SUPPLIER, label="A")
    return worked.revision


def paper_difference(number: int) -> str:
    """What a paper of a random quote says differently; kinds take turns.

    Every figure is looked for in the Word document, and the PDF's words are compared with its.
    """
    revision = random_revision(number)
    language: Language = "en" if revision.quote.language == "en" else "zh"
    paper = for_customer(revision, draft=number % 3 == 0)
    kinds = list(KINDS)
    kind = kinds[number // 2 % len(kinds)]
    if not KINDS[kind].applies(paper):
        kind = "quotation"
    try:
        made(kind, paper, language=language)
    except QuotewrightError as failure:
        return f"{number} {kind}: {failure}"
    return ""


def workbook_differences(number: int) -> list[str]:
    """What the approval workbook of a random quote stores differently, charge by charge."""
    revision = random_revision(number)
    words, figures = load_words("zh"), Figures("zh")
    data = write_approval(revision, words, figures, sample_rules().authority)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        cells = read_cells(package.open("xl/worksheets/sheet2.xml"), (), LIMITS)
    rows = price_rows(revision)
    found = [
        f"{number} {place}: {cells[place].value if place in cells else 'nothing'}, not {amount}"
        for at, row in enumerate(rows, start=FIRST_ROW)
        for place, amount in _amounts(row, at)
        if not _shows(cells.get(place), amount)
    ]
    totals = revision.priced.totals.contract
    stored = {
        Decimal(cell.value)
        for place, cell in cells.items()
        if place.startswith(TABLE.letter("term_net")) and cell.number
    }
    return [*found, *([] if yuan(totals.net_amount) in stored else [f"{number} contract"])]


def _amounts(row: PriceRow, at: int) -> Iterator[tuple[str, Decimal]]:
    if row.place is RowPlace.SECTION:
        return
    without, cost = amounts_of(row)
    stored = {
        "published": row.published,
        "net": row.net,
        "ex_tax": without,
        "tax": row.net - without,
        "cost": cost,
        "term_net": row.net * row.periods - row.timed.net,
        "term_cost": cost * row.served,
    }
    for key, amount in stored.items():
        yield f"{TABLE.letter(key)}{at}", yuan(amount)


def _shows(cell: StoredCell | None, amount: Decimal) -> bool:
    return cell is not None and cell.number and Decimal(cell.value) == amount
