"""The gate: whether a revision may be put on final paper, asked anew at every print.

Nothing that was stored is believed: the chain of the log is walked, the state is worked out of it,
the verdict is the one just worked out, and a decision counts only with the revision that it was
about, whose fingerprint is taken again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.granted import Granted
from app.approval.invalidation import reapproval
from app.approval.signing.evidence import author_faults, trusted_moment
from app.approval.signing.proving import proven, uncovered
from app.approval.state import RELEASED, QuoteState
from app.approval.submitting import granted_of
from app.quoting.fingerprint import fingerprint
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.approval.life import Life
    from app.approval.signing.evidence import Evidence
    from app.approval.signing.organisation import Organisation
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision


def hindrances(
    life: Life,
    revision: Revision,
    frozen: Mapping[str, Revision],
    matrix: AuthorityMatrix,
    day: date,
    broken: Problem | None = None,
    evidence: Evidence | None = None,
) -> tuple[Problem, ...]:
    """Why a revision may not be put on final paper; empty when it may.

    Args:
        life: Where the quote stands.
        revision: What is in hand, just worked out, with its fingerprint.
        frozen: Revisions that decisions were about, by label.
        matrix: Authority as it is now.
        day: The trusted day, see ``log.trusted``.
        broken: First broken entry of the log, where there is one.
        evidence: What signatures are judged by, where an organisation is installed; then only
            what is signed counts, and the matrix is the organisation's.
    """
    found = [broken] if broken is not None else []
    blocking = sum(problem.blocks for problem in revision.priced.problems)
    if blocking:
        found.append(Problem("approval.findings_block", parameters={"count": str(blocking)}))
    if revision.verdict.blocked:
        names = "; ".join(revision.verdict.blocked)
        found.append(Problem("approval.nobody_may_grant", parameters={"criteria": names}))
    found.extend(_of_state(life, revision, day))
    if evidence is not None:
        found.extend(_of_organisation(evidence.organisation, day))
        if not found:
            found.extend(author_faults(life, revision, evidence))
            found.extend(_of_signatures(life, revision, frozen, matrix, day, evidence))
    elif not found:
        found.extend(_of_decisions(life, revision, frozen, matrix, day))
    return tuple(found)


def may_print(
    life: Life,
    revision: Revision,
    frozen: Mapping[str, Revision],
    matrix: AuthorityMatrix,
    evidence: Evidence,
    broken: Problem | None = None,
) -> tuple[Problem, ...]:
    """Why a revision may not be printed where decisions are signed, on the trusted day.

    Arguments as of ``hindrances``; the matrix is the organisation's.
    """
    day = trusted_moment(evidence).astimezone(evidence.clock.tzinfo).date()
    return hindrances(life, revision, frozen, matrix, day, broken, evidence)


def conditions_open(life: Life) -> tuple[Problem, ...]:
    """What an approver asked for; it does not stop the paper, and must not be forgotten."""
    return tuple(
        Problem("release.condition", Severity.WARNING, parameters={"condition": condition})
        for condition in life.conditions
    )


def _of_state(life: Life, revision: Revision, day: date) -> list[Problem]:
    state = life.on(day)
    if state is QuoteState.EXPIRED:
        return [Problem("release.expired", parameters={"date": str(life.until)})]
    if state not in RELEASED:
        level = ", ".join(life.waiting) or revision.verdict.level or "-"
        facts = {"level": level, "reason": f"state_{state}"}
        waits = state is QuoteState.PENDING
        return [Problem("release.pending" if waits else "release.not_approved", parameters=facts)]
    in_hand = fingerprint(revision.quote, revision.customer, revision.priced)
    if in_hand != life.fingerprint:
        return [Problem("release.changed", parameters={"label": life.label})]
    if life.to_confirm is not None and day > life.to_confirm:
        name = life.named.name if life.named is not None else ""
        facts = {"name": name, "date": str(life.to_confirm)}
        return [Problem("release.unconfirmed", parameters=facts)]
    return []


def _of_organisation(organisation: Organisation, day: date) -> list[Problem]:
    if day <= organisation.valid_until:
        return []
    facts = {"date": str(organisation.valid_until)}
    return [Problem("release.organisation_expired", parameters=facts)]


def _of_signatures(
    life: Life,
    revision: Revision,
    frozen: Mapping[str, Revision],
    matrix: AuthorityMatrix,
    day: date,
    evidence: Evidence,
) -> list[Problem]:
    """Whether signed decisions cover what the verdict needs now; a word given by mouth does not."""
    if revision.verdict.within_own:
        return []
    decisions, faults = proven(life, frozen, matrix, evidence)
    day = min(day, life.until or day)
    asked = reapproval(revision, [one.granted for one in decisions], matrix, day)
    missing = uncovered(revision, decisions, matrix, day)
    if not (asked.worse or missing or not asked.carried):
        return []
    facts = {"level": ", ".join(asked.roles) or revision.verdict.level}
    return [*faults, Problem("release.not_covered", parameters=facts)]


def _of_decisions(
    life: Life,
    revision: Revision,
    frozen: Mapping[str, Revision],
    matrix: AuthorityMatrix,
    day: date,
) -> list[Problem]:
    """Whether the decisions that there are cover what the verdict needs now."""
    if revision.verdict.within_own:
        return []
    granted = list(granted_of(life, frozen, matrix))
    if life.to_confirm is not None and life.named is not None:
        granted.append(Granted(revision, life.named, life.to_confirm, life.named_acting))
    # What a customer has accepted may be printed when its day has passed.
    day = min(day, life.until or day)
    asked = reapproval(revision, granted, matrix, day)
    if asked.worse or not asked.carried:
        facts = {"level": ", ".join(asked.roles) or revision.verdict.level}
        return [Problem("release.not_covered", parameters=facts)]
    return []
