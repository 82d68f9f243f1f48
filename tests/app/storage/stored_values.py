"""Values that the storage tests keep and read back, with every kind of field filled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from app.quoting.authority import CriterionVerdict, Verdict
from app.quoting.customer import (
    Account,
    Competitor,
    Contact,
    ContactRole,
    Customer,
    InstalledService,
    Site,
)
from app.quoting.quote import AccountManager, LikeForLike, Quote, QuoteCondition
from app.quoting.revision import Revision
from app.quoting.supplier import Supplier
from catalog.bundle import BundleComponent, BundledOffering
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.product_catalog import CatalogContent
from catalog.tax_class import DatedRate, TaxClass
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.bills import BillComponent, Bills
from pricing.item import ItemCharge, QuoteItem
from pricing.priced import Amounts, PricedQuote, Totals

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""The moment of most writes."""


def later(minutes: int) -> datetime:
    """A moment after noon."""
    return NOON + timedelta(minutes=minutes)


def a_quote(items: int = 1, **changes: object) -> Quote:
    """A quote whose items have every kind of alteration in turn."""
    fields: dict[str, object] = {
        "id": "q-1",
        "number": "QW-20261123-0001",
        "title": "总部宽带与专线",
        "customer": "c-1",
        "manager": AccountManager("m-7", "李晓明", "13800000000"),
        "price_date": date(2026, 11, 23),
        "valid_until": date(2026, 12, 8),
        "items": tuple(_item(number) for number in range(items)),
        "conditions": (QuoteCondition("competitor_line_cancelled", days=60),),
        "like_for_like": LikeForLike(("long_distance",), ("i-0",), 12_345),
        "needs": ("更快的互联网出口", "一张账单"),
    }
    return Quote(**(fields | changes))  # type: ignore[arg-type] # the callers name real fields


def _item(number: int) -> QuoteItem:
    discounts = (
        Percentage(Decimal("7.50")),
        AmountOff(100),
        TargetPrice(Decimal("0.123456")),
        None,
    )
    charges = (
        ItemCharge(f"LINE-{number}.MONTHLY", number + 1, discounts[number % 4]),
        ItemCharge(f"LINE-{number}.SETUP", 1),
    )
    return QuoteItem(f"i-{number}", f"LINE-{number}", number + 1, charges, (FreeMonths(2),))


def a_customer(identifier: str = "c-1", name: str = "江南精密机械有限公司") -> Customer:
    """A customer with every field filled."""
    return Customer(
        id=identifier,
        name=name,
        segment="SMB",
        industry="manufacturing",
        address="苏州市工业园区星湖街 1 号",
        credit_code="91320594MA1XXXXX0X",
        representative="王建国",
        accounts=(Account("0512-66668888", name), Account("0512-66668889", "王建国", "法定代表人")),
        contacts=(Contact("王先生", "总经理", (ContactRole.DECIDER,), "13900000000", "果断"),),
        sites=(Site("s-1", "总部", "星湖街 1 号"),),
        installed=(InstalledService("LINE-1", 2, "s-1"),),
        competitors=(Competitor("另一家", "专线 50M", 150_000, date(2027, 3, 31)),),
        facts={"fixed_lines": Decimal(12)},
        notes="每年三月续约",
    )


def some_bills() -> Bills:
    """Two components over eight months; a month of 200.00 each time, 100.00 + 100.00."""
    months = [f"2026-{month:02d}" for month in range(3, 11)]
    return Bills(
        (
            BillComponent("rent", LocalText("月租", "Rental"), dict.fromkeys(months, 10_000)),
            BillComponent(
                "long_distance",
                LocalText("长途", "Long distance"),
                dict.fromkeys(months, 10_000),
                dict.fromkeys(months, 321),
                "LD.MINUTE",
            ),
        )
    )


def a_catalog(version: str = "2026.11", title: str = "十一月目录") -> CatalogContent:
    """A catalogue with an offering, a bundle and a tax class."""
    charge = Charge(
        "LINE-1.MONTHLY",
        LocalText("月租", "Monthly rental"),
        ChargeType.RECURRING,
        "线",
        BillingPeriod.MONTH,
        Decimal("366.060000"),
        Decimal("120.5"),
        PriceRegulation.GUIDED,
        "basic_telecom",
    )
    offering = ProductOffering("LINE-1", LocalText("专线", "Line"), "DATA", ("ALL",), (charge,))
    bundle = BundledOffering(
        "B-1",
        LocalText("融合套餐"),
        ("SMB",),
        Decimal("599.00"),
        24,
        (BundleComponent("LINE-1.MONTHLY", 2),),
    )
    rate = DatedRate(Decimal("0.09"), ValidityPeriod(date(2019, 4, 1)))
    tax = TaxClass("basic_telecom", LocalText("基础电信服务"), (rate,), "财税〔2016〕36号")
    return CatalogContent(version, title, date(2026, 11, 1), (offering,), (bundle,), (tax,))


def a_revision(label: str = "A", quote: Quote | None = None) -> Revision:
    """A frozen revision; its sums are nobody's business here."""
    nothing = Amounts()
    totals = Totals(12, nothing, nothing, nothing, nothing, nothing, nothing, 0)
    verdict = Verdict(
        "L2",
        LocalText("团队经理", "Team leader"),
        "L1",
        within_own=False,
        blocked=(),
        criteria=(
            CriterionVerdict(
                "market_discount", LocalText("折扣"), Decimal("7.50"), "percent", "L2"
            ),
        ),
        matrix_version="2026-1",
    )
    return Revision(
        label=label,
        quote=quote or a_quote(),
        customer=a_customer(),
        supplier=Supplier("某通信公司苏州分公司", brand="商务"),
        priced=PricedQuote((), totals, (), "2026.11", "2026-1"),
        bills=some_bills(),
        analysis=None,
        replay=(),
        saving=None,
        verdict=verdict,
        fingerprint=f"{label}" * 64,
        condition_texts={"B-1": LocalText("两年在网")},
    )
