"""The commands about customers: import, export, and who is probably one."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_import import print_problems
from app.errors import ImportRejected

if TYPE_CHECKING:
    import argparse

    from app.services.workspace import Workspace
    from app.translation import Words


def add_customers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its parts."""
    command = commands.add_parser(
        "customers", help="import or export customers, or find those who are probably one"
    )
    parts = command.add_subparsers(dest="part", required=True)
    brought = parts.add_parser(
        "import", help="add and change customers by tables (.xlsx, .xls, .csv)"
    )
    brought.add_argument("files", nargs="+", type=Path, help="tables as an export writes them")
    brought.add_argument(
        "--dry-run", action="store_true", help="tell what would change, store nothing"
    )
    brought.set_defaults(run=_import)
    written = parts.add_parser("export", help="write customers to a file; internal")
    written.add_argument("file", type=Path, help=".xlsx with all lists, or .csv of facts alone")
    written.add_argument("--search", default="", help="only those in whom these words occur")
    written.set_defaults(run=_export)
    pairs = parts.add_parser("duplicates", help="pairs who are probably one, and what they share")
    pairs.set_defaults(run=_duplicates)


def _import(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.customer_exchange import read_customers, store_customers

    plan = read_customers(given.files, workspace)
    changed = len(plan.customers) - plan.added
    print(f"customers added {plan.added}, changed {changed}, same {plan.same}")
    if plan.blocked:
        raise ImportRejected(plan.problems)
    print_problems(plan.problems, words)
    if not given.dry_run:
        store_customers(workspace, plan, datetime.now(UTC))
    print("read, nothing stored" if given.dry_run else "stored")
    return 0


def _export(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.export_customers import ENDINGS, export_found

    if given.file.suffix.casefold() not in ENDINGS:
        print(f"{given.file.name}: one of {', '.join(ENDINGS)}", file=sys.stderr)
        return 2
    day = datetime.now().astimezone().date()
    count = export_found(workspace, given.search, given.file, day=day, words=words)
    print(f"{count} customers written: {given.file}")
    return 0


def _duplicates(_given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.customer_merges import duplicates

    for one in duplicates(workspace):
        shared = ", ".join(
            f"{words(f'customer_shared.{what}')} {text}" for what, text in one.pair.shared
        )
        print(f"{one.first} ({one.pair.first}) = {one.second} ({one.pair.second}): {shared}")
    return 0
