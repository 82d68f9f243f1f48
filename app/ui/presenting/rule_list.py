"""The rules of a set as rows of a list, and what is wrong with them as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_detail import charge_name, days_text
from app.ui.presenting.catalogue_words import segments_text
from app.ui.presenting.rule_deeds import kind_of_rule
from app.ui.presenting.rule_words import scope_text
from app.ui.widgets.problem_list import ProblemRow
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from pricing.rule_draft import application_order

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from typing import Literal

    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.lint.finding import CounterExample, LintFinding
    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet

_EXAMPLE_ITEMS = 2
_NAMING = ("rule", "rules", "other")


def rule_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of rules."""
    return (
        ColumnSpec("rule", speaker.translate("RuleList", "Rule"), 0, "left"),
        ColumnSpec("state", speaker.translate("RuleList", "State"), 72, "left"),
        ColumnSpec("found", "!", 40),
    )


def rule_list_rows(
    speaker: Speaker,
    catalog: ProductCatalog | None,
    rules: RuleSet,
    changed: Collection[str],
    found: Mapping[str, Sequence[Problem]],
    day: date,
    typed: str = "",
) -> tuple[TableRow, ...]:
    """One row a rule, in the order in which the engine takes them.

    Args:
        speaker: Language.
        catalog: For the names of what they touch.
        rules: The rules.
        changed: Identifiers of those that differ from the rules in force.
        found: Findings by rule.
        day: Today.
        typed: Only rules in which every word occurs.
    """
    rows = []
    for rule in application_order(rules.rules):
        row = _row(speaker, catalog, rule, found.get(rule.id, ()), day, new=rule.id in changed)
        text = f"{rule.id} {rule.name.zh} {rule.name.en} {row.subtitle}".lower()
        if all(word in text for word in typed.lower().split()):
            rows.append(row)
    return tuple(rows)


def _row(
    speaker: Speaker,
    catalog: ProductCatalog | None,
    rule: PriceRule,
    found: Sequence[Problem],
    day: date,
    *,
    new: bool,
) -> TableRow:
    translate = speaker.translate
    scope, kind = scope_text(speaker, catalog, rule.scope), kind_of_rule(speaker, rule)
    parts = (kind, scope, days_text(rule.when.valid))
    subtitle = " · ".join(part for part in parts if part)
    blocking = any(problem.blocks for problem in found)
    count = Cell(str(len(found)), tone="bad" if blocking else "muted") if found else Cell("")
    return TableRow(
        rule.id,
        speaker.name(rule.name) or rule.id,
        "badge-percent" if rule.promotion else "tag",
        subtitle,
        translate("RuleList", "changed") if new else "",
        (Cell(*state_of(speaker, rule, day), hint=f"{rule.id} {subtitle}"), count),
    )


def state_of(
    speaker: Speaker, rule: PriceRule, day: date
) -> tuple[str, str, Literal["strong", "muted", "normal"]]:
    """Whether a rule is in force, as text, no unit, and tone."""
    translate = speaker.translate
    if rule.when.valid.is_before(day):
        return translate("RuleList", "over"), "", "muted"
    if rule.when.valid.is_after(day):
        return translate("RuleList", "to come"), "", "normal"
    return translate("RuleList", "in force"), "", "strong"


def rules_named(rules: RuleSet, problem: Problem) -> tuple[str, ...]:
    """Identifiers of the rules that a finding is about, the subject first."""
    known = {rule.id for rule in rules.rules}
    named = [problem.where.subject]
    for name in _NAMING:
        named += [part.strip() for part in problem.parameters.get(name, "").split(",")]
    return tuple(dict.fromkeys(name for name in named if name in known))


def finding_rows(
    speaker: Speaker,
    catalog: ProductCatalog | None,
    problems: Sequence[Problem],
    lint: Sequence[LintFinding],
) -> tuple[ProblemRow, ...]:
    """What is wrong with single rules, then what the set promises; keys count both together."""
    listed = [(problem, "") for problem in problems]
    listed += [(one.problem, _examples(speaker, catalog, one.examples)) for one in lint]
    rows = []
    for place, (problem, shown) in enumerate(listed):
        text, cure = speaker.finding(problem.code, problem.parameters)
        severity: Literal["blocking", "warning", "advice"] = "advice"
        if problem.blocks:
            severity = "blocking"
            forbids = speaker.translate("RuleList", "Forbids publishing.")
            cure = f"{forbids} {cure}"
        elif problem.severity.value == "warning":
            severity = "warning"
        rows.append(ProblemRow(str(place), severity, text, f"{cure}\n{shown}".strip()))
    return tuple(rows)


def _examples(
    speaker: Speaker, catalog: ProductCatalog | None, examples: Sequence[CounterExample]
) -> str:
    """The quotes that show a finding, one a line."""
    told = [_example(speaker, catalog, one) for one in examples]
    return "\n".join(told)


def _example(speaker: Speaker, catalog: ProductCatalog | None, example: CounterExample) -> str:
    context, figures = example.context, speaker.figures
    parts = []
    for item in example.priced.items[:_EXAMPLE_ITEMS]:
        for charge in item.charges[:_EXAMPLE_ITEMS]:
            name = charge_name(speaker, catalog, charge.code) if catalog else charge.code
            parts.append(f"{name} × {figures.quantity(charge.quantity)}")
    text = speaker.translate(
        "RuleList", "For example {items}, {segment}, term {months}, {day}: ¥{amount}"
    )
    amount = sum(charge.net_amount for item in example.priced.items for charge in item.charges)
    return text.format(
        items="、".join(parts),
        segment=segments_text(speaker, context.segments),
        months=context.term,
        day=context.price_date,
        amount=figures.money(amount),
    )
