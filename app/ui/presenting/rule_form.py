"""The fields of a rule as forms show them, by section, and why a text cannot be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.rule_deeds import kind_name
from app.ui.presenting.wrong_cell import wrong_cell
from app.ui.widgets.typed_form import FormField
from catalog.cell_text import CellFault
from pricing.rule import Level
from pricing.rule_fields import RULE_FIELDS, check_rule_field, has_field, rule_text
from pricing.rule_kinds import KINDS, PROMOTIONAL, kind_of
from pricing.rule_rows import TABLES, set_rule_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.ui.presenting.speaker import Speaker
    from app.ui.widgets.checked_rows import WrongCell
    from catalog.problem import Problem
    from catalog.typed_rows import Rows
    from pricing.rule import PriceRule

NAMES = ("name_zh", "name_en", "id")
WHEN = ("first", "last", "least_term", "least_quantity", "codes")
_ON_QUOTE = ("least_total", "least_items")
DEED = (
    "kind",
    "percent",
    "unit_price",
    "unit_amount",
    "amount",
    "graduated",
    "pooled",
    "additive",
    "characteristic",
    "rate",
    "allowance",
    "fixed",
    "commitment",
    "usage_cap",
)
_BESIDE = ("promotion", "level", "period", "base", "group", "exclusive", "combinable_with")
_LIMITS = ("cap", "quote_cap", "customer_cap", "budget")
_ORDER = ("priority", "published")


def name_fields(speaker: Speaker, rule: PriceRule, faults: Mapping[str, str]) -> list[FormField]:
    """What a rule is called."""
    return _fields(speaker, rule, NAMES, faults)


def when_fields(speaker: Speaker, rule: PriceRule, faults: Mapping[str, str]) -> list[FormField]:
    """Under which circumstances it applies."""
    more = _ON_QUOTE if rule.level is Level.QUOTE else ()
    return _fields(speaker, rule, (*WHEN, *more), faults)


def deed_fields(speaker: Speaker, rule: PriceRule, faults: Mapping[str, str]) -> list[FormField]:
    """What it does: its kind, and the fields of the kind."""
    names = [name for name in DEED if name == "kind" or has_field(rule, name)]
    return _fields(speaker, rule, names, faults)


def standing_fields(
    speaker: Speaker, rule: PriceRule, faults: Mapping[str, str]
) -> list[FormField]:
    """Its place among other rules, and its limits; only what can be said of its kind."""
    names: list[str] = []
    if kind_of(rule.alteration) in PROMOTIONAL:
        names = [*_BESIDE, *_LIMITS] if rule.promotion else ["promotion", "cap"]
    if rule.level is not Level.QUOTE and "period" in names:
        names.remove("period")
    return _fields(speaker, rule, [*names, *_ORDER], faults)


def rule_faults_by_field(speaker: Speaker, problems: Sequence[Problem]) -> dict[str, str]:
    """What is wrong with one rule, by field."""
    found: dict[str, str] = {}
    for problem in problems:
        told = " ".join(speaker.finding(problem.code, problem.parameters))
        found.setdefault(problem.where.column, told)
    return found


def why_no_field(speaker: Speaker, name: str, text: str) -> str:
    """Why the text of a field cannot be taken; empty when it can."""
    try:
        check_rule_field(name, text)
    except CellFault as fault:
        return " ".join(speaker.finding(fault.code, fault.parameters)).strip()
    return ""


def why_no_rows(speaker: Speaker, rule: PriceRule, table: str, rows: Rows) -> WrongCell | None:
    """Why the rows of a table cannot be taken, with the cell; ``None`` when they can."""
    return wrong_cell(speaker, lambda: set_rule_rows(rule, table, rows))


def column_titles(speaker: Speaker, table: str) -> tuple[str, ...]:
    """Headings of a table."""
    translate = speaker.translate
    known = {
        "least": translate("RuleForm", "From"),
        "percent": translate("RuleForm", "% off"),
        "unit_price": translate("RuleForm", "¥ a unit"),
        "block": translate("RuleForm", "¥ in all"),
        "months": translate("RuleForm", "Months from"),
        "value": translate("RuleForm", "Value"),
        "unit_amount": translate("RuleForm", "± ¥ a unit"),
        "measure": translate("RuleForm", "Fact"),
        "most": translate("RuleForm", "To"),
        "one_of": translate("RuleForm", "One of"),
    }
    if table == "values":
        known["percent"] = translate("RuleForm", "± %")
    return tuple(known[name] for name in TABLES[table])


def table_title(speaker: Speaker, table: str) -> str:
    """The name of a table."""
    translate = speaker.translate
    return {
        "tiers": translate("RuleForm", "Tiers"),
        "steps": translate("RuleForm", "Steps"),
        "values": translate("RuleForm", "Values"),
        "conditions": translate("RuleForm", "Facts of the customer"),
    }[table]


def _fields(
    speaker: Speaker, rule: PriceRule, names: Sequence[str], faults: Mapping[str, str]
) -> list[FormField]:
    captions = field_captions(speaker.translate)
    return [
        FormField(
            name,
            captions[name],
            rule_text(rule, name),
            _words(speaker, rule, name),
            faults.get(name, ""),
        )
        for name in names
    ]


def _words(speaker: Speaker, rule: PriceRule, name: str) -> tuple[tuple[str, str], ...]:
    if name == "kind":
        return tuple((kind, kind_name(speaker, kind)) for kind in KINDS)
    translate = speaker.translate
    known = {
        "true": translate("RuleForm", "yes"),
        "false": translate("RuleForm", "no"),
        "previous": translate("RuleForm", "the amount so far"),
        "list": translate("RuleForm", "the list price"),
        "undiscounted": translate("RuleForm", "only what is not reduced"),
        "item": translate("RuleForm", "single charges"),
        "quote": translate("RuleForm", "the whole quote"),
        "once": speaker.words("period.once"),
        "month": speaker.words("period.month"),
        "year": speaker.words("period.year"),
    }
    words = RULE_FIELDS[name].words
    return tuple(
        (word, known[word]) for word in words if word in known or word == rule_text(rule, name)
    )


def field_captions(translate: Callable[[str, str], str]) -> dict[str, str]:
    """The names of the fields."""
    return {
        "id": translate("RuleForm", "Identifier"),
        "name_zh": translate("RuleForm", "Name (Chinese)"),
        "name_en": translate("RuleForm", "Name (English)"),
        "first": translate("RuleForm", "First day"),
        "last": translate("RuleForm", "Last day"),
        "least_term": translate("RuleForm", "Months at least"),
        "least_quantity": translate("RuleForm", "Units at least"),
        "codes": translate("RuleForm", "Promotion codes"),
        "customers": translate("RuleForm", "Customers"),
        "least_total": translate("RuleForm", "Sum at least ¥"),
        "least_items": translate("RuleForm", "Items at least"),
        "kind": translate("RuleForm", "Kind"),
        "percent": translate("RuleForm", "Percent"),
        "unit_price": translate("RuleForm", "¥ a unit"),
        "unit_amount": translate("RuleForm", "¥ off each unit"),
        "amount": translate("RuleForm", "¥ off"),
        "graduated": translate("RuleForm", "Each unit in its tier"),
        "pooled": translate("RuleForm", "Counted together"),
        "additive": translate("RuleForm", "Percentages add up"),
        "characteristic": translate("RuleForm", "Characteristic"),
        "rate": translate("RuleForm", "¥ a unit beyond"),
        "allowance": translate("RuleForm", "Units included"),
        "fixed": translate("RuleForm", "Fixed ¥ a month"),
        "commitment": translate("RuleForm", "Least ¥ a month"),
        "usage_cap": translate("RuleForm", "Most ¥ a month"),
        "priority": translate("RuleForm", "Priority"),
        "promotion": translate("RuleForm", "Promotion"),
        "level": translate("RuleForm", "Taken off"),
        "period": translate("RuleForm", "Billed by"),
        "group": translate("RuleForm", "Group"),
        "exclusive": translate("RuleForm", "Stands alone"),
        "combinable_with": translate("RuleForm", "Stands beside groups"),
        "base": translate("RuleForm", "Measured on"),
        "cap": translate("RuleForm", "Most ¥ a charge"),
        "quote_cap": translate("RuleForm", "Most ¥ a quote"),
        "customer_cap": translate("RuleForm", "Most ¥ a customer"),
        "budget": translate("RuleForm", "Budget ¥"),
        "published": translate("RuleForm", "Published price"),
    }
