"""Versions of the user's own templates: begun, taken over from Word, restored.

People edit a Word file in the data folder. What they save counts for nothing until it is taken
over: then it is checked and tried on the sample case, and becomes a version that never changes.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import msgspec

from app.documents.template import find_template
from app.errors import RecordMissing, TemplateRefused
from app.quoting.paper_template import (
    PaperTemplate,
    TemplateRegister,
    with_template,
    with_version,
)
from app.services.file_names import file_name
from app.services.template_check import check_template, refuse_unless_sound
from app.services.templates import found_template, word_file
from app.storage.foreign.opening import read_foreign
from app.storage.template_store import hash_of
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.template_trial import Trial
    from app.services.templates import TemplateRow
    from app.services.workspace import Workspace
    from catalog.local_text import Language

_HOPELESS: Final = frozenset({"template.unreadable", "template.too_large", "template.ran_away"})
"""What no editing in Word would mend."""


class Handing(msgspec.Struct, frozen=True):
    """Who hands in a version, what is different, and from which day it is valid."""

    responsible: str
    note: str
    valid_from: date
    at: datetime


def copy_template(
    workspace: Workspace, source: TemplateRow, name: str, handing: Handing
) -> PaperTemplate:
    """Begin a template with the text of another one: its newest version, not its file in work.

    Raises:
        TemplateRefused: The name is taken or empty, or there is no version yet.
        StorageError: It could not be stored.
    """
    if source.template is None:
        docx = find_template(source.kind, source.language).docx
    elif source.template.versions:
        docx = workspace.templates.read(source.template.versions[-1].hash)
    else:
        raise refused(source.name, "template.no_version")
    origin = f"{source.name or source.id} {source.version}"
    made = _begun(source.kind, source.language, name, origin)
    made = _handed_in(made, workspace.templates.keep(docx), handing)
    return _stored(workspace, made, docx, handing.at)


def import_template(
    workspace: Workspace, file: Path, kind: str, language: Language, name: str, handing: Handing
) -> tuple[PaperTemplate, Trial]:
    """Begin a template with a Word file of somebody's.

    One that has findings which block is brought in without a version: it can be mended in Word and
    taken over, and nothing is made from it before.

    Raises:
        FileUnreadable: The file cannot be read.
        FileRefused: It is too large.
        TemplateRefused: It is nothing that may be opened, or the name is taken or empty.
        StorageError: It could not be stored.
    """
    docx = read_foreign(file)
    trial = check_template(docx, kind, language)
    gate = [one for one in trial.problems if one.blocks and not one.code.startswith("template.")]
    hopeless = [one for one in trial.problems if one.code in _HOPELESS]
    if gate or hopeless:
        raise TemplateRefused(file.name, gate or hopeless)
    made = _begun(kind, language, name, file.name)
    if not trial.blocked:
        made = _handed_in(made, workspace.templates.keep(docx), handing)
    return _stored(workspace, made, docx, handing.at), trial


def take_over(workspace: Workspace, template_id: str, handing: Handing) -> PaperTemplate:
    """Make a version of what was saved in Word, when it passes the check.

    Raises:
        TemplateRefused: It has findings that block, or says the same as the newest version.
        FileUnreadable: The file cannot be read.
        RecordMissing: There is no such template.
        StorageError: It could not be stored.
    """
    template = found_template(workspace, template_id)
    docx = read_foreign(word_file(workspace, template_id))
    if template.versions and hash_of(docx) == template.versions[-1].hash:
        raise refused(template.name, "template.unchanged")
    refuse_unless_sound(template.name, docx, template.kind, template.language)
    return _add_version(workspace, template_id, workspace.templates.keep(docx), handing)


def restore_version(
    workspace: Workspace, template_id: str, number: int, handing: Handing
) -> PaperTemplate:
    """Make the text of an older version the newest one again, and put it into the Word file.

    Raises:
        TemplateRefused: It does not pass the check of today.
        RecordMissing: There is no such template or version.
        StorageError: It could not be stored.
    """
    template = found_template(workspace, template_id)
    version = template.version(number)
    if version is None:
        raise RecordMissing(record=f"{template.name} {number}")
    docx = workspace.templates.read(version.hash)
    refuse_unless_sound(template.name, docx, template.kind, template.language)
    workspace.templates.put(template, docx)
    return _add_version(workspace, template_id, version.hash, handing)


def _begun(kind: str, language: Language, name: str, origin: str) -> PaperTemplate:
    name = " ".join(name.split())
    if not name:
        raise refused(name, "template.no_name")
    return PaperTemplate(
        uuid4().hex, kind, language, name, f"{file_name(name, {})}.docx", origin=origin
    )


def _handed_in(template: PaperTemplate, content: str, handing: Handing) -> PaperTemplate:
    return with_version(
        template,
        content,
        responsible=handing.responsible,
        note=handing.note,
        valid_from=handing.valid_from,
        at=handing.at,
    )


def _stored(
    workspace: Workspace, template: PaperTemplate, docx: bytes, now: datetime
) -> PaperTemplate:
    """Keep a template that was begun; the name must be free when it is stored."""

    def edit(register: TemplateRegister) -> TemplateRegister:
        mine = (template.kind, template.language, template.name.casefold())
        if any((one.kind, one.language, one.name.casefold()) == mine for one in register.templates):
            raise refused(template.name, "template.name_taken")
        return with_template(register, template)

    workspace.templates.put(template, docx)
    workspace.templates.change(edit, now)
    return template


def _add_version(
    workspace: Workspace, template_id: str, content: str, handing: Handing
) -> PaperTemplate:
    made: list[PaperTemplate] = []

    def edit(register: TemplateRegister) -> TemplateRegister:
        template = register.find(template_id)
        if template is None:
            raise RecordMissing(record=template_id)
        made.append(_handed_in(template, content, handing))
        return with_template(register, made[0])

    workspace.templates.change(edit, handing.at)
    return made[0]


def refused(name: str, code: str) -> TemplateRefused:
    """The failure of a step with a template that one thing speaks against."""
    return TemplateRefused(name, [Problem(code, Severity.ERROR, Place(), {"name": name})])
