"""The templates there are: the program's own and the user's, with what is edited in Word now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.documents.kinds import KINDS
from app.documents.template import find_template
from app.errors import FileUnreadable, RecordMissing
from app.quoting.paper_template import SHIPPED, PaperTemplate, TemplateDefault, TemplateRegister
from app.services.template_check import check_template
from app.storage.files import write_atomically
from app.storage.foreign.opening import read_foreign
from app.storage.template_store import hash_of
from catalog.local_text import Language

if TYPE_CHECKING:
    from app.services.template_trial import Trial
    from app.services.workspace import Workspace


class TemplateRow(msgspec.Struct, frozen=True):
    """One template as a list shows it.

    Attributes:
        id: Of the user's template; of the program's own ``kind/language``.
        kind: Identifier of the document kind.
        language: Of its text.
        name: Empty for the program's own.
        version: Of the text; empty when there is none yet.
        responsible: Who answers for it.
        defaults: What it is the default for.
        template: The user's template; ``None`` for the program's own.
        file: The Word file in which it is edited.
        changed: The file says something else than the newest version.
        in_use: Word or another program has the file open.
        content: Hash of what the file says now, or of the program's own.
    """

    id: str
    kind: str
    language: Language
    name: str
    version: str
    responsible: str
    defaults: tuple[TemplateDefault, ...]
    template: PaperTemplate | None = None
    file: Path | None = None
    changed: bool = False
    in_use: bool = False
    content: str = ""


def template_kinds() -> tuple[str, ...]:
    """The kinds of papers that are made from templates."""
    return tuple(KINDS)


def template_rows(workspace: Workspace) -> tuple[TemplateRow, ...]:
    """Every template: by kind and language, the program's own before the user's.

    Raises:
        StorageError: The database failed.
    """
    register = workspace.templates.register()
    rows: list[TemplateRow] = []
    for kind in KINDS.values():
        for language in kind.languages:
            shipped = find_template(kind.id, language)
            rows.append(
                TemplateRow(
                    shipped.name,
                    kind.id,
                    language,
                    "",
                    shipped.manifest.version,
                    shipped.manifest.responsible,
                    tuple(
                        one
                        for one in register.defaults_of(SHIPPED)
                        if (one.kind, one.language) == (kind.id, language)
                    ),
                    content=hash_of(shipped.docx),
                )
            )
            rows += [
                template_row(workspace, register, one)
                for one in register.templates
                if (one.kind, one.language) == (kind.id, language)
            ]
    return tuple(rows)


def template_row(
    workspace: Workspace, register: TemplateRegister, template: PaperTemplate
) -> TemplateRow:
    """One of the user's templates as a list shows it; a file that cannot be read is unchanged."""
    file = workspace.templates.file(template)
    newest = template.versions[-1].hash if template.versions else ""
    try:
        content = hash_of(read_foreign(file))
    except FileUnreadable:
        content = newest
    return TemplateRow(
        template.id,
        template.kind,
        template.language,
        template.name,
        str(template.versions[-1].number) if template.versions else "",
        template.responsible,
        register.defaults_of(template.id),
        template,
        file,
        content != newest,
        is_open_elsewhere(file),
        content,
    )


def is_open_elsewhere(file: Path) -> bool:
    """Whether Word, WPS or LibreOffice has a file open, by the small file that they leave."""
    names = (f"~${file.name}", f"~${file.name[2:]}", f".~{file.name}", f".~lock.{file.name}#")
    return any((file.parent / name).exists() for name in names)


def template_text(workspace: Workspace, row: TemplateRow) -> bytes:
    """What a template says now: the file in work, or the program's own.

    Raises:
        FileUnreadable: The file cannot be read.
        StorageError: A version is missing or was changed.
    """
    if row.template is None:
        return find_template(row.kind, row.language).docx
    return read_foreign(word_file(workspace, row.template.id))


def check_row(workspace: Workspace, row: TemplateRow) -> Trial:
    """Check what a template says now, and make the sample paper of it; raises as above."""
    return check_template(template_text(workspace, row), row.kind, row.language)


def export_template(workspace: Workspace, row: TemplateRow, target: Path) -> None:
    """Write the text of a template into a file of the user's choice.

    Raises:
        FileError: The file cannot be written.
        FileUnreadable: The template's file cannot be read.
        StorageError: A version is missing or was changed.
    """
    write_atomically(target, template_text(workspace, row))


def word_file(workspace: Workspace, template_id: str) -> Path:
    """The Word file of a template, written anew where it is missing.

    Raises:
        RecordMissing: There is no such template.
        StorageError: It could not be written.
    """
    template = found_template(workspace, template_id)
    file = workspace.templates.file(template)
    if not file.exists() and template.versions:
        workspace.templates.put(template, workspace.templates.read(template.versions[-1].hash))
    return file


def found_template(workspace: Workspace, template_id: str) -> PaperTemplate:
    """A template of the user's.

    Raises:
        RecordMissing: There is none with this identifier.
    """
    template = workspace.templates.register().find(template_id)
    if template is None:
        raise RecordMissing(record=template_id)
    return template
