"""Trail: the steps of a charge as they are kept, and as its readers see them.

A quote of a thousand items has tens of thousands of steps, and nearly all of what they say is the
same on every charge: the stage, the rule and its name. So a charge keeps two tuples, what each
step is (``StepNote``, one value shared by all charges that a rule touches) and the amount that it
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
    """The steps of one charge from its list amount to its net amount.

    Attributes:
        notes: What each step is, in order of application.
        results: Fen after each of them.
    """

    notes: tuple[StepNote, ...]
    results: tuple[Fen, ...]

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
        before = 0
        for note, result in zip(self.notes, self.results, strict=True):
            yield note, result - before, result
            before = result

    def then(self, note: StepNote, result: Fen) -> Trail:
        """The trail with one more step."""
        # unpacking both into new tuples takes three times as long
        return Trail(self.notes + (note,), self.results + (result,))  # noqa: RUF005 (see above)

    def amount_at(self, stage: Stage) -> Fen | None:
        """Fen after the last step that stands no later than a stage; ``None`` without one."""
        found = None
        for note, result in zip(self.notes, self.results, strict=True):
            if note.stage <= stage:
                found = result
        return found
