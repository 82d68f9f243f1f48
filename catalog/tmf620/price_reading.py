"""Charges and price records from ``ProductOfferingPrice``, or from a price inside an offering."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import msgspec

from catalog.charge import Allowance, Charge, ChargeType, PriceRegulation, RegulationPeriod
from catalog.period import MONTHS_PER_YEAR, BillingPeriod, ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.problem import Severity
from catalog.tmf620.intake import extension_of, local_name, needed_text, shortest_term, validity
from catalog.tmf620.names import (
    ALLOWANCE,
    CURRENCY,
    EXTENSION,
    PRICE_TYPES,
    charge_type_of,
    is_override,
    months_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from enum import StrEnum

    from catalog.tax_class import TaxClass
    from catalog.tmf620.intake import Intake
    from catalog.tmf620.json_node import JsonNode

E = TypeVar("E", bound="StrEnum")

_PERCENT = 100
_NOT_KEPT = ("bundledPopRelationship", "constraint", "priceAlteration", "pricingLogicAlgorithm")


class ReadPrice(msgspec.Struct, frozen=True):
    """What every price says.

    Attributes:
        type: One-time, recurring or usage.
        period: How often it is billed.
        unit: What is counted.
        quantity: How many units the amount is for.
        amount: Yuan, or whatever the currency counts.
        currency: ISO code.
    """

    type: ChargeType
    period: BillingPeriod
    unit: str
    quantity: int
    amount: Decimal
    currency: str


def read_price(node: JsonNode) -> ReadPrice | None:
    """What a price says; ``None``, with findings, when type, period or amount are missing."""
    if node.has("percentage"):
        node.problem("exchange.percentage", "percentage")
    node.not_kept(*_NOT_KEPT)
    kind, period = _type_and_period(node)
    money = node.child("price")
    if money is not None and money.has("taxIncludedAmount"):
        money = money.child("taxIncludedAmount")
    amount = money.number("value") if money is not None else None
    if amount is None and not (money is not None and money.given("value")):
        node.problem("import.price_missing", "price.value")
    unit, quantity = "", 1
    if (measure := node.child("unitOfMeasure")) is not None:
        unit = measure.text("units")
        given = measure.count("amount")
        quantity = 1 if given is None else given
    if kind is None or period is None or amount is None or money is None:
        return None
    return ReadPrice(kind, period, unit, quantity, amount, needed_text(money, "unit"))


def read_charge(
    node: JsonNode, code: str, tax_classes: Sequence[TaxClass], day: date
) -> Charge | None:
    """The charge that a price is; ``None``, with findings, when anything is missing.

    What only our extension tells is taken as: market price, cost 0, any quantity; each is counted
    as a warning where it matters.

    Args:
        node: The price.
        code: Code of the charge.
        tax_classes: Known tax classes.
        day: Day on which a VAT rate must apply.
    """
    price = read_price(node)
    extension = extension_of(node)
    if not node.given(EXTENSION):
        node.findings.count("exchange.vat_included", node.path, Severity.HINT)
    tax_class = _tax_class(node, tax_classes, day)
    name = local_name(node, extension)
    cost = extension.number("cost")
    if cost is None:
        node.findings.count("exchange.cost_missing", node.path, Severity.WARNING)
    regulation = _word(extension, "priceRegulation", PriceRegulation)
    if regulation is None:
        node.findings.count("exchange.regulation_missing", node.path, Severity.WARNING)
    least, most = extension.count("least"), extension.count("most")
    if most and (least or 0) > most:
        extension.problem("import.least_above_most", "most", value=most)
    term, allowance = shortest_term(node), _allowance(node)
    if price is None or tax_class is None or not code:
        return None
    _check_unit(node, price)
    if price.currency not in ("", CURRENCY):
        node.problem("exchange.currency", "price.unit", value=price.currency[:40])
    return Charge(
        code=code,
        name=name,
        type=price.type,
        unit=price.unit,
        period=price.period,
        list_price=price.amount,
        cost=Decimal(0) if cost is None else cost,
        regulation=regulation or PriceRegulation.MARKET,
        tax_class=tax_class,
        least=1 if least is None else least,
        most=most or 0,
        least_term=term,
        allowance=allowance,
        allowances=tuple(filter(None, map(_counted, extension.children("allowances")))),
        regulations=tuple(filter(None, map(_dated, extension.children("regulations")))),
        valid=validity(node) if dates_charge(node) else ValidityPeriod(),
        tax_included=extension.flag("taxIncluded", otherwise=True),
        instead_of=extension.text("insteadOf"),
    )


def dates_charge(node: JsonNode) -> bool:
    """Whether the period of a price is that of its charge, and makes no price record of it."""
    return extension_of(node).flag("chargeValidity", otherwise=False)


def _counted(node: JsonNode) -> Allowance | None:
    quantity, period = node.number("quantity"), _word(node, "period", BillingPeriod)
    if quantity is None or period is None:
        needed_text(node, "quantity" if quantity is None else "period")
        return None
    return Allowance(quantity, node.text("units"), period)


def _dated(node: JsonNode) -> RegulationPeriod | None:
    regulation = _word(node, "priceRegulation", PriceRegulation)
    return None if regulation is None else RegulationPeriod(regulation, validity(node))


def read_records(intake: Intake) -> Iterator[PriceRecord]:
    """Prices that override charges, in the order of the file; others must have been used."""
    for name, node in intake.prices.items():
        if name in intake.used:
            continue
        overridden = [
            other
            for relation in node.children("popRelationship")
            if is_override(relation.text("relationshipType"))
            for other in _charges_of(relation, intake)
        ]
        if not overridden:
            node.findings.count("exchange.unused_price", node.path, Severity.WARNING)
            continue
        for number, charge in enumerate(overridden):
            record = _record(node, charge)
            if record is not None:
                # A price that several offerings share is several charges with a record each.
                own = record.id if not number else f"{record.id}@{charge}"
                yield msgspec.structs.replace(record, id=own)


def areas_of(node: JsonNode) -> tuple[str, ...]:
    """Where a price holds; everywhere when nothing is named."""
    return tuple(needed_text(place, "id") for place in node.children("place"))


def _record(node: JsonNode, charge: str) -> PriceRecord | None:
    price, extension = read_price(node), extension_of(node)
    if price is None:
        return None
    _check_unit(node, price)
    return PriceRecord(
        id=extension.text("record") or node.text("id"),
        charge=charge,
        unit_price=price.amount,
        valid=validity(node),
        segments=extension.texts("segments"),
        areas=areas_of(node),
        least_term=shortest_term(node),
        currency=price.currency,
        priority=extension.count("priority") or 0,
        tax_included=extension.flag("taxIncluded", otherwise=True),
    )


def _charges_of(relation: JsonNode, intake: Intake) -> Iterable[str]:
    name = needed_text(relation, "id")
    codes = intake.charges.get(name)
    if codes is None and name:
        relation.problem("exchange.unknown_reference", "id", value=name)
    return codes or ()


def _check_unit(node: JsonNode, price: ReadPrice) -> None:
    if price.quantity != 1:
        shown = f"{price.quantity} {price.unit}"[:40]
        node.problem("exchange.unit_amount", "unitOfMeasure.amount", value=shown)


def _type_and_period(node: JsonNode) -> tuple[ChargeType | None, BillingPeriod | None]:
    word = needed_text(node, "priceType")
    kind = charge_type_of(word)
    if kind is None:
        if word:
            allowed = ", ".join(PRICE_TYPES.values())
            node.problem("import.unknown_word", "priceType", value=word[:40], allowed=allowed)
        return None, None
    if kind is ChargeType.ONE_TIME:
        return kind, BillingPeriod.ONCE
    if kind is ChargeType.USAGE:
        return kind, BillingPeriod.PER_USE
    key = "recurringChargePeriodType"
    if not node.given(key) and node.given("recurringChargePeriod"):
        key = "recurringChargePeriod"
    word = needed_text(node, key)
    months = (months_of(word) or 0) * (node.count("recurringChargePeriodLength") or 1)
    if months not in (1, MONTHS_PER_YEAR):
        if word:
            node.problem("exchange.period", key, value=word[:40])
        return kind, None
    return kind, BillingPeriod.MONTH if months == 1 else BillingPeriod.YEAR


def _tax_class(node: JsonNode, tax_classes: Sequence[TaxClass], day: date) -> str | None:
    """The class that is named, or the first with the rate that is named; both must agree."""
    items = node.children("tax")
    if not items and (value := node.child("price")) is not None and value.given("taxRate"):
        items = [value]
    if len(items) != 1:
        node.problem("exchange.tax_missing", "tax")
        return None
    item = items[0]
    category, rate = item.text("taxCategory"), item.number("taxRate")
    named = next((tax for tax in tax_classes if tax.id == category), None)
    if named is not None and (rate is None or _has_rate(named, rate, day)):
        return named.id
    if rate is None:
        item.problem("import.unknown_tax_class", "taxCategory", value=category[:40])
        return None
    if named is None:
        for tax in tax_classes:
            if _has_rate(tax, rate, day):
                return tax.id
    item.problem("import.unknown_vat_rate", "taxRate", value=str(rate))
    return None


def _has_rate(tax: TaxClass, rate: Decimal, day: date) -> bool:
    """Whether the rate is meant: as a fraction, or as a percentage, which the standard allows."""
    return tax.rate_on(day) in (rate, rate / _PERCENT)


def _allowance(node: JsonNode) -> str:
    for use in node.children("prodSpecCharValueUse"):
        if use.text("name") == ALLOWANCE:
            values = use.children("productSpecCharacteristicValue")
            return values[0].text("value") if values else ""
        node.not_kept("prodSpecCharValueUse")
    return ""


def _word(node: JsonNode, key: str, words: type[E]) -> E | None:
    text = node.text(key)
    if not text:
        return None
    try:
        return words(text)
    except ValueError:
        node.problem("import.unknown_word", key, value=text[:40], allowed=", ".join(words))
        return None
