"""The gate tells what a file is, refuses what is something else and warns of the rest."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.gate import GateReport, check_ooxml, refuse_unless_clean
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.workbook import read_xlsx
from tests.app.storage.foreign.office_files import (
    document_parts,
    packed,
    shared_texts,
    styles,
    workbook,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
_ORDINARY = workbook(_CELL, texts=shared_texts("<t>云专线</t>"), styles=styles("0.00"))


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _old_container(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + f"{stream}\0".encode("utf-16-le")


def test_ordinary_files_pass_without_a_word() -> None:
    """Ours, and those of the two libraries that the program writes with."""
    from_library = io.BytesIO()
    openpyxl.Workbook().save(from_library)
    text_document = io.BytesIO()
    docx.Document().save(text_document)
    assert check_ooxml(workbook(_CELL), "xlsx") == GateReport()
    assert check_ooxml(packed(document_parts()), "docx") == GateReport()
    assert check_ooxml(from_library.getvalue(), "xlsx") == GateReport()
    assert check_ooxml(text_document.getvalue(), "docx").refusals == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "gate.empty_file"),
        (_old_container("EncryptedPackage"), "gate.password"),
        (_old_container("Workbook"), "gate.wrong_kind"),
        (b"{\\rtf1 x}", "gate.wrong_kind"),
        (b"%PDF-1.7", "gate.wrong_kind"),
        (b"<html><table></table></html>", "gate.wrong_kind"),
        ("编码,价格\n".encode(), "gate.wrong_kind"),
        (packed(document_parts()), "gate.wrong_kind"),
        (packed({"a.txt": "x"}), "gate.wrong_kind"),
        (workbook(_CELL)[:300], "gate.damaged_file"),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_content(data: bytes, code: str) -> None:
    """Password, old format, text formats, a renamed document, a cut-off download."""
    assert _codes(check_ooxml(data, "xlsx")) == {code}


def test_a_workbook_is_no_text_document() -> None:
    """The other way round as well."""
    assert _codes(check_ooxml(workbook(_CELL), "docx")) == {"gate.wrong_kind"}


def test_what_the_user_should_know_is_a_warning() -> None:
    """Hidden sheets, tracked changes, hidden text, comments, photo data, direction characters."""
    hidden = check_ooxml(workbook(_CELL, state="veryHidden"), "xlsx")
    assert [found.code for found in hidden.warnings] == ["gate.hidden_sheet"]
    assert hidden.warnings[0].parameters == {"sheet": "价格"}
    body = (
        "<w:p><w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>\u202ex</w:t></w:r></w:ins>"
        "<w:comment/></w:p>"
    )
    photo = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0"
    data = packed({**document_parts(body), "word/media/a.jpg": photo})
    report = check_ooxml(data, "docx")
    assert report.refusals == ()
    assert {found.code for found in report.warnings} == {
        "gate.tracked_changes",
        "gate.hidden_text",
        "gate.comments",
        "gate.photo_data",
        "gate.direction_characters",
    }


def test_the_refusal_has_codes() -> None:
    """They are told in the user's language."""
    with pytest.raises(FileRefused) as refusal:
        refuse_unless_clean("价格.xlsx", b"", "xlsx")
    assert refusal.value.parameters["file"] == "价格.xlsx"
    assert [found.code for found in refusal.value.findings] == ["gate.empty_file"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_makes_the_gate_or_the_reader_fail_in_another_way(data: st.DataObject) -> None:
    """Up to three bytes of a workbook are changed: refused, unreadable, or read."""
    content = bytearray(_ORDINARY)
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if check_ooxml(bytes(content), "xlsx").refusals:
        return
    try:
        table = read_xlsx("x.xlsx", bytes(content), LIMITS)
    except FileUnreadable as refusal:
        assert refusal.finding.code.startswith("file.damaged")  # noqa: PT017 -- either is right
    else:
        assert len(table.sheets) <= 1
