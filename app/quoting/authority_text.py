"""The verdict in words: criteria, who decides in which order, and what would make it one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.authority.levers import LeverKind
from catalog.money import fen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from app.figures import Figures
    from app.quoting.authority.fitting import Change, Fitting
    from app.quoting.authority.outcome import ApprovalStep, CriterionVerdict, Verdict
    from app.translation import Words
    from pricing.priced import PricedQuote


def told_criteria(
    verdict: Verdict, priced: PricedQuote, words: Words, figures: Figures
) -> Iterator[str]:
    """Each criterion and each flag that is raised: value, own limit, level, what it counts."""
    for one in verdict.criteria:
        name = figures.text(one.name)
        level = one.level or words("verdict.nobody_may")
        if one.value is None:
            yield words("verdict.flag", name=name, level=level)
            continue
        value = measured_text(one.value, one.unit, words, figures)
        if one.own_limit is None:
            yield words("verdict.unlimited", name=name, value=value, level=level)
        else:
            limit = limit_text(one, words, figures)
            yield words("verdict.criterion", name=name, value=value, limit=limit, level=level)
        if one.worst:
            yield f"  {told_worst(one, priced, words, figures)}"


def told_worst(one: CriterionVerdict, priced: PricedQuote, words: Words, figures: Figures) -> str:
    """Which optional items and other quotes a criterion counts."""
    options, quotes = [], []
    for key in one.worst:
        item = priced.item(key)
        if item is not None:
            options.append(figures.text(item.name))
        else:
            quotes.append(key.partition("/")[0])
    told = [
        words(f"verdict.{key}", names=_listed(names, words))
        for key, names in (("worst", options), ("counted", quotes))
        if names
    ]
    return "; ".join(told) if words.language == "en" else ";".join(told)


def told_steps(verdict: Verdict, words: Words, figures: Figures) -> Iterator[str]:
    """Who must decide, one line a step; steps of one number are taken in parallel."""
    for step in verdict.steps:
        role = role_text(step, words, figures)
        told = words("verdict.step", order=step.order, role=role, who=who_text(step, words))
        if step.instead_of:
            told = words("verdict.instead", step=told, level=step.instead_of)
        yield told


def role_text(step: ApprovalStep, words: Words, figures: Figures) -> str:
    """A role with its name."""
    return words("verdict.role", level=step.role, name=figures.text(step.role_name)).strip()


def who_text(step: ApprovalStep, words: Words) -> str:
    """The people any one of whom may decide."""
    names = [
        words("verdict.stands_in", name=one.name, absent=one.stands_in_for)
        if one.stands_in_for
        else one.name
        for one in step.approvers
    ]
    return words("verdict.or").join(names) or words("verdict.unnamed")


def told_fitting(
    found: Fitting, verdict: Verdict, priced: PricedQuote, words: Words, figures: Figures
) -> Iterator[str]:
    """What to change and how far, in this order; nothing where nothing must or can be changed."""
    if found.changes:
        yield words("verdict.back" if found.within else "verdict.nearer")
        for change in found.changes:
            yield f"  {change_text(change, priced, words, figures)}"
    if found.left and not verdict.within_own:
        names = [figures.text(one.name) for one in verdict.criteria if one.id in found.left]
        yield words("verdict.left", criteria=_listed(names, words))


def change_text(change: Change, priced: PricedQuote, words: Words, figures: Figures) -> str:
    """One change: of what, from how much to how much."""
    lever = change.lever
    item = priced.item(lever.item)
    kind = "charge" if lever.kind is LeverKind.CHOICE else lever.kind.value
    charges = {one.code: figures.text(one.name) for one in item.charges} if item else {}
    return words(
        f"verdict.of_{kind}",
        item=figures.text(item.name) if item is not None else "",
        charge=charges.get(lever.charge, lever.charge),
        now=_plain(change.stands),
        fits=_plain(change.fits),
    )


def limit_text(one: CriterionVerdict, words: Words, figures: Figures) -> str:
    """The author's own limit, such as ``≤ 5 %``; empty where there is none."""
    if one.own_limit is None:
        return ""
    limit = measured_text(one.own_limit, one.unit, words, figures)
    return words("verdict.at_least" if one.smallest else "verdict.within", limit=limit)


def measured_text(value: Decimal, unit: str, words: Words, figures: Figures) -> str:
    """A value in the unit of its criterion."""
    if unit == "percent":
        return figures.percent(value)
    if unit == "yuan":
        return figures.yuan(fen(value))
    if unit in ("months", "days"):
        return words(f"verdict.{unit}", count=_plain(value))
    return _plain(value)


def _listed(names: Sequence[str], words: Words) -> str:
    return (", " if words.language == "en" else "、").join(dict.fromkeys(names))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
