"""What a batch makes for whom, and the ledger in its folder that says who is done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.errors import FileError
from app.quoting.quote import Quote
from app.services.issue_documents import PaperKind, make_folder
from app.storage.files import write_atomically
from catalog.known_type import known
from catalog.local_text import Language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEDGER = "batch.jsonl"
_NAMES = "{customer}-{paper}-{number}"


class BatchCustomer(msgspec.Struct, frozen=True):
    """Somebody who gets the offer.

    Attributes:
        id: Identifier of the customer.
        quantities: How many of an offering, by its code; others are as in the pattern.
    """

    id: str
    quantities: dict[str, int] = {}


class BatchPlan(msgspec.Struct, frozen=True):
    """What every customer of a batch gets.

    Attributes:
        id: Of the batch; hexadecimal.
        pattern: The offer.
        kinds: Papers.
        names: Pattern of the names of files; holds the number of the quote.
        languages: Of the papers; the pattern's own when none is named.
        submit: Submit each quote first: what is within its author's own authority is approved.
        wanted: For whom, where that was said when it was begun.
    """

    id: str
    pattern: Quote
    kinds: tuple[PaperKind, ...]
    names: str
    languages: tuple[Language, ...] = ()
    submit: bool = False
    wanted: tuple[BatchCustomer, ...] = ()


class BatchOutcome(msgspec.Struct, frozen=True):
    """What became of one customer.

    Attributes:
        customer: Identifier.
        number: Of the quote; empty when there is none.
        files: Names of the files written.
        problem: Why there are none, for people; empty when all went well.
        draft: Why the papers are drafts, for people; empty when they are not.
    """

    customer: str
    number: str = ""
    files: tuple[str, ...] = ()
    problem: str = ""
    draft: str = ""


def plan_batch(
    folder: Path,
    pattern: Quote,
    kinds: Sequence[PaperKind],
    names: str = "",
    *,
    languages: Sequence[Language] = (),
    submit: bool = False,
    wanted: Sequence[BatchCustomer] = (),
) -> BatchPlan:
    """Begin a batch in a folder, or take up the one that was begun there.

    Args:
        folder: For the files; made when it is not there.
        pattern: The offer.
        kinds: Papers for each customer.
        names: Pattern of the names of files; the number is added where it is not named, because
            two customers may have one name.
        languages: Of the papers; the pattern's own when none is named.
        submit: Submit each quote before its papers are written.
        wanted: For whom; others than when it was begun are allowed.

    Raises:
        FileError: Another batch was begun in the folder (``reason`` is ``other_batch``), or it
            cannot be written.
    """
    chosen = names or _NAMES
    if "{number}" not in chosen:
        chosen = f"{chosen}-{{number}}"
    make_folder(folder)
    plan = BatchPlan(
        uuid4().hex, pattern, tuple(kinds), chosen, tuple(languages), submit, tuple(wanted)
    )
    begun = begun_batch(folder)
    if begun is None:
        write_atomically(folder / LEDGER, msgspec.json.encode(plan) + b"\n")
        return plan
    plan = msgspec.structs.replace(plan, id=begun.id)
    if plan != msgspec.structs.replace(begun, wanted=plan.wanted):
        raise FileError(file=LEDGER, reason="other_batch")
    return plan


def begun_batch(folder: Path) -> BatchPlan | None:
    """The batch that was begun in a folder; ``None`` where none was.

    Raises:
        FileError: The ledger is not one that this program wrote (``reason`` is ``other_batch``).
    """
    ledger = folder / LEDGER
    if not ledger.exists():
        return None
    try:
        return msgspec.json.decode(ledger.read_bytes().partition(b"\n")[0], type=known(BatchPlan))
    except (msgspec.DecodeError, OSError) as failure:
        raise FileError(file=ledger.name, reason="other_batch") from failure


def done_before(folder: Path) -> dict[str, BatchOutcome]:
    """Who is done according to the ledger, by customer; a line that was cut off counts nothing."""
    found: dict[str, BatchOutcome] = {}
    for line in (folder / LEDGER).read_bytes().split(b"\n")[1:]:
        try:
            outcome = msgspec.json.decode(line, type=known(BatchOutcome))
        except msgspec.DecodeError:
            continue
        found[outcome.customer] = outcome
    return found
