"""design_figures(): what a bundle under design comes to, as the engine prices one of it in a quote.

Nothing is worked out a second time: the bundle is put into the catalogue and quoted once to a
customer who may have it, without promotions, and everything shown is read from that quote.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, decimal_percent, percent_of
from catalog.product_catalog import ProductCatalog
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.item import Choice, QuoteItem
from pricing.policy import PricingPolicy
from pricing.priced import Amounts, PricedCharge, PricedQuote
from pricing.rulebook import RuleSet

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.bundle import BundledOffering
    from catalog.problem import Problem
    from pricing.priced import TaxRow

_WHOLE = 100
_ITEM = "1"


class DesignBasis(msgspec.Struct, frozen=True):
    """In what a bundle is designed.

    Attributes:
        catalog: Catalogue version or draft; it need not hold the bundle.
        policy: Band of guided prices; its promotions are left aside.
        day: Day whose list prices and tax rates count.
        segment: Market segment whose list prices count; empty for the first of the bundle.
    """

    catalog: ProductCatalog
    policy: PricingPolicy
    day: date
    segment: str = ""


class BandedPart(msgspec.Struct, frozen=True):
    """A guided component against its band.

    Attributes:
        place: Position among the charges of the figures.
        charge: Its code.
        least: Fewest fen a month that keep the band.
        net: Fen that it has.
    """

    place: int
    charge: str
    least: Fen
    net: Fen

    @property
    def keeps(self) -> bool:
        """Whether it is within its band."""
        return self.net >= self.least


class DesignFigures(msgspec.Struct, frozen=True):
    """What one bundle comes to.

    Attributes:
        quote: The quote that it was priced in; its one item is the bundle.
        banded: Guided components against their band, in order.
    """

    quote: PricedQuote
    banded: tuple[BandedPart, ...]

    @property
    def charges(self) -> tuple[PricedCharge, ...]:
        """Its charges as the engine prices them; none when it has no price."""
        return self.quote.items[0].charges if self.quote.items else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the engine found on it."""
        return self.quote.problems

    @property
    def monthly(self) -> Amounts:
        """Of a month."""
        return self.quote.totals.monthly

    @property
    def one_time(self) -> Amounts:
        """Charged once."""
        return self.quote.totals.one_time

    @property
    def contract(self) -> Amounts:
        """Of the whole term."""
        return self.quote.totals.contract

    @property
    def tax_rows(self) -> tuple[TaxRow, ...]:
        """VAT of the whole term by rate."""
        return self.quote.totals.tax_rows

    @property
    def saving(self) -> Fen:
        """Fen a month below the list value; less than zero when it is dearer."""
        return self.monthly.list_amount - self.monthly.net_amount

    @property
    def saving_percent(self) -> Decimal | None:
        """The same in percent of the list value; ``None`` when there is none."""
        return share_of(self.saving, self.monthly.list_amount)

    @property
    def margin(self) -> Fen:
        """Fen without VAT over the term that are left of the revenue after the cost."""
        return self.contract.net_ex_tax - self.contract.cost

    @property
    def margin_percent(self) -> Decimal | None:
        """The same in percent of the revenue without VAT (P6); ``None`` without revenue."""
        return share_of(self.margin, self.contract.net_ex_tax)

    @property
    def keeps_band(self) -> bool:
        """Whether every guided component is within its band."""
        return all(part.keeps for part in self.banded)

    def keeps_margin(self, margin: Decimal) -> bool:
        """Whether the margin over the term is at least so many percent, exactly."""
        return is_margin(self.contract.net_ex_tax, self.contract.cost, margin)


def design_figures(
    basis: DesignBasis, bundle: BundledOffering, choices: tuple[Choice, ...] = ()
) -> DesignFigures:
    """What a bundle comes to over its own term.

    Args:
        basis: Catalogue, policy and day.
        bundle: As it is designed.
        choices: What is chosen in its groups; the defaults otherwise.
    """
    plain = msgspec.structs.replace(basis.policy, rules=RuleSet("none"))
    quote = quote_one(msgspec.structs.replace(basis, policy=plain), bundle, choices)
    charges = quote.items[0].charges if quote.items else ()
    band = basis.policy.guided_band
    parts = (
        BandedPart(place, charge.code, least_in_band(charge.list_amount, band), charge.net_amount)
        for place, charge in enumerate(charges)
        if charge.regulation is PriceRegulation.GUIDED and charge.type is not ChargeType.ONE_TIME
    )
    return DesignFigures(quote, tuple(parts))


def quote_one(
    basis: DesignBasis, bundle: BundledOffering, choices: tuple[Choice, ...] = ()
) -> PricedQuote:
    """One bundle in a quote of its own, with the policy's promotions, as the engine prices it."""
    segments = (basis.segment,) if basis.segment else bundle.segments[:1]
    context = PricingContext(basis.day, segments, max(1, bundle.term))
    item = QuoteItem(_ITEM, bundle.code, choices=choices)
    return price_quote(basis.catalog.with_bundle(bundle), basis.policy, context, (item,))


def least_in_band(list_amount: Fen, band: Decimal) -> Fen:
    """Fewest fen of a guided price that are not below its band (P8).

    >>> from decimal import Decimal
    >>> least_in_band(10_001, Decimal(15))
    8501
    """
    kept = Fraction(_WHOLE - band) * list_amount / _WHOLE
    return -(-kept.numerator // kept.denominator)


def is_margin(revenue: Fen, cost: Fen, margin: Decimal) -> bool:
    """Whether what is left of a revenue is at least so many percent of it."""
    return Fraction(_WHOLE - margin) * revenue >= _WHOLE * cost


def share_of(part: Fen, whole: Fen) -> Decimal | None:
    """Percent of a whole to two places; ``None`` when the whole is nothing or less."""
    return decimal_percent(percent_of(part, whole)) if whole > 0 else None
