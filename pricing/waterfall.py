"""Waterfall: the amount of one charge on its way from the list price down, with its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pricing.stages import Stage
from pricing.trail import StepNote, Trail

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.promotion_choice import Rejected


class Waterfall:
    """The amount of one charge on its way down; lives for one calculation.

    Attributes:
        amount: Fen after the latest step.
        published: Fen before anything that counts against authority.
        published_price: Yuan per unit as published, for showing.
        guided: Fen that a guided price's band is measured from: at list or option price.
        alteration: Made by hand, once it is used.
        notes: What the steps so far are, up to the promotions.
        results: Fen after each of them.
        promoted: All steps with the promotions in force, once they are in.
        rejected: Promotions not used.
        waived: Published as free.
    """

    __slots__ = (
        "alteration",
        "amount",
        "guided",
        "notes",
        "promoted",
        "published",
        "published_price",
        "rejected",
        "results",
        "waived",
    )

    def __init__(self, amount: Fen, price: Decimal, listed: StepNote) -> None:
        """Begin at the list price, by the unit in yuan, with the step that says whose it is."""
        self.amount = amount
        self.published = amount
        self.guided = amount
        self.published_price = price
        self.alteration: Discount | None = None
        self.notes = [listed]
        self.results = [amount]
        self.promoted: Trail | None = None
        self.rejected: tuple[Rejected, ...] = ()
        self.waived = False

    def set(self, amount: Fen, code: str, source: str, told: dict[str, str] | None = None) -> None:
        """A published price takes the place of the amount; ``told`` is named by its text."""
        self.notes.append(StepNote(Stage.BUNDLE, code, source, told or {}))
        self.results.append(amount)
        self.amount = self.published = self.guided = amount

    def take(self, note: StepNote, amount: Fen, *, published: bool) -> None:
        """A rule changes the amount; what is published was never given away by hand."""
        self.notes.append(note)
        self.results.append(amount)
        if published:
            self.published += amount - self.amount
        self.amount = amount

    def trail(self) -> Trail:
        """The steps so far."""
        return self.promoted or Trail(tuple(self.notes), tuple(self.results))
