"""Circumstances in which as many rules as can do hold together."""

from __future__ import annotations

from decimal import Decimal

from pricing.lint.case import LintCase
from pricing.lint.meetings import Meetings
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import PercentOff
from tests.builders import DAY, a_catalog
from tests.pricing.lint.rules import a_policy, a_promotion

TEN = PercentOff(Decimal(10))


def test_rules_that_can_hold_together_share_their_circumstances() -> None:
    """A code and a commitment are met at once; of two customers there are two circumstances."""
    policy = a_policy(
        a_promotion("a", TEN, codes=("A",)),
        a_promotion("b", TEN, least_term=24),
        a_promotion("x", TEN, customers=("x",)),
        a_promotion("y", TEN, customers=("y",)),
    )
    case = LintCase(a_catalog(), policy, DAY)
    met = {(one.customer, one.codes, one.term) for one in Meetings(case).of(case.sold[0])}
    assert {("x", ("A",), 24), ("y", ("A",), 24)} <= met


def test_where_the_customer_has_no_choice_each_rule_is_tried_alone() -> None:
    """For margin the code for the better promotion alone may be entered."""
    policy = a_policy(
        a_promotion("a", TEN, codes=("A",)),
        a_promotion("b", TEN, codes=("B",)),
        choice=ChoicePolicy.BEST_FOR_MARGIN,
    )
    case = LintCase(a_catalog(), policy, DAY)
    codes = {one.codes for one in Meetings(case).of(case.sold[0])}
    assert codes == {("A",), ("B",), ("A", "B")}


def test_a_seed_grows_by_what_can_hold_beside_it() -> None:
    """And nothing grows from rules that exclude each other."""
    one, x, y = (
        a_promotion("a", TEN),
        a_promotion("x", TEN, customers=("x",)),
        a_promotion("y", TEN, customers=("y",)),
    )
    case = LintCase(a_catalog(), a_policy(one, x, y), DAY)
    meetings = Meetings(case)
    assert meetings.grown(case.sold[0], (x,), (one, x, y)) == (x, one)
    assert meetings.grown(case.sold[0], (x, y), (one, x, y)) == ()
