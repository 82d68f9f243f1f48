"""The steps of a charge as they are kept and as they are read."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pricing.stages import Stage
from pricing.trail import PriceStep, StepNote, Trail

LISTED = StepNote(Stage.LIST, "step.list", "v1")
PACK = StepNote(Stage.BUNDLE, "step.option_price", "PACK")
TENTH = StepNote(Stage.PROMOTION, "step.rule", "P", {"name_en": "tenth"})
TRAIL = Trail((LISTED, PACK, TENTH), (10_000, 8_000, 7_200))


def test_a_step_says_what_it_changed() -> None:
    """From 100.00 to 80.00 beside a bundle, and a tenth off: 8.00."""
    assert TRAIL.steps == (
        PriceStep(Stage.LIST, "step.list", "v1", 10_000, 10_000),
        PriceStep(Stage.BUNDLE, "step.option_price", "PACK", -2_000, 8_000),
        PriceStep(Stage.PROMOTION, "step.rule", "P", -800, 7_200, {"name_en": "tenth"}),
    )


@given(st.lists(st.integers(-10_000, 10_000), min_size=1))
def test_changes_add_up_to_the_last_result(results: list[int]) -> None:
    """Whatever the amounts are, subsidies included."""
    trail = Trail((LISTED,) * len(results), tuple(results))
    assert sum(step.change for step in trail.steps) == results[-1]


def test_a_further_step_leaves_the_trail_as_it_was() -> None:
    """Trails are values."""
    begun = Trail((LISTED, PACK), (10_000, 8_000))
    assert begun.then(TENTH, 7_200).steps == TRAIL.steps
    assert len(begun.steps) == 2


def test_the_amount_at_a_stage_is_that_of_the_last_step_up_to_it() -> None:
    """A bundle's price holds whatever promotions take off it later."""
    assert TRAIL.amount_at(Stage.BUNDLE) == 8_000
    assert TRAIL.amount_at(Stage.TERM) == 10_000
    assert Trail((PACK,), (8_000,)).amount_at(Stage.TERM) is None


def test_a_trail_survives_being_written_and_read() -> None:
    """As every frozen revision is; equal by value, though no note is shared any more."""
    trail = TRAIL.then(TENTH, 6_480)
    read = msgspec.json.decode(msgspec.json.encode(trail), type=Trail)
    assert read == trail
    assert read.steps == trail.steps


def test_a_result_without_a_note_is_no_trail() -> None:
    """A stored trail that was shortened on one side only does not pass for a reason."""
    with pytest.raises(ValueError, match="longer"):
        _ = Trail((LISTED,), (10_000, 9_000)).steps
