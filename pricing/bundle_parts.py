"""PartAmount: a charge of a bundle on its way from the list value down; money only, no findings.

A price set by the state is never altered: neither a share, nor a percentage, nor a price of the
bundle's own touches it, and what is left of a fixed price is shared by the others.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.charge import ChargeType, PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.money import MICRO_PER_FEN, Fen, fen, round_half_up, unit_micro
from catalog.period import MONTHS_PER_YEAR, BillingPeriod
from pricing.allocation import allocate
from pricing.priced import SHARE, PricedCharge
from pricing.stages import Stage
from pricing.tax import without_tax
from pricing.trail import StepNote, Trail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from pricing.bundle_content import BundleContent, BundlePart, Term
    from pricing.market import ListedCharge

_WHOLE = 100


class PartAmount:
    """One part of a bundle for all bundles of an item; lives for one calculation.

    Attributes:
        part: What it is.
        listed: Its list price, cost and rules.
        quantity: Units in all bundles.
        list_amount: Fen at list price.
        amount: Fen after the latest step.
        published: Fen before anything that was taken off by hand.
        trail: Steps so far.
    """

    __slots__ = (
        "amount",
        "list_amount",
        "listed",
        "months",
        "part",
        "published",
        "quantity",
        "rate",
        "trail",
    )

    def __init__(self, part: BundlePart, listed: ListedCharge, rate: Decimal, bundles: int) -> None:
        """At list price."""
        self.part = part
        self.listed = listed
        self.rate = rate
        self.quantity = part.quantity * bundles
        self.months = MONTHS_PER_YEAR if part.kind is ComponentKind.YEARLY else 1
        self.list_amount = self.amount = self.published = self._value(listed.list_micro)
        self.trail = Trail((listed.note,), (self.amount,))

    @property
    def is_set(self) -> bool:
        """Whether the state sets its price."""
        return self.listed.charge.regulation is PriceRegulation.FIXED

    @property
    def is_once(self) -> bool:
        """Whether it is charged once."""
        return self.listed.charge.type is ChargeType.ONE_TIME

    def _value(self, micro: int) -> Fen:
        """So many units at a price in 0.000001 yuan, in one billing period of the bundle."""
        return round_half_up(micro * self.quantity, MICRO_PER_FEN * self.months)

    def share(self, source: str, amount: Fen) -> None:
        """The share of a fixed price takes the place of the list value."""
        self._publish(SHARE, source, amount, {})

    def follow(self, term: Term) -> None:
        """A price or a percentage that a bundle publishes; subsidies take no percentage."""
        if self.is_set:
            return
        if term.price is not None:
            price = {"price": f"{term.price:f}"}
            self._publish(
                "step.bundle_price", term.source, self._value(unit_micro(term.price)), price
            )
        elif self.amount > 0 and term.percent:
            share = Fraction(term.percent) * self.amount / _WHOLE
            taken = round_half_up(share.numerator, share.denominator)
            percent = {"percent": f"{term.percent:f}"}
            self._publish("step.bundle_percent", term.source, self.amount - taken, percent)

    def _publish(self, code: str, source: str, amount: Fen, shown: dict[str, str]) -> None:
        self.trail = self.trail.then(StepNote(Stage.BUNDLE, code, source, shown), amount)
        self.amount = self.published = amount

    def take(self, code: str, amount: Fen, percent: str) -> None:
        """Something is taken off by hand."""
        note = StepNote(Stage.MANUAL, code, "manual", {"percent": percent})
        self.trail = self.trail.then(note, amount)
        self.amount = amount

    def is_below(self, band: Decimal) -> bool:
        """Whether a guided price fell below its band."""
        guided = self.listed.charge.regulation is PriceRegulation.GUIDED
        return guided and self.amount * _WHOLE < self.list_amount * (_WHOLE - band)

    def charge(self, band: Decimal) -> PricedCharge:
        """As it stands now."""
        charge, net = self.listed.charge, self.amount
        net_ex_tax = without_tax(net, self.rate)
        once = self.is_once
        return PricedCharge(
            code=charge.code,
            name=self.listed.name,
            type=ChargeType.ONE_TIME if once else ChargeType.RECURRING,
            period=BillingPeriod.ONCE if once else BillingPeriod.MONTH,
            unit=charge.unit,
            quantity=self.quantity,
            list_price=self.listed.list_price,
            published_price=None,
            list_amount=self.list_amount,
            published_amount=self.published,
            net_amount=net,
            net_ex_tax=net_ex_tax,
            tax=net - net_ex_tax,
            tax_rate=self.rate,
            cost_amount=self._value(self.listed.cost_micro),
            regulation=charge.regulation,
            trail=self.trail,
            published_waiver=once and self.published == 0 < self.list_amount,
            below_band=self.is_below(band),
            allowance=self.part.kind is ComponentKind.ALLOWANCE,
        )


def share_prices(amounts: Sequence[PartAmount], content: BundleContent, bundles: int) -> bool:
    """Give each part that a fixed price covers its share; false when it cannot be shared.

    It cannot when nothing shares it, when a list value is below zero, or when the prices that the
    state sets come to more than the whole.
    """
    for source, price in content.prices.items():
        covered = [one for one in amounts if one.part.shares == source]
        open_ = [one for one in covered if not one.is_set]
        left = fen(price) * bundles - sum(one.amount for one in covered if one.is_set)
        if not open_:
            return bool(covered) and not left
        if left < 0 or min(one.list_amount for one in open_) < 0:
            return False
        shares = allocate(left, [one.list_amount for one in open_])
        for one, share in zip(open_, shares, strict=True):
            one.share(source, share)
    return True
