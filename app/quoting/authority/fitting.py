"""What would bring a quote back within its author's own authority, and how little must change.

Everything told was tried with the engine: a discount is the largest whole hundredth of a percent
with which the verdict is what is promised. A discount on the whole quote is taken back first; then
items that are too deep by themselves, the deepest before the others; then, while the quote as a
whole is still beyond, further ones as far as needed. What no discount can mend (a tender, a
contract value) is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from app.quoting.authority.levers import WHOLE, LeverKind, levers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from decimal import Decimal

    from app.quoting.authority.levers import Lever
    from app.quoting.authority.trial import Needs, Trial
    from app.quoting.quote import Quote

    Fits: TypeAlias = Callable[[Quote], bool]

T = TypeVar("T")

_BY_ROUNDING = 10
"""Hundredths of a percent above a limit that are not told."""


class Change(NamedTuple):
    """One lever, and where it has to stand.

    Attributes:
        lever: What is changed.
        steps: Steps that still fit.
    """

    lever: Lever
    steps: int

    @property
    def stands(self) -> Decimal:
        """Percent or months as they are."""
        return self.lever.amount(self.lever.stands)

    @property
    def fits(self) -> Decimal:
        """Percent or months that fit."""
        return self.lever.amount(self.steps)


class Fitting(NamedTuple):
    """How a quote comes back within its author's own authority.

    Attributes:
        changes: What to change, in this order; together they do it.
        within: Whether the quote is within own authority then.
        left: Criteria that stay beyond it whatever is taken back.
        quote: The quote with all changes.
        trials: How many quotes were tried to find this.
    """

    changes: tuple[Change, ...]
    within: bool
    left: tuple[str, ...]
    quote: Quote
    trials: int


def fitting(trial: Trial) -> Fitting:
    """The least that brings a quote within own authority, or as near as discounts can bring it."""
    return _done(fitting_steps(trial))


def fitting_steps(trial: Trial) -> Generator[None, None, Fitting]:
    """The same one trial at a time, so that somebody else may have a turn between two."""
    levers = levers_of(trial.quote, trial.run.quote)
    bare = trial.quote
    for lever in levers:
        bare = lever.set(bare, 0)
    least = trial.needs(bare)
    yield
    left = tuple(key for key, rank in least.ranks.items() if rank > trial.own)
    search = _Search(trial, levers, least)
    if not search.whole_fits(trial.quote):
        yield from search.run()
    ordered = tuple(Change(lever, search.stands[lever]) for lever in levers if search.moved(lever))
    return Fitting(ordered, not left, left, search.quote, trial.count)


class _Search:
    """Takes levers back one by one until what is left fits."""

    def __init__(self, trial: Trial, levers: tuple[Lever, ...], least: Needs) -> None:
        self._trial = trial
        self._levers = levers
        self._least = least
        self.quote = trial.quote
        self.stands = {lever: lever.stands for lever in levers}

    def moved(self, lever: Lever) -> bool:
        """Whether a lever stands lower than it did."""
        return self.stands[lever] < lever.stands

    def whole_fits(self, tried: Quote) -> bool:
        """Whether a quote needs nobody that it does not need without any discount."""
        return self._trial.needs(tried).within(self._least, self._trial.own)

    def run(self) -> Generator[None, None, None]:
        """The discount on the quote first, then items too deep by themselves, then the sums."""
        for lever in self._levers:
            if lever.kind is LeverKind.QUOTE:
                yield
                yield from self._lower(lever, self.whole_fits)
                if self.stands[lever]:
                    return
        for item in dict.fromkeys(lever.item for lever in self._levers if lever.item):
            yield from self._item([lever for lever in self._levers if lever.item == item])
        yield from self._whole()

    def _item(self, levers: list[Lever]) -> Generator[None, None, None]:
        """Bring one item back to what fits by itself: each lever alone, then all together."""

        def fits(tried: Quote) -> bool:
            needs = self._trial.needs_of_item(tried, levers[0].item)
            return needs.within(self._least, self._trial.own)

        yield
        if fits(self.quote):
            return
        for lever in levers:
            alone = self.quote
            for other in levers:
                alone = alone if other is lever else other.set(alone, 0)
            yield
            if not fits(alone):
                self._put(lever, (yield from self._largest(alone, lever, fits)))
        for lever in levers:
            yield
            if fits(self.quote):
                return
            yield from self._lower(lever, fits)

    def _whole(self) -> Generator[None, None, None]:
        """Take back as much as the sums ask for, the deepest first, and give back what may stay."""
        before = dict(self.stands)
        taken = []
        for lever in self._levers:
            yield
            if self.whole_fits(self.quote):
                break
            if self.stands[lever]:
                taken.append(lever)
                yield from self._lower(lever, self.whole_fits)
        for lever in taken:
            if not self.stands[lever]:
                again = lever.set(self._without(lever), before[lever])
                yield
                if self.whole_fits(again):
                    self.quote, self.stands[lever] = again, before[lever]

    def _without(self, lever: Lever) -> Quote:
        """The quote with a lever as it was at first: some can only be set where they are."""
        quote = self._trial.quote
        for other in self._levers:
            if other is not lever and self.moved(other):
                quote = other.set(quote, self.stands[other])
        return quote

    def _lower(self, lever: Lever, fits: Fits) -> Generator[None, None, None]:
        """Take a lever back to the most that fits, to nothing where that is not enough."""
        present = lever._replace(stands=self.stands[lever])
        self._put(lever, (yield from self._largest(self.quote, present, fits)))

    def _largest(self, quote: Quote, lever: Lever, fits: Fits) -> Generator[None, None, int]:
        return largest(quote, lever, fits, self._trial.hints)

    def _put(self, lever: Lever, steps: int, quote: Quote | None = None) -> None:
        self.quote = lever.set(quote or self.quote, steps)
        self.stands[lever] = steps


def largest(
    quote: Quote, lever: Lever, fits: Fits, hints: tuple[int, ...] = ()
) -> Generator[None, None, int]:
    """The largest number of steps below the present one that fits; 0 if nothing does.

    More of a lever never needs less authority, so the range is halved; where it is likely to end
    is tried first. A limit is told as it is, without the few hundredths of a percent above it
    that rounding to the fen lets through for a small price.
    """
    yield
    if not fits(lever.set(quote, 0)):
        return 0
    low, high = 0, max(lever.stands, 1)
    hints = () if lever.kind in WHOLE else hints
    for hint in hints:
        for steps in (hint, hint + 1):
            if not low < steps < high:
                continue
            yield
            if fits(lever.set(quote, steps)):
                low = steps
            else:
                high = steps
    while high - low > 1:
        middle = (low + high) // 2
        yield
        if fits(lever.set(quote, middle)):
            low = middle
        else:
            high = middle
    return next((hint for hint in hints if hint <= low < hint + _BY_ROUNDING), low)


def largest_that_fits(trial: Trial, lever: Lever, most: int) -> int:
    """The most that a lever may stand at without the quote needing more than it does anyway.

    Args:
        trial: Of the quote as it is.
        lever: What is asked about.
        most: Steps beyond which it is not asked.
    """
    return _done(largest_steps(trial, lever, most))


def largest_steps(trial: Trial, lever: Lever, most: int) -> Generator[None, None, int]:
    """The same one trial at a time."""
    least = trial.needs(lever.set(trial.quote, 0))
    yield

    def fits(tried: Quote) -> bool:
        return trial.needs(tried).within(least, trial.own)

    if fits(lever.set(trial.quote, most)):
        return most
    return (yield from largest(trial.quote, lever._replace(stands=most), fits, trial.hints))


def _done(steps: Generator[None, None, T]) -> T:
    """What a search finds, all at once."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: T = done.value
            return found
