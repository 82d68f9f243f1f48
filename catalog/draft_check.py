"""Findings about a draft: what an import would say about a row, and what the whole would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.cell_text import MONEY_PLACES
from catalog.charge import ChargeType
from catalog.consistency import check_content
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent

_PERIODS = {
    ChargeType.ONE_TIME: {BillingPeriod.ONCE},
    ChargeType.RECURRING: {BillingPeriod.MONTH, BillingPeriod.YEAR},
    ChargeType.USAGE: {BillingPeriod.PER_USE},
}


def check_draft(content: CatalogContent) -> tuple[Problem, ...]:
    """Every finding: those of each offering, and those of the catalogue as a whole."""
    found = [problem for offering in content.offerings for problem in check_offering(offering)]
    return (*found, *check_content(content))


def check_offering(offering: ProductOffering) -> tuple[Problem, ...]:
    """Findings about one offering that need nothing else; quick enough for every key."""
    return (*_whole(offering), *(p for charge in offering.charges for p in _charge(charge)))


def _whole(offering: ProductOffering) -> Iterator[Problem]:
    where = Place(subject=offering.code, column="name_zh")
    if not offering.name.zh:
        yield Problem("import.name_missing", where=where)
    valid = offering.valid
    if valid.first and valid.last and valid.first > valid.last:
        at = Place(subject=offering.code, column="last")
        yield Problem("draft.ends_before_it_starts", where=at)
    seen: set[str] = set()
    for charge in offering.charges:
        at = Place(subject=charge.code, column="code")
        if charge.offering != offering.code:
            other = {"value": charge.code, "offering": offering.code}
            yield Problem("draft.charge_of_another_offering", where=at, parameters=other)
        if charge.code in seen:
            yield Problem("draft.duplicate_charge", where=at, parameters={"value": charge.code})
        seen.add(charge.code)


def _charge(charge: Charge) -> Iterator[Problem]:
    if charge.period not in _PERIODS[charge.type]:
        yield _problem(charge, "import.period_contradicts_type", "period", charge.period.value)
    if charge.most and charge.least > charge.most:
        yield _problem(charge, "import.least_above_most", "most", charge.most)
    for column, price in (("list_price", charge.list_price), ("cost", charge.cost)):
        if not _countable(price):
            yield _problem(charge, "draft.price_not_countable", column, price)


def _problem(charge: Charge, code: str, column: str, value: object) -> Problem:
    where = Place(subject=charge.code, column=column)
    return Problem(code, where=where, parameters={"value": str(value)})


def _countable(price: Decimal) -> bool:
    exponent = price.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MONEY_PLACES
