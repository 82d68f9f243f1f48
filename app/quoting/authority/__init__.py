"""Discount authority: who may grant what, as dated data, and what it says about a quote."""

from __future__ import annotations

from app.quoting.authority.matrix import (
    AuthorityMatrix,
    Consultation,
    Criterion,
    FlagRule,
    Function,
    Level,
    Scope,
    Window,
    edition_on,
)
from app.quoting.authority.outcome import (
    ApprovalStep,
    Approver,
    CriterionVerdict,
    Verdict,
)
from app.quoting.authority.staff import Absence, Person, Staff

__all__ = [
    "Absence",
    "ApprovalStep",
    "Approver",
    "AuthorityMatrix",
    "Consultation",
    "Criterion",
    "CriterionVerdict",
    "FlagRule",
    "Function",
    "Level",
    "Person",
    "Scope",
    "Staff",
    "Verdict",
    "Window",
    "edition_on",
]
