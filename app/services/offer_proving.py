"""Prover: the bound of a large problem, worked out in a thread while choices are made better.

HiGHS works without Python's lock. Better choices are handed to it on the way, so that it need not
look where nothing better can be.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Self

from app.quoting.offer.programme import Solved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from app.quoting.offer.formulating import Formulation
    from app.quoting.offer.problem import Choice
    from app.quoting.offer.programme import Effort


class Prover:
    """A search of its own for as long as the block lasts, or until its time is over.

    Attributes:
        solved: What it has come to; with values when it has ended.
    """

    def __init__(self, formed: Formulation, effort: Effort, choice: Choice) -> None:
        """Begin with nothing known but a choice."""
        self.solved = Solved()
        self._formed, self._effort = formed, effort
        self._start = formed.start(choice.counts)
        self._better: Mapping[int, int] | None = None
        self._thread = Thread(target=self._run, name="best offer: bound", daemon=True)

    def __enter__(self) -> Self:
        """Begin to search."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for its end, which its effort says."""
        self._thread.join()

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to search."""
        return self.solved.finished

    def hand(self, choice: Choice) -> None:
        """Tell it of a better choice."""
        self._better = self._formed.start(choice.counts)

    def _run(self) -> None:
        from app.services.highs import solve

        programme = self._formed.programme
        self.solved = solve(programme, self._effort, self._start, meet=self._meet)

    def _meet(self, solved: Solved) -> Mapping[int, int] | None:
        self.solved = solved
        better, self._better = self._better, None
        return better
