"""Whether a quote is within one's own authority, as the gauge shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.authority_text import measured_text, told_worst
from app.ui.widgets.authority_gauge import AuthorityCriterion, AuthorityLevel, AuthorityState

if TYPE_CHECKING:
    from decimal import Decimal

    from app.quoting.authority import AuthorityMatrix, CriterionVerdict, Verdict
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker

_ALWAYS = ("margin", "contract_value", "cumulative_concession")


def authority_state(speaker: Speaker, verdict: Verdict, matrix: AuthorityMatrix) -> AuthorityState:
    """Levels, who must approve, and the criteria that count, the gravest first."""
    order = [level.id for level in matrix.levels]
    own = matrix.rank(verdict.own_level)
    levels = tuple(AuthorityLevel(level.id, speaker.name(level.name)) for level in matrix.levels)
    told = [
        _criterion(speaker, criterion, order)
        for criterion in verdict.criteria
        if _counts(criterion, verdict)
    ]
    told.sort(key=lambda criterion: -criterion.level)
    needed = order.index(verdict.level) if verdict.level else len(order) - 1
    return AuthorityState(levels, own, needed, tuple(told), _headline(speaker, verdict))


def what_else_counts(speaker: Speaker, revision: Revision) -> str:
    """Options and other quotes that a shown figure counts besides this quote, a line for each."""
    verdict = revision.verdict
    line = speaker.translate("Authority", "{name}: {what}")
    return "\n".join(
        line.format(
            name=speaker.name(one.name),
            what=told_worst(one, revision.priced, speaker.words, speaker.figures),
        )
        for one in verdict.criteria
        if one.worst and _counts(one, verdict)
    )


def _headline(speaker: Speaker, verdict: Verdict) -> str:
    if not verdict.blocked:
        return ""
    names = [speaker.name(c.name) for c in verdict.criteria if c.id in verdict.blocked]
    text = speaker.translate("Authority", "Nobody may grant: {criteria}")
    return text.format(criteria="、".join(names))


def _counts(criterion: CriterionVerdict, verdict: Verdict) -> bool:
    """What needs somebody else; and what says something although one may decide it alone."""
    if criterion.level != verdict.own_level:
        return True
    telling = bool(criterion.value) or criterion.id in _ALWAYS
    return telling and (verdict.within_own or criterion.id == "margin")


def _criterion(
    speaker: Speaker, criterion: CriterionVerdict, order: list[str]
) -> AuthorityCriterion:
    value = "" if criterion.value is None else _shown(speaker, criterion.value, criterion.unit)
    limit = ""
    if criterion.own_limit is not None and criterion.value is not None:
        sign = "≥" if criterion.smallest else "≤"
        limit = f"{sign} {_shown(speaker, criterion.own_limit, criterion.unit)}"
    level = order.index(criterion.level) if criterion.level else len(order) - 1
    return AuthorityCriterion(speaker.name(criterion.name), value, limit, level)


def _shown(speaker: Speaker, value: Decimal, unit: str) -> str:
    if unit != "yuan":
        return measured_text(value, unit, speaker.words, speaker.figures)
    return f"¥{value:,.0f}" if value == value.to_integral_value() else f"¥{value:,.2f}"
