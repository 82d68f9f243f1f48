"""Scenario measures: what the scenario's rows come to, as formulas with the quote's values.

The formulas mirror ``pricing.concession`` and ``pricing.totals``; for the quote's own discounts
they give the quote's own figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.authority_values import PLACES
from app.documents.workbooks.rows import Kind
from app.documents.workbooks.scenario_basis import Basis
from app.documents.workbooks.scenario_columns import TABLE
from app.documents.workbooks.styles import COUNT, MONEY, PERCENT
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.quoting.revision import Revision
    from app.translation import Words


class Measure(NamedTuple):
    """One figure of the scenario.

    Attributes:
        key: Identifier of its criterion or name of its text.
        formula: Over the rows of the scenario.
        quoted: Cell that holds the quote's figure.
        value: The quote's figure.
        shown: Number format.
    """

    key: str
    formula: str
    quoted: str
    value: Decimal | int
    shown: str


class Rows(NamedTuple):
    """The rows of the scenario and the kinds they are summed by.

    Attributes:
        first: Row of the first item.
        last: Row of the last item.
        items: The quote's own totals, with the kinds.
        words: Texts.
    """

    first: int
    last: int
    items: ItemsLayout
    words: Words

    def span(self, key: str) -> str:
        """All cells of a column."""
        return TABLE.span(key, self.first, self.last)

    def of(self, key: str, *kinds: Kind, other: str = "") -> str:
        """The sum of a column over kinds, as an expression."""
        labels = (self.items.cell("kind", self.items.totals[kind]) for kind in kinds)
        return "+".join(
            f"SUMIFS({self.span(key)},{self.span('kind')},{label}{other})" for label in labels
        )

    def largest(self, key: str, basis: Basis) -> str:
        """The largest value of a column among the rows of a basis, as an expression."""
        label = self.words(f"workbook.basis.{basis.value}")
        return f'SUMPRODUCT(MAX(({self.span("basis")}="{label}")*{self.span(key)}))'


def sums(revision: Revision, rows: Rows) -> tuple[Measure, ...]:
    """Monthly and one-time charges, contract value with and without VAT, cost."""
    totals, items = revision.priced.totals, rows.items
    contract = totals.contract
    term = (Kind.ONE_TIME, Kind.MONTHLY, Kind.YEARLY)
    monthly, one_time = items.totals[Kind.MONTHLY], items.totals[Kind.ONE_TIME]
    found = (
        ("monthly", rows.of("net", Kind.MONTHLY), ("net", monthly), totals.monthly.net_amount),
        ("one_time", rows.of("net", Kind.ONE_TIME), ("net", one_time), totals.one_time.net_amount),
        (
            "contract_value",
            rows.of("term_net", *term),
            ("term_net", items.contract),
            contract.net_amount,
        ),
        (
            "ex_tax",
            rows.of("term_ex_tax", *term),
            ("term_ex_tax", items.contract),
            contract.net_ex_tax,
        ),
        ("cost", rows.of("term_cost", *term), ("term_cost", items.contract), contract.cost),
    )
    return tuple(
        Measure(key, f"=ROUND({formula},2)", items.cell(*where), yuan(value), MONEY)
        for key, formula, where, value in found
    )


def criteria(
    rows: Rows,
    values: Mapping[str, Decimal | int],
    quoted: Mapping[str, str],
    ex_tax: str,
    cost: str,
) -> list[Measure]:
    """The figures that discount authority looks at, besides the contract value.

    Args:
        rows: The scenario.
        values: The quote's figure of each criterion.
        quoted: The cell that holds it.
        ex_tax: Cell of the scenario's contract value without VAT.
        cost: Cell of the scenario's cost over the term.
    """
    published = rows.of("term_published", Kind.MONTHLY, Kind.YEARLY)
    charged = rows.of("term_net", Kind.MONTHLY, Kind.YEARLY)
    own_price = f',{rows.span("quoted")},"<>",{rows.span("published")},">0"'
    listed = rows.of("published", Kind.ONE_TIME, other=own_price)
    waived = rows.of("taken", Kind.ONE_TIME, other=own_price)
    formulas = {
        "margin": (
            f"=IF({ex_tax}=0,IF({cost}>0,-100,0),"
            f"ROUND(({ex_tax}-{cost})/ABS({ex_tax})*100,{PLACES}))"
        ),
        "cumulative_concession": _share(f"{published}-({charged})", published),
        "market_discount": f"={rows.largest('depth', Basis.MARKET)}",
        "guided_discount": f"={rows.largest('depth', Basis.GUIDED)}",
        "fixed_deviation": f"={rows.largest('depth', Basis.FIXED)}",
        "one_time_waiver": _share(waived, listed),
        "free_months": (f"=SUMPRODUCT(MAX(({rows.span('published')}<>0)*{rows.span('free')}))"),
    }
    return [
        Measure(key, formula, quoted[key], values[key], COUNT if key == "free_months" else PERCENT)
        for key, formula in formulas.items()
    ]


def _share(part: str, whole: str) -> str:
    """A percentage as a formula; nothing of nothing is 0."""
    return f"=IF(({whole})=0,0,ROUND(({part})/({whole})*100,{PLACES}))"
