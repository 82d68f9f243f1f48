"""A contract that came back as a Word file from outside: its words, and nothing else of it.

The file is looked at by the gate and read in a process of its own; what comes out are texts. Its
tracked changes count as accepted: what is compared is what the file asks for.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import FileRefused, FileUnreadable
from app.quoting.contract_text import ContractText
from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.passing import read_passed
from app.storage.foreign.process_limits import WorkerLimits
from app.storage.foreign.worker import run_in_worker

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.storage.foreign.limits import Limits

_READER: Final = "app.services.returned_contract:read_contract_file"
_LIMITS: Final = WorkerLimits(memory=1 << 30, cpu=20, wall=40.0)
_MOST_PASSAGES: Final = 5000
_MOST_CHARACTERS: Final = 1_000_000


class ReturnedContract(msgspec.Struct, frozen=True):
    """What a contract from outside says.

    Attributes:
        name: Of the file.
        text: Its words.
        warnings: What the gate found worth telling, such as hidden text or comments.
    """

    name: str
    text: ContractText
    warnings: tuple[GateFinding, ...] = ()


def read_returned_contract(path: Path, cancel: threading.Event | None = None) -> ReturnedContract:
    """Read a Word file in a process of its own that can be killed.

    Args:
        path: The file.
        cancel: Set to stop.

    Raises:
        FileRefused: The gate refused the file, it is no Word document, or it is too long.
        FileUnreadable: Damaged or locked.
        WorkerFailed: Reading took too much time or memory.
        Cancelled: ``cancel`` was set.
    """
    return run_in_worker(
        _READER, (str(path), LIMITS), ReturnedContract, limits=_LIMITS, cancel=cancel
    )


def read_contract_file(
    path: str, limits: Limits, report: Callable[[float], None]
) -> ReturnedContract:
    """Check and read a Word file; the task of a worker process.

    Args:
        path: The file.
        limits: How much it may hold.
        report: Called with the share that is done, from 0 to 1.

    Raises:
        FileRefused: The gate refused it.
        FileUnreadable: Damaged or locked.
    """
    from app.documents.contract_reading import read_contract

    passed = read_passed(Path(path), "docx", limits)
    try:
        text = read_contract(passed.data)
    except (ValueError, KeyError, RecursionError) as fault:
        raise FileUnreadable(passed.name, finding("file.damaged")) from fault
    if _is_too_long(text):
        raise FileRefused(passed.name, (finding("redline.too_long", count=len(text.passages)),))
    report(1.0)
    return ReturnedContract(passed.name, text, passed.warnings)


def _is_too_long(text: ContractText) -> bool:
    characters = sum(len(one) for passage in text.passages for one in passage.texts)
    return len(text.passages) > _MOST_PASSAGES or characters > _MOST_CHARACTERS
