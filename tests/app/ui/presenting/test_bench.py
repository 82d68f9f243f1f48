"""The test bench tells what a draft of rules does to a quote, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.price_causes import Edition, Editions
from app.quoting.repricing import compare_prices
from app.ui.presenting.bench import Side, bench_sections, total_sides
from tests.app.ui.speaking import speaker
from tests.builders import a_line
from tests.pricing.rule_builders import a_line_at, a_policy, a_promotion, percent_off, priced_by

if TYPE_CHECKING:
    from app.quoting.repricing import Repricing
    from pricing.rule import PriceRule

CATALOG = a_line_at("100.00")


def trial(*rules: PriceRule) -> Repricing:
    """Two lines at 100.00 a month for twelve months, without rules and with some."""
    editions = Edition(CATALOG, a_policy()), Edition(CATALOG, a_policy(*rules))
    old, new = (priced_by(one.policy, CATALOG, a_line(2)) for one in editions)
    return compare_prices(old, new, Editions.of(*editions))


def test_totals_stand_side_by_side_with_what_moved() -> None:
    """200.00 a month becomes 180.00, and 2,400.00 in all 2,160.00; nothing is charged once."""
    sides = total_sides(speaker(), trial(a_promotion(percent_off(10))))
    assert sides == (
        Side("Monthly", "200.00", "180.00", "−20.00"),
        Side("Contract", "2,400.00", "2,160.00", "−240.00"),
    )


def test_what_does_not_move_says_so_by_saying_nothing() -> None:
    """The same rules, none at all."""
    assert [side.moved for side in total_sides(speaker(), trial())] == ["", ""]
    assert bench_sections(speaker(), trial()) == ()


def test_charges_used_rules_and_rejected_promotions_are_told() -> None:
    """Ten percent is used, five percent is not, and both say so."""
    ten, five = (
        a_promotion(percent_off(percent), rule_id, group="season")
        for percent, rule_id in ((10, "TEN"), (5, "FIVE"))
    )
    tried = trial(ten, five)
    sections = {section.title: section.entries for section in bench_sections(speaker(), tried)}
    assert list(sections) == [
        "Charges that change",
        "Rules used by the draft",
        "Promotions not used",
    ]
    (changed,) = sections["Charges that change"]
    first, *steps = changed.detail.splitlines()
    assert first == "200.00 → 180.00 (−20.00)"
    assert steps[0].endswith("= 200.00")
    assert any(step.endswith("−20.00 = 180.00") for step in steps)
    (used, *_others) = sections["Rules used by the draft"]
    assert used.detail == "TEN · −20.00"
    (unused,) = sections["Promotions not used"]
    assert unused.title.startswith("FIVE 未采用")
    assert unused.title.endswith("已用 TEN")
