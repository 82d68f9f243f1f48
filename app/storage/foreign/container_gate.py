"""The outer wall of an office file: the archive's directory, before any part is unpacked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from app.storage.foreign.findings import GateFinding, finding

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Sequence

    from app.storage.foreign.limits import Limits

_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG = 1
_LOCAL_HEADER = 30
_RATIO_MATTERS_FROM = 1 << 20
_MB = 1 << 20


def check_container(members: Sequence[zipfile.ZipInfo], limits: Limits) -> list[GateFinding]:
    """Check names, methods, declared sizes and positions of the parts of an archive."""
    if len(members) > limits.parts:
        return [finding("gate.too_many_parts", count=len(members), limit=limits.parts)]
    found: list[GateFinding] = []
    seen: set[str] = set()
    for member in members:
        found.extend(_name_faults(member.orig_filename, seen))
        found.extend(_packing_faults(member, limits))
    total = sum(member.file_size for member in members)
    if total > limits.total:
        found.append(finding("gate.contents_too_large", size=_megabytes(total)))
    found.extend(_overlaps(members))
    return found


def is_table_part(name: str) -> bool:
    """True for the parts of a workbook that may be large: sheets and the table of texts."""
    lowered = name.lower()
    return "/worksheets/" in lowered or lowered.endswith("sharedstrings.xml")


def _name_faults(original: str, seen: set[str]) -> Iterator[GateFinding]:
    name = original.replace("\\", "/")
    if name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/"):
        yield finding("gate.unsafe_part_name", part=original)
    key = name.casefold()
    if key in seen:
        yield finding("gate.duplicate_part", part=original)
    seen.add(key)


def _packing_faults(member: zipfile.ZipInfo, limits: Limits) -> Iterator[GateFinding]:
    part, size = member.filename, member.file_size
    if member.compress_type not in (_STORED, _DEFLATED):
        yield finding("gate.compression_method", part=part, method=member.compress_type)
    if member.flag_bits & _ENCRYPTED_FLAG:
        yield finding("gate.encrypted_part", part=part)
    if size > (limits.sheet if is_table_part(part) else limits.part):
        yield finding("gate.part_too_large", part=part, size=_megabytes(size))
    if size > _RATIO_MATTERS_FROM and size > limits.ratio * max(1, member.compress_size):
        yield finding("gate.zip_bomb", part=part, size=_megabytes(size))


def _overlaps(members: Sequence[zipfile.ZipInfo]) -> Iterator[GateFinding]:
    """Parts that share bytes: a way to pack one bomb a thousand times."""
    for one, other in pairwise(sorted(members, key=lambda member: member.header_offset)):
        if one.header_offset + _LOCAL_HEADER + one.compress_size > other.header_offset:
            yield finding("gate.overlapping_parts", part=one.filename, other=other.filename)


def _megabytes(size: int) -> str:
    return f"{max(1, size // _MB)} MB"
