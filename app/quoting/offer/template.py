"""Template: what a candidate is as a quote item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.alterations.percentage import Percentage
from pricing.item import Choice, ItemAction, ItemCharge, QuoteItem

if TYPE_CHECKING:
    from pricing.alterations import Alteration


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a quote when a candidate is taken once.

    Attributes:
        offering: Code of the offering or bundle.
        charges: Charges of a single offering, each as often as the candidate is taken; none for
            a bundle.
        once: Those among them that a customer is charged so often at most, however many he has.
        action: What it does to what the customer has.
        discount: Taken off by hand, if anything.
        characteristics: Usual values of the offering's characteristics.
        choices: What is chosen in a bundle; none for what it usually holds.
    """

    offering: str
    charges: tuple[str, ...] = ()
    once: dict[str, int] = {}
    action: ItemAction = ItemAction.ADD
    discount: Percentage | None = None
    characteristics: dict[str, str] = {}
    choices: tuple[Choice, ...] = ()

    def item(self, item_id: str, quantity: int, before: int = 0) -> QuoteItem:
        """So many of it as a quote item.

        Args:
            item_id: Its identifier.
            quantity: How many.
            before: How many stand in the quote already, and have paid what is paid once for all.
        """
        altered: tuple[Alteration, ...] = ()
        if self.discount is not None and not self.charges:
            altered = (self.discount,)
        counts = ((code, self._count(code, quantity, before)) for code in self.charges)
        charges = tuple(ItemCharge(code, count, self.discount) for code, count in counts if count)
        return QuoteItem(
            item_id,
            self.offering,
            quantity,
            charges,
            altered,
            action=self.action,
            characteristics=self.characteristics,
            choices=self.choices,
        )

    def _count(self, code: str, quantity: int, before: int) -> int:
        """How often a charge is paid for so many more."""
        most = self.once.get(code)
        return quantity if most is None else min(quantity, max(0, most - before))
