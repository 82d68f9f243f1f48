"""The command line: the same job without a window.

Exit codes: 0 done; 1 findings or a failure, told on stderr; 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_batch import add_batch
from app.cli_bills import add_bills
from app.cli_compare import add_compare
from app.cli_customers import add_customers
from app.cli_import import add_import_arguments, print_problems, run_import
from app.cli_life import add_life
from app.cli_offer import add_offer
from app.cli_paper import add_paper
from app.cli_price import add_price, price_answer
from app.cli_sign import add_sign
from app.cli_templates import add_templates, named_templates
from app.errors import ImportRejected, NotReleased, QuotewrightError, StepRefused
from app.paths import data_folder
from app.services.profiles import last_profile
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.translation import Words

DONE, FAILED = 0, 1


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit code."""
    given = _parser().parse_args(arguments)
    words = load_words(given.language)
    from app.services.workspace import Workspace

    try:
        workspace = Workspace.open(given.data or last_profile(data_folder()).folder)
        try:
            code: int = given.run(given, workspace, words)
            return code
        finally:
            workspace.close()
    except (ImportRejected, NotReleased, StepRefused) as failure:
        _tell(failure, words)
        print_problems(failure.problems, words)
        return FAILED
    except QuotewrightError as failure:
        _tell(failure, words)
        return FAILED


def _tell(failure: QuotewrightError, words: Words) -> None:
    text, cure = words.failure(failure)
    print(f"{text} {cure}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Quotewright: proposals, contracts and approval sheets from a quote. "
        "Without a command the window opens.",
    )
    parser.add_argument("--data", type=Path, help="data folder (default: the user's)")
    parser.add_argument(
        "--language", choices=("zh", "en"), default="zh", help="language of messages (default: zh)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "import", help="import a catalogue, a customer with bills, a quote, or the sample data"
    )
    add_import_arguments(command)
    command.set_defaults(
        run=lambda given, workspace, words: run_import(given, workspace, words, _today())
    )
    _add_export(commands)
    add_price(commands).set_defaults(run=_price)
    add_offer(commands)
    _add_render(commands)
    add_life(commands)
    add_batch(commands)
    add_bills(commands)
    add_customers(commands)
    add_sign(commands)
    add_paper(commands)
    add_compare(commands)
    add_templates(commands)
    check = commands.add_parser("check", help="check catalogue, rules and templates")
    check.add_argument(
        "--rules", type=Path, help="a rule file to check with the newest catalogue; nothing else"
    )
    check.set_defaults(run=_check)
    return parser


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("export", help="write a catalogue version to a file")
    command.add_argument(
        "file",
        type=Path,
        help=".csv or .xlsx price list, .toml of bundles and price records, or TMF620 .json",
    )
    command.add_argument("--version", help="catalogue version (default: the newest)")
    command.add_argument(
        "--with-cost", action="store_true", help="with internal costs; never for others"
    )
    command.set_defaults(run=_export)


def _add_render(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("render", help="write the documents of a stored quote")
    command.add_argument("quote", help="number or identifier of the quote")
    command.add_argument(
        "kind",
        nargs="*",
        help="proposal, quotation, contract, price_schedule, order_form, bill_analysis, approval"
        " (default: all that have something to show)",
    )
    command.add_argument(
        "--in",
        dest="languages",
        choices=("zh", "en"),
        action="append",
        default=[],
        help="language of the customer's papers, twice for both (default: the quote's)",
    )
    command.add_argument("--out", type=Path, default=Path("out"), help="folder (default: out)")
    command.add_argument(
        "--final", action="store_true", help="refuse to write drafts of customer papers"
    )
    command.add_argument(
        "--template",
        dest="templates",
        metavar="NAME",
        action="append",
        default=[],
        help="name of a template of the user's own for its kind and language (default: as set)",
    )
    command.set_defaults(run=_render)


def _export(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.export_catalog import ExportFormat, export_catalog
    from catalog.problem import Problem

    kind = ExportFormat.of(given.file)
    if kind is None:
        print(f"{given.file.name}: one of {', '.join(ExportFormat)}", file=sys.stderr)
        return 2
    known = workspace.catalog_version(given.version) if given.version else workspace.catalog()
    if known is None:
        print_problems([Problem("exchange.no_catalogue")], words)
        return FAILED
    content = known.content
    found = export_catalog(
        content,
        given.file,
        kind,
        day=_today(),
        words=words,
        with_cost=given.with_cost,
        leaflets=workspace.leaflets,
    )
    print_problems(found, words)
    print(f"catalogue {content.version} written: {given.file}")
    return DONE


def _price(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    answer, blocking = price_answer(given, workspace, words)
    print(answer, end="")
    print_problems(blocking, words)
    return FAILED if blocking else DONE


def _render(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.issue_documents import (
        PaperKind,
        issue_documents,
        issued_here,
        kinds_for,
    )
    from app.services.working_out import work_out_stored

    try:
        named = [PaperKind(kind) for kind in given.kind]
    except ValueError as fault:
        print(f"{fault}; one of {', '.join(PaperKind)}", file=sys.stderr)
        return 2
    now = datetime.now().astimezone()
    revision = work_out_stored(workspace, given.quote, today=now.date())
    issued = issue_documents(
        workspace,
        revision,
        named or kinds_for(revision),
        given.out,
        now=now,
        languages=tuple(dict.fromkeys(given.languages)),
        replace=lambda path: issued_here(workspace, path),
        final=given.final,
        templates=named_templates(workspace, given.templates),
    )
    for file in issued:
        pages = f", {file.pages} pages" if file.pages else ""
        draft = f", {words('paper.draft')}" if file.draft else ""
        print(f"{file.path}{pages}{draft}")
        print_problems(file.problems, words)
    return DONE


def _check(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.checking import check_everything, check_rule_file

    if given.rules is None:
        problems = check_everything(workspace, _today())
    else:
        problems = check_rule_file(workspace, given.rules, _today())
    print_problems(problems, words)
    errors = sum(problem.blocks for problem in problems)
    print(f"{errors} errors, {len(problems) - errors} other findings")
    return FAILED if errors else DONE


def _today() -> date:
    """The day on the user's clock; the only place of the command line that reads it."""
    return datetime.now().astimezone().date()
