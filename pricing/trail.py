"""Trail: the steps of a charge as they are kept, and as its readers see them.

A quote of a thousand items has tens of thousands of steps, and nearly all of what they say is the
same on every charge: the stage, the rule and its name. So a charge keeps tuples of what each step
is (``StepNote``, one value shared by all charges that a rule touches) and the amount that it
left. What a step changed is the difference of neighbouring amounts; whoever wants to read steps is
given them as ``PriceStep``.

The values are left out of garbage collection for the reason given in ``priced.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


class StepNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a step is, whatever the amount.

    Attributes:
        stage: Where in the order it stands.
        code: Identifier of its text, such as ``step.option_price``.
        source: The rule, bundle or price list it comes from, with its version.
        parameters: Values that the text names.
    """

    stage: Stage
    code: str
    source: str
    parameters: dict[str, str] = {}


class PriceStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One recorded step of the waterfall.

    Attributes:
        stage: Where in the order it stands.
        code: Identifier of its text, such as ``step.option_price``.
        source: The rule, bundle or price list it comes from, with its version.
        change: Fen added (negative: taken off).
        result: Fen after the step.
        parameters: Values that the text names.
    """

    stage: Stage
    code: str
    source: str
    change: Fen
    result: Fen
    parameters: dict[str, str] = {}


class Trail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The steps of one charge from its list amount to its net amount, in parts.

    Promotions that stand together are one part, so that their notes are one tuple for all charges
    that have them; a share of an amount off the quote is a further one, which copies nothing.

    Attributes:
        notes: What each step of the last part is, in order of application.
        results: Fen after each of them.
        before: The parts before; ``None`` where this is the first one.
    """

    notes: tuple[StepNote, ...]
    results: tuple[Fen, ...]
    before: Trail | None = None

    @property
    def steps(self) -> tuple[PriceStep, ...]:
        """The steps, each with its change; the first one sets the amount."""
        return tuple(
            [
                PriceStep(note.stage, note.code, note.source, change, result, note.parameters)
                for note, change, result in self.moves()
            ]
        )

    def moves(self) -> Iterator[tuple[StepNote, Fen, Fen]]:
        """Note, change and result of each step.

        Raises:
            ValueError: If there is not one result for each note.
        """
        amount = 0
        for part in self._parts():
            for note, result in zip(part.notes, part.results, strict=True):
                yield note, result - amount, result
                amount = result

    def _parts(self) -> list[Trail]:
        """The parts in order, this one last."""
        parts = [self]
        while parts[-1].before is not None:
            parts.append(parts[-1].before)
        return parts[::-1]

    def then(self, note: StepNote, result: Fen) -> Trail:
        """The trail with one more step."""
        return Trail((note,), (result,), self)

    def amount_at(self, stage: Stage) -> Fen | None:
        """Fen after the last step that stands no later than a stage; ``None`` without one."""
        found = None
        for note, _, result in self.moves():
            if note.stage <= stage:
                found = result
        return found
