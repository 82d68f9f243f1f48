"""Import bills in steps: open the files, say what columns are, look, store or leave; take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.services.bill_accounts import accounts_seen, other_names, with_accounts
from app.services.bill_plan import BillChoices, BillPlan, OpenedBills
from app.services.bill_words import load_bill_words
from app.services.foreign_grid import gate_warnings, grids_of
from app.services.import_pace import pace_of
from app.services.import_steps import uncollected
from app.storage.bill_imports import BillFile, FigurePlaces, file_hash
from app.storage.foreign.opening import read_foreign
from app.storage.foreign.tables import read_table_file
from catalog.pace import WHOLE, part_of
from catalog.problem import Place, Problem, Severity
from pricing.bill_reading.bill_collecting import collect_figures, joined_reads
from pricing.bill_reading.bill_merging import merge_bills
from pricing.bill_reading.bill_rows import yuan
from pricing.bill_reading.bill_survey import survey_bills
from pricing.bills import Bills

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace
    from app.storage.bill_imports import BillImportRow
    from catalog.pace import Pace
    from pricing.bill_reading.bill_collecting import FigureKey
    from pricing.bill_reading.bill_figures import BillFigure, BillsRead, TotalCheck
    from pricing.bill_reading.bill_survey import SurveyedBills


def open_bills(
    paths: Sequence[Path],
    customer_id: str,
    workspace: Workspace,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> OpenedBills:
    """Open the files and find their tables.

    Args:
        paths: The files; one with the content of another is left aside.
        customer_id: Whose bills; a file that was imported before is told.
        workspace: Holds confirmed layouts and former imports.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: A file cannot be read at all.
        Cancelled: ``cancel`` was set.
    """
    words, remembered = load_bill_words(), workspace.bill_layouts.load()
    imported = {
        file.hash: row.at
        for row in workspace.bill_imports.imports(customer_id)
        for file in row.files
    }
    pace = pace_of(progress, cancel)
    files: dict[str, BillFile] = {}
    tables: list[SurveyedBills] = []
    problems: list[Problem] = []
    with uncollected():
        for at, path in enumerate(paths):
            step = part_of(pace, WHOLE * at // len(paths), WHOLE * (at + 1) // len(paths))
            data = read_foreign(path)
            file = BillFile(path.name, file_hash(data), len(data))
            del data
            place = Place(file=path.name)
            if known := files.get(file.hash):
                facts = {"other": known.name}
                problems.append(Problem("bill.file_twice", Severity.WARNING, place, facts))
                continue
            if file.hash in imported:
                facts = {"day": f"{imported[file.hash]:%Y-%m-%d}"}
                problems.append(Problem("bill.file_known", Severity.WARNING, place, facts))
            files[file.hash] = file
            table = read_table_file(path, progress=_progress_of(step), cancel=cancel)
            grids = grids_of(table, path.name, pace_of(None, cancel))
            survey = survey_bills(grids, words, remembered, pace_of(None, cancel))
            problems.extend((*gate_warnings(table), *survey.problems))
            tables.extend(survey.tables)
    pace(WHOLE)
    return OpenedBills(tuple(files.values()), tuple(tables), tuple(problems))


def prepare_bills(
    opened: OpenedBills,
    customer_id: str,
    workspace: Workspace,
    choices: BillChoices | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> BillPlan:
    """What the import would do; nothing is stored.

    Args:
        opened: The files, with mappings as a person left them.
        customer_id: Whose bills.
        workspace: Holds the customer.
        choices: What a person has said.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        StorageError: There is no such customer, or the database failed.
        Cancelled: ``cancel`` was set.
    """
    choices = choices or BillChoices()
    stored = workspace.customers.stored(customer_id)
    words = load_bill_words()
    pace = pace_of(progress, cancel)
    chosen = [one for one in opened.tables if one.chosen]
    with uncollected():
        reads = []
        for at, one in enumerate(chosen):
            shares = WHOLE * 8 // 10 * at // len(chosen), WHOLE * 8 // 10 * (at + 1) // len(chosen)
            reads.append(one.read(words, part_of(pace, *shares)))
        read = joined_reads(reads)
        collected = collect_figures(read, choices.twice)
        figures = {k: f for k, f in collected.figures.items() if k[0] not in choices.left_out}
        pace(WHOLE * 9 // 10)
        kinds = {name: kind for one in chosen for name, kind in one.mapping.kinds.items()}
        known = Bills() if choices.replace_stored else stored.bills
        merged = merge_bills(known, figures, words, kinds, absent_is_zero=choices.absent_is_zero)
    accounts = accounts_seen(figures, read.holders, stored.customer)
    totals = (*read.totals, *collected.totals)
    problems = [
        *opened.problems,
        *_skipped(read, choices),
        *collected.problems,
        *_told_totals(totals),
        *other_names(accounts, choices),
        *merged.problems,
    ]
    if not figures and not any(problem.blocks for problem in problems):
        problems.append(Problem("bill.no_figures"))
    blocked = any(problem.blocks for problem in problems)
    pace(WHOLE)
    return BillPlan(
        customer=with_accounts(stored.customer, accounts, choices.reason),
        revision=stored.revision,
        bills=None if blocked else merged.bills,
        problems=tuple(problems),
        accounts=accounts,
        totals=totals,
        rows=read.rows,
        rejected=read.rejected,
        figures=len(figures),
        added=merged.added,
        replaced=merged.replaced,
        same=merged.same,
        unknown=merged.unknown,
        files=opened.files,
        places=_places(read, figures),
    )


def store_bills(
    workspace: Workspace, plan: BillPlan, tables: Sequence[SurveyedBills], now: datetime
) -> None:
    """Store the planned bills, all of them, and remember what columns and charges meant.

    Raises:
        ImportRejected: Findings block the import; they come with it.
        RecordChangedElsewhere: The customer was changed since the plan was made.
        StorageError: The database refused; nothing has changed.
    """
    if plan.bills is None:
        raise ImportRejected(plan.problems)
    workspace.bill_imports.store(
        plan.customer,
        plan.bills,
        plan.files,
        plan.places,
        now=now,
        expected_revision=plan.revision,
    )
    confirmed = {
        one.fingerprint: msgspec.structs.replace(one.mapping, month="")
        for one in tables
        if one.chosen
    }
    if confirmed:
        workspace.bill_layouts.remember(confirmed)


def undo_bills(workspace: Workspace, customer_id: str, now: datetime) -> BillImportRow | None:
    """Take the last import back; ``None`` when there is none.

    Raises:
        RecordChangedElsewhere: Customer or bills were changed since.
        StorageError: The database failed.
    """
    return workspace.bill_imports.undo(customer_id, now)


def _progress_of(pace: Pace) -> Callable[[float], None]:
    return lambda share: pace(round(share * WHOLE))


def _skipped(read: BillsRead, choices: BillChoices) -> Sequence[Problem]:
    """What reading found; rejected rows block nothing when somebody has said so."""
    if not choices.skip_rejected:
        return read.problems
    return [
        msgspec.structs.replace(problem, severity=Severity.WARNING) if problem.blocks else problem
        for problem in read.problems
    ]


def _told_totals(totals: Sequence[TotalCheck]) -> list[Problem]:
    return [
        Problem(
            "bill.total_differs",
            Severity.WARNING,
            Place(check.source.file, check.source.sheet, check.row, check.column),
            {
                "label": check.label,
                "stated": yuan(check.stated),
                "summed": yuan(check.summed),
                "difference": yuan(check.difference),
            },
        )
        for check in totals
        if check.difference
    ]


def _places(read: BillsRead, figures: Mapping[FigureKey, BillFigure]) -> FigurePlaces:
    return FigurePlaces(
        tuple((source.file, source.sheet) for source in read.sources),
        tuple(
            (account, month, name, figure.source, figure.row)
            for (account, month, name, _), figure in figures.items()
        ),
    )
