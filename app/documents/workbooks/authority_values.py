"""Values of the criteria: sums over the quote as formulas on the sheet of items, depths as figures.

Percentages are rounded to ten decimals: far below what a limit can tell apart, and enough to free
them of the noise of binary fractions before they are compared with a limit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.documents.workbooks.cells import Live
from app.documents.workbooks.items_sheet import TABLE
from app.documents.workbooks.rows import Kind
from app.documents.workbooks.scenario_basis import Basis, basis_of, depth_of
from catalog.money import decimal_percent, yuan
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.documents.workbooks.rows import PriceRow
    from app.quoting.revision import Revision

PLACES = 10


def charge_values(rows: Sequence[PriceRow]) -> dict[str, Decimal]:
    """The deepest discount of each criterion that is looked at charge by charge."""
    deepest: dict[str, Decimal] = {}
    for basis in (Basis.MARKET, Basis.GUIDED, Basis.FIXED):
        depths = [depth_of(basis, row) for row in rows if basis_of(row) is basis]
        deepest[basis.criterion] = max(depths, default=Decimal(0))
    return deepest


def all_values(revision: Revision, rows: Sequence[PriceRow]) -> dict[str, Decimal | int]:
    """The quote's value of every criterion, for formulas elsewhere that start from it."""
    given = measure(revision.priced)
    return {
        **charge_values(rows),
        "one_time_waiver": decimal_percent(given.one_time_share, PLACES),
        "free_months": given.free_months,
        "cumulative_concession": decimal_percent(given.cumulative, PLACES),
        "margin": decimal_percent(given.margin, PLACES),
        "contract_value": yuan(given.contract_value),
    }


def criterion_values(
    revision: Revision, rows: Sequence[PriceRow], items: ItemsLayout
) -> dict[str, Live | Decimal | int]:
    """What the authority sheet shows per criterion: sums as formulas, depths as figures.

    Where the worst case counts an optional item or another quote, which no formula on the sheet of
    items knows, the value is stated as the verdict found it; so is that of a criterion with a
    measure of its own.
    """
    contract = items.cell("term_net", items.contract)
    formulas = {
        "one_time_waiver": _waiver(items),
        "free_months": f"=MAX({_span(items, 'free')})",
        "cumulative_concession": _cumulative(items),
        "margin": f"={items.cell('margin', items.contract)}",
        "contract_value": f"={contract}",
    }
    known = all_values(revision, rows)
    found: dict[str, Live | Decimal | int] = {}
    for verdict in revision.verdict.criteria:
        if verdict.id not in known or verdict.worst:
            exact = verdict.exact if verdict.exact is not None else verdict.value
            found[verdict.id] = Decimal(0) if exact is None else exact
        elif verdict.id in formulas:
            found[verdict.id] = Live(formulas[verdict.id], known[verdict.id])
        else:
            found[verdict.id] = known[verdict.id]
    return found


def _span(items: ItemsLayout, key: str) -> str:
    return f"{items.name}!{TABLE.span(key, items.first, items.last)}"


def _waiver(items: ItemsLayout) -> str:
    """Share of the one-time charges without a published price that is waived.

    Those in bundles have no percent; subsidies are no charge that could hide a waiver.
    """
    kind = f"{_span(items, 'kind')},{items.cell('kind', items.totals[Kind.ONE_TIME])}"
    charged = f'{_span(items, "published")},">0"'
    waived = f"SUMIFS({_span(items, 'taken')},{kind},{charged})"
    listed = f'SUMIFS({_span(items, "published")},{kind},{_span(items, "percent")},"<>",{charged})'
    return f"=IF({listed}=0,0,ROUND({waived}/{listed}*100,{PLACES}))"


def _cumulative(items: ItemsLayout) -> str:
    """Recurring charges over the term: published less charged, in percent of published."""
    rows = (items.totals[Kind.MONTHLY], items.totals[Kind.YEARLY])
    published = "+".join(
        f"{items.cell('published', row)}*{items.cell('served', row)}" for row in rows
    )
    charged = "+".join(items.cell("term_net", row) for row in rows)
    return f"=IF(({published})=0,0,ROUND(({published}-({charged}))/({published})*100,{PLACES}))"
