"""The gate: an office file is refused here before any library sees it.

Nothing that the file says of itself is trusted: its name, the names, sizes, methods and positions
of its parts, its types and its relations. The checks use the standard library only.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Literal

import msgspec

from app.errors import FileRefused
from app.storage.foreign.container_gate import check_container
from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.inspection import Inspection
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.sniff import DAMAGE, FileKind, sniff

if TYPE_CHECKING:
    from app.storage.foreign.limits import Limits


_MOST_FINDINGS = 100


class GateReport(msgspec.Struct, frozen=True):
    """What the gate found.

    Attributes:
        refusals: Why no library may read the file; empty if one may.
        warnings: What the user should know: hidden sheets, tracked changes, photo data.
    """

    refusals: tuple[GateFinding, ...] = ()
    warnings: tuple[GateFinding, ...] = ()


def check_ooxml(data: bytes, kind: Literal["docx", "xlsx"], limits: Limits = LIMITS) -> GateReport:
    """Check an office file.

    Args:
        data: The whole content.
        kind: What it must be.
        limits: How much it may hold.
    """
    if len(data) > limits.file:
        return GateReport((finding("gate.file_too_large", limit=f"{limits.file >> 20} MB"),))
    sniffed = sniff(data)
    if sniffed != kind and sniffed is not FileKind.ZIP:
        return GateReport((wrong_kind(sniffed, kind),))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = check_container(archive.infolist(), limits)
            if found:
                return GateReport(tuple(found))
            inspection = Inspection(archive, kind, limits)
            inspection.run()
            return GateReport(_distinct(inspection.refusals), _distinct(inspection.warnings))
    except DAMAGE:
        return GateReport((finding("gate.damaged_file"),))


def refuse_unless_clean(
    name: str, data: bytes, kind: Literal["docx", "xlsx"], limits: Limits = LIMITS
) -> tuple[GateFinding, ...]:
    """Check an office file and return the warnings.

    Raises:
        FileRefused: With every refusal.
    """
    report = check_ooxml(data, kind, limits)
    if report.refusals:
        raise FileRefused(name, report.refusals)
    return report.warnings


def wrong_kind(sniffed: FileKind, wanted: str) -> GateFinding:
    """The finding for a file that is something else than it should be."""
    own = {
        FileKind.EMPTY: "gate.empty_file",
        FileKind.ENCRYPTED_OFFICE: "gate.password",
        FileKind.XLSX_WITH_MACROS: "gate.macros",
        FileKind.DOCX_WITH_MACROS: "gate.macros",
    }
    if sniffed in own:
        return finding(own[sniffed], part="", target="")
    return finding("gate.wrong_kind", file_kind=sniffed.value, wanted_kind=wanted)


def _distinct(findings: list[GateFinding]) -> tuple[GateFinding, ...]:
    """Each finding once, in the order in which they were made; the first hundred will do."""
    distinct = {
        (found.code, *sorted(found.parameters.items())): found
        for found in findings[:_MOST_FINDINGS]
    }
    return tuple(distinct.values())
