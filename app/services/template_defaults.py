"""Which template is the default for which papers; templates removed. Each step can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.errors import TemplateRefused
from app.quoting.paper_template import (
    SHIPPED,
    TemplateDefault,
    TemplateRegister,
    taken_back,
    with_default,
    without_default,
    without_template,
)
from app.quoting.template_clashes import clashes
from app.services.template_versions import refused
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.services.templates import TemplateRow
    from app.services.workspace import Workspace


class RegisterChange(NamedTuple):
    """A step: the register before and after it."""

    before: TemplateRegister
    after: TemplateRegister


def default_for(row: TemplateRow, segment: str, brand: str, team: str = "") -> TemplateDefault:
    """A template as the default for its kind and language, a segment, a brand, a team, or any."""
    template = SHIPPED if row.template is None else row.id
    return TemplateDefault(row.kind, row.language, template, segment, brand, team)


def make_default(workspace: Workspace, default: TemplateDefault, now: datetime) -> RegisterChange:
    """Make a template the default for a kind, a language, and perhaps a segment and a brand.

    Raises:
        TemplateRefused: The template has no version, or a customer of some segment and brand would
            have two defaults.
        StorageError: It could not be stored.
    """

    def edit(register: TemplateRegister) -> TemplateRegister:
        template = register.find(default.template)
        name = template.name if template is not None else default.kind
        if template is not None and not template.versions:
            raise refused(name, "template.no_version")
        after = with_default(register, default)
        for one, other in clashes(after):
            if default in (one, other):
                told = {"segment": one.segment, "brand": other.brand}
                raise TemplateRefused(name, [Problem("template.default_clash", parameters=told)])
        return after

    return _changed(workspace, edit, now)


def drop_default(workspace: Workspace, default: TemplateDefault, now: datetime) -> RegisterChange:
    """Take a default away.

    Raises:
        StorageError: It could not be stored.
    """
    return _changed(workspace, lambda register: without_default(register, default), now)


def remove_template(workspace: Workspace, template: str, now: datetime) -> RegisterChange:
    """Remove a template and its defaults; its texts and its Word file stay where they are.

    Raises:
        StorageError: It could not be stored.
    """
    return _changed(workspace, lambda register: without_template(register, template), now)


def undo_change(workspace: Workspace, change: RegisterChange, now: datetime) -> None:
    """Take a step back; what others did meanwhile stays.

    Raises:
        StorageError: It could not be stored.
    """
    workspace.templates.change(lambda register: taken_back(register, *change), now)


def _changed(
    workspace: Workspace, edit: Callable[[TemplateRegister], TemplateRegister], now: datetime
) -> RegisterChange:
    before: list[TemplateRegister] = []

    def noted(register: TemplateRegister) -> TemplateRegister:
        before.append(register)
        return edit(register)

    after = workspace.templates.change(noted, now)
    return RegisterChange(before[0], after)
