"""A catalogue whose offerings say everything that a price list has no column for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.charge import Allowance, PriceRegulation, RegulationPeriod
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.selling_points import Fabe, Leaflet, Pitch
from catalog.specification import ProductSpecification
from tests.builders import a_charge, a_content, an_offering

if TYPE_CHECKING:
    from catalog.product_catalog import CatalogContent

SEASON = ValidityPeriod(date(2026, 10, 1), date(2026, 12, 31))
SPEED = Characteristic(
    "speed",
    LocalText("速率", "speed"),
    CharacteristicKind.NUMBER,
    "Mbit/s",
    least=Decimal(10),
    most=Decimal("1000.5"),
    step=Decimal("0.5"),
    default="100",
    required=True,
)
GRADE = Characteristic(
    "grade",
    LocalText("等级"),
    CharacteristicKind.CHOICE,
    choices=(Choice("gold", LocalText("金牌", "gold")), Choice("silver")),
    default="silver",
)
SINGLE = Characteristic(
    "fibre", LocalText("光纤"), CharacteristicKind.CHOICE, choices=(Choice("G.652"),), required=True
)
ROUTES = Characteristic("routes", LocalText("双路由"), CharacteristicKind.YES_NO, default="no")
PLACE = Characteristic("place", LocalText("地点"), unit="楼", default="1号楼")
OPEN_END = Characteristic("length", LocalText("长度"), CharacteristicKind.NUMBER, "km")
EVERY_KIND = (SPEED, GRADE, SINGLE, ROUTES, PLACE, OPEN_END)
CIRCUIT = ProductSpecification(
    "circuit",
    LocalText("专线", "leased circuit"),
    brand="翼",
    description=LocalText("两点之间", "between two points"),
    characteristics=(SPEED, GRADE),
    valid=SEASON,
)


def detailed_content() -> CatalogContent:
    """Two offerings and two specifications in which no detail has its usual value."""
    rich = an_offering(
        a_charge(
            regulation=PriceRegulation.GUIDED,
            allowances=(
                Allowance(Decimal(100), "分钟"),
                Allowance(Decimal("2.5"), "GB", BillingPeriod.YEAR),
            ),
            regulations=(RegulationPeriod(PriceRegulation.MARKET, SEASON),),
            valid=SEASON,
        ),
        a_charge("LINE.MORE"),
        areas=("SH", "JS"),
        channels=("direct",),
        migrates_to=("NET",),
        specification="circuit",
        characteristics=EVERY_KIND,
        lead_time=15,
        fabe=Fabe(
            LocalText("双路由", "two routes"),
            LocalText("一断一通"),
            LocalText("不停业"),
            LocalText("", "no outage since 2019"),
        ),
        pitch=Pitch(
            LocalText("它就是"), LocalText("适合"), LocalText("用了之后"), LocalText("比如")
        ),
        leaflets=(Leaflet(LocalText("单页", "leaflet"), "application/pdf", "ab" * 32),),
    )
    plain = an_offering(a_charge("NET.RENT"), specification="circuit")
    specifications = (CIRCUIT, ProductSpecification("unused", LocalText("备用")))
    content = a_content(rich, plain, an_offering(a_charge("BARE.RENT")))
    return msgspec.structs.replace(content, specifications=specifications)
