"""The circumstances in which given rules hold together for a charge, or the proof that none exist.

Dates and bounds of measures are intervals, so their common part is worked out, not searched; a
customer may belong to several segments and enter several codes, but is only one customer.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from catalog.offering import EVERY_SEGMENT
from catalog.period import LONGEST_TERM, ValidityPeriod
from pricing.context import PricingContext
from pricing.lint.day_ranges import shared
from pricing.rule import TermDiscount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from catalog.charge import Charge
    from catalog.condition import Condition
    from catalog.offering import ProductOffering
    from pricing.rule import PriceRule


class Facts(NamedTuple):
    """Facts of a customer for which conditions hold."""

    measures: dict[str, Decimal]
    words: dict[str, str]


def circumstances(
    rules: Sequence[PriceRule],
    offering: ProductOffering,
    charge: Charge,
    day: date,
    *,
    term: int = 0,
) -> PricingContext | None:
    """A context from a day on in which all the rules hold; ``None`` when there is none.

    Args:
        rules: Rules that shall hold together; none gives the plainest context.
        offering: Decides to whom and when it is sold.
        charge: Decides the shortest commitment.
        day: No earlier price date is looked at.
        term: Least months of commitment to choose.
    """
    window = _window((offering.valid, *(rule.when.valid for rule in rules)), day)
    facts = facts_for(condition for rule in rules for condition in rule.when.conditions)
    customer = _customer(rules)
    segments = _segments(rules, offering)
    months = max(1, term, charge.least_term, *(rule.when.least_term for rule in rules), 1)
    if window is None or facts is None or customer is None or segments is None:
        return None
    if months > LONGEST_TERM:
        return None
    return PricingContext(
        window.first or day,
        segments,
        months,
        installed=dict.fromkeys(offering.requires[:1], 1),
        measures=facts.measures,
        words=facts.words,
        customer=customer,
        codes=tuple(dict.fromkeys(rule.when.codes[0] for rule in rules if rule.when.codes)),
    )


def facts_for(conditions: Iterable[Condition]) -> Facts | None:
    """Facts for which every condition holds; ``None`` when two contradict each other."""
    by_measure: dict[str, list[Condition]] = {}
    for condition in conditions:
        by_measure.setdefault(condition.measure, []).append(condition)
    facts = Facts({}, {})
    for measure, bounds in by_measure.items():
        if any(bound.one_of for bound in bounds):  # the measure is a word, so all must allow it
            word = _word(bounds)
            if word is None:
                return None
            facts.words[measure] = word
        else:
            number = _number(bounds)
            if number is None:
                return None
            facts.measures[measure] = number
    return facts


def terms_of(rules: Iterable[PriceRule]) -> tuple[int, ...]:
    """Months of commitment worth trying: the largest threshold, and steps that later ones undo."""
    terms: set[int] = {0}
    longest = 0
    for rule in rules:
        longest = max(longest, rule.when.least_term)
        if isinstance(rule.alteration, TermDiscount):
            steps = [step for step in rule.alteration.steps if step[0] <= LONGEST_TERM]
            longest = max([longest, *(months for months, _ in steps)])
            terms |= {months for months, percent in steps if percent > steps[-1][1]}
    return tuple(sorted(terms | {longest}, reverse=True))


def _window(periods: Iterable[ValidityPeriod], day: date) -> ValidityPeriod | None:
    window: ValidityPeriod | None = ValidityPeriod(day)
    for period in periods:
        window = shared(window, period) if window is not None else None
    return window


def _customer(rules: Sequence[PriceRule]) -> str | None:
    """A customer that every rule names; empty when none asks for one."""
    named = [rule.when.customers for rule in rules if rule.when.customers]
    if not named:
        return ""
    return next((one for one in named[0] if all(one in others for others in named)), None)


def _segments(rules: Sequence[PriceRule], offering: ProductOffering) -> tuple[str, ...] | None:
    """Segments of a customer to whom the offering is sold and for whom the rules hold."""
    chosen: list[str] = []
    for rule in rules:
        if not rule.when.segments or any(s in chosen for s in rule.when.segments):
            continue
        sold = next((s for s in rule.when.segments if offering.sold_to((s,))), None)
        if sold is None:
            return None
        chosen.append(sold)
    return tuple(chosen) or offering.segments[:1] or (EVERY_SEGMENT,)


def _number(bounds: Sequence[Condition]) -> Decimal | None:
    """A number within every bound."""
    least = max((b.least for b in bounds if b.least is not None), default=None)
    most = min((b.most for b in bounds if b.most is not None), default=None)
    if least is not None:
        return least if most is None or least <= most else None
    return Decimal(0) if most is None else min(most, Decimal(0))


def _word(bounds: Sequence[Condition]) -> str | None:
    """A word that every condition allows."""
    return next(
        (word for word in bounds[0].one_of if all(word in bound.one_of for bound in bounds)), None
    )
