"""The import command: a catalogue, a customer with bills, a quote, or the sample data.

With ``--dry-run`` everything is read and told, and nothing at all is stored.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.merging import Missing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.translation import Words
    from catalog.import_plan import ImportPlan
    from catalog.problem import Problem

_MOST_TOLD = 1000
"""Differences that are told one by one."""


def add_import_arguments(command: argparse.ArgumentParser) -> None:
    """What may be given to the command."""
    command.add_argument(
        "price_list", nargs="?", type=Path, help=".xlsx, .xls or .csv of charges, or TMF620 .json"
    )
    command.add_argument("--bundles", type=Path, help="TOML file of bundles and price records")
    command.add_argument(
        "--version",
        help="name of the catalogue version (default: that in the file, or its name and the day)",
    )
    command.add_argument(
        "--missing",
        choices=[missing.value for missing in Missing],
        help="what is in force and not in the file (default: keep; withdraw for .json)",
    )
    command.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help="the column with this heading is the field, such as list_price_cny=Betrag",
    )
    command.add_argument(
        "--set",
        action="append",
        default=[],
        dest="constants",
        metavar="FIELD=TEXT",
        help="text of a field where the file has none, such as price_regulation=market",
    )
    command.add_argument("--customer", type=Path, help="TOML file of a customer")
    command.add_argument("--bills", type=Path, help="table of the customer's bills")
    command.add_argument("--quote", type=Path, help="TOML file of a quote")
    command.add_argument("--sample", action="store_true", help="the sample data")
    command.add_argument(
        "--dry-run", action="store_true", help="tell what would change, store nothing"
    )


def run_import(given: argparse.Namespace, workspace: Workspace, words: Words, today: date) -> int:
    """Run the command; gives the exit code.

    Raises:
        QuotewrightError: A file cannot be read, or has findings; nothing of it was stored.
    """
    now = datetime.now(UTC)
    if given.sample:
        return _import_sample(given, workspace, today, now)
    if not (given.price_list or given.customer or given.quote):
        print("nothing to import; see main.py import --help", file=sys.stderr)
        return 2
    if given.price_list:
        code = _import_catalog(given, workspace, words, today)
        if code:
            return code
    if given.customer:
        _import_customer(given, workspace, now)
    if given.quote:
        from app.services.import_cases import keep_quote, read_quote

        quote = read_quote(given.quote)
        if not given.dry_run:
            keep_quote(workspace, quote, now=now)
        print(f"quote {quote.number}{_only_read(given)}")
    return 0


def print_problems(problems: Sequence[Problem], words: Words) -> None:
    """Each finding on one line of stderr: place, what is wrong, what to do."""
    for problem in problems:
        where = problem.where
        page = f"p{where.page}" if where.page else ""
        row = str(where.row or "")
        parts = [where.file, where.sheet, page, row, where.column, where.subject]
        place = ":".join([part for part in parts if part] or ["quotewright"])
        text, cure = words.told(problem.code, problem.parameters)
        print(f"{place}: {problem.severity}: {text} {cure}", file=sys.stderr)


def _only_read(given: argparse.Namespace) -> str:
    return " read" if given.dry_run else ""


def _import_sample(
    given: argparse.Namespace, workspace: Workspace, today: date, now: datetime
) -> int:
    from app.services.import_sample import import_sample

    if given.dry_run:
        print("the sample data has nothing to look at first; import it without --dry-run")
        return 2
    done = import_sample(workspace, today=today, now=now)
    print(
        f"offerings {done.offerings}, charges {done.charges}, bundles {done.bundles}, "
        f"customers {done.customers}, quotes {done.quotes}"
    )
    return 0


def _import_catalog(
    given: argparse.Namespace, workspace: Workspace, words: Words, today: date
) -> int:
    from app.services.import_catalog import ImportChoices
    from app.services.leaflets import bring_leaflets
    from app.services.read_catalog import read_catalog
    from catalog.import_plan import plan_import

    try:
        columns, constants = _pairs(given.column), _pairs(given.constants)
    except ValueError as fault:
        print(f"{fault}: write FIELD=TEXT", file=sys.stderr)
        return 2
    newest = workspace.catalog()
    in_force = newest.content if newest is not None else None
    read = read_catalog(
        given.price_list,
        given.bundles,
        workspace.tax_classes,
        today,
        version=given.version or "",
        choices=ImportChoices(
            remembered=workspace.layouts.load(),
            columns=columns,
            constants=constants,
            missing=Missing(given.missing) if given.missing else None,
        ),
        in_force=in_force,
    )
    content = read.accepted()
    print_problems(read.problems, words)
    if given.dry_run:
        _tell_plan(plan_import(content, read.problems, read.rows, in_force), words)
    else:
        workspace.catalogs.save(content)
        workspace.forget_catalog()
        beside = given.bundles or given.price_list
        print_problems(bring_leaflets(workspace.leaflets, content, beside), words)
    stored = "read" if given.dry_run else "stored"
    print(
        f"catalogue {content.version} {stored}: {len(content.offerings)} offerings, "
        f"{read.rows} charges, {len(content.bundles)} bundles"
    )
    return 0


def _tell_plan(plan: ImportPlan, words: Words) -> None:
    """Every difference on one line, and how many charges of which kind."""
    from app.quoting.difference_text import difference_sentence
    from catalog.comparison import Change

    for difference in plan.differences[:_MOST_TOLD]:
        print(difference_sentence(difference, words))
    if len(plan.differences) > _MOST_TOLD:
        print(f"... and {len(plan.differences) - _MOST_TOLD} more")
    counts = ", ".join(f"{plan.count(change)} {change.value}" for change in Change)
    print(f"charges: {counts}, {plan.unchanged} unchanged")


def _pairs(given: Sequence[str]) -> dict[str, str]:
    """Fields and texts.

    Raises:
        ValueError: One has no ``=``.
    """
    pairs = {}
    for text in given:
        field, mark, value = text.partition("=")
        if not mark:
            raise ValueError(text)
        pairs[field.strip()] = value.strip()
    return pairs


def _import_customer(given: argparse.Namespace, workspace: Workspace, now: datetime) -> None:
    from app.services.import_cases import read_bills, read_customer
    from pricing.bills import Bills

    customer = read_customer(given.customer)
    bills = read_bills(given.bills) if given.bills else Bills()
    if not given.dry_run:
        workspace.customers.save(customer, bills, now=now)
    months = bills.months()
    print(
        f"customer {customer.id} {customer.name}, bills of {len(months)} months{_only_read(given)}"
    )
