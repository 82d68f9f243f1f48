"""The gate and options: what was approved as an alternative is not sold as anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling, decide
from app.approval.gate import hindrances
from app.approval.life import Life
from app.approval.state import Deed
from app.approval.submitting import submit
from app.quoting.options import options_of, recommend
from app.quoting.scenario_edits import add_scenario, change_scenario, with_scenario
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, MATRIX, Course, doing, revision
from tests.app.approval.test_option_commitment import an_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote

QUOTE = an_option(48)


def why(in_hand: Quote) -> list[str]:
    """Why the gate is closed for a quote after the one with option B was approved."""
    made = revision(3, QUOTE)
    course = Course()
    course.do(submit(Life(), made, {}, MATRIX, doing(AUTHOR)), made)
    course.do(decide(course.life, made, Ruling(Deed.APPROVED), MATRIX, doing(HEAD)))
    found = hindrances(course.life, revision(3, in_hand), course.frozen, MATRIX, DAY)
    return [problem.code for problem in found]


def with_option(quote: Quote, **fields: object) -> Quote:
    """With the item of option B changed."""
    last = replace(quote.items[-1], **fields)
    return replace(quote, items=(*quote.items[:-1], last))


def another_term(quote: Quote) -> Quote:
    """For more months, which nothing forbids."""
    return replace(quote, term=quote.term + 6)


def applied(quote: Quote) -> Quote:
    """A scenario, changed after the approval, as the content."""
    kept = add_scenario(quote, "x")
    name = kept.scenarios[0].id
    kept = change_scenario(kept, name, another_term)
    return with_scenario(kept, kept.scenarios[0])


def test_what_is_approved_passes_whatever_is_kept_as_a_scenario() -> None:
    """A scenario is no content, however it is altered."""
    kept = add_scenario(QUOTE, "x")
    assert why(QUOTE) == []
    assert why(change_scenario(kept, kept.scenarios[0].id, another_term)) == []


@pytest.mark.parametrize(
    "change",
    [
        applied,
        lambda quote: with_option(quote, optional=False, section="", commitment=0),
        lambda quote: with_option(quote, optional=False),
        lambda quote: with_option(quote, commitment=0),
        lambda quote: with_option(quote, commitment=quote.term),
        lambda quote: with_option(quote, section="B "),
        lambda quote: with_option(quote, section=""),
        lambda quote: recommend(quote, options_of(quote, lambda _: False)[1], "A"),
    ],
)
def test_an_option_taken_moved_or_shortened_needs_a_verdict_of_its_own(
    change: Callable[[Quote], Quote],
) -> None:
    """A and B together, B in the place of A, B elsewhere, B for other months."""
    assert why(change(QUOTE)) == ["release.changed"]
