"""Charge: one price of an offering, TMF620's ProductOfferingPrice with its price type."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod

if TYPE_CHECKING:
    from datetime import date


class ChargeType(StrEnum):
    """When a charge arises."""

    ONE_TIME = "one_time"
    RECURRING = "recurring"
    USAGE = "usage"


class PriceRegulation(StrEnum):
    """Who sets the price: the market, or the state with a band, or the state alone.

    Source: Price Law of the PRC, article 3.
    """

    MARKET = "market"
    GUIDED = "guided"
    FIXED = "fixed"


class RegulationPeriod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who sets a price in a period, where that changes on a day."""

    regulation: PriceRegulation
    valid: ValidityPeriod = ValidityPeriod()


class Allowance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Usage or capacity that one unit of a charge includes.

    Attributes:
        quantity: How much of it, in its unit.
        unit: What is included, such as 分钟 or Mbit/s.
        period: In which time it may be used up; ``ONCE`` for a capacity that is simply there.
    """

    quantity: Decimal
    unit: str
    period: BillingPeriod = BillingPeriod.MONTH


class Charge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One charge of an offering with its list price, tax-inclusive, per unit and billing period.

    Attributes:
        code: ``OFFERING.CHARGE``, unique in a catalogue.
        name: What it is called beside the offering's name, such as 月租.
        type: One-time, recurring or usage.
        unit: What is counted, such as 线.
        period: How often it is billed.
        list_price: Yuan per unit including VAT, up to six decimals.
        cost: Yuan per unit excluding VAT; internal, never printed for a customer.
        regulation: Who sets the price, when ``regulations`` says nothing about the day.
        tax_class: Identifier of a ``TaxClass``; the rate depends on the date.
        least: Smallest quantity in a quote.
        most: Largest quantity in a quote; 0 means no limit.
        least_term: Shortest commitment in months; 0 means none.
        tax_included: Whether the list price includes VAT; price records say it for themselves.
        instead_of: Code of the charge of the same offering in whose place it is paid, as where
            equipment is bought or rented; empty for none.
        allowance: Bandwidth or included usage, as text.
        allowances: The same as values, where it is counted.
        regulations: Who sets the price in which period, where that changes.
        valid: When it may be charged anew.
    """

    code: str
    name: LocalText
    type: ChargeType
    unit: str
    period: BillingPeriod
    list_price: Decimal
    cost: Decimal
    regulation: PriceRegulation
    tax_class: str
    least: int = 1
    most: int = 0
    least_term: int = 0
    allowance: str = ""
    allowances: tuple[Allowance, ...] = ()
    regulations: tuple[RegulationPeriod, ...] = ()
    valid: ValidityPeriod = ValidityPeriod()
    tax_included: bool = True
    instead_of: str = ""

    @property
    def offering(self) -> str:
        """Code of the offering that the charge belongs to."""
        return self.code.rpartition(".")[0]

    def regulation_on(self, day: date) -> PriceRegulation:
        """Who sets the price on a day."""
        dated = (change.regulation for change in self.regulations if change.valid.contains(day))
        return next(dated, self.regulation)

    def on(self, day: date) -> Charge:
        """The charge as it stands on a day; itself when nothing of it is dated."""
        if not self.regulations:
            return self
        return msgspec.structs.replace(self, regulation=self.regulation_on(day))
