"""The directory of an archive is checked before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile

import msgspec
import pytest

from app.storage.foreign.gate import GateReport, check_ooxml
from app.storage.foreign.limits import LIMITS
from tests.app.storage.foreign.office_files import (
    HEAD,
    packed,
    sheet,
    workbook,
    workbook_parts,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _workbook_with(name: str, content: str | bytes) -> bytes:
    return packed({**workbook_parts(_CELL), name: content})


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_methods_that_office_programs_do_not_use_are_refused(method: int) -> None:
    """They hide a thousand times larger bombs."""
    data = packed(workbook_parts(_CELL), method=method)
    assert _codes(check_ooxml(data, "xlsx")) == {"gate.compression_method"}


def test_a_part_that_swells_is_refused_by_its_ratio() -> None:
    """Two megabytes of blanks in two kilobytes."""
    data = _workbook_with("xl/theme.xml", f"{HEAD}<a>{' ' * 2_000_000}</a>")
    assert _codes(check_ooxml(data, "xlsx")) == {"gate.zip_bomb"}


def test_declared_sizes_are_limited() -> None:
    """One part, a sheet, all together, the file, the number of parts."""
    data = workbook(_CELL)
    for change, code in (
        ({"part": 100}, "gate.part_too_large"),
        ({"sheet": 100}, "gate.part_too_large"),
        ({"total": 1000}, "gate.contents_too_large"),
        ({"file": 1000}, "gate.file_too_large"),
        ({"parts": 3}, "gate.too_many_parts"),
    ):
        limits = msgspec.structs.replace(LIMITS, **change)
        assert _codes(check_ooxml(data, "xlsx", limits)) == {code}


def test_a_part_larger_than_it_declares_is_refused() -> None:
    """The directory says 10 bytes; unpacking stops there or finds the checksum wrong."""
    data = bytearray(_workbook_with("xl/media/x.bin", b"\1" * 5000))
    place = data.rindex(b"xl/media/x.bin") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, place + 24, 10)
    assert _codes(check_ooxml(bytes(data), "xlsx")) == {"gate.damaged_part"}


def test_an_encrypted_part_is_refused() -> None:
    """Flag 1 of the directory entry."""
    data = bytearray(workbook(_CELL))
    place = data.rindex(b"xl/styles.xml") - 46
    data[place + 8] |= 1
    assert _codes(check_ooxml(bytes(data), "xlsx")) == {"gate.encrypted_part"}


def test_two_sheets_of_one_name_are_refused() -> None:
    """Readers take the last one, users see the first."""
    twice = [("xl/worksheets/sheet1.xml", sheet(_CELL)), ("XL/styles.xml", "<a/>")]
    data = packed(workbook_parts(_CELL), twice=twice)
    report = check_ooxml(data, "xlsx")
    assert _codes(report) == {"gate.duplicate_part"}
    assert len(report.refusals) == 2


def test_parts_that_share_bytes_are_refused() -> None:
    """The second entry of the directory points into the first part."""
    data = bytearray(workbook(_CELL))
    place = data.rindex(b"xl/styles.xml") - 46
    struct.pack_into("<I", data, place + 42, 5)
    assert "gate.overlapping_parts" in _codes(check_ooxml(bytes(data), "xlsx"))


@pytest.mark.parametrize("name", ["../evil.xml", "/evil.xml", "C:/evil.xml", "a/..\\..\\b.xml"])
def test_part_names_that_leave_the_archive_are_refused(name: str) -> None:
    """Whatever unpacks them later."""
    assert "gate.unsafe_part_name" in _codes(check_ooxml(_workbook_with(name, "<a/>"), "xlsx"))
