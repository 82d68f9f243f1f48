"""One offer for many customers: a quote and its papers for each of them, exactly once.

Worker processes take one customer after the other, so all cores are used and memory stays flat. A
ledger in the folder says who is done; the quote of a customer has an identifier that follows from
the batch, so that what was interrupted is taken up where it stood and nobody gets two quotes.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import msgspec

from app.approval.state import QuoteState
from app.errors import QuotewrightError, RecordMissing, StepRefused
from app.quoting.item_edits import set_quantity
from app.quoting.pattern import quote_like
from app.services.batch_plan import LEDGER, BatchOutcome, BatchPlan, done_before
from app.services.issue_documents import issue_documents
from app.services.quote_life import doing, person_of, submit
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import datetime
    from multiprocessing.context import SpawnProcess
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Event
    from pathlib import Path
    from typing import BinaryIO, TypeAlias

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.translation import Words
    from catalog.local_text import Language

    _Task: TypeAlias = tuple[Path, Path, BatchPlan, datetime, Language]
    """The data folder, the folder of the files, what each gets, the moment, and who is told."""

_PATIENCE = 0.5
_MOST = 100
"""Customers of one process; then another takes its place, and what it held is given back."""
_RELIEVED = 3
"""Exit code of a process that did its share."""


def run_batch(
    data: Path,
    folder: Path,
    plan: BatchPlan,
    customers: Sequence[str],
    *,
    now: datetime,
    language: Language = "zh",
    workers: int = 0,
) -> Generator[BatchOutcome, None, None]:
    """Make the quote and the papers of every customer who is not done yet.

    Args:
        data: The user's data folder.
        folder: For the files and the ledger.
        plan: What each gets.
        customers: Identifiers; one that comes twice is done once.
        now: The moment, with the user's time zone.
        language: Of what is told.
        workers: How many processes; 0 for one on each core.

    Yields:
        What became of each customer, as they are done; those done before are not named. When the
        generator is closed, what is under way is ended and nothing new is begun.
    """
    done = done_before(folder)
    left = [one for one in dict.fromkeys(customers) if one not in done]
    count = min(workers or os.cpu_count() or 1, len(left))
    crew = _Crew((data, folder, plan, now, language), left, count)
    waiting = set(left)
    with (folder / LEDGER).open("ab") as ledger:
        try:
            while waiting and (outcome := crew.next()) is not None:
                waiting.discard(outcome.customer)
                _note(ledger, outcome)
                yield outcome
        finally:
            crew.stop()
            while (outcome := crew.next()) is not None:
                _note(ledger, outcome)


class _Crew:
    """Processes that work on one queue of customers."""

    def __init__(self, task: _Task, customers: Sequence[str], count: int) -> None:
        """Set so many processes to work."""
        self._context = multiprocessing.get_context("spawn")
        self._told: Queue[BatchOutcome] = self._context.Queue()
        self._todo: Queue[str | None] = self._context.Queue()
        self._stop = self._context.Event()
        self._task = task
        for customer in [*customers, *[None] * count]:
            self._todo.put(customer)
        self._processes = [self._begin() for _ in range(count)]

    def next(self) -> BatchOutcome | None:
        """What is told next; ``None`` when nobody works any more."""
        while True:
            self._relieve()
            working = any(process.is_alive() for process in self._processes)
            try:
                return self._told.get(timeout=_PATIENCE if working else 0.0)
            except queue.Empty:
                if not working:
                    return None

    def stop(self) -> None:
        """Begin nothing new."""
        self._stop.set()

    def _relieve(self) -> None:
        """Replace whoever did his share."""
        for place, process in enumerate(self._processes):
            if process.exitcode == _RELIEVED and not self._stop.is_set():
                process.close()
                self._processes[place] = self._begin()

    def _begin(self) -> SpawnProcess:
        process = self._context.Process(
            target=_work, args=(self._task, self._todo, self._told, self._stop), daemon=True
        )
        process.start()
        return process


def _note(ledger: BinaryIO, outcome: BatchOutcome) -> None:
    """Remember who is done, at once and for good."""
    if not outcome.problem:
        ledger.write(msgspec.json.encode(outcome) + b"\n")
        ledger.flush()
        os.fsync(ledger.fileno())


def _work(task: _Task, todo: Queue[str | None], told: Queue[BatchOutcome], stop: Event) -> None:
    """Do one customer after the other until there are no more; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides, and what is begun ends
    multiprocessing.current_process().daemon = False  # may start who fills the user's templates
    data, folder, plan, now, language = task
    words = load_words(language)
    workspace = Workspace.open(data)
    relieved = False
    try:
        for _ in range(_MOST):
            customer = None if stop.is_set() else todo.get()
            if customer is None:
                break
            try:
                outcome = _one(workspace, folder, plan, customer, now, words)
            except QuotewrightError as failure:
                outcome = BatchOutcome(customer, problem=" ".join(words.failure(failure)))
            except Exception as failure:  # noqa: BLE001 - one customer must not stop the others
                outcome = BatchOutcome(customer, problem=f"{type(failure).__name__}: {failure}")
            told.put(outcome)
        else:
            relieved = True
    finally:
        workspace.close()
    if relieved:
        raise SystemExit(_RELIEVED)


def _one(
    workspace: Workspace, folder: Path, plan: BatchPlan, customer: str, now: datetime, words: Words
) -> BatchOutcome:
    """The quote of a customer, made unless it is there, and its papers, written over its own."""
    quote_id = uuid5(UUID(plan.id), customer).hex
    try:
        quote = workspace.quotes.load(quote_id).quote
    except RecordMissing:
        workspace.customers.load(customer)  # refuses who is not there before a number is taken
        quote = quote_like(
            _pattern_for(plan, customer),
            quote_id=quote_id,
            number=workspace.next_number(now.date()),
            customer=customer,
            today=now.date(),
            valid_days=workspace.settings.validity_days,
        )
        workspace.quotes.create(quote, now=now)
    revision = work_out_stored(workspace, quote_id, today=now.date())
    refused = _submitted(workspace, revision, now, words) if plan.submit else ""
    files = issue_documents(
        workspace,
        revision,
        plan.kinds,
        folder,
        now=now,
        languages=plan.languages,
        names=plan.names,
        replace=True,
    )
    closed = (reason for file in files for reason in file.why_draft)
    told = [refused, *(words.told(one.code, one.parameters)[0] for one in closed)]
    why = " ".join(dict.fromkeys(filter(None, told)))
    return BatchOutcome(customer, quote.number, tuple(file.path.name for file in files), draft=why)


def _submitted(workspace: Workspace, revision: Revision, now: datetime, words: Words) -> str:
    """Submit a quote, unless it is already; why it cannot be, or nothing."""
    if workspace.life.life(revision.quote.id).state is not QuoteState.IN_PROGRESS:
        return ""
    try:
        submit(workspace, revision, doing(person_of(workspace.settings), now))
    except StepRefused as refusal:
        return words.failure(refusal)[0]
    return ""


def _pattern_for(plan: BatchPlan, customer: str) -> Quote:
    """The offer with the quantities of a customer."""
    pattern = plan.pattern
    wanted = next((one.quantities for one in plan.wanted if one.id == customer), {})
    for item in pattern.items:
        if item.offering in wanted:
            pattern = set_quantity(pattern, item.id, wanted[item.offering])
    return pattern
