"""The command line's part in approval workbooks: written, and read when they come back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_import import print_problems

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from app.documents.workbooks.alterations import Alteration
    from app.services.paper_decision import PaperDecision
    from app.services.workspace import Workspace
    from app.translation import Words


def add_paper(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands; each is run with what was given, the workspace and the words."""
    write = commands.add_parser("workbook", help="write one approval workbook of some quotes")
    write.add_argument("quote", nargs="+", help="number or identifier of a quote")
    write.add_argument("--out", type=Path, default=Path("approval.xlsx"), help="the file")
    write.set_defaults(run=_write)
    read = commands.add_parser(
        "read-workbook", help="read an approval workbook that came back; every altered cell is told"
    )
    read.add_argument("file", type=Path, help="the .xlsx file")
    read.add_argument("--record", action="store_true", help="record what was decided, unsigned")
    read.set_defaults(run=_read)


def _write(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.approval_workbook import write_workbook

    revisions = write_workbook(workspace, given.quote, given.out, words.language)
    told = ", ".join(f"{one.quote.number} {one.label}" for one in revisions)
    print(f"{given.out}: {told}")
    return 0


def _read(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.returned_papers import read_paper, record_paper

    now = datetime.now().astimezone()
    paper = read_paper(workspace, given.file, now)
    print_problems(paper.warnings, words)
    for one in paper.decisions:
        _tell(one, words)
    _tell_alterations(paper.alterations, words)
    if given.record:
        for quote in record_paper(workspace, paper, now):
            life = workspace.life.life(quote)
            number = next(one.number for one in paper.decisions if one.quote == quote)
            print(f"{number} {life.label}: {words(f'reason.state_{life.on(now.date())}')}")
    return 1 if any(one.problems for one in paper.decisions) else 0


def _tell(one: PaperDecision, words: Words) -> None:
    """What a workbook says about one quote."""
    parts = [f"{one.number} {one.label}:", one.decision.chosen or "-"]
    if one.approver is not None:
        parts.append(f"{one.approver.name} ({one.approver.role})")
    parts.extend(one.decision.conditions)
    parts.append(one.decision.remarks)
    if one.ruling is not None and not one.problems:
        parts.append(words("returned.said.settles" if one.settles else "returned.said.noted"))
    print("  ".join(part for part in parts if part))
    print_problems(one.problems, words)
    _tell_alterations(one.alterations, words)


def _tell_alterations(found: Iterable[Alteration], words: Words) -> None:
    nothing = words("returned.said.nothing")
    for one in found:
        kind = words("returned.said.tried" if one.tried else "returned.said.altered")
        place = f"{one.sheet}!{one.cell or words('returned.said.whole')}"
        print(f"  {place}  {kind}: {one.was or nothing} → {one.found or nothing}")
