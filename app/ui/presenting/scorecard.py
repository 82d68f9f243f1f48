"""The scorecard of a customer in words: points, and why each criterion gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.customers import Entry, Section

if TYPE_CHECKING:
    from app.quoting.market.scorecard import Score, ScorePart
    from app.ui.presenting.speaker import Speaker


def score_told(speaker: Speaker, score: Score) -> str:
    """The points in a few words."""
    return speaker.translate("Scorecard", "score {points}").format(points=score.points)


def score_sections(speaker: Speaker, score: Score) -> tuple[Section, ...]:
    """The scorecard as a list, the criterion that gives most first; none without weights."""
    if not score.parts:
        return ()
    title = speaker.translate("Scorecard", "Scorecard: {points} of 100")
    entries = tuple(_entry(speaker, part) for part in score.parts)
    return (Section(title.format(points=score.points), entries),)


def _entry(speaker: Speaker, part: ScorePart) -> Entry:
    words = speaker.words
    given = speaker.translate("Scorecard", "{points} of {most}")
    reason = words(
        f"score_reason.{part.criterion}",
        measured=f"{part.measured.normalize():f}",
        full=f"{part.full.normalize():f}",
    )
    mark = given.format(points=part.points, most=part.most)
    return Entry(words(f"customer_word.criterion.{part.criterion}"), reason, (mark,))
