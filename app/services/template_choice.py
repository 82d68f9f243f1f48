"""Which Word template a paper is made from: the choice, and the text that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.template import find_template, own_template
from app.errors import RecordMissing, TemplateUndecided
from app.quoting.paper_template import SHIPPED, TemplateChoice, Wanted, choose_template
from app.storage.template_store import MadeFrom, hash_of

if TYPE_CHECKING:
    from datetime import date

    from app.documents.template import Template
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import Language


class ChosenTemplate(NamedTuple):
    """A template, ready to be filled.

    Attributes:
        template: What is filled.
        made_from: What is written down with the paper.
        choice: Why this one.
    """

    template: Template
    made_from: MadeFrom
    choice: TemplateChoice


def wanted_paper(revision: Revision, kind: str, language: Language, day: date) -> Wanted:
    """The paper that is to be made of a revision on a day."""
    segment, brand = revision.customer.segment, revision.supplier.brand
    return Wanted(kind, language, segment, brand, day, revision.customer.sales.team)


def chosen_template(
    workspace: Workspace, wanted: Wanted, named: str | None = None
) -> ChosenTemplate:
    """The template of a paper.

    Args:
        workspace: The user's data.
        wanted: The paper.
        named: Identifier of the template that was chosen for this paper, ``SHIPPED`` for the
            program's own; the defaults decide when nothing is named.

    Raises:
        RecordMissing: The named template is not there, is of another kind or language, or has no
            version valid that day.
        StorageError: Its text is missing or was changed.
        TemplateError: There is no such template.
        TemplateUndecided: Two defaults say equally much.
    """
    choice = choice_of(workspace, wanted, named)
    found, version = choice.template, choice.version
    if found is None or version is None:
        shipped = find_template(wanted.kind, wanted.language)
        made = MadeFrom(SHIPPED, "", shipped.manifest.version, hash_of(shipped.docx))
        return ChosenTemplate(shipped, made, choice)
    docx = workspace.templates.read(version.hash)
    number = str(version.number)
    own = own_template(
        wanted.kind, wanted.language, docx, version=number, responsible=version.responsible
    )
    return ChosenTemplate(own, MadeFrom(found.id, found.name, number, version.hash), choice)


def choice_of(workspace: Workspace, wanted: Wanted, named: str | None = None) -> TemplateChoice:
    """Which template, without reading its text; raises as ``chosen_template``."""
    if named == SHIPPED:
        return TemplateChoice(None, None, "named")
    register = workspace.templates.register()
    if named is None:
        return choose_template(register, wanted)
    template = register.find(named)
    version = template.version_on(wanted.day) if template is not None else None
    same = template is not None and (template.kind, template.language) == (
        wanted.kind,
        wanted.language,
    )
    if version is None or not same:
        raise RecordMissing(record=template.name if template is not None else named)
    return TemplateChoice(template, version, "named")


class TemplateOptions(NamedTuple):
    """The templates that a paper could be made from.

    Attributes:
        usual: What the defaults lead to; ``None`` where they lead to two.
        others: Identifiers and names of what can be named instead, the program's own first.
    """

    usual: TemplateChoice | None
    others: tuple[tuple[str, str], ...]


def template_options(
    workspace: Workspace, revision: Revision, kind: str, day: date
) -> dict[Language, TemplateOptions]:
    """What a kind of paper of a revision could be made from, by language.

    Raises:
        StorageError: The database failed.
    """
    register = workspace.templates.register()
    found: dict[Language, TemplateOptions] = {}
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        own = [
            (one.id, one.name)
            for one in register.templates
            if (one.kind, one.language) == (kind, language) and one.version_on(day) is not None
        ]
        usual: TemplateChoice | None
        try:
            usual = choose_template(register, wanted_paper(revision, kind, language, day))
        except TemplateUndecided:
            usual = None
        found[language] = TemplateOptions(usual, ((SHIPPED, ""), *own) if own else ())
    return found
