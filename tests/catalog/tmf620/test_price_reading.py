"""Prices of anybody become charges and price records, or findings with their place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from catalog.charge import ChargeType, PriceRegulation
from catalog.period import BillingPeriod
from catalog.tmf620.intake import Intake
from catalog.tmf620.json_node import Findings, JsonNode
from catalog.tmf620.price_reading import areas_of, read_charge, read_price, read_records
from tests.builders import DAY, TAX_CLASSES
from tests.catalog.tmf620.samples import a_node, codes, standard_price


def price_node(**members: object) -> JsonNode:
    """A standard price with other members; numbers as the reader of JSON gives them."""
    return a_node(**{**standard_price(price=money(Decimal("25.5"))), **members})


def money(value: object) -> dict[str, Any]:
    """An amount of yuan."""
    return {"unit": "CNY", "value": value}


def test_a_standard_price_becomes_a_charge() -> None:
    """Cost and regulation are unknown, which is told; nothing else is missing."""
    node = price_node(price=money(Decimal("25.50")), unitOfMeasure={"units": "line"})
    charge = read_charge(node, "7.31", TAX_CLASSES, DAY)
    assert charge is not None
    assert (charge.code, charge.name.zh, charge.unit) == ("7.31", "Monthly rental", "line")
    assert (charge.type, charge.period) == (ChargeType.RECURRING, BillingPeriod.MONTH)
    assert str(charge.list_price) == "25.50"
    assert (charge.cost, charge.regulation) == (Decimal(0), PriceRegulation.MARKET)
    assert charge.tax_class == "nine"
    assert (charge.least, charge.most, charge.least_term) == (1, 0, 0)
    assert codes(node) == [
        "exchange.vat_included",
        "exchange.cost_missing",
        "exchange.regulation_missing",
    ]
    assert not any(problem.blocks for problem in node.findings.everything())


@pytest.mark.parametrize(
    ("members", "kind", "period"),
    [
        ({"priceType": "oneTime"}, ChargeType.ONE_TIME, BillingPeriod.ONCE),
        ({"priceType": "usage"}, ChargeType.USAGE, BillingPeriod.PER_USE),
        ({"recurringChargePeriodType": "year"}, ChargeType.RECURRING, BillingPeriod.YEAR),
        ({"recurringChargePeriodLength": 12}, ChargeType.RECURRING, BillingPeriod.YEAR),
        ({"recurringChargePeriodLength": 0}, ChargeType.RECURRING, BillingPeriod.MONTH),
        (
            {"recurringChargePeriodType": None, "recurringChargePeriod": "month"},
            ChargeType.RECURRING,
            BillingPeriod.MONTH,
        ),
    ],
)
def test_a_price_says_when_it_is_billed(
    members: dict[str, object], kind: ChargeType, period: BillingPeriod
) -> None:
    """Twelve months are a year; a length of zero says nothing."""
    price = read_price(price_node(**members))
    assert price is not None
    assert (price.type, price.period) == (kind, period)


@pytest.mark.parametrize(
    ("members", "code", "place"),
    [
        ({"priceType": "discount"}, "import.unknown_word", "priceType"),
        ({"priceType": None}, "exchange.member_missing", "priceType"),
        ({"recurringChargePeriodType": "week"}, "exchange.period", "recurringChargePeriodType"),
        ({"recurringChargePeriodLength": 3}, "exchange.period", "recurringChargePeriodType"),
        ({"recurringChargePeriodType": ""}, "exchange.member_missing", "recurringChargePeriodType"),
        ({"price": None}, "import.price_missing", "price.value"),
        ({"price": {"unit": "CNY"}}, "import.price_missing", "price.value"),
        ({"price": {"value": 1}}, "exchange.member_missing", "price.unit"),
        ({"price": {"unit": "EUR", "value": 1}}, "exchange.currency", "price.unit"),
        ({"price": money("25")}, "exchange.wrong_type", "price.value"),
        ({"percentage": Decimal("10.0")}, "exchange.percentage", "percentage"),
        (
            {"unitOfMeasure": {"amount": 5, "units": "GB"}},
            "exchange.unit_amount",
            "unitOfMeasure.amount",
        ),
        ({"tax": []}, "exchange.tax_missing", "tax"),
        ({"tax": [{}, {}]}, "exchange.tax_missing", "tax"),
        ({"tax": [{"taxCategory": "VAT"}]}, "import.unknown_tax_class", "tax[0].taxCategory"),
        ({"tax": [{"taxRate": Decimal("0.17")}]}, "import.unknown_vat_rate", "tax[0].taxRate"),
        (
            {"tax": [{"taxCategory": "six", "taxRate": 9}]},
            "import.unknown_vat_rate",
            "tax[0].taxRate",
        ),
        ({"name": ""}, "import.name_missing", "name"),
        (
            {"quotewright": {"cost": "1"}},
            "exchange.wrong_type",
            "quotewright.cost",
        ),
        (
            {"quotewright": {"priceRegulation": "free"}},
            "import.unknown_word",
            "quotewright.priceRegulation",
        ),
        (
            {"quotewright": {"least": 3, "most": 2}},
            "import.least_above_most",
            "quotewright.most",
        ),
    ],
)
def test_what_cannot_be_a_list_price_is_one_finding_at_its_place(
    members: dict[str, object], code: str, place: str
) -> None:
    """Nothing is guessed, and one fault is told once."""
    node = price_node(**members)
    read_charge(node, "7.31", TAX_CLASSES, DAY)
    (problem,) = [p for p in node.findings.everything() if p.blocks]
    assert (problem.code, problem.where.column) == (code, f"$[0].{place}")


@pytest.mark.parametrize(
    ("item", "tax_class"),
    [
        ({"taxRate": Decimal("0.06")}, "six"),
        ({"taxRate": 6}, "six"),
        ({"taxCategory": "VAT", "taxRate": Decimal("13.0")}, "thirteen"),
        ({"taxCategory": "thirteen"}, "thirteen"),
        ({"taxCategory": "none"}, "none"),
    ],
)
def test_a_tax_class_is_named_or_follows_from_its_rate(item: object, tax_class: str) -> None:
    """A rate is a fraction or a percentage; only one of them is a rate that we know."""
    charge = read_charge(price_node(tax=[item]), "7.31", TAX_CLASSES, DAY)
    assert charge is not None
    assert charge.tax_class == tax_class


def test_a_price_inside_an_offering_has_its_tax_inside() -> None:
    """The other form that the standard knows."""
    value = {"taxRate": 6, "taxIncludedAmount": money(Decimal("53.00"))}
    node = price_node(price=value, tax=None)
    charge = read_charge(node, "7.31", TAX_CLASSES, DAY)
    assert charge is not None
    assert (charge.list_price, charge.tax_class) == (Decimal("53.00"), "six")


def test_what_our_extension_says_is_kept() -> None:
    """Cost, regulation, quantities, and the allowance as a characteristic."""
    node = price_node(
        quotewright={
            "nameEn": "rental",
            "cost": Decimal("10.3200"),
            "priceRegulation": "fixed",
            "least": 2,
            "most": 9,
        },
        prodSpecCharValueUse=[
            {"name": "colour", "productSpecCharacteristicValue": [{"value": "red"}]},
            {"name": "bandwidthOrAllowance", "productSpecCharacteristicValue": [{"value": "2M"}]},
        ],
    )
    charge = read_charge(node, "7.31", TAX_CLASSES, DAY)
    assert charge is not None
    assert (charge.name.en, str(charge.cost), charge.least, charge.most) == (
        "rental",
        "10.3200",
        2,
        9,
    )
    assert (charge.regulation, charge.allowance) == (PriceRegulation.FIXED, "2M")
    (problem,) = node.findings.everything()
    assert problem.parameters == {"field": "prodSpecCharValueUse", "count": "1"}


def test_a_price_that_overrides_another_is_a_record() -> None:
    """Shared by two offerings, it is a record for the charge of each; others are not kept."""
    findings = Findings("f.json")
    relation = [{"id": "31", "relationshipType": "override"}]
    nodes = {
        "31": JsonNode(standard_price(price=money(25)), "$[0]", findings),
        "40": JsonNode(
            standard_price(
                "40",
                price={"unit": "USD", "value": 3},
                popRelationship=relation,
                place=[{"id": "SH"}],
                validFor={"startDateTime": "2026-10-01"},
            ),
            "$[1]",
            findings,
        ),
        "41": JsonNode(standard_price("41", price=money(1)), "$[2]", findings),
    }
    file = Intake(findings, prices=nodes, charges={"31": ["7.31", "8.31"]}, used={"31"})
    first, second = read_records(file)
    assert (first.id, first.charge, second.id, second.charge) == (
        "40",
        "7.31",
        "40@8.31",
        "8.31",
    )
    assert (first.unit_price, first.currency, first.areas) == (Decimal(3), "USD", ("SH",))
    assert first.valid.first is not None
    assert [(p.code, p.where.column) for p in findings.everything()] == [
        ("exchange.unused_price", "$[2]")
    ]


def test_a_record_of_nothing_is_a_finding() -> None:
    """The price that it overrides must be in the file."""
    node = price_node(popRelationship=[{"id": "gone", "relationshipType": "override"}])
    assert list(read_records(Intake(node.findings, prices={"31": node}))) == []
    assert codes(node)[0] == "exchange.unknown_reference"


def test_a_price_holds_in_the_places_that_it_names() -> None:
    """Everywhere when it names none."""
    assert areas_of(a_node()) == ()
    assert areas_of(a_node(place=[{"id": "SH"}, {"id": "BJ"}])) == ("SH", "BJ")
