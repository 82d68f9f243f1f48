"""Check a Word template: the gate first, then a trial in a killable process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.errors import TemplateRefused, WorkerFailed
from app.services.template_trial import Trial
from app.storage.foreign.gate import check_ooxml
from app.storage.foreign.process_limits import WorkerLimits
from app.storage.foreign.worker import run_in_worker
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from catalog.local_text import Language

_TASK: Final = "app.services.template_trial:try_template"
_LIMITS: Final = WorkerLimits(memory=1536 << 20, cpu=40, wall=60.0)


def check_template(docx: bytes, kind: str, language: Language) -> Trial:
    """Everything that is wrong with a template, and the sample paper made of it.

    Args:
        docx: Whatever somebody saved or sent.
        kind: Identifier of the document kind that it is to be.
        language: Language of its text.

    Returns:
        Findings with page and paragraph; the same for the same bytes. Nothing is raised for what
        a file holds: what kills the process that tries it is a finding as well.
    """
    name = f"{kind}/{language}"
    report = check_ooxml(docx, "docx")
    refused = tuple(
        Problem(one.code, Severity.ERROR, Place(file=name), dict(one.parameters))
        for one in report.refusals
    )
    if refused:
        return Trial(refused)
    warned = tuple(
        Problem(one.code, Severity.WARNING, Place(file=name), dict(one.parameters))
        for one in report.warnings
    )
    try:
        trial = run_in_worker(_TASK, (docx, kind, language), Trial, limits=_LIMITS)
    except WorkerFailed as failure:
        told = {"reason": failure.parameters.get("reason", "")}
        return Trial((Problem("template.ran_away", Severity.ERROR, Place(file=name), told),))
    return Trial((*trial.problems, *warned), trial.pdf)


def refuse_unless_sound(name: str, docx: bytes, kind: str, language: Language) -> Trial:
    """Check a template that is to be used.

    Raises:
        TemplateRefused: With every finding, if one of them blocks.
    """
    trial = check_template(docx, kind, language)
    if trial.blocked:
        raise TemplateRefused(name, trial.problems)
    return trial
