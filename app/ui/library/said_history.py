"""What was said of bills since a customer was opened, one step after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from app.quoting.customer import Leaving
    from catalog.period import Month
    from pricing.bills import MonthReason


class Said(NamedTuple):
    """What was known of a component-month, before and after; ``None`` for nothing."""

    component: str
    month: Month
    before: MonthReason | None
    after: MonthReason | None


class Marked(NamedTuple):
    """What was known of a line or service that may be given up, before and after."""

    account: str
    offering: str
    before: Leaving | None
    after: Leaving | None


Step: TypeAlias = Said | Marked


class SaidHistory:
    """Steps that can be taken back and made again."""

    def __init__(self) -> None:
        """Begin without steps."""
        self._steps: list[Step] = []
        self._at = 0

    def note(self, step: Step) -> None:
        """Remember a step; what was taken back before can no more be made again."""
        self._steps[self._at :] = [step]
        self._at = len(self._steps)

    def back(self) -> Step | None:
        """The step to take back; ``None`` at the beginning."""
        if not self._at:
            return None
        self._at -= 1
        return self._steps[self._at]

    def forward(self) -> Step | None:
        """The step to make again; ``None`` at the end."""
        if self._at == len(self._steps):
            return None
        self._at += 1
        return self._steps[self._at - 1]
