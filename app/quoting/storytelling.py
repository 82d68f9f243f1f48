"""story_of(): what a proposal tells of a revision; option_figures(): what options come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.selling import selling_of
from app.quoting.story import Example, Material, MetNeed, OptionFigures, Reason, Story
from app.quoting.telling_edits import own_terms
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.quoting.option_comparison import Compared
    from app.quoting.revision import Revision


def story_of(revision: Revision) -> Story:
    """What the proposal of a revision tells; nothing internal.

    A story that nobody has permitted is left out, however it came into the quote.
    """
    telling = revision.quote.telling
    material = [Material(one.name) for one in telling.files]
    material += [Material(one.name, one.link) for one in telling.demos]
    return Story(
        tuple(_met(revision)),
        selling_of(revision),
        revision.options,
        revision.told,
        tuple(
            Reason(
                one.claim,
                one.value,
                one.evidence,
                one.proof.name if one.proof is not None else LocalText(),
            )
            for one in telling.differences
        ),
        tuple(
            Example(one.title, one.customer, one.text, one.figures)
            for one in telling.stories
            if one.permitted
        ),
        tuple(material),
        own_terms(revision.quote),
        frozenset(telling.left_out),
    )


def option_figures(compared: Iterable[Compared]) -> tuple[OptionFigures, ...]:
    """The figures of options that were worked out alone."""
    return tuple(_figures(one) for one in compared)


def _figures(one: Compared) -> OptionFigures:
    totals, saved = one.revision.priced.totals, one.revision.saving
    planned = [month.planned for month in one.revision.replay]
    return OptionFigures(
        one.option.letter,
        totals.monthly.net_amount,
        totals.one_time.net_amount,
        totals.contract.net_amount,
        totals.term,
        saved.saving if saved is not None else None,
        min(planned, default=None),
        max(planned, default=None),
        totals.usage.net_amount,
    )


def _met(revision: Revision) -> Iterator[MetNeed]:
    """Needs of the quote that something quoted answers; what is only optional answers nothing."""
    held = {item.offering: item.name for item in revision.priced.items if not item.optional}
    for need in revision.quote.needs:
        for one in revision.quote.met:
            if one.need == need and one.offering in held:
                benefit = revision.benefits.get(one.offering, LocalText())
                yield MetNeed(need, held[one.offering], benefit)
