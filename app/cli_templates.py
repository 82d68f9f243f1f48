"""The command line's part in Word templates: listed with their findings, and the field guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_import import print_problems

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from app.quoting.paper_template import TemplateDefault
    from app.services.workspace import Workspace
    from app.translation import Words


def add_templates(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands; each is run with what was given, the workspace and the words."""
    templates = commands.add_parser(
        "templates", help="list the Word templates, what they are the default for, and findings"
    )
    templates.add_argument("--check", action="store_true", help="check the user's own as well")
    templates.set_defaults(run=_list)
    guide = commands.add_parser(
        "field-guide", help="write what templates may print into a Word document"
    )
    guide.add_argument("kind", nargs="?", default="", help="kind of paper (default: all)")
    guide.add_argument("--out", type=Path, default=Path("field-guide.docx"), help="the file")
    guide.set_defaults(run=_guide)


def named_templates(workspace: Workspace, names: Sequence[str]) -> dict[tuple[str, str], str]:
    """The templates with some names, by kind and language.

    Raises:
        RecordMissing: No template has one of the names.
    """
    from app.errors import RecordMissing

    found: dict[tuple[str, str], str] = {}
    known = workspace.templates.register().templates if names else ()
    for name in names:
        called = [one for one in known if name in (one.name, one.id)]
        if not called:
            raise RecordMissing(record=name)
        found |= {(one.kind, one.language): one.id for one in called}
    return found


def _list(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.templates import check_row, template_rows

    failed = False
    for row in template_rows(workspace):
        parts = [row.name or words("template.place.shipped"), row.version, row.responsible]
        parts += [_default(one, words) for one in row.defaults]
        told = "  ".join(part for part in parts if part)
        print(f"{row.kind}/{row.language}  {told}{' *' if row.changed else ''}")
        if given.check and row.template is not None:
            problems = check_row(workspace, row).problems
            print_problems(problems, words)
            failed = failed or any(problem.blocks for problem in problems)
    return 1 if failed else 0


def _default(default: TemplateDefault, words: Words) -> str:
    of = " ".join(part for part in (default.segment, default.brand) if part)
    return f"[{of or words('template.place.any')}]"


def _guide(given: argparse.Namespace, _workspace: Workspace, words: Words) -> int:
    from app.documents.kinds import KINDS
    from app.services.field_guides import write_guide

    if given.kind and given.kind not in KINDS:
        print(f"one of {', '.join(KINDS)}")
        return 2
    count = write_guide(words.language, given.out, given.kind)
    print(f"{given.out}: {count}")
    return 0
