"""PricedQuote: the result of pricing and its reasons. Pages and documents only read it.

Invariants, tested as properties:

* the steps of a charge add up: the last step's result is its net amount;
* net amount = ex-tax amount + tax, for each charge and in every total;
* every total is the sum of the charges that it covers, never computed from another total;
* allocated shares of a bundle sum to its price exactly;
* pricing the same input twice gives equal values.

The values that a quote has thousands of are left out of garbage collection (``gc=False``): they
are frozen and hold only values, so that none can ever be part of a cycle, and following them took
a tenth of the time of pricing.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.money import Fen, round_half_up
from catalog.period import BillingPeriod
from catalog.problem import Problem
from pricing.promotion_choice import Rejected
from pricing.promotion_limits import PromotionUse
from pricing.trail import PriceStep, Trail

SHARE = "step.bundle_share"
"""Code of the step that makes a charge a share of a bundle's fixed price."""


class PricedCharge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One charge of one item, priced for one billing period (or once).

    Attributes:
        code: Code of the charge.
        name: Name of the charge with its offering.
        type: One-time, recurring or usage.
        period: How often it is billed; a yearly component of a bundle counts monthly.
        unit: What is counted.
        quantity: Units; usage: expected units a month; an allowance: included units.
        list_price: Yuan per unit by the price list.
        published_price: Yuan per unit as published (option price), for showing; ``None`` for a
            component of a bundle, whose share is an amount.
        list_amount: Quantity at list price.
        published_amount: Amount before anything is given away by hand.
        net_amount: What is charged, VAT included.
        net_ex_tax: Net amount without VAT.
        tax: VAT in the net amount.
        tax_rate: Fraction.
        cost_amount: Cost of the period without VAT; internal.
        regulation: Who sets the price.
        discount: What was given away by hand, in words the documents may print: percent rounded
            to two decimals, or ``None`` when nothing was.
        published_waiver: A one-time charge that the bundle publishes as free.
        below_band: A guided component whose share fell below its band.
        allowance: An allowance of usage rather than a charge.
        rejected: Promotions that were eligible and not used, with the reason.
        trail: From list amount to net amount.
    """

    code: str
    name: LocalText
    type: ChargeType
    period: BillingPeriod
    unit: str
    quantity: int
    list_price: Decimal
    published_price: Decimal | None
    list_amount: Fen
    published_amount: Fen
    net_amount: Fen
    net_ex_tax: Fen
    tax: Fen
    tax_rate: Decimal
    cost_amount: Fen
    regulation: PriceRegulation
    trail: Trail
    discount: Decimal | None = None
    published_waiver: bool = False
    below_band: bool = False
    allowance: bool = False
    rejected: tuple[Rejected, ...] = ()

    @property
    def net_price(self) -> Decimal:
        """Net yuan per unit, derived from the net amount; up to four decimals, for showing."""
        if not self.quantity:
            return self.list_price if self.published_price is None else self.published_price
        return Decimal(round_half_up(self.net_amount * 100, self.quantity)).scaleb(-4)

    @property
    def is_share(self) -> bool:
        """Whether the fixed price of a bundle covers it."""
        return any(note.code == SHARE for note, _, _ in self.trail.moves())

    @property
    def steps(self) -> tuple[PriceStep, ...]:
        """The steps of the trail, each with its change; made anew each time."""
        return self.trail.steps


class Amounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Sums over charges of one kind, in fen.

    Attributes:
        list_amount: At list price.
        published_amount: Before anything was given away by hand.
        net_amount: Charged, VAT included.
        net_ex_tax: Charged, without VAT.
        tax: VAT.
        cost: Cost without VAT; internal.
    """

    list_amount: Fen = 0
    published_amount: Fen = 0
    net_amount: Fen = 0
    net_ex_tax: Fen = 0
    tax: Fen = 0
    cost: Fen = 0

    def __add__(self, other: Amounts) -> Amounts:
        """Add figure by figure."""
        return Amounts(
            self.list_amount + other.list_amount,
            self.published_amount + other.published_amount,
            self.net_amount + other.net_amount,
            self.net_ex_tax + other.net_ex_tax,
            self.tax + other.tax,
            self.cost + other.cost,
        )

    def times(self, count: int) -> Amounts:
        """The same in ``count`` periods."""
        return Amounts(
            self.list_amount * count,
            self.published_amount * count,
            self.net_amount * count,
            self.net_ex_tax * count,
            self.tax * count,
            self.cost * count,
        )


class TaxRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """VAT at one rate, in fen: of the whole contract, or of one month of a schedule."""

    rate: Decimal
    net_ex_tax: Fen
    tax: Fen


class SchedulePart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Months of the term in which an item's monthly charges come to the same.

    Attributes:
        first: First month, from 1.
        last: Last month, included.
        amounts: Of one of these months.
        tax_rows: VAT of one of these months by rate.
    """

    first: int
    last: int
    amounts: Amounts
    tax_rows: tuple[TaxRow, ...]

    @property
    def months(self) -> int:
        """How many months."""
        return self.last - self.first + 1


class PricedItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One quote item, priced.

    Attributes:
        id: The quote item's identifier.
        offering: Code of the offering or bundle.
        name: Its name.
        quantity: As quoted.
        is_bundle: Whether the charges are components of a bundle.
        optional: Not in the totals.
        site: Site of the item.
        section: Heading of the item.
        charges: In the order of the price list; for a bundle recurring components first.
        one_time: Sum of its one-time charges.
        monthly: Sum of its monthly charges.
        yearly: Sum of its yearly charges (outside bundles).
        usage: Sum of its expected usage a month.
        free_months: Months not charged.
        schedule: Parts of the term that differ; empty when every month costs the same.
        extra_discount: Percent off a bundle's published price, or ``None``.
        term: Shortest commitment of the offering in months.
        filing_number: 备案号 of a bundle.
    """

    id: str
    offering: str
    name: LocalText
    quantity: int
    is_bundle: bool
    charges: tuple[PricedCharge, ...]
    one_time: Amounts
    monthly: Amounts
    yearly: Amounts
    usage: Amounts
    free_months: int = 0
    extra_discount: Decimal | None = None
    optional: bool = False
    site: str = ""
    section: str = ""
    term: int = 0
    filing_number: str = ""
    schedule: tuple[SchedulePart, ...] = ()


class Totals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the quote comes to; optional items are left out.

    Attributes:
        term: Months.
        one_time: Charged once.
        monthly: Charged each full month.
        yearly: Charged each year.
        usage: Expected usage a month; not in the contract value.
        free: Value of what is not charged in free and reduced months (net figures, no cost);
            negative when a ramp charges more.
        contract: One-time, plus recurring over the term, less the free months.
        expected_bill: Monthly net amount plus expected usage.
        tax_rows: VAT of the contract value by rate, highest rate first.
        with_options: Monthly net amount if the customer takes every optional item.
    """

    term: int
    one_time: Amounts
    monthly: Amounts
    yearly: Amounts
    usage: Amounts
    free: Amounts
    contract: Amounts
    expected_bill: Fen
    tax_rows: tuple[TaxRow, ...] = ()
    with_options: Fen = 0


class PricedQuote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quote's price with its reasons, and the findings made on the way.

    Attributes:
        items: In the order of the quote.
        totals: Sums.
        problems: What the user should mend; pricing never raises for user data.
        catalog_version: Catalogue it was priced with.
        policy_version: Rules it was priced with.
        promotions: What promotions on the whole quote and promotions with a limit take off.
        rejected: Promotions on the whole quote that were not used, with the reason.
    """

    items: tuple[PricedItem, ...]
    totals: Totals
    problems: tuple[Problem, ...]
    catalog_version: str
    policy_version: str
    promotions: tuple[PromotionUse, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def item(self, item_id: str) -> PricedItem | None:
        """The priced item with an identifier."""
        return next((item for item in self.items if item.id == item_id), None)
