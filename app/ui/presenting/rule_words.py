"""What a price rule does, as a sentence: scope, circumstances, alteration, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_detail import charge_name
from app.ui.presenting.catalogue_words import family_name, type_name
from app.ui.presenting.lists import regulation_name
from app.ui.presenting.rule_deeds import alteration_text
from pricing.rule import Base, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.condition import Condition
    from catalog.product_catalog import ProductCatalog
    from pricing.rule import PriceRule, Scope, When

_NAMED = 2
"""Names that a sentence tells; of more only how many."""


def rule_sentence(speaker: Speaker, catalog: ProductCatalog | None, rule: PriceRule) -> str:
    """What a rule does, in one sentence."""
    translate = speaker.translate
    clauses = [
        translate("RuleWords", "For {scope}").format(
            scope=scope_text(speaker, catalog, rule.scope)
        ),
        *_when(speaker, rule.when),
        alteration_text(speaker, rule),
        *_limits(speaker, rule),
    ]
    whole = translate("RuleWords", ", ").join(clause for clause in clauses if clause)
    return whole + translate("RuleWords", ".")


def scope_text(speaker: Speaker, catalog: ProductCatalog | None, scope: Scope) -> str:
    """Which charges a rule touches, in words."""
    translate = speaker.translate
    parts = [
        _listed(speaker, [_charge(speaker, catalog, code) for code in scope.charges]),
        _listed(speaker, [_offering(speaker, catalog, code) for code in scope.offerings]),
        _listed(speaker, [family_name(speaker, family) for family in scope.families]),
        _listed(speaker, [regulation_name(speaker, one.value) for one in scope.regulations]),
        _listed(speaker, [type_name(speaker, one) for one in scope.types]),
    ]
    told = [part for part in parts if part]
    if not told:
        return translate("RuleWords", "every charge")
    text = ("" if speaker.words.language == "zh" else " ").join(told)
    return text if scope.charges else translate("RuleWords", "{scope} charges").format(scope=text)


def days_in_words(speaker: Speaker, when: When) -> str:
    """First and last day; the year of the last is left out when it is the same."""
    first, last = when.valid.first, when.valid.last
    translate = speaker.translate
    if first is not None and last is not None:
        end = f"{last:%m-%d}" if first.year == last.year and first <= last else last.isoformat()
        return translate("RuleWords", "from {first} to {last}").format(first=first, last=end)
    if first is not None:
        return translate("RuleWords", "from {first} on").format(first=first)
    if last is not None:
        return translate("RuleWords", "until {last}").format(last=last)
    return ""


def _when(speaker: Speaker, when: When) -> Iterator[str]:
    translate = speaker.translate
    yield days_in_words(speaker, when)
    if when.segments:
        names = _listed(speaker, [speaker.words.named("segment", one) for one in when.segments])
        yield translate("RuleWords", "for {names}").format(names=names)
    if when.customers:
        names = _listed(speaker, when.customers)
        yield translate("RuleWords", "agreed with {names}").format(names=names)
    if when.least_term:
        text = translate("RuleWords", "with a commitment of {months} months or more")
        yield text.format(months=when.least_term)
    if when.least_quantity:
        text = translate("RuleWords", "from {count} units on")
        yield text.format(count=speaker.figures.quantity(when.least_quantity))
    for condition in when.conditions:
        yield _condition(speaker, condition)
    if when.codes:
        text = translate("RuleWords", "with the code {codes}")
        yield text.format(codes=_listed(speaker, when.codes))
    if when.least_total:
        text = translate("RuleWords", "when they come to ¥{amount} or more")
        yield text.format(amount=speaker.figures.money(when.least_total))
    if when.least_items:
        text = translate("RuleWords", "when there are {count} items or more")
        yield text.format(count=when.least_items)


def _condition(speaker: Speaker, condition: Condition) -> str:
    translate = speaker.translate
    name, parts = condition.measure, []
    if condition.least is not None:
        parts.append(translate("RuleWords", "at least {value}").format(value=condition.least))
    if condition.most is not None:
        parts.append(translate("RuleWords", "at most {value}").format(value=condition.most))
    if condition.one_of:
        words = _listed(speaker, condition.one_of)
        parts.append(translate("RuleWords", "one of {words}").format(words=words))
    return f"{name} {' '.join(parts)}".strip()


def _limits(speaker: Speaker, rule: PriceRule) -> Iterator[str]:
    translate, money = speaker.translate, speaker.figures.money
    if rule.base is Base.LIST:
        yield translate("RuleWords", "measured on the list price")
    if rule.base is Base.UNDISCOUNTED:
        yield translate("RuleWords", "only where nothing else was taken off")
    caps = (
        (rule.cap, translate("RuleWords", "at most ¥{amount} a charge and period")),
        (rule.quote_cap, translate("RuleWords", "at most ¥{amount} a quote")),
        (rule.customer_cap, translate("RuleWords", "at most ¥{amount} a customer")),
        (rule.budget, translate("RuleWords", "at most ¥{amount} in all")),
    )
    for amount, text in caps:
        if amount is not None:
            yield text.format(amount=money(amount))
    if rule.exclusive:
        yield translate("RuleWords", "beside no other promotion")
    elif rule.group:
        yield translate("RuleWords", "one of the group {group}").format(group=rule.group)
    if rule.level is Level.ITEM and not rule.published:
        yield translate("RuleWords", "counting against authority")


def _listed(speaker: Speaker, names: Sequence[str]) -> str:
    """The first names; of many, how many there are."""
    mark = speaker.translate("RuleWords", " and ")
    if len(names) <= _NAMED:
        return mark.join(names)
    text = speaker.translate("RuleWords", "{names} and others ({count} in all)")
    return text.format(names=mark.join(names[:_NAMED]), count=len(names))


def _charge(speaker: Speaker, catalog: ProductCatalog | None, code: str) -> str:
    return code if catalog is None else charge_name(speaker, catalog, code)


def _offering(speaker: Speaker, catalog: ProductCatalog | None, code: str) -> str:
    if catalog is None:
        return code
    known = catalog.offering(code) or catalog.bundle(code)
    return code if known is None else speaker.name(known.name)
