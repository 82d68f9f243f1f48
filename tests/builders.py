"""Small values with sensible defaults, so that a test names only what it is about.

The default charge is a telephone line at 25.00 a month and 9 % VAT; ``a_catalog`` knows the three
tax classes ``nine``, ``six`` and ``thirteen`` and one without a rate, ``none``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.quoting.authority import AuthorityMatrix, Criterion, Level
from app.quoting.customer import Customer
from app.quoting.quote import AccountManager, Quote
from catalog.bundle import BundleComponent, BundledOffering
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.option_group import GroupMember, OptionGroup
from catalog.period import BillingPeriod, Month, month_after
from catalog.product_catalog import CatalogContent, ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.bills import BillComponent, Bills
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.item import Choice, ItemCharge, QuoteItem
from pricing.policy import PricingPolicy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.alterations import Alteration, Discount
    from pricing.priced import PricedCharge, PricedQuote

DAY = date(2026, 11, 23)
POLICY = PricingPolicy("test")
TAX_CLASSES = (
    TaxClass("nine", LocalText("九"), (DatedRate(Decimal("0.09")),)),
    TaxClass("six", LocalText("六"), (DatedRate(Decimal("0.06")),)),
    TaxClass("thirteen", LocalText("十三"), (DatedRate(Decimal("0.13")),)),
    TaxClass("none", LocalText("无"), ()),
)
_TYPES = {
    BillingPeriod.ONCE: ChargeType.ONE_TIME,
    BillingPeriod.MONTH: ChargeType.RECURRING,
    BillingPeriod.YEAR: ChargeType.RECURRING,
    BillingPeriod.PER_USE: ChargeType.USAGE,
}


def a_charge(
    code: str = "LINE.RENT",
    price: str = "25.00",
    *,
    period: BillingPeriod = BillingPeriod.MONTH,
    cost: str = "10.00",
    regulation: PriceRegulation = PriceRegulation.MARKET,
    tax_class: str = "nine",
    **fields: Any,  # noqa: ANN401 (the rest of the charge's own fields)
) -> Charge:
    """A monthly charge unless a period says otherwise; the type follows from the period."""
    return Charge(
        code=code,
        name=LocalText(code.rpartition(".")[2]),
        type=_TYPES[period],
        unit="线",
        period=period,
        list_price=Decimal(price),
        cost=Decimal(cost),
        regulation=regulation,
        tax_class=tax_class,
        **fields,
    )


def an_offering(*charges: Charge, **fields: Any) -> ProductOffering:  # noqa: ANN401 (as above)
    """An offering for everybody, named by the code of its charges."""
    charges = charges or (a_charge(),)
    code = charges[0].offering
    return ProductOffering(
        code=code,
        name=LocalText(f"产品{code}", f"offering {code}"),
        family=fields.pop("family", "VOICE"),
        segments=fields.pop("segments", ("ALL",)),
        charges=charges,
        **fields,
    )


def a_bundle(
    price: str = "199.00",
    parts: Sequence[tuple[str, int]] = (("LINE.RENT", 10),),
    **fields: Any,  # noqa: ANN401 (as above)
) -> BundledOffering:
    """A bundle PACK of monthly charges for everybody, for twelve months."""
    return BundledOffering(
        code=fields.pop("code", "PACK"),
        name=LocalText("套餐", "pack"),
        segments=fields.pop("segments", ("ALL",)),
        price=Decimal(price),
        term=fields.pop("term", 12),
        components=fields.pop("components", None) or tuple(a_part(*part) for part in parts),
        **fields,
    )


def a_part(
    charge: str, quantity: int, kind: ComponentKind = ComponentKind.MONTHLY
) -> BundleComponent:
    """A component of a bundle."""
    return BundleComponent(charge, quantity, kind)


def a_group(*members: GroupMember, code: str = "g", **fields: Any) -> OptionGroup:  # noqa: ANN401 (as above)
    """An option group that anything may be chosen from."""
    return OptionGroup(code, LocalText("选项", "options"), members, **fields)


def a_content(
    *offerings: ProductOffering, bundles: Sequence[BundledOffering] = (), version: str = "v1"
) -> CatalogContent:
    """What one catalogue version holds."""
    return CatalogContent(
        version=version,
        title="",
        imported_on=DAY,
        offerings=offerings or (an_offering(),),
        bundles=tuple(bundles),
        tax_classes=TAX_CLASSES,
    )


def a_catalog(
    *offerings: ProductOffering, bundles: Sequence[BundledOffering] = (), version: str = "v1"
) -> ProductCatalog:
    """One catalogue version, indexed."""
    return ProductCatalog(a_content(*offerings, bundles=bundles, version=version))


def an_item(
    offering: str = "LINE",
    quantity: int = 1,
    *charges: ItemCharge,
    item_id: str = "i1",
    alterations: tuple[Alteration, ...] = (),
    optional: bool = False,
    choices: tuple[Choice, ...] = (),
) -> QuoteItem:
    """A quote item; without charges it is a bundle, or an item that charges nothing."""
    return QuoteItem(
        item_id,
        offering,
        quantity,
        charges,
        alterations=alterations,
        optional=optional,
        choices=choices,
    )


def a_line(
    quantity: int = 1,
    alteration: Discount | None = None,
    *,
    code: str = "LINE.RENT",
    item_id: str = "i1",
    optional: bool = False,
) -> QuoteItem:
    """A quote item with one charge."""
    charge = ItemCharge(code, quantity, alteration)
    return an_item(code.rpartition(".")[0], quantity, charge, item_id=item_id, optional=optional)


def a_context(
    term: int = 12,
    *,
    day: date = DAY,
    **fields: Any,  # noqa: ANN401 (the rest of the context's own fields)
) -> PricingContext:
    """A customer of no particular segment."""
    return PricingContext(day, fields.pop("segments", ("SMB",)), term, **fields)


def priced(
    catalog: ProductCatalog, *items: QuoteItem, context: PricingContext | None = None
) -> PricedQuote:
    """Items priced by the engine."""
    return price_quote(catalog, POLICY, context or a_context(), items)


def only_charge(quote: PricedQuote) -> PricedCharge:
    """The one charge of a quote's one item."""
    (item,) = quote.items
    (charge,) = item.charges
    return charge


def codes_of(quote: PricedQuote) -> list[str]:
    """Codes of the findings, in order."""
    return [problem.code for problem in quote.problems]


def a_quote(
    *items: QuoteItem,
    term: int = 12,
    **fields: Any,  # noqa: ANN401 (the rest of the quote's own fields)
) -> Quote:
    """A quote by an account manager of the lowest level."""
    return Quote(
        id="q1",
        number="QW-1",
        title="方案",
        customer="c1",
        manager=fields.pop("manager", AccountManager("m1", "经理")),
        price_date=fields.pop("price_date", DAY),
        valid_until=DAY,
        term=term,
        items=items,
        **fields,
    )


def a_customer(**fields: Any) -> Customer:  # noqa: ANN401 (the customer's own fields)
    """A small business customer."""
    return Customer("c1", "客户", fields.pop("segment", "SMB"), **fields)


def some_bills(*series: Sequence[int], first: Month = "2026-01", kind: str = "") -> Bills:
    """Bills of components a, b, c... over months from the first on; amounts in fen."""
    return Bills(
        tuple(
            BillComponent(
                chr(ord("a") + position),
                LocalText(f"部分{position}"),
                {month_after(first, index): amount for index, amount in enumerate(amounts)},
                kind=kind,
            )
            for position, amounts in enumerate(series)
        )
    )


def a_matrix(*criteria: Criterion, levels: int = 3, **fields: Any) -> AuthorityMatrix:  # noqa: ANN401 (as above)
    """An authority matrix with levels L1, L2, L3 and the criteria given."""
    names = tuple(Level(f"L{n}", LocalText(f"级{n}", f"level {n}")) for n in range(1, levels + 1))
    return AuthorityMatrix("test", names, criteria, **fields)
