"""A catalogue that uses every field, and a file as another company would write it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    ChildBundle,
    OverageRate,
    PricingForm,
)
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.option_group import GroupMember, MemberPricing, OptionGroup
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import CatalogContent
from catalog.tmf620.json_node import Findings, JsonNode
from catalog.tmf620.reading import Tmf620File, read_tmf620
from tests.builders import DAY, TAX_CLASSES, a_bundle, a_charge, a_part, an_offering

SEASON = ValidityPeriod(date(2026, 10, 1), date(2026, 12, 31))


def full_content() -> CatalogContent:
    """Two offerings, a bundle and two price records in which no field has its usual value."""
    line = an_offering(
        a_charge(
            regulation=PriceRegulation.GUIDED,
            least=2,
            most=500,
            least_term=12,
            allowance="含 100 分钟",
        ),
        a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE, tax_class="six"),
        a_charge("LINE.MIN", "0.0353", period=BillingPeriod.PER_USE, cost="0.02"),
        segments=("SMB", "KEY"),
        requires=("NET", "LINE"),
        excludes=("NET",),
        lifecycle=Lifecycle.FROZEN,
        valid=SEASON,
        benefit=LocalText("省钱", "saves money"),
    )
    net = an_offering(
        a_charge("NET.YEAR", "240.00", period=BillingPeriod.YEAR),
        a_charge("NET.SUBS", "-400.00", period=BillingPeriod.ONCE),
        requires=("LINE",),
    )
    bundle = a_bundle(
        "199.00",
        components=(
            a_part("LINE.RENT", 4),
            a_part("NET.YEAR", 1, ComponentKind.YEARLY),
            a_part("LINE.MIN", 3000, ComponentKind.ALLOWANCE),
        ),
        segments=("SMB",),
        term=24,
        valid=SEASON,
        most_extra_discount=Decimal("2.5"),
        one_time=(BundleOneTime("LINE.INST", 4, Decimal("0.00")),),
        overage=(OverageRate("LINE.MIN", Decimal("0.10")),),
        options=(
            BundleOption(
                "LINE.RENT", Decimal("20.00"), LocalText("第5线起", "fifth"), 6, ("LINE.INST",)
            ),
        ),
        conditions=(
            Condition("lines", Decimal(3), Decimal(9)),
            Condition("industry", one_of=("hotel", "trade")),
        ),
        condition_text=LocalText("3 至 9 线", "3 to 9 lines"),
        excludes=("OTHER",),
        filing_number="F-1",
        clauses=("competitor_line_cancelled",),
    )
    other = a_bundle(code="OTHER", parts=(("LINE.RENT", 1),))
    chosen = BundledOffering(
        "CHOSEN",
        LocalText("自选", "of one's choice"),
        ("SMB",),
        Decimal(0),
        12,
        (BundleComponent("LINE.RENT", 2, price=Decimal("19.50")),),
        form=PricingForm.COMPONENT_PRICES,
        percent=Decimal("7.5"),
        groups=(
            OptionGroup(
                "g",
                LocalText("组", "group"),
                (
                    GroupMember(
                        "NET.YEAR",
                        2,
                        1,
                        3,
                        1,
                        MemberPricing.OWN_PRICE,
                        Decimal("120.00"),
                        Decimal(5),
                        ComponentKind.YEARLY,
                        ("KEY",),
                    ),
                    GroupMember("LINE.INST", pricing=MemberPricing.INCLUDED),
                ),
                1,
                4,
            ),
        ),
        children=(ChildBundle("OTHER", 2),),
        alterable=True,
    )
    records = (
        PriceRecord("autumn", "LINE.RENT", Decimal("22.00"), SEASON, ("SMB",), ("SH", "BJ"), 24),
        PriceRecord("dollar", "NET.YEAR", Decimal("9.5"), currency="USD", priority=7),
    )
    return CatalogContent(
        "v1", "标题", DAY, (line, net), (bundle, other, chosen), TAX_CLASSES, records
    )


def a_node(**members: object) -> JsonNode:
    """An object of a file, with members as JSON would give them."""
    return JsonNode(members, "$[0]", Findings("f.json"), "")


def codes(node: JsonNode) -> list[str]:
    """Codes of everything found where a node is from."""
    return [problem.code for problem in node.findings.everything()]


def standard_price(identifier: str = "31", **members: object) -> dict[str, Any]:
    """A monthly price as the standard says it, without our extension."""
    return {
        "id": identifier,
        "name": "Monthly rental",
        "priceType": "recurring",
        "recurringChargePeriodType": "monthly",
        "recurringChargePeriodLength": 1,
        "price": {"unit": "CNY", "value": 25.5},
        "tax": [{"taxCategory": "VAT", "taxRate": 9}],
        "@type": "ProductOfferingPrice",
        **members,
    }


def standard_offering(identifier: str = "7", *prices: str, **members: object) -> dict[str, Any]:
    """An offering as the standard says it, with prices by identifier."""
    return {
        "id": identifier,
        "name": f"Offering {identifier}",
        "productOfferingPrice": [{"id": price} for price in prices or ("31",)],
        "@type": "ProductOffering",
        **members,
    }


def read(document: object) -> Tmf620File:
    """A document read with the tax classes of the builders, on their day."""
    return read_tmf620(json.dumps(document).encode(), TAX_CLASSES, DAY, file="f.json")


def found(file: Tmf620File) -> list[tuple[str, str]]:
    """Code and JSON path of every error."""
    return [(problem.code, problem.where.column) for problem in file.problems if problem.blocks]


def counted(file: Tmf620File) -> dict[str, str]:
    """How often each warning or hint was counted, by its code and field."""
    return {
        f"{problem.code} {problem.parameters['field']}".strip(): problem.parameters["count"]
        for problem in file.problems
        if not problem.blocks and "count" in problem.parameters
    }


def without_cost(content: CatalogContent) -> CatalogContent:
    """The same content with every cost unknown, as an export for others leaves it."""
    return msgspec.structs.replace(
        content,
        offerings=tuple(
            msgspec.structs.replace(
                offering,
                charges=tuple(
                    msgspec.structs.replace(charge, cost=Decimal(0)) for charge in offering.charges
                ),
            )
            for offering in content.offerings
        ),
    )
