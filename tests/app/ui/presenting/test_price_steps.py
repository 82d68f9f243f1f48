"""The waterfall adds up and names its reasons."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.quoting.freezing import work_out
from app.ui.presenting.price_steps import explain_row
from app.ui.presenting.row_keys import charge_key
from pricing.rule import Level, QuoteAmountOff, Scope, When
from pricing.rulebook import RuleSet
from tests.app.ui.speaking import speaker
from tests.pricing.rule_builders import a_promotion, d
from tests.sample import (
    CASES,
    SUPPLIER,
    revision_of,
    sample_case,
    sample_catalog,
    sample_rules,
)

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from pricing.rule import PriceRule


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


def _promoted(*rules: PriceRule) -> Revision:
    """Case one under other rules."""
    case, known = sample_case(1), sample_rules()
    policy = replace(known.pricing, rules=RuleSet("r", rules=rules))
    parts = (case.customer, case.bills, sample_catalog(), known._replace(pricing=policy), SUPPLIER)
    return work_out(case.quote, *parts).revision


def test_a_promotion_on_the_quote_stands_in_the_waterfall_of_a_bundle() -> None:
    """668.00 less 6.00 by a published promotion: nothing was taken off by hand."""
    rule = a_promotion(QuoteAmountOff(d(6)), "Q", level=Level.QUOTE)
    scoped = replace(rule, scope=Scope(offerings=(sample_case(1).quote.items[0].offering,)))
    explained = explain_row(speaker(), _promoted(scoped), "i1")
    amounts = [step.amount for step in explained.steps]
    assert amounts == ["726.00", "−58.00", "−6.00", "662.00"]
    assert [step.kind for step in explained.steps] == ["base", "down", "down", "total"]
    assert any("72.00" in told for told in explained.others)


def test_a_promotion_that_is_not_used_is_told_below_the_waterfall() -> None:
    """With what is missing."""
    when = When(least_total=10_000_000)
    rule = a_promotion(QuoteAmountOff(d(6)), "Q", level=Level.QUOTE, when=when)
    (told,) = explain_row(speaker(), _promoted(rule), "i1").others
    assert told == "Q 未采用：须满 100,000.00，现为 668.00"
