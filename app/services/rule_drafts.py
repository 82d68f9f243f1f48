"""The draft of the next rule set: open it, check it, publish it, exchange it as a file."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.services.policies import load_rules
from app.services.toml_file import read_toml
from app.storage.draft_store import DraftEdit, StoredDraft
from app.storage.files import write_atomically
from catalog.pace import WHOLE, Pace, part_of, unpaced
from catalog.problem import Place, Problem, Severity
from pricing.rule_draft import RulePatch, apply_rule_patch
from pricing.rule_findings import rule_findings
from pricing.rule_lint import CHECKS, lint_rules
from pricing.rule_reading import read_rules
from pricing.rule_writing import write_rules
from pricing.rulebook import RuleSet

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy


__all__ = ["DraftEdit", "OpenRuleDraft", "StoredDraft"]


class OpenRuleDraft(msgspec.Struct, frozen=True):
    """A draft of rules with the rule set that it began with.

    Attributes:
        stored: As kept; ``None`` while nothing has been edited.
        base: The rules that it began with.
        rules: What the draft says now.
    """

    stored: StoredDraft[RulePatch] | None
    base: RuleSet
    rules: RuleSet


def open_rule_draft(workspace: Workspace) -> OpenRuleDraft:
    """The open draft as it was left; without one the rules in force, not edited.

    Raises:
        RecordMissing: Its base is not stored any more.
        StorageError: The database failed.
    """
    stored = workspace.rule_drafts.current()
    if stored is None:
        rules = workspace.rules.pricing.rules
        return OpenRuleDraft(None, rules, rules)
    return _opened(workspace, stored)


def begin_rule_draft(workspace: Workspace, *, now: datetime) -> OpenRuleDraft:
    """Begin a draft of the rules in force; the open one when there is one already.

    Raises:
        RecordMissing: The base of the open one is not stored any more.
        StorageError: The database failed.
    """
    base = workspace.rules.pricing.version
    return _opened(workspace, workspace.rule_drafts.begin(base, now=now))


def _opened(workspace: Workspace, stored: StoredDraft[RulePatch]) -> OpenRuleDraft:
    base = rules = workspace.policy_version(stored.base).rules
    for edit in stored.edits[: stored.position]:
        rules = apply_rule_patch(rules, edit.patch)
    return OpenRuleDraft(stored, base, rules)


def policy_with(workspace: Workspace, rules: RuleSet) -> PricingPolicy:
    """The policy in force with other rules; its version says that it is none yet."""
    now = workspace.rules.pricing
    return _policy_of(msgspec.structs.replace(now, version=f"{now.version} *"), rules)


def _policy_of(policy: PricingPolicy, rules: RuleSet) -> PricingPolicy:
    return msgspec.structs.replace(policy, rules=rules)


def check_rule_publishing(
    base: RuleSet,
    rules: RuleSet,
    catalog: ProductCatalog | None,
    policy: PricingPolicy,
    day: date,
    pace: Pace = unpaced,
) -> tuple[Problem, ...]:
    """What speaks against publishing; errors forbid it.

    What a catalogue and rules promise together forbids it only when the draft brings it about.

    Args:
        base: Rules that the draft began with.
        rules: What the draft says.
        catalog: The newest catalogue, for what only shows in prices; ``None`` leaves that out.
        policy: The policy in force.
        day: What ended before it is left aside.
        pace: Hears how far the work is, and may stop it.
    """
    found = list(rule_findings(rules))
    if not found and catalog is not None:
        half = WHOLE // 2
        former = _linted(catalog, _policy_of(policy, base), day, part_of(pace, 0, half))
        now = _linted(catalog, _policy_of(policy, rules), day, part_of(pace, half, WHOLE))
        found += [problem for problem in now if problem.blocks and problem not in former]
    if base == rules:
        named = {"base": base.version}
        where = Place(subject=base.version)
        found.append(Problem("draft.nothing_changed", Severity.ERROR, where, named))
    return tuple(found)


def _linted(catalog: ProductCatalog, policy: PricingPolicy, day: date, pace: Pace) -> list[Problem]:
    """What the check of rules finds; the pace is told before each of its steps."""
    steps = count()
    found = lint_rules(catalog, policy, day, lambda: pace(WHOLE * next(steps) // len(CHECKS)))
    return [one.problem for one in found]


def publish_rule_draft(
    workspace: Workspace, draft: OpenRuleDraft, *, version: str, today: date, now: datetime
) -> PricingPolicy:
    """Make the draft the rules in force; quotes keep the rules that they were priced with.

    Args:
        workspace: The user's data.
        draft: The draft as last stored.
        version: Name of the rule set.
        today: Day of publishing.
        now: The moment.

    Raises:
        ImportRejected: Findings forbid it; all come with it.
        RecordChangedElsewhere: Another window changed the draft since.
        StorageError: The version exists already, or the database failed.
    """
    rules = msgspec.structs.replace(draft.rules, version=version)
    policy = load_rules(rules).pricing
    found = check_rule_publishing(
        draft.base, draft.rules, workspace.catalog(), workspace.rules.pricing, today
    )
    if draft.stored is None or any(problem.blocks for problem in found):
        raise ImportRejected(found)
    workspace.rule_drafts.publish(draft.stored.id, draft.stored.revision, policy, now=now)
    workspace.rules = workspace.rules._replace(pricing=policy)
    return policy


def known_rule_versions(workspace: Workspace) -> frozenset[str]:
    """Names of rule sets that are taken.

    Raises:
        StorageError: The database failed.
    """
    return frozenset(
        workspace.policies.load(version).rules.version for version in workspace.policies.versions()
    )


def export_rules(rules: RuleSet, path: Path) -> None:
    """Write a rule set as a file that ``import_rules`` and the program read.

    Raises:
        FileError: It cannot be written.
    """
    write_atomically(path, write_rules(rules).encode())


def import_rules(path: Path) -> RuleSet:
    """Read a rule file.

    Raises:
        FileUnreadable: It cannot be opened.
        ImportRejected: It has mistakes; all come with it.
    """
    written = read_toml(path, dict)
    if isinstance(written, tuple):
        raise ImportRejected(written)
    rules, problems = read_rules(written, file=path.name)
    if rules is None:
        raise ImportRejected(problems)
    return rules
