"""The command line's batch: one offer for many customers."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from app.quoting.quote import Quote
    from app.services.batch_customers import Wanted
    from app.services.workspace import Workspace
    from app.translation import Words


def add_batch(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; it is run with what was given, the workspace and the words."""
    command = commands.add_parser(
        "batch", help="one stored quote as a pattern: a quote and papers for many customers"
    )
    command.add_argument("quote", help="number or identifier of the quote that is the pattern")
    command.add_argument("kind", nargs="+", help="papers, such as contract order_form")
    command.add_argument(
        "--customers",
        type=Path,
        help="text file: a name or identifier in each line, or first in each row of a table, whose"
        " other columns may count offerings under their codes (default: every customer)",
    )
    command.add_argument("--out", type=Path, required=True, help="folder; the same one resumes")
    command.add_argument(
        "--names",
        default="",
        help="names of files: {customer}-{paper}-{number}; also {kind} {title} {date} {language}"
        " {revision}",
    )
    command.add_argument(
        "--submit",
        action="store_true",
        help="submit each quote first; within your own authority it is approved",
    )
    command.add_argument("--jobs", type=int, default=0, help="processes (default: all cores)")
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.batch import run_batch
    from app.services.batch_plan import done_before, plan_batch
    from app.services.file_names import unknown_fields
    from app.services.issue_documents import PaperKind
    from app.services.quote_library import open_quote
    from app.services.working_out import find_quote

    try:
        kinds = [PaperKind(kind) for kind in given.kind]
    except ValueError as fault:
        print(f"{fault}; one of {', '.join(PaperKind)}", file=sys.stderr)
        return 2
    if unknown := unknown_fields(given.names):
        print(f"--names: {', '.join(unknown)}", file=sys.stderr)
        return 2
    pattern = open_quote(workspace, find_quote(workspace, given.quote)).quote
    meant, strangers = _customers(workspace, given.customers, pattern)
    plan = plan_batch(given.out, pattern, kinds, given.names, submit=given.submit, wanted=meant)
    wanted = [one.id for one in meant]
    before = sum(one in done_before(given.out) for one in wanted)
    total = len(wanted) + len(strangers)
    failed, done = len(strangers), before
    for one in strangers:
        print(f"{one.name}: {' '.join(words.told(one.reason, one.parameters))}")
    now, jobs = datetime.now().astimezone(), given.jobs
    run = run_batch(
        workspace.folder, given.out, plan, wanted, now=now, language=given.language, workers=jobs
    )
    try:
        for outcome in run:
            failed += bool(outcome.problem)
            done += not outcome.problem
            told = outcome.problem or f"{outcome.number} {', '.join(outcome.files)}"
            told = f"{told} · {outcome.draft}" if outcome.draft else told
            print(f"{done + failed}/{total} {outcome.customer}: {told}", flush=True)
    except KeyboardInterrupt:
        run.close()
    left = total - done - failed
    print(f"{done} done ({before} before), {failed} failed, {left} left: {given.out}")
    return 1 if failed or left else 0


def _customers(workspace: Workspace, file: Path | None, pattern: Quote) -> Wanted:
    """The customers wanted, and the rows that name nobody or several."""
    from app.services.batch_customers import Wanted, everybody, read_customers
    from app.services.batch_plan import BatchCustomer

    known = everybody(workspace)
    if file is None:
        return Wanted(tuple(BatchCustomer(row.id) for row in known), ())
    offerings = [item.offering for item in pattern.items]
    return read_customers(file.read_text(encoding="utf-8-sig"), known, offerings)
