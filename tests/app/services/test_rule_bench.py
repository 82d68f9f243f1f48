"""The test bench: open and made-up quotes with the rules in force and with a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.services.rule_bench import TrialItem, TrialQuote, open_quotes, try_composed, try_stored
from app.services.rule_drafts import policy_with
from pricing.rule import Level, QuoteAmountOff, Scope
from tests.pricing.rule_builders import a_promotion, d, percent_off
from tests.sample import QUOTE_DAY, expected_case, yuan_fen

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from pricing.policy import PricingPolicy

PAPER = yuan_fen(expected_case(1)["deal"]["monthly"])


def with_rule(workspace: Workspace, **fields: object) -> PricingPolicy:
    """The rules in force and one more."""
    rules = workspace.rules.pricing.rules
    rule = replace(a_promotion(percent_off(10), "X"), **fields)
    return policy_with(workspace, replace(rules, rules=(*rules.rules, rule)))


def test_open_quotes_are_offered(sample: Workspace) -> None:
    """All five of the sample, while they are valid."""
    assert len(open_quotes(sample, QUOTE_DAY)) == 5
    assert open_quotes(sample, QUOTE_DAY.replace(year=2040)) == ()


def test_an_open_quote_is_priced_with_both(sample: Workspace) -> None:
    """Case one: 6.00 a month less."""
    policy = with_rule(sample, alteration=QuoteAmountOff(d(6)), level=Level.QUOTE)
    found = try_stored(sample, "Q0001", policy)
    totals = found.old.totals.monthly.net_amount, found.new.totals.monthly.net_amount
    assert totals == (PAPER, PAPER - 6_00)


def test_a_made_up_quote_is_priced_with_both(sample: Workspace) -> None:
    """Ten telephone lines at 25.00 a month, 10 % off; later only from 24 months on."""
    scope = Scope(charges=("PSTN.RENT",))
    trial = TrialQuote((TrialItem("PSTN", 10),))
    found = try_composed(sample, trial, with_rule(sample, scope=scope), QUOTE_DAY)
    totals = found.old.totals.monthly.net_amount, found.new.totals.monthly.net_amount
    assert totals == (250_00, 225_00)
    assert [change.charge for change in found.changes] == ["PSTN.RENT"]
    when = replace(a_promotion(percent_off(1)).when, least_term=24)
    later = with_rule(sample, scope=scope, when=when)
    assert try_composed(sample, trial, later, QUOTE_DAY).changes == ()
    assert len(try_composed(sample, replace(trial, term=24), later, QUOTE_DAY).changes) == 1


def test_a_made_up_quote_has_codes_as_typed(sample: Workspace) -> None:
    """Ten per cent off by AUTUMN, in whatever letters; without it, or by another code, nothing."""
    when = replace(a_promotion(percent_off(1)).when, codes=("AUTUMN",))
    policy = with_rule(sample, scope=Scope(charges=("PSTN.RENT",)), when=when)
    for codes, net in ((("autumn",), 225_00), (("XYZ",), 250_00), ((), 250_00)):
        trial = TrialQuote((TrialItem("PSTN", 10),), codes=codes)
        found = try_composed(sample, trial, policy, QUOTE_DAY)
        assert found.new.totals.monthly.net_amount == net
        unknown = [one for one in found.new.problems if one.code == "promotion.code_unknown"]
        assert len(unknown) == (codes == ("XYZ",))
