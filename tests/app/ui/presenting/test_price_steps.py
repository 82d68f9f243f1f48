"""The waterfall adds up and names its reasons."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.ui.presenting.price_steps import explain_row
from app.ui.presenting.row_keys import charge_key
from tests.app.ui.speaking import speaker
from tests.sample import CASES, revision_of


def test_a_bundle_goes_from_its_parts_to_its_price() -> None:
    """726.00 of parts, 58.00 less by the published price, 668.00."""
    explained = explain_row(speaker(), revision_of(1), "i1")
    assert [step.amount for step in explained.steps] == ["726.00", "−58.00", "668.00"]
    assert [step.kind for step in explained.steps] == ["base", "down", "total"]


def test_a_discount_by_hand_names_the_manager() -> None:
    """Case five: 9,800.00 less 20 % by hand is 7,840.00."""
    revision = revision_of(5)
    explained = explain_row(speaker(), revision, "i1")
    assert [step.amount for step in explained.steps] == ["9,800.00", "−1,960.00", "7,840.00"]
    assert explained.steps[1].kind == "manual"
    assert explained.steps[1].source == revision.quote.manager.name


@pytest.mark.parametrize("number", CASES)
def test_every_step_begins_where_the_one_before_ended(number: int) -> None:
    """In every row of every case."""
    revision = revision_of(number)
    keys = [item.id for item in revision.priced.items]
    keys += [
        charge_key(item.id, charge.code, 0)
        for item in revision.priced.items
        for charge in item.charges
    ]
    for key in keys:
        steps = explain_row(speaker(), revision, key).steps
        for first, second in pairwise(steps[:-1]):
            assert second.start == first.end
        assert steps[-1].end == steps[-2].end


def test_a_row_that_is_gone_has_no_steps() -> None:
    """After the last item is removed nothing is explained."""
    assert explain_row(speaker(), revision_of(1), "gone").steps == ()
