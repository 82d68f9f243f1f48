"""Template: what a candidate is as a quote item; and the items of a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.alterations.percentage import Percentage
from pricing.item import Choice, ItemAction, ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    def item(self, item_id: str, quantity: int) -> QuoteItem:
        """So many of it as a quote item."""
        altered: tuple[Alteration, ...] = ()
        if self.discount is not None and not self.charges:
            altered = (self.discount,)
        charges = tuple(
            ItemCharge(code, min(quantity, self.once.get(code, quantity)), self.discount)
            for code in self.charges
        )
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


def items_of(templates: Mapping[str, Template], counts: Mapping[str, int]) -> tuple[QuoteItem, ...]:
    """The items of a choice, bundles first; what is the same thing is one item."""
    sums: list[tuple[Template, int]] = []
    for name in sorted(counts, key=lambda known: (bool(templates[known].charges), known)):
        template, count = templates[name], counts[name]
        at = next((at for at, (known, _) in enumerate(sums) if known == template), None)
        if at is None:
            sums.append((template, count))
        else:
            sums[at] = template, sums[at][1] + count
    return tuple(
        template.item(f"i{at}", count) for at, (template, count) in enumerate(sums, start=1)
    )
