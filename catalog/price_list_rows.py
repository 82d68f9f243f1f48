"""price_list_rows(): a catalogue version as the rows of a price list, one a charge.

What ``catalog.reading`` reads from the rows is again the same offerings: whoever gets the table
may correct it and send it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.charge_row import TAX_INCLUDED, YesNo
from catalog.offering import Lifecycle, ProductOffering
from catalog.offering_detail import details_of
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.product_catalog import CatalogContent
    from catalog.tax_class import TaxClass

COST = "cost_cny"
NUMBERS = frozenset(
    ("list_price_cny", COST, "vat_rate", "min_qty", "max_qty", "min_term_months", "lead_time_days")
)
"""Columns whose cells are numbers, where they are not empty."""


class PriceListRows(msgspec.Struct, frozen=True):
    """A price list.

    Attributes:
        columns: Headings.
        rows: Texts of the cells; numbers with a point and without grouping.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def price_list_rows(
    content: CatalogContent, day: date, *, with_cost: bool = False
) -> PriceListRows:
    """The rows in the order of offerings and charges.

    Args:
        content: The version.
        day: Day whose VAT rates are named.
        with_cost: Have the column of internal costs, which never goes to others.
    """
    taxes = {tax.id: tax for tax in content.tax_classes}
    cells = [
        row_of(charge, offering, taxes, day)
        for offering in content.offerings
        for charge in offering.charges
    ]
    columns = tuple(
        name
        for name in ROW_FIELDS
        if (with_cost or name != COST)
        and (name not in _WHERE_SAID or any(row[name] != _WHERE_SAID[name] for row in cells))
    )
    return PriceListRows(columns, tuple(tuple(row[name] for name in columns) for row in cells))


def left_out(content: CatalogContent) -> tuple[Problem, ...]:
    """What a price list has no columns for and the version has, as warnings."""
    found = tuple(
        Problem("exchange.left_out", Severity.WARNING, Place(subject=subject), {"what": what})
        for subject, what in _left_out(content)
    )
    if count := _detailed(content):
        told = {"count": str(count)}
        return (*found, Problem("exchange.details_left_out", Severity.WARNING, parameters=told))
    return found


ROW_FIELDS = (
    *("code", "name_zh", "name_en", "offering_zh", "offering_en", "family", "segment"),
    *("charge_type", "unit", "billing_period", "list_price_cny", COST, "price_regulation"),
    *("vat_rate", "tax_class", "requires", "excludes", "min_qty", "max_qty", "min_term_months"),
    *("bandwidth_or_allowance", "benefit_zh", "benefit_en"),
    *("lifecycle", "valid_first", "valid_last", TAX_INCLUDED),
    *("areas", "channels", "lead_time_days", "migrates_to", "instead_of"),
)
"""Every field of a row, in the order of the columns."""
_WHERE_SAID = {
    "lifecycle": Lifecycle.ON_SALE.value,
    "valid_first": "",
    "valid_last": "",
    TAX_INCLUDED: "",
    "areas": "",
    "channels": "",
    "lead_time_days": "",
    "migrates_to": "",
    "instead_of": "",
}
"""Fields that have a column only where some row says something else than this."""


def row_of(
    charge: Charge, offering: ProductOffering, taxes: Mapping[str, TaxClass], day: date
) -> dict[str, str]:
    """One row by field.

    Args:
        charge: One of the offering's.
        offering: The offering.
        taxes: Tax classes by identifier.
        day: Day whose VAT rate is named.
    """
    return _of_offering(offering) | _of_charge(charge, offering, taxes, day)


def _of_offering(offering: ProductOffering) -> dict[str, str]:
    return {
        "offering_zh": offering.name.zh,
        "offering_en": offering.name.en,
        "family": offering.family,
        "segment": ";".join(offering.segments),
        "requires": "|".join(offering.requires),
        "excludes": ";".join(offering.excludes),
        "benefit_zh": offering.benefit.zh,
        "benefit_en": offering.benefit.en,
        "lifecycle": offering.lifecycle.value,
        "valid_first": _day(offering.valid.first),
        "valid_last": _day(offering.valid.last),
        "areas": ";".join(offering.areas),
        "channels": ";".join(offering.channels),
        "lead_time_days": str(offering.lead_time or ""),
        "migrates_to": ";".join(offering.migrates_to),
    }


def _of_charge(
    charge: Charge, offering: ProductOffering, taxes: Mapping[str, TaxClass], day: date
) -> dict[str, str]:
    tax_class = taxes.get(charge.tax_class)
    rate = tax_class.rate_on(day) if tax_class is not None else None
    return {
        "code": charge.code,
        "name_zh": _whole_name(offering.name.zh, charge.name.zh),
        "name_en": _whole_name(offering.name.en, charge.name.en),
        "charge_type": charge.type.value,
        "unit": charge.unit,
        "billing_period": charge.period.value,
        "list_price_cny": _number(charge.list_price),
        COST: _number(charge.cost),
        "price_regulation": charge.regulation.value,
        "vat_rate": "" if rate is None else _number(rate),
        "tax_class": charge.tax_class,
        "min_qty": str(charge.least),
        "max_qty": str(charge.most or ""),
        "min_term_months": str(charge.least_term),
        "bandwidth_or_allowance": charge.allowance,
        TAX_INCLUDED: "" if charge.tax_included else YesNo.NO.value,
        "instead_of": charge.instead_of,
    }


def _whole_name(offering: str, charge: str) -> str:
    """The offering's name and the charge's own; none stays none."""
    return f"{offering} {charge}".strip() if charge else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(value: Decimal) -> str:
    return f"{value:f}"


def _left_out(content: CatalogContent) -> Iterator[tuple[str, str]]:
    """Subject, and the word of the format for what is left out."""
    for record in content.price_records:
        yield record.id, "price_record"


def _detailed(content: CatalogContent) -> int:
    """How many offerings and specifications are described beyond their rows."""
    unlisted = (
        msgspec.structs.replace(one, areas=(), channels=(), migrates_to=(), lead_time=0)
        for one in content.offerings
    )
    return len(details_of(unlisted)) + len(content.specifications)
