"""The draft of the next rule set: kept, checked, tried on open quotes, published, exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.errors import ImportRejected, RecordChangedElsewhere
from app.services.import_sample import SAMPLE_VERSION
from app.services.regression import run_rule_regression
from app.services.rule_drafts import (
    begin_rule_draft,
    check_rule_publishing,
    export_rules,
    import_rules,
    known_rule_versions,
    open_rule_draft,
    policy_with,
    publish_rule_draft,
)
from app.services.workspace import Workspace
from app.storage.draft_store import DraftEdit
from pricing.rule import Level, QuoteAmountOff, Scope, UnitPrice
from pricing.rule_draft import add_rule, rule_of
from tests.app.services.conftest import NOON
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off
from tests.sample import QUOTE_DAY, expected_case, yuan_fen

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.rule_drafts import OpenRuleDraft
    from pricing.rule import PriceRule

SIX_OFF = a_promotion(QuoteAmountOff(d(6)), "Q", level=Level.QUOTE)
PAPER = yuan_fen(expected_case(1)["deal"]["monthly"])


def drafted(workspace: Workspace, rule: PriceRule) -> OpenRuleDraft:
    """A draft with one rule added."""
    draft = begin_rule_draft(workspace, now=NOON)
    assert draft.stored is not None
    edit = DraftEdit(1, "rule.add", "", add_rule(draft.rules, rule))
    stored = draft.stored
    workspace.rule_drafts.commit_edit(stored.id, stored.revision, "op1", edit, now=NOON)
    return open_rule_draft(workspace)


def test_without_a_draft_one_sees_the_rules_in_force(sample: Workspace) -> None:
    """Nothing is stored by looking."""
    draft = open_rule_draft(sample)
    assert draft.stored is None
    assert draft.rules is sample.rules.pricing.rules
    assert sample.rule_drafts.current() is None


def test_edits_survive_and_undo_reaches_back(sample: Workspace) -> None:
    """One edit, undone and made again; the draft of the catalogue is another one."""
    draft = drafted(sample, SIX_OFF)
    assert draft.stored is not None
    assert rule_of(draft.rules, "Q") == SIX_OFF
    kept, stored = sample.rule_drafts, draft.stored
    revision = kept.set_position(stored.id, 0, stored.revision, "op2", now=NOON)
    assert open_rule_draft(sample).rules == draft.base
    with pytest.raises(RecordChangedElsewhere):
        kept.set_position(stored.id, 1, 1, "op3", now=NOON)
    kept.set_position(stored.id, 1, revision, "op4", now=NOON)
    assert open_rule_draft(sample).rules == draft.rules
    assert sample.drafts.current() is None


def test_a_published_draft_is_in_force_also_after_a_restart(sample: Workspace) -> None:
    """The other rules stay, the policy has a version of its own, quotes keep theirs."""
    before = sample.rules.pricing
    policy = publish_rule_draft(
        sample, drafted(sample, SIX_OFF), version="winter", today=QUOTE_DAY, now=NOON
    )
    assert policy.version == "sample-2026 + winter"
    assert [rule.id for rule in policy.rules.rules][-1] == "Q"
    assert sample.rules.pricing == policy
    assert open_rule_draft(sample).stored is None
    assert known_rule_versions(sample) == {"sample-2026", "winter"}
    again = Workspace.open(sample.folder)
    assert again.rules.pricing == policy
    assert again.policy_version(before.version) == before
    again.close()


def test_open_quotes_are_tried_with_the_draft(sample: Workspace) -> None:
    """6.00 off each of the five, of case one 6.00 off the figure on paper."""
    policy = policy_with(sample, drafted(sample, SIX_OFF).rules)
    run = run_rule_regression(sample, policy, QUOTE_DAY)
    assert (run.quotes, len(run.changed)) == (5, 5)
    one = next(quote for quote in run.changed if quote.number == "QW-20261123-0001")
    assert one.monthly == (PAPER, PAPER - 6_00)
    assert run_rule_regression(sample, sample.rules.pricing, QUOTE_DAY).changed == ()


def test_what_is_wrong_with_a_rule_forbids_publishing(sample: Workspace) -> None:
    """A percentage of 101, and a draft that changes nothing."""
    draft = drafted(sample, a_promotion(percent_off(101)))
    with pytest.raises(ImportRejected) as refusal:
        publish_rule_draft(sample, draft, version="winter", today=QUOTE_DAY, now=NOON)
    assert [one.code for one in refusal.value.problems] == ["rule.percent_out_of_range"]
    base, policy = draft.base, sample.rules.pricing
    same = check_rule_publishing(base, base, sample.catalog(), policy, QUOTE_DAY)
    assert [problem.code for problem in same] == ["draft.nothing_changed"]


def test_what_rules_do_to_the_catalogue_forbids_publishing_when_it_is_new(
    sample: Workspace,
) -> None:
    """Guided prices may fall 15 %; a draft that lets one fall 60 % is refused, unless it was so."""
    content = sample.catalogs.load(SAMPLE_VERSION)
    guided = next(
        charge.code
        for offering in content.offerings
        for charge in offering.charges
        if charge.regulation.value == "guided" and charge.list_price > 0
    )
    rule = a_rule(percent_off(60), "G", scope=Scope(charges=(guided,)))
    policy = sample.rules.pricing
    rules = replace(policy.rules, rules=(*policy.rules.rules, rule))
    found = check_rule_publishing(policy.rules, rules, sample.catalog(), policy, QUOTE_DAY)
    assert [problem.code for problem in found] == ["lint.below_band"]
    more = replace(rules, rules=(*rules.rules, a_rule(UnitPrice(d(1)), "U", scope=Scope(("NO",)))))
    assert check_rule_publishing(rules, more, sample.catalog(), policy, QUOTE_DAY) == ()


def test_a_discarded_draft_leaves_the_rules_as_they_are(sample: Workspace) -> None:
    """And discarding without a draft does nothing."""
    draft = drafted(sample, SIX_OFF)
    sample.rule_drafts.give_up(now=NOON)
    sample.rule_drafts.give_up(now=NOON)
    assert open_rule_draft(sample).rules == draft.base


def test_a_rule_set_goes_out_as_a_file_and_comes_back(sample: Workspace, tmp_path: Path) -> None:
    """Equal in every part."""
    rules = drafted(sample, replace(SIX_OFF, budget=12345)).rules
    export_rules(rules, tmp_path / "rules.toml")
    assert import_rules(tmp_path / "rules.toml") == rules


def test_a_file_with_mistakes_brings_nothing(tmp_path: Path) -> None:
    """Each mistake is named; so is a file that is no TOML."""
    path = tmp_path / "rules.toml"
    path.write_text('version = "1"\n[[rule]]\nid = "A"\n', "utf-8")
    with pytest.raises(ImportRejected) as refusal:
        import_rules(path)
    assert [problem.where.file for problem in refusal.value.problems] == ["rules.toml"]
    path.write_text("version =", "utf-8")
    with pytest.raises(ImportRejected) as refusal:
        import_rules(path)
    assert [problem.code for problem in refusal.value.problems] == ["import.not_toml"]
