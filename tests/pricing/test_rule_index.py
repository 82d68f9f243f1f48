"""Promises of the rule index: each kind of rule has one stage."""

from __future__ import annotations

from pricing.rule import ContractPrice, Level, QuoteAmountOff
from pricing.rule_index import stage_of
from pricing.stages import Stage
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off, term_discount, volume


def test_a_rule_stands_in_the_stage_of_its_kind() -> None:
    """What has no stage of its own is a promotion; on the whole quote it comes later."""
    kinds = (ContractPrice(d(1)), volume(), term_discount(24, 5), percent_off(5))
    stages = [stage_of(a_rule(kind)) for kind in kinds]
    assert stages == [Stage.AGREEMENT, Stage.VOLUME, Stage.TERM, Stage.PROMOTION]
    whole = a_promotion(QuoteAmountOff(d(5)), level=Level.QUOTE)
    assert stage_of(whole) is Stage.QUOTE_PROMOTION
