"""Rules that always apply: each step whole, what adds up, and what comes after what is skipped."""

from __future__ import annotations

from pricing.rule import ContractPrice, PercentOfOthers, Scope, When
from pricing.stages import Stage
from pricing.tiers import Tier
from tests.pricing.rule_builders import a_promotion, a_rule, d, one_line, percent_off, volume
from tests.pricing.rule_builders import term_discount as term

TENTH = volume(Tier(1, percent=d(10)))


def test_a_step_bears_the_name_of_its_rule() -> None:
    """In both languages, for what always applies and for a promotion."""
    charge = one_line(a_rule(TENTH, "V"), a_promotion(percent_off(10), "P"))
    told = [(step.code, step.source, step.parameters) for step in charge.steps[1:]]
    assert told == [
        ("step.rule", "V", {"name_zh": "规则V", "name_en": "rule V"}),
        ("step.rule", "P", {"name_zh": "规则P", "name_en": "rule P"}),
    ]


def test_everything_that_counts_against_authority_adds_up() -> None:
    """100.00 less 10 % by tier and 10 % by term, neither published: 19.00 are given away."""
    charge = one_line(
        a_rule(TENTH, "V", published=False), a_rule(term(12, 10), "T", published=False)
    )
    assert (charge.published_amount, charge.net_amount) == (10_000, 8_100)
    half = one_line(a_rule(TENTH, "V"), a_rule(term(12, 10), "T", published=False))
    assert (half.published_amount, half.net_amount) == (9_000, 8_100)


def test_after_the_first_of_two_agreed_prices_the_rest_applies() -> None:
    """80.00 of priority 1, not 70.00; then 10 % for the term: 72.00."""
    charge = one_line(
        a_rule(ContractPrice(d(80)), "A", priority=1),
        a_rule(ContractPrice(d(70)), "B"),
        a_rule(term(12, 10), "T"),
    )
    assert [(step.stage, step.result) for step in charge.steps] == [
        (Stage.LIST, 10_000),
        (Stage.AGREEMENT, 8_000),
        (Stage.TERM, 7_200),
    ]


def test_a_tier_beside_a_tier_is_no_second_agreed_price() -> None:
    """Of two tiers the lower price holds, 10 % and then 20 % off the list price: 80.00."""
    charge = one_line(a_rule(TENTH, "A", priority=1), a_rule(volume(Tier(1, percent=d(20))), "B"))
    assert [step.result for step in charge.steps] == [10_000, 9_000, 8_000]


def test_a_rule_for_more_units_does_not_stop_those_behind_it() -> None:
    """10 % from two units on is not for one; 5 % for the term is."""
    few = a_rule(TENTH, "A", when=When(least_quantity=2))
    charge = one_line(few, a_rule(term(12, 5), "B"))
    assert charge.net_amount == 9_500


def test_an_agreed_price_and_a_share_of_others_are_two_stages() -> None:
    """Agreed at 80.00; then it costs 50 % of nothing else: 0.00."""
    share = a_rule(PercentOfOthers(d(50), Scope()), "S")
    charge = one_line(a_rule(ContractPrice(d(80)), "A"), share)
    assert [step.result for step in charge.steps] == [10_000, 8_000, 0]
