"""The amount of a charge on its way down; whole waterfalls: test_charge_pricing.py."""

from __future__ import annotations

from pricing.stages import Stage
from pricing.trail import StepNote
from pricing.waterfall import Waterfall
from tests.pricing.rule_builders import d

LISTED = StepNote(Stage.LIST, "step.list", "v1")
RULE = StepNote(Stage.VOLUME, "step.rule", "V")


def test_a_waterfall_begins_at_the_list_price() -> None:
    """With one step, published as it is."""
    fall = Waterfall(10_000, d(100), LISTED)
    assert (fall.amount, fall.published, fall.guided) == (10_000, 10_000, 10_000)
    assert (fall.published_price, fall.waived) == (d(100), False)
    (step,) = fall.trail().steps
    assert (step.stage, step.source, step.change, step.result) == (Stage.LIST, "v1", 10_000, 10_000)


def test_a_published_price_takes_the_place_of_the_amount() -> None:
    """A bundle's option price of 80.00."""
    fall = Waterfall(10_000, d(100), LISTED)
    fall.set(8_000, "step.option_price", "PACK")
    assert (fall.amount, fall.published, fall.guided) == (8_000, 8_000, 8_000)
    step = fall.trail().steps[-1]
    assert (step.stage, step.change, step.parameters) == (Stage.BUNDLE, -2_000, {})
    fall.set(7_000, "step.overage", "PACK", {"units": "5"})
    assert fall.trail().steps[-1].parameters == {"units": "5"}


def test_published_rules_take_the_published_amount_along() -> None:
    """Of 30.00 off, 10.00 count against authority."""
    fall = Waterfall(10_000, d(100), LISTED)
    fall.take(RULE, 8_000, published=True)
    fall.take(RULE, 7_000, published=False)
    assert (fall.amount, fall.published) == (7_000, 8_000)
    assert fall.trail().results == (10_000, 8_000, 7_000)
