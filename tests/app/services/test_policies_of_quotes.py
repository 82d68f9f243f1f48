"""A quote keeps the rules that it was priced with, and what others use of promotions counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.errors import RecordMissing
from app.quoting.header_edits import set_policy_version
from app.services.policies import edition_of
from app.services.quote_library import create_quote, open_quote
from app.services.working_out import work_out_stored
from app.ui.opening import load_quote
from pricing.rule import Level, QuoteAmountOff
from pricing.rulebook import RuleSet
from tests.app.services.conftest import NOON
from tests.builders import a_quote
from tests.pricing.rule_builders import a_promotion, d
from tests.sample import QUOTE_DAY, expected_case, yuan_fen

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from pricing.rule import PriceRule

NUMBER = "QW-20261123-0001"
PAPER = yuan_fen(expected_case(1)["deal"]["monthly"])


def six_off(**fields: int) -> PriceRule:
    """6.00 a month off every quote."""
    return replace(a_promotion(QuoteAmountOff(d(6)), "Q", level=Level.QUOTE), **fields)


def change_rules(workspace: Workspace, *rules: PriceRule) -> str:
    """The program starts with another file of rules; gives the version that it is kept under."""
    now = workspace.rules.pricing
    kept = workspace.policies.keep(replace(now, rules=RuleSet(now.rules.version, rules=rules)))
    workspace.rules = workspace.rules._replace(pricing=kept)
    return kept.version


def monthly(workspace: Workspace) -> int:
    """What the stored quote of case one comes to a month."""
    return work_out_stored(workspace, NUMBER).priced.totals.monthly.net_amount


def test_an_open_quote_keeps_its_rules_when_the_file_has_changed(sample: Workspace) -> None:
    """668.00 as on paper, and 6.00 less only when the newer rules are asked for."""
    version = change_rules(sample, six_off())
    assert monthly(sample) == PAPER
    opened = open_quote(sample, "Q0001")
    repriced = set_policy_version(opened.quote, version)
    sample.quotes.commit_edit("Q0001", opened.revision, "op", "x", "", repriced, now=NOON)
    assert monthly(sample) == PAPER - 6_00
    basis = load_quote(sample, "Q0001").basis
    assert basis.rules.pricing.version == version
    assert basis.work_out(opened.quote).revision.priced.totals.monthly.net_amount == PAPER


def test_a_new_quote_takes_the_rules_in_force(sample: Workspace) -> None:
    """And names them."""
    version = change_rules(sample, six_off())
    customer = open_quote(sample, "Q0001").customer.id
    created = create_quote(sample, customer, today=QUOTE_DAY, now=NOON)
    assert created.quote.policy_version == version


def test_a_version_that_is_not_there_is_missing(sample: Workspace) -> None:
    """Never replaced by another one in silence; none named is the one in force."""
    assert sample.rules_of(a_quote()).pricing is sample.rules.pricing
    with pytest.raises(RecordMissing):
        sample.rules_of(set_policy_version(a_quote(), "2020"))


def test_what_frozen_quotes_use_of_a_campaign_is_gone_for_others(sample: Workspace) -> None:
    """A budget of 100.00: case one takes 72.00 of it, another quote has 28.00 left."""
    version = change_rules(sample, six_off(budget=100_00))
    for identifier in ("Q0001", "Q0002"):
        opened = open_quote(sample, identifier)
        quote = set_policy_version(opened.quote, version)
        sample.quotes.commit_edit(identifier, opened.revision, identifier, "x", "", quote, now=NOON)
    first = work_out_stored(sample, "Q0001")
    (use,) = first.priced.promotions
    assert use.taken == 72_00
    sample.quotes.freeze("Q0001", first, now=NOON)
    (other,) = work_out_stored(sample, "Q0002").priced.promotions
    assert (other.limit, other.left) == ("budget", 28_00)
    (again,) = work_out_stored(sample, "Q0001").priced.promotions
    assert again.taken == 72_00


def test_an_edition_names_policy_and_rules() -> None:
    """Once where both have one name."""
    assert edition_of("a", "a") == "a"
    assert edition_of("a", "b") == "a + b"
