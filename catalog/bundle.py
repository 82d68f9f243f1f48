"""Bundles: offerings made of offerings, sold at a published price (TMF620)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.offering import EVERY_SEGMENT
from catalog.option_group import OptionGroup
from catalog.period import ValidityPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable


class PricingForm(StrEnum):
    """How a bundle comes to its price."""

    FIXED = "fixed"
    """One published monthly price, shared by the components."""
    PERCENT_OFF = "percent_off"
    """A percentage off each component."""
    COMPONENT_PRICES = "component_prices"
    """Prices of its own for components, as long as they stay in the bundle."""
    SUM = "sum"
    """The sum of the components at list price."""


class BundleComponent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A recurring charge, or an allowance of usage, inside a bundle; quantity per bundle.

    Attributes:
        charge: Code of the charge.
        quantity: Units in one bundle.
        kind: How it counts in a month.
        price: Yuan per unit and billing period in place of the list price, in the form
            ``component_prices``; ``None`` keeps the list price.
    """

    charge: str
    quantity: int
    kind: ComponentKind = ComponentKind.MONTHLY
    price: Decimal | None = None


class ChildBundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another bundle inside a bundle, so many times; it holds no bundle itself."""

    bundle: str
    quantity: int = 1


class BundleOneTime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A one-time charge of a bundle and the published price for the whole quantity, in yuan."""

    charge: str
    quantity: int
    price: Decimal


class OverageRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Price in yuan of a unit of usage beyond the bundle's allowance."""

    charge: str
    price: Decimal


class BundleOption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A charge that the bundle offers beside its components at a published price.

    Attributes:
        charge: Code of the charge.
        price: Yuan per unit and period, including VAT.
        note: How the price is counted, for people.
        most: Largest quantity at this price; 0 means no limit.
        waives: One-time charges that are free with the option.
    """

    charge: str
    price: Decimal
    note: LocalText = LocalText()
    most: int = 0
    waives: tuple[str, ...] = ()


class BundledOffering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An offering made of offerings, with a price that is published for all of it.

    Attributes:
        code: Unique among offerings and bundles.
        name: For people.
        segments: Market segments that may buy it.
        price: Yuan per month including VAT; 0 in the forms without a price of their own.
        term: Months the customer commits to at least.
        valid: Promotion window, first and last day included.
        most_extra_discount: Percent that may be taken off the published price at most.
        components: What it always holds, in the order of allocation ties.
        form: How it comes to its price.
        percent: Percent off each component in the form ``percent_off``.
        groups: What the customer chooses.
        children: Bundles inside it.
        alterable: Components of a fixed price may be discounted or left out one by one.
        one_time: Published one-time prices.
        overage: Prices beyond the allowances.
        options: What may be added at a published price.
        conditions: Who may have it; all must hold.
        condition_text: The same for people, as published.
        excludes: Bundles that may not stand beside it.
        filing_number: 备案号; needed when a guided component falls below its band.
        clauses: Keys of contract conditions that come with the bundle, such as
            ``competitor_line_cancelled``.
        initials: Pinyin initials of the Chinese name, as for an offering.
        pinyin: Its syllables, as for an offering.
        one_site: All that it holds is installed at one site; otherwise it may span several.
    """

    code: str
    name: LocalText
    segments: tuple[str, ...]
    price: Decimal
    term: int
    components: tuple[BundleComponent, ...]
    valid: ValidityPeriod = ValidityPeriod()
    most_extra_discount: Decimal = Decimal(0)
    one_time: tuple[BundleOneTime, ...] = ()
    overage: tuple[OverageRate, ...] = ()
    options: tuple[BundleOption, ...] = ()
    conditions: tuple[Condition, ...] = ()
    condition_text: LocalText = LocalText()
    excludes: tuple[str, ...] = ()
    filing_number: str = ""
    clauses: tuple[str, ...] = ()
    initials: str = ""
    pinyin: str = ""
    form: PricingForm = PricingForm.FIXED
    percent: Decimal = Decimal(0)
    groups: tuple[OptionGroup, ...] = ()
    children: tuple[ChildBundle, ...] = ()
    alterable: bool = False
    one_site: bool = False

    @property
    def bears_changes(self) -> bool:
        """Whether a component may be discounted or left out without dissolving the bundle."""
        return self.alterable or self.form is not PricingForm.FIXED

    def group(self, code: str) -> OptionGroup | None:
        """The option group with a code."""
        return next((group for group in self.groups if group.code == code), None)

    def sold_to(self, segments: Iterable[str]) -> bool:
        """Whether customers of any of the segments may buy it."""
        return EVERY_SEGMENT in self.segments or any(s in self.segments for s in segments)

    def option_for(self, charge: str) -> BundleOption | None:
        """The option price for a charge, if the bundle publishes one."""
        return next((option for option in self.options if option.charge == charge), None)

    def waives(self, charge: str) -> bool:
        """Whether one of the options makes a one-time charge free."""
        return any(charge in option.waives for option in self.options)
