"""Charges and price records as ``ProductOfferingPrice``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.period import BillingPeriod
from catalog.tmf620.moments import time_period
from catalog.tmf620.names import (
    ALLOWANCE,
    CURRENCY,
    EXTENDED,
    EXTENSION,
    OVERRIDE,
    PERIODS,
    PRICE,
    PRICE_TYPES,
)

if TYPE_CHECKING:
    from datetime import date

    from catalog.charge import Charge
    from catalog.price_list import PriceRecord
    from catalog.product_catalog import ProductCatalog
    from catalog.tmf620.names import Resource


def charge_price(
    charge: Charge, catalog: ProductCatalog, day: date, *, with_cost: bool
) -> Resource:
    """A charge with its list price.

    Args:
        charge: The charge.
        catalog: Knows its offering and the tax classes.
        day: Day whose VAT rate is named.
        with_cost: Tell the internal cost.
    """
    extension: Resource = {"nameEn": charge.name.en} if charge.name.en else {}
    if with_cost:
        extension["cost"] = plain(charge.cost)
    extension["priceRegulation"] = charge.regulation.value
    extension["least"] = charge.least
    if charge.most:
        extension["most"] = charge.most
    if not charge.tax_included:
        extension["taxIncluded"] = False
    if charge.instead_of:
        extension["insteadOf"] = charge.instead_of
    price: Resource = {"id": charge.code, "name": charge.name.zh}
    price |= _kind(charge, 1, charge.list_price, CURRENCY)
    price |= _tax(charge, catalog, day)
    price |= commitment(charge.least_term)
    if period := time_period(charge.valid):
        price["validFor"] = period
        extension["chargeValidity"] = True
    extension |= _dated_and_counted(charge)
    if charge.allowance:
        price["prodSpecCharValueUse"] = [
            {
                "name": ALLOWANCE,
                "valueType": "string",
                "productSpecCharacteristicValue": [{"value": charge.allowance}],
                "productSpecification": {"id": charge.offering},
            }
        ]
    return extended(price, PRICE, extension)


def record_price(
    record: PriceRecord, charge: Charge, catalog: ProductCatalog, day: date
) -> Resource:
    """A price record: a price of its own that overrides a charge's under conditions."""
    extension: Resource = {"record": record.id}
    if record.segments:
        extension["segments"] = list(record.segments)
    if record.priority:
        extension["priority"] = record.priority
    if not record.tax_included:
        extension["taxIncluded"] = False
    price: Resource = {"id": f"{charge.code}/{record.id}", "name": charge.name.zh}
    price |= _kind(charge, 1, record.unit_price, record.currency)
    price |= _tax(charge, catalog, day)
    if period := time_period(record.valid):
        price["validFor"] = period
    price |= commitment(record.least_term)
    if record.areas:
        price["place"] = [{"id": area, "name": area} for area in record.areas]
    price["popRelationship"] = [{"id": charge.code, "relationshipType": OVERRIDE}]
    return extended(price, PRICE, extension)


def published_price(
    code: str, name: str, charge: Charge | None, quantity: int, amount: Decimal
) -> Resource:
    """A price that a bundle publishes: for a quantity of a charge, or for a month of itself."""
    price: Resource = {"id": code, "name": name}
    if charge is not None:
        return price | _kind(charge, quantity, amount, CURRENCY)
    return (
        price
        | _recurring(BillingPeriod.MONTH)
        | {"isBundle": False, "price": {"unit": CURRENCY, "value": plain(amount)}}
    )


def commitment(months: int) -> Resource:
    """A shortest term as ``productOfferingTerm``; nothing when there is none."""
    if not months:
        return {}
    return {"productOfferingTerm": [{"duration": {"amount": months, "units": "month"}}]}


def extended(resource: Resource, standard: str, extension: Resource) -> Resource:
    """A resource with its class and, if there is any, what the standard has no field for."""
    if not extension:
        return resource | {"@type": standard}
    kind = {"@type": f"{EXTENDED}{standard}", "@baseType": standard}
    return resource | {EXTENSION: extension} | kind


def plain(number: Decimal) -> Decimal:
    """The number with its decimals and without an exponent, as JSON is to show it."""
    return Decimal(f"{number:f}")


def _dated_and_counted(charge: Charge) -> Resource:
    """Who sets the price in which period, and what is included."""
    written: Resource = {}
    if charge.regulations:
        written["regulations"] = [
            {"priceRegulation": change.regulation.value, "validFor": time_period(change.valid)}
            for change in charge.regulations
        ]
    if charge.allowances:
        written["allowances"] = [
            {"quantity": plain(one.quantity), "units": one.unit, "period": one.period.value}
            for one in charge.allowances
        ]
    return written


def _kind(charge: Charge, quantity: int, amount: Decimal, currency: str) -> Resource:
    """Type, period, unit and price, as far as the standard has fields for them."""
    recurring = charge.type is ChargeType.RECURRING
    kind = _recurring(charge.period) if recurring else {"priceType": PRICE_TYPES[charge.type]}
    return kind | {
        "isBundle": False,
        "unitOfMeasure": {"amount": quantity, "units": charge.unit},
        "price": {"unit": currency, "value": plain(amount)},
    }


def _recurring(period: BillingPeriod) -> Resource:
    return {
        "priceType": PRICE_TYPES[ChargeType.RECURRING],
        "recurringChargePeriodType": PERIODS[period],
        "recurringChargePeriodLength": 1,
    }


def _tax(charge: Charge, catalog: ProductCatalog, day: date) -> Resource:
    """The tax class and, when the class has one on the day, its rate as a fraction."""
    item: Resource = {"taxCategory": charge.tax_class}
    tax_class = catalog.tax_class(charge.tax_class)
    rate = tax_class.rate_on(day) if tax_class is not None else None
    if rate is not None:
        item["taxRate"] = plain(rate)
    return {"tax": [item]}
