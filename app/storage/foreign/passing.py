"""read_passed(): an office file from outside that went through the gate; the task of a worker."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple
from xml.parsers import expat

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.gate import refuse_unless_clean, wrong_kind
from app.storage.foreign.opening import read_foreign
from app.storage.foreign.sniff import DAMAGE, FileKind, sniff
from app.storage.foreign.xlsx_package import DamagedWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.storage.foreign.limits import Limits

_KINDS = {"docx": FileKind.DOCX, "xlsx": FileKind.XLSX}


class Passed(NamedTuple):
    """A file that may be read.

    Attributes:
        name: Of the file.
        data: All of it.
        warnings: What the gate found worth telling.
    """

    name: str
    data: bytes
    warnings: tuple[GateFinding, ...]


def read_passed(file: Path, kind: Literal["docx", "xlsx"], limits: Limits) -> Passed:
    """Read a file of the kind that is wanted, and no other.

    Args:
        file: Where it is.
        kind: What it should be.
        limits: How much it may hold.

    Raises:
        FileRefused: The gate refused it, or it is something else.
        FileUnreadable: Missing or locked.
    """
    data = read_foreign(file, limits.file)
    found = sniff(data)
    if found not in (_KINDS[kind], FileKind.ZIP):
        raise FileRefused(file.name, (wrong_kind(found, kind),))
    return Passed(file.name, data, refuse_unless_clean(file.name, data, kind, limits))


@contextmanager
def workbook_damage(name: str) -> Iterator[None]:
    """Tell what is broken inside a workbook.

    Args:
        name: Of the file.

    Raises:
        FileUnreadable: It is damaged.
    """
    try:
        yield
    except DamagedWorkbook as fault:
        raise FileUnreadable(name, fault.finding) from fault
    except (expat.ExpatError, *DAMAGE) as fault:
        raise FileUnreadable(name, finding("file.damaged")) from fault
