"""PriceRule: scope (which charges) x condition (when) x alteration (what); data, not program text.

A rule is read from a file, checked, and compiled into integer arithmetic once per catalogue. Ties
are broken by (stage, priority, how specific the scope is, id), never by the order of the file.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.adjustment import AttributeAdjustment
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from catalog.charge import Charge
    from catalog.offering import ProductOffering


class Scope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which charges a rule touches; an empty part means all.

    Attributes:
        offerings: Codes of offerings.
        charges: Codes of charges.
        families: Product families.
        types: One-time, recurring, usage.
        regulations: Market, guided; fixed prices are never altered by a rule.
    """

    offerings: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    types: tuple[ChargeType, ...] = ()
    regulations: tuple[PriceRegulation, ...] = ()

    def covers(self, offering: ProductOffering, charge: Charge) -> bool:
        """Whether a charge lies in the scope."""
        if charge.regulation is PriceRegulation.FIXED:
            return False
        return (
            (not self.charges or charge.code in self.charges)
            and (not self.offerings or offering.code in self.offerings)
            and (not self.families or offering.family in self.families)
            and (not self.types or charge.type in self.types)
            and (not self.regulations or charge.regulation in self.regulations)
        )

    @property
    def specificity(self) -> int:
        """More means narrower: charge before offering before family before type."""
        return (
            16 * bool(self.charges)
            + 8 * bool(self.offerings)
            + 4 * bool(self.families)
            + bool(self.types)
            + bool(self.regulations)
        )


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a rule applies; every given part must hold.

    Attributes:
        valid: First and last price date, both included.
        segments: Market segments of the customer, any one of them.
        least_term: Months of commitment at least.
        least_quantity: Units at least, of the charge or pooled over the scope.
        conditions: Facts of the customer.
        customers: Identifiers of the customers it was agreed with; empty: everybody.
        codes: Promotion codes, any one of which the manager must have entered; empty: automatic.
        least_total: Fen at least that the charges in the scope come to in the rule's period before
            any promotion on the whole quote; only on a whole quote.
        least_items: Quote items at least with such charges, options left out; likewise.
    """

    valid: ValidityPeriod = ValidityPeriod()
    segments: tuple[str, ...] = ()
    least_term: int = 0
    least_quantity: int = 0
    conditions: tuple[Condition, ...] = ()
    customers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    least_total: Fen = 0
    least_items: int = 0


class ContractPrice(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="contract_price", tag_field="kind"
):
    """This customer's agreed price per unit, in yuan; replaces the list price, lower or higher.

    Of several that hold, the first in order does: priority, then narrowness, then identifier. It
    is never a promotion, because those make nothing dearer.
    """

    unit_price: Decimal


class PercentOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="percent_off", tag_field="kind"
):
    """Percent off the amount so far (or off list, see ``PriceRule.base``); never off a subsidy."""

    percent: Decimal


class UnitAmountOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="unit_amount_off", tag_field="kind"
):
    """Yuan off each unit; never below zero."""

    unit_amount: Decimal


class LineAmountOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="line_amount_off", tag_field="kind"
):
    """Yuan off the whole charge of one billing period; never below zero."""

    amount: Decimal


class UnitPrice(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="unit_price", tag_field="kind"
):
    """A promotional price per unit in yuan; applies only where it is lower."""

    unit_price: Decimal


class QuantityTiers(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="quantity_tiers", tag_field="kind"
):
    """Price by quantity, where it is lower.

    Of several tiers, and of a tier and a contract price, the customer pays the lowest.

    Attributes:
        tiers: Ascending; a percentage is taken off the list price, not off a contract price.
        graduated: Each unit takes the rate of its own tier; otherwise the whole quantity takes
            the rate of the tier it falls in.
        pooled: Units of all charges in the scope together decide the tier; volume tiers only.
    """

    tiers: tuple[Tier, ...]
    graduated: bool = False
    pooled: bool = False


class TermDiscount(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="term_discount", tag_field="kind"
):
    """Percent off recurring charges by months of commitment.

    Attributes:
        steps: Months from which on, and percent; ascending.
        additive: A percentage of the amount before the tier discount (the contract price, or else
            the list price), so that percentages add up; otherwise chained (vectors V9a, V9b).
    """

    steps: tuple[tuple[int, Decimal], ...]
    additive: bool = False


class PercentOfOthers(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="percent_of_others",
    tag_field="kind",
):
    """The charge costs so many percent of what other charges billed in its period come to, net."""

    percent: Decimal
    others: Scope


class QuoteAmountOff(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="quote_amount_off",
    tag_field="kind",
):
    """Yuan off what the charges in the scope come to in a billing period; only on a whole quote."""

    amount: Decimal


RuleAlteration: TypeAlias = (
    ContractPrice
    | PercentOff
    | UnitAmountOff
    | LineAmountOff
    | UnitPrice
    | QuantityTiers
    | TermDiscount
    | PercentOfOthers
    | AttributeAdjustment
    | QuoteAmountOff
    | UsageRates
)
"""Every kind of alteration a rule may make; stored with its tag."""


class Base(StrEnum):
    """What a promotion takes its percentage of."""

    PREVIOUS = "previous"
    LIST = "list"
    UNDISCOUNTED = "undiscounted"
    """Only charges that neither a rule nor a bundle has altered; stands beside no promotion."""


class Level(StrEnum):
    """Where a promotion is taken off."""

    ITEM = "item"
    QUOTE = "quote"


class PriceRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of a rule set.

    Attributes:
        id: Unique in the set; breaks ties and names the step.
        name: For people.
        alteration: What it does.
        scope: Which charges.
        when: Under which circumstances.
        priority: Higher comes first within a stage.
        promotion: It competes with other promotions and may be rejected; otherwise it always
            applies (tiers, term, contract prices).
        group: At most one promotion of a group applies to a charge; empty for none.
        exclusive: No other promotion may stand beside it on a charge.
        combinable_with: Groups that it tolerates beside it; empty tolerates all.
        base: What its percentage is taken of.
        cap: Most fen that it may take off one charge in a billing period; ``None`` for no limit.
        published: A published price: what it takes off does not count against authority.
        level: On single charges, or on the whole quote once its items have their prices.
        period: Charges that a promotion on the whole quote is taken off, by billing period.
        quote_cap: Most fen that it may take off one quote over the term.
        customer_cap: Most fen over the terms of all quotes of one customer.
        budget: Most fen over the terms of all quotes.
    """

    id: str
    name: LocalText
    alteration: RuleAlteration
    scope: Scope = Scope()
    when: When = When()
    priority: int = 0
    promotion: bool = False
    group: str = ""
    exclusive: bool = False
    combinable_with: tuple[str, ...] = ()
    base: Base = Base.PREVIOUS
    cap: Fen | None = None
    published: bool = True
    level: Level = Level.ITEM
    period: BillingPeriod = BillingPeriod.MONTH
    quote_cap: Fen | None = None
    customer_cap: Fen | None = None
    budget: Fen | None = None

    @property
    def limited(self) -> bool:
        """Whether what it may take off is limited over a quote, a customer or all quotes."""
        return any(one is not None for one in (self.quote_cap, self.customer_cap, self.budget))
