"""Check what is stored and what comes with the program: catalogue and document templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.template import lint_template
from app.paths import template_folder
from catalog.consistency import check_content

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from catalog.problem import Problem


def check_everything(workspace: Workspace) -> tuple[Problem, ...]:
    """Findings about settings, the newest catalogue and every template."""
    catalog = workspace.catalog()
    found = check_content(catalog.content) if catalog is not None else ()
    linted = [
        problem
        for manifest in sorted(template_folder().glob("*/*/template.toml"))
        for problem in lint_template(manifest.parent)
    ]
    return (*workspace.problems, *found, *linted)
