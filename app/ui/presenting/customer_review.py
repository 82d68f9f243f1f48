"""What should be looked at of a customer, and what is missing, as rows for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from app.quoting.customer_review import BILLS, PROFILE, completeness, people_findings, review
from app.quoting.promises import hold_of
from app.quoting.segmenting import is_potential, party_findings, segment_findings
from app.ui.widgets.problem_list import Cure, ProblemRow
from catalog.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.quoting.customer import Customer
    from app.quoting.customer_review import CustomerPolicy
    from app.quoting.line_eligibility import LineEligibility
    from app.services.growth import Growth
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from pricing.bills import Bills

QUOTE = "quote"
"""Cure: begin a quote."""
_MISSING, _GROWTH = "missing:", "growth:"
_TOLD = 4
"""Missing parts that are named in the headline."""


def review_rows(
    speaker: Speaker,
    customer: Customer,
    bills: Bills,
    policy: CustomerPolicy,
    today: date,
    *,
    monthly: int = 0,
    related: bool = False,
    points: int = 0,
    growth: Iterable[Growth] = (),
    eligible: Iterable[LineEligibility] = (),
) -> tuple[ProblemRow, ...]:
    """Findings, then what is missing and why it matters, each with the place that mends it.

    Args:
        speaker: Texts.
        customer: Whom.
        bills: Past ones.
        policy: Thresholds.
        today: The day.
        monthly: Fen of a typical month; 0 without bills.
        related: The customer has a headquarters or branches.
        points: Of the scorecard.
        growth: What has outgrown what he has.
        eligible: Bundles that ask for an average of every line.
    """
    proposed = segment_findings(customer, policy, monthly, related=related, points=points)
    found = [_row(speaker, one) for one in (*review(customer, policy, today), *proposed)]
    found.extend(_line_row(speaker, one) for one in eligible)
    found.extend(_growth_rows(speaker, growth))
    words = speaker.words
    text = speaker.translate("CustomerReview", "Missing: {part}")
    found.extend(
        ProblemRow(
            _MISSING + part.id,
            "advice",
            text.format(part=words(f"customer_part.{part.id}.name")),
            words(f"customer_part.{part.id}.why"),
            (_cure(speaker, part.place),),
        )
        for part in completeness(customer, bills)[1]
    )
    return tuple(found)


def _line_row(speaker: Speaker, one: LineEligibility) -> ProblemRow:
    """Whether every line reaches what a bundle asks for, with the average of each."""
    translate, figures = speaker.translate, speaker.figures
    text = translate("CustomerReview", "{bundle}: each line reaches {least} on average ({lines})")
    cure = translate("CustomerReview", "Eligible as to its {count} lines; propose it.")
    if not one.eligible:
        text = translate(
            "CustomerReview", "{bundle} asks for {least} of each line on average ({lines})"
        )
        cure = translate("CustomerReview", "Not eligible: {short} below it.")
    told = [f"{speaker.name(line.name)} {figures.yuan(line.average)}" for line in one.lines]
    short = "、".join(speaker.name(line.name) for line in one.short)
    return ProblemRow(
        f"lines:{one.bundle}",
        "advice",
        text.format(
            bundle=speaker.name(one.name), least=figures.yuan(one.least), lines="、".join(told)
        ),
        cure.format(count=len(one.lines), short=short),
        (Cure(QUOTE, translate("CustomerReview", "Begin a quote")),) if one.eligible else (),
    )


def _growth_rows(speaker: Speaker, growth: Iterable[Growth]) -> tuple[ProblemRow, ...]:
    """What has outgrown what a customer has, with what may be offered; nothing is added."""
    translate = speaker.translate
    begin = Cure(QUOTE, translate("CustomerReview", "Begin a quote"))
    text = translate("CustomerReview", "Growth: {reason}")
    cure = translate("CustomerReview", "May be offered: {what}")
    return tuple(
        ProblemRow(
            _GROWTH + one.signal.rule,
            "advice",
            text.format(reason=speaker.name(one.signal.reason)),
            cure.format(what="、".join(speaker.name(p.name) for p in one.need.proposals)),
            (begin,),
        )
        for one in growth
    )


def people_told(speaker: Speaker, customer: Customer) -> tuple[str, ...]:
    """That the customer is a person, and who of those who decide is not known."""
    found = (*party_findings(customer), *people_findings(customer))
    return tuple(_row(speaker, problem).text for problem in found)


def _row(speaker: Speaker, problem: Problem) -> ProblemRow:
    facts = dict(problem.parameters)
    if "level" in facts:
        levels = facts["level"].split()
        facts["level"] = "、".join(speaker.words(f"customer_word.level.{one}") for one in levels)
    text, cure = speaker.finding(problem.code, facts)
    key = ":".join((problem.code, *problem.parameters.values()))
    cures: tuple[Cure, ...] = (_cure(speaker, problem.where.column),)
    if problem.code == "customer.rival_ends":
        begin = Cure(QUOTE, speaker.translate("CustomerReview", "Begin a quote"))
        cures = (begin, *cures)
    kind: Literal["warning", "advice"] = (
        "advice" if problem.severity is Severity.HINT else "warning"
    )
    return ProblemRow(key, kind, text, cure, cures)


def _cure(speaker: Speaker, place: str) -> Cure:
    if place == BILLS:
        return Cure(place, speaker.translate("CustomerReview", "Import bills"))
    text = speaker.translate("CustomerReview", "Go to {place}")
    return Cure(place, text.format(place=tab_title(speaker, place)))


def tab_title(speaker: Speaker, place: str) -> str:
    """Name of a tab."""
    if place == PROFILE:
        return speaker.translate("CustomerReview", "Profile")
    return speaker.words(f"customer_sheet.{place}")


def standing(
    speaker: Speaker, customer: Customer, bills: Bills, policy: CustomerPolicy, monthly: int
) -> str:
    """Class and completeness in one sentence, with the most important of what is missing."""
    translate, words = speaker.translate, speaker.words
    done, missing = completeness(customer, bills)
    parts = []
    if is_potential(customer, bills):
        parts.append(translate("CustomerReview", "prospect"))
    if hold := hold_of(customer):
        told = translate("CustomerReview", "held back until {day}")
        parts.append(told.format(day=hold.due or "–"))
    if name := policy.class_of(monthly, customer.area):
        parts.append(translate("CustomerReview", "class {name}").format(name=name))
    if customer.credit_grade:
        told = translate("CustomerReview", "credit {grade}")
        parts.append(told.format(grade=customer.credit_grade))
    text = translate("CustomerReview", "{percent} % complete")
    if missing:
        text = translate("CustomerReview", "{percent} % complete, missing: {parts}")
    names = [words(f"customer_part.{part.id}.name") for part in missing]
    told = "、".join(names[:_TOLD]) + ("…" if len(names) > _TOLD else "")
    return " · ".join((*parts, text.format(percent=done, parts=told)))
