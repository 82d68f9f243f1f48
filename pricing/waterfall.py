"""Waterfall: the amount of one charge on its way from the list price down, with its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pricing.priced import PriceStep
from pricing.stages import Stage

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.promotion_choice import Rejected
    from pricing.rule_steps import Ruled

_LIST = Stage.LIST  # looking up a member of an enumeration takes as long as applying a rule


class Waterfall:
    """The amount of one charge on its way down; lives for one calculation.

    Attributes:
        amount: Fen after the latest step.
        published: Fen before anything that counts against authority.
        published_price: Yuan per unit as published, for showing.
        guided: Fen that a guided price's band is measured from: at list or option price.
        alteration: Made by hand, once it is used.
        steps: So far.
        rejected: Promotions not used.
        waived: Published as free.
    """

    __slots__ = (
        "alteration",
        "amount",
        "guided",
        "published",
        "published_price",
        "rejected",
        "steps",
        "waived",
    )

    def __init__(self, amount: Fen, price: Decimal, version: str) -> None:
        """Begin at the list price, by the unit in yuan, of a version of the price list."""
        self.amount = amount
        self.published = amount
        self.guided = amount
        self.published_price = price
        self.alteration: Discount | None = None
        self.steps = [PriceStep(_LIST, "step.list", version, amount, amount)]
        self.rejected: tuple[Rejected, ...] = ()
        self.waived = False

    def set(self, amount: Fen, code: str, source: str, told: dict[str, str] | None = None) -> None:
        """A published price takes the place of the amount; ``told`` is named by its text."""
        change, shown = amount - self.amount, told or {}
        self.steps.append(PriceStep(Stage.BUNDLE, code, source, change, amount, shown))
        self.amount = self.published = self.guided = amount

    def follow(self, ruled: Ruled) -> None:
        """Rules take the amount down; what they publish was never given away by hand."""
        self.published += ruled.amount + ruled.unpublished - self.amount
        self.amount = ruled.amount
