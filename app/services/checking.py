"""Check what is stored and what comes with the program: catalogue, rules, document templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.template_lint import lint_template
from app.paths import template_folder
from app.services.rule_drafts import import_rules, policy_with
from app.services.templates import check_row, template_rows
from catalog.consistency import check_content
from pricing.rule_lint import lint_rules

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.problem import Problem


def check_everything(workspace: Workspace, day: date) -> tuple[Problem, ...]:
    """Findings about settings, the newest catalogue, the rules in force and every template.

    Of the user's own templates it is the file in work that is checked: what the next version is.

    Args:
        workspace: What is stored.
        day: Rules and prices that ended before it are left aside.
    """
    catalog = workspace.catalog()
    found = check_content(catalog.content) if catalog is not None else ()
    if catalog is not None and not any(problem.blocks for problem in found):
        rules = lint_rules(catalog, workspace.rules.pricing, day)
        found = (*found, *(finding.problem for finding in rules))
    fonts = workspace.fonts()
    linted = [
        problem
        for manifest in sorted(template_folder().glob("*/*/template.toml"))
        for problem in lint_template(manifest.parent, fonts=fonts)
    ]
    for row in template_rows(workspace):
        if row.template is not None:
            of = f"{row.kind}/{row.language} {row.name}"
            linted += [_named(problem, of) for problem in check_row(workspace, row).problems]
    return (*workspace.problems, *found, *linted)


def _named(problem: Problem, name: str) -> Problem:
    where = msgspec.structs.replace(problem.where, file=name)
    return msgspec.structs.replace(problem, where=where)


def check_rule_file(workspace: Workspace, path: Path, day: date) -> tuple[Problem, ...]:
    """What a rule file and the newest catalogue promise together; nothing is stored.

    Args:
        workspace: What is stored.
        path: The file.
        day: Rules and prices that ended before it are left aside.

    Raises:
        FileUnreadable: It cannot be opened.
        ImportRejected: It has mistakes; all come with it.
    """
    rules, catalog = import_rules(path), workspace.catalog()
    if catalog is None:
        return ()
    return tuple(one.problem for one in lint_rules(catalog, policy_with(workspace, rules), day))
