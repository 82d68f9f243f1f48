"""Paper templates: the user's own Word templates with their versions, and which is used when.

Pure values. A template's texts lie elsewhere, by the hash of their content; every edit of the
register gives the next register, so that undo is the register before.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from app.errors import TemplateUndecided
from catalog.local_text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = ("segment", "brand", "team")
"""What a default may say about whom it is for."""
SHIPPED = ""
"""Identifier of the template that comes with the program, of any kind and language."""


class TemplateVersion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One edition of a template's text; it is never changed.

    Attributes:
        number: From 1, by one more each time.
        hash: SHA-256 of the .docx, hexadecimal.
        responsible: Who answers for this edition.
        note: What is different.
        valid_from: First day on which papers are made from it.
        at: When it was taken over.
    """

    number: int
    hash: str
    responsible: str
    note: str
    valid_from: date
    at: datetime


class PaperTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A template of the user's own.

    Attributes:
        id: Hexadecimal.
        kind: Identifier of the document kind.
        language: Language of its text.
        name: What people call it; no other of its kind and language has it.
        file: Name of the Word file in which it is edited.
        origin: What it was made from, for people.
        versions: Oldest first; none before the first one passed the check.
    """

    id: str
    kind: str
    language: Language
    name: str
    file: str
    origin: str = ""
    versions: tuple[TemplateVersion, ...] = ()

    def version_on(self, day: date) -> TemplateVersion | None:
        """The version that papers of a day are made from: the newest that is valid then."""
        valid = [version for version in self.versions if version.valid_from <= day]
        return valid[-1] if valid else None

    def version(self, number: int) -> TemplateVersion | None:
        """The version with a number."""
        return next((one for one in self.versions if one.number == number), None)

    @property
    def responsible(self) -> str:
        """Who answers for the newest version."""
        return self.versions[-1].responsible if self.versions else ""


class TemplateDefault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which template papers are made from where nothing else is said.

    Attributes:
        kind: Of the paper.
        language: Of the paper.
        template: Identifier; ``SHIPPED`` for the program's own.
        segment: Of the customer; empty for any.
        brand: Of the supplier; empty for any.
        team: Service centre of the customer; empty for any.
    """

    kind: str
    language: Language
    template: str
    segment: str = ""
    brand: str = ""
    team: str = ""

    @property
    def place(self) -> tuple[str, str, str, str, str]:
        """What it is the default for; one template each."""
        return (self.kind, self.language, self.segment, self.brand, self.team)


class TemplateRegister(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every template of the user's, and the defaults."""

    templates: tuple[PaperTemplate, ...] = ()
    defaults: tuple[TemplateDefault, ...] = ()

    def find(self, identifier: str) -> PaperTemplate | None:
        """The template with an identifier."""
        return next((one for one in self.templates if one.id == identifier), None)

    def defaults_of(self, identifier: str) -> tuple[TemplateDefault, ...]:
        """What a template is the default for."""
        return tuple(one for one in self.defaults if one.template == identifier)


class Wanted(msgspec.Struct, frozen=True):
    """A paper that is to be made: its kind and language, for whom, by whom, and when."""

    kind: str
    language: Language
    segment: str
    brand: str
    day: date
    team: str = ""


class TemplateChoice(msgspec.Struct, frozen=True):
    """The template that a paper is made from, and why.

    Attributes:
        template: ``None`` for the program's own.
        version: Of it.
        why: ``named``, ``any``, ``shipped``, or what the default names of ``segment``, ``brand``
            and ``team``, joined by underscores.
        passed: Names of templates that would have come first, but have no version valid that day.
    """

    template: PaperTemplate | None
    version: TemplateVersion | None
    why: str
    passed: tuple[str, ...] = ()


def choose_template(register: TemplateRegister, wanted: Wanted) -> TemplateChoice:
    """The template of a paper: the default that says the most about it.

    Raises:
        TemplateUndecided: If two defaults say equally much and name different templates.
    """
    passed: list[str] = []
    fitting = list(_fitting(register, wanted))
    for count in sorted({said(one) for one in fitting}, reverse=True):
        usable: list[tuple[TemplateDefault, TemplateChoice]] = []
        for one in (one for one in fitting if said(one) == count):
            choice = _choice(register, one, wanted.day)
            if choice is None:
                template = register.find(one.template)
                passed.append(template.name if template is not None else one.template)
            else:
                usable.append((one, choice))
        if len({one.template for one, _ in usable}) > 1:
            raise _undecided(register, wanted, usable[0][0], usable[1][0])
        if usable:
            return msgspec.structs.replace(usable[0][1], passed=tuple(passed))
    return TemplateChoice(None, None, "shipped", tuple(passed))


def with_template(register: TemplateRegister, template: PaperTemplate) -> TemplateRegister:
    """The register with a template, in the place of the one with its identifier if there is one."""
    known = [template if one.id == template.id else one for one in register.templates]
    if template not in known:
        known.append(template)
    return msgspec.structs.replace(register, templates=tuple(known))


def without_template(register: TemplateRegister, identifier: str) -> TemplateRegister:
    """The register without a template and without the defaults that name it."""
    return TemplateRegister(
        tuple(one for one in register.templates if one.id != identifier),
        tuple(one for one in register.defaults if one.template != identifier),
    )


def with_version(
    template: PaperTemplate,
    content: str,
    *,
    responsible: str,
    note: str,
    valid_from: date,
    at: datetime,
) -> PaperTemplate:
    """A template with one version more, of a content given by its hash."""
    number = template.versions[-1].number + 1 if template.versions else 1
    version = TemplateVersion(number, content, responsible, note, valid_from, at)
    return msgspec.structs.replace(template, versions=(*template.versions, version))


def with_default(register: TemplateRegister, default: TemplateDefault) -> TemplateRegister:
    """The register with a default; what was the default for the same before is not any more."""
    kept = tuple(one for one in register.defaults if one.place != default.place)
    return msgspec.structs.replace(register, defaults=(*kept, default))


def without_default(register: TemplateRegister, default: TemplateDefault) -> TemplateRegister:
    """The register without what is the default for the same."""
    kept = tuple(one for one in register.defaults if one.place != default.place)
    return msgspec.structs.replace(register, defaults=kept)


def taken_back(
    register: TemplateRegister, before: TemplateRegister, after: TemplateRegister
) -> TemplateRegister:
    """A register without what one step did: what others did since then stays.

    Args:
        register: As it is now.
        before: As it was before the step.
        after: As it was after it.
    """
    result = register
    for template in before.templates:
        if after.find(template.id) is None and result.find(template.id) is None:
            result = with_template(result, template)
    for default in set(after.defaults) - set(before.defaults):
        result = without_default(result, default)
    for default in before.defaults:
        if default not in after.defaults:
            result = with_default(result, default)
    return result


def _fitting(register: TemplateRegister, wanted: Wanted) -> Iterator[TemplateDefault]:
    for one in register.defaults:
        if (
            (one.kind, one.language) == (wanted.kind, wanted.language)
            and one.segment in ("", wanted.segment)
            and one.brand in ("", wanted.brand)
            and one.team in ("", wanted.team)
        ):
            yield one


def said(default: TemplateDefault) -> int:
    """How much a default says about whom it is for."""
    return sum(bool(getattr(default, name)) for name in SAID)


def _choice(
    register: TemplateRegister, default: TemplateDefault, day: date
) -> TemplateChoice | None:
    """What a default leads to; ``None`` when its template has nothing to fill on the day."""
    names = [name for name in SAID if getattr(default, name)]
    why = "_".join(names) or "any"
    if default.template == SHIPPED:
        return TemplateChoice(None, None, why)
    template = register.find(default.template)
    version = template.version_on(day) if template is not None else None
    return TemplateChoice(template, version, why) if version is not None else None


def _undecided(
    register: TemplateRegister, wanted: Wanted, one: TemplateDefault, other: TemplateDefault
) -> TemplateUndecided:
    names = [
        template.name if (template := register.find(found.template)) is not None else "-"
        for found in (one, other)
    ]
    return TemplateUndecided(
        kind=wanted.kind,
        segment=wanted.segment,
        brand=wanted.brand,
        one=names[0],
        other=names[1],
    )
