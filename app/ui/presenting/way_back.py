"""Who must decide, what brings a quote back within own authority, and how much a charge may have.

Found by trying, one trial at a time, so that nobody who types waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.authority.fitting import fitting_steps, largest_steps
from app.quoting.authority.levers import Lever, LeverKind, lever_at
from app.quoting.authority_text import told_fitting, told_steps
from app.ui.presenting.main_charge import main_charge
from app.ui.presenting.row_keys import read_key
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from collections.abc import Generator

    from app.quoting.authority.fitting import Fitting
    from app.quoting.authority.trial import Trial
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker

_DONE = object()
_WHOLE = 10_000
"""Steps of a discount of 100 %."""


def who_decides(speaker: Speaker, revision: Revision) -> str:
    """One line for each decision that is needed, with the people's names."""
    return "\n".join(told_steps(revision.verdict, speaker.words, speaker.figures))


class WayBack:
    """Works out how a quote comes back within own authority, and what the chosen row may have.

    Attributes:
        told: What to change, in lines; empty until it is known, or where nothing is to change.
        room: The most that the chosen charge may have; empty where there is none.
    """

    def __init__(self, speaker: Speaker, trial: Trial, revision: Revision, key: str) -> None:
        """Begin with a quote as it is shown, and the key of the chosen row."""
        self._speaker = speaker
        self._trial = trial
        self._revision = revision
        self._found: Fitting | None = None
        self.told = ""
        self.room = ""
        self._steps = self._work(key)

    def step(self) -> bool:
        """Make one more trial; false when all is known."""
        return next(self._steps, _DONE) is not _DONE

    @property
    def helps(self) -> bool:
        """Whether there is something to change."""
        return self._found is not None and bool(self._found.changes)

    def edit(self, quote: Quote) -> Quote:
        """The quote with everything changed that was told."""
        for change in self._found.changes if self._found is not None else ():
            quote = change.lever.set(quote, change.steps)
        return quote

    def _work(self, key: str) -> Generator[None, None, None]:
        revision, trial = self._revision, self._trial
        if not revision.verdict.within_own:
            self._found = yield from fitting_steps(trial)
            words, figures = self._speaker.words, self._speaker.figures
            told = told_fitting(self._found, revision.verdict, revision.priced, words, figures)
            self.told = "\n".join(told)
        lever = _lever_of(revision, key)
        if lever is not None and trial.own >= 0:
            steps = yield from largest_steps(trial, lever, _WHOLE)
            self.room = self._told_room(revision, lever, steps)
        if revision.verdict.within_own and revision.quote.items:
            whole = Lever(LeverKind.QUOTE, "", "", 0)
            steps = yield from largest_steps(trial, whole, _WHOLE)
            text = self._speaker.translate("Authority", "Whole quote: up to {percent} on your own")
            room = text.format(percent=self._speaker.figures.percent(whole.amount(steps)))
            self.room = "\n".join(line for line in (self.room, room) if line)

    def _told_room(self, revision: Revision, lever: Lever, steps: int) -> str:
        item = revision.priced.item(lever.item)
        names = {charge.code: charge.name for charge in item.charges} if item else {}
        name = names.get(lever.charge, item.name if item is not None else None)
        text = self._speaker.translate("Authority", "{name}: up to {percent} on your own")
        percent = self._speaker.figures.percent(lever.amount(steps))
        return text.format(name=self._speaker.name(name) if name else "", percent=percent)


def _lever_of(revision: Revision, key: str) -> Lever | None:
    """The discount of the chosen row: of its charge, of a bundle, or of an item's main charge."""
    row = read_key(key)
    item = revision.priced.item(row.item)
    if item is None:
        return None
    if row.charge or item.is_bundle:
        charge = row.charge
    else:
        main = main_charge(item)
        charge = main.code if main is not None else ""
    if any(one.code == charge and one.type is ChargeType.USAGE for one in item.charges):
        return None
    return lever_at(revision.quote, revision.priced, item.id, charge)
