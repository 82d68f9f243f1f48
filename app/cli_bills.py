"""The command that imports bills of billing systems, or takes the last import back."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_import import print_problems
from app.errors import ImportRejected
from pricing.bill_reading.bill_collecting import Twice
from pricing.bill_reading.bill_rows import yuan

if TYPE_CHECKING:
    import argparse

    from app.services.bill_plan import BillPlan
    from app.services.workspace import Workspace
    from app.translation import Words


def add_bills(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "import-bills", help="import bills (.xlsx, .xls, .csv) of billing systems for a customer"
    )
    command.add_argument("files", nargs="*", type=Path, help="one file a month, or one for all")
    command.add_argument("--customer", required=True, help="identifier of the stored customer")
    command.add_argument("--reason", default="", help="why accounts under other names belong here")
    command.add_argument(
        "--leave-out", action="append", default=[], metavar="ACCOUNT", help="not this account"
    )
    command.add_argument(
        "--twice",
        choices=[one.value for one in Twice],
        default=Twice.REFUSE.value,
        help="a charge that comes twice with different amounts (default: refuse)",
    )
    command.add_argument(
        "--absent-is-zero", action="store_true", help="no bill in a month means not in use"
    )
    command.add_argument("--replace", action="store_true", help="the bills that are stored now go")
    command.add_argument(
        "--skip-rejected", action="store_true", help="import without rows that have no reading"
    )
    command.add_argument("--undo", action="store_true", help="take the last import back")
    command.add_argument(
        "--dry-run", action="store_true", help="tell what would change, store nothing"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.bill_plan import BillChoices
    from app.services.import_bills import open_bills, prepare_bills, store_bills, undo_bills

    now = datetime.now(UTC)
    if given.undo:
        taken = undo_bills(workspace, given.customer, now)
        names = ", ".join(file.name for file in taken.files) if taken else "nothing"
        print(f"taken back: {names}")
        return 0 if taken else 1
    if not given.files:
        print("no files; see main.py import-bills --help", file=sys.stderr)
        return 2
    opened = open_bills(given.files, given.customer, workspace)
    choices = BillChoices(
        reason=given.reason,
        left_out=frozenset(given.leave_out),
        twice=Twice(given.twice),
        absent_is_zero=given.absent_is_zero,
        replace_stored=given.replace,
        skip_rejected=given.skip_rejected,
    )
    plan = prepare_bills(opened, given.customer, workspace, choices)
    _tell(plan)
    if plan.bills is None:
        raise ImportRejected(plan.problems)
    print_problems(plan.problems, words)
    if not given.dry_run:
        store_bills(workspace, plan, opened.tables, now)
    print("read, nothing stored" if given.dry_run else "stored")
    return 0


def _tell(plan: BillPlan) -> None:
    """What was read, account by account, and how the bill's own totals stand."""
    for account in plan.accounts:
        known = "" if account.known else " (new)"
        print(
            f"{account.number or '-'} {account.holder}{known}: {account.months} months"
            f" {account.first} to {account.last}, {yuan(account.total)}"
        )
    print(
        f"rows {plan.rows}, rejected {plan.rejected}, figures {plan.figures}; bills added"
        f" {plan.added}, replaced {plan.replaced}, same {plan.same}; totals checked"
        f" {len(plan.totals)}, differing {len(plan.wrong_totals)}"
    )
