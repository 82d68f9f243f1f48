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
from uuid import UUID, uuid4, uuid5

import msgspec

from app.errors import FileError, QuotewrightError, RecordMissing
from app.quoting.pattern import quote_like
from app.quoting.quote import Quote
from app.services.issue_documents import PaperKind, issue_documents, make_folder
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.storage.files import write_atomically
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import datetime
    from multiprocessing.context import SpawnProcess
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Event
    from pathlib import Path
    from typing import BinaryIO

    from catalog.local_text import Language

LEDGER = "batch.jsonl"
_NAMES = "{customer}-{paper}-{number}"
_PATIENCE = 0.5


class BatchPlan(msgspec.Struct, frozen=True):
    """What every customer of a batch gets.

    Attributes:
        id: Of the batch; hexadecimal.
        pattern: The offer.
        kinds: Papers.
        names: Pattern of the names of files; holds the number of the quote.
    """

    id: str
    pattern: Quote
    kinds: tuple[PaperKind, ...]
    names: str


class BatchOutcome(msgspec.Struct, frozen=True):
    """What became of one customer.

    Attributes:
        customer: Identifier.
        number: Of the quote; empty when there is none.
        files: Names of the files written.
        problem: Why there are none, for people; empty when all went well.
    """

    customer: str
    number: str = ""
    files: tuple[str, ...] = ()
    problem: str = ""


def plan_batch(
    folder: Path, pattern: Quote, kinds: Sequence[PaperKind], names: str = ""
) -> BatchPlan:
    """Begin a batch in a folder, or take up the one that was begun there.

    Args:
        folder: For the files; made when it is not there.
        pattern: The offer.
        kinds: Papers for each customer.
        names: Pattern of the names of files; the number is added where it is not named, because
            two customers may have one name.

    Raises:
        FileError: Another batch was begun in the folder (``reason`` is ``other_batch``), or it
            cannot be written.
    """
    wanted = names or _NAMES
    if "{number}" not in wanted:
        wanted = f"{wanted}-{{number}}"
    make_folder(folder)
    ledger = folder / LEDGER
    plan = BatchPlan(uuid4().hex, pattern, tuple(kinds), wanted)
    if not ledger.exists():
        write_atomically(ledger, msgspec.json.encode(plan) + b"\n")
        return plan
    first = ledger.read_bytes().partition(b"\n")[0]
    try:
        begun = msgspec.json.decode(first, type=BatchPlan)
    except msgspec.DecodeError as failure:
        raise FileError(file=ledger.name, reason="other_batch") from failure
    if msgspec.structs.replace(plan, id=begun.id) != begun:
        raise FileError(file=ledger.name, reason="other_batch")
    return begun


def done_before(folder: Path) -> dict[str, BatchOutcome]:
    """Who is done according to the ledger, by customer; a line that was cut off counts nothing."""
    found: dict[str, BatchOutcome] = {}
    for line in (folder / LEDGER).read_bytes().split(b"\n")[1:]:
        try:
            outcome = msgspec.json.decode(line, type=BatchOutcome)
        except msgspec.DecodeError:
            continue
        found[outcome.customer] = outcome
    return found


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
    context = multiprocessing.get_context("spawn")
    todo: Queue[str | None] = context.Queue()
    told: Queue[BatchOutcome] = context.Queue()
    stop = context.Event()
    for customer in [*left, *[None] * count]:
        todo.put(customer)
    crew = [
        context.Process(
            target=_work, args=((data, folder, plan, now, language), todo, told, stop), daemon=True
        )
        for _ in range(count)
    ]
    for process in crew:
        process.start()
    waiting = set(left)
    with (folder / LEDGER).open("ab") as ledger:
        try:
            while waiting and (outcome := _next(told, crew)) is not None:
                waiting.discard(outcome.customer)
                _note(ledger, outcome)
                yield outcome
        finally:
            stop.set()
            while (outcome := _next(told, crew)) is not None:
                _note(ledger, outcome)


def _next(told: Queue[BatchOutcome], crew: Sequence[SpawnProcess]) -> BatchOutcome | None:
    """What is told next; ``None`` when nobody works any more."""
    while True:
        working = any(process.is_alive() for process in crew)
        try:
            return told.get(timeout=_PATIENCE if working else 0.0)
        except queue.Empty:
            if not working:
                return None


def _note(ledger: BinaryIO, outcome: BatchOutcome) -> None:
    """Remember who is done, at once and for good."""
    if not outcome.problem:
        ledger.write(msgspec.json.encode(outcome) + b"\n")
        ledger.flush()
        os.fsync(ledger.fileno())


def _work(
    what: tuple[Path, Path, BatchPlan, datetime, Language],
    todo: Queue[str | None],
    told: Queue[BatchOutcome],
    stop: Event,
) -> None:
    """Do one customer after the other until there are no more; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides, and what is begun ends
    data, folder, plan, now, language = what
    words = load_words(language)
    workspace = Workspace.open(data)
    try:
        while not stop.is_set():
            customer = todo.get()
            if customer is None:
                break
            try:
                outcome = _one(workspace, folder, plan, customer, now)
            except QuotewrightError as failure:
                outcome = BatchOutcome(customer, problem=" ".join(words.failure(failure)))
            except Exception as failure:  # noqa: BLE001 - one customer must not stop the others
                outcome = BatchOutcome(customer, problem=f"{type(failure).__name__}: {failure}")
            told.put(outcome)
    finally:
        workspace.close()


def _one(
    workspace: Workspace, folder: Path, plan: BatchPlan, customer: str, now: datetime
) -> BatchOutcome:
    """The quote of a customer, made unless it is there, and its papers, written over its own."""
    quote_id = uuid5(UUID(plan.id), customer).hex
    try:
        quote = workspace.quotes.load(quote_id).quote
    except RecordMissing:
        workspace.customers.load(customer)  # refuses who is not there before a number is taken
        quote = quote_like(
            plan.pattern,
            quote_id=quote_id,
            number=workspace.numbers.next_number(now.date()),
            customer=customer,
            today=now.date(),
            valid_days=workspace.settings.validity_days,
        )
        workspace.quotes.create(quote, now=now)
    files = issue_documents(
        workspace,
        work_out_stored(workspace, quote_id),
        plan.kinds,
        folder,
        now=now,
        names=plan.names,
        replace=True,
    )
    return BatchOutcome(customer, quote.number, tuple(file.path.name for file in files))
