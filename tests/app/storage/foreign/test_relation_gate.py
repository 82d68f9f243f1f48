"""What a file would load, run or carry along is refused."""

from __future__ import annotations

import pytest

from app.storage.foreign.gate import GateReport, check_ooxml
from tests.app.storage.foreign.office_files import (
    document_parts,
    packed,
    relations,
    workbook_parts,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _workbook_with(name: str, content: str | bytes) -> bytes:
    return packed({**workbook_parts(_CELL), name: content})


def _document_with(name: str, content: str | bytes) -> bytes:
    return packed({**document_parts(), name: content})


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        ("oleObject", "embeddings/x.bin", "gate.embedded_object"),
        ("package", "embeddings/x.xlsx", "gate.embedded_object"),
        ("aFChunk", "chunk.html", "gate.imported_chunk"),
        ("control", "activeX/x.xml", "gate.active_control"),
        ("vbaProject", "vbaProject.bin", "gate.macros"),
        ("attachedTemplate", "http://evil.example/t.dotm", "gate.attached_template"),
        ("subDocument", "x.docx", "gate.linked_document"),
        ("image", "http://evil.example/x.png", "gate.external_target"),
        ("image", "\\\\evil\\share\\x.png", "gate.external_target"),
        ("hyperlink", "file:///etc/passwd", "gate.unsafe_link"),
        ("hyperlink", "javascript:alert(1)", "gate.unsafe_link"),
        ("hyperlink", "\\\\evil\\share", "gate.unsafe_link"),
    ],
)
def test_relations_that_load_run_or_carry_something_are_refused(
    kind: str, target: str, code: str
) -> None:
    """Most of them would be copied into every document made from the template."""
    content = relations(external=[(kind, target)])
    data = _document_with("word/_rels/document.xml.rels", content)
    assert _codes(check_ooxml(data, "docx")) == {code}


@pytest.mark.parametrize("target", ["https://example.cn/a", "HTTP://x.cn", "mailto:a@b.cn"])
def test_web_and_mail_links_are_allowed(target: str) -> None:
    """They do nothing until someone clicks."""
    content = relations(external=[("hyperlink", target)])
    assert check_ooxml(_document_with("word/_rels/document.xml.rels", content), "docx") == (
        GateReport()
    )


def test_a_formula_into_another_workbook_is_refused() -> None:
    """Its stored value may be years old."""
    content = relations(external=[("externalLinkPath", "file:///C:/prices.xlsx")])
    name = "xl/externalLinks/_rels/externalLink1.xml.rels"
    assert _codes(check_ooxml(_workbook_with(name, content), "xlsx")) == {"gate.linked_workbook"}


def test_macros_are_refused_under_any_type() -> None:
    """By the content type, and by the project itself."""
    parts = workbook_parts(_CELL)
    types = parts["[Content_Types].xml"].replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    by_type = packed({**parts, "[Content_Types].xml": types})
    by_part = _workbook_with("xl/vbaProject.bin", b"\xd0\xcf")
    assert _codes(check_ooxml(by_type, "xlsx")) == {"gate.macros"}
    assert _codes(check_ooxml(by_part, "xlsx")) == {"gate.macros"}


@pytest.mark.parametrize("name", ["word/embeddings/x.bin", "word/x.exe", "word/x.html"])
def test_files_inside_the_file_are_refused(name: str) -> None:
    """Even when nothing refers to them."""
    assert _codes(check_ooxml(_document_with(name, b"\x01x"), "docx")) == {"gate.embedded_object"}


def test_a_missing_part_stops_a_text_document_but_not_a_workbook() -> None:
    """The library for text documents fails on it; workbooks are read without it."""
    content = relations(("image", "media/none.png"))
    document = check_ooxml(_document_with("word/_rels/document.xml.rels", content), "docx")
    book = check_ooxml(_workbook_with("xl/worksheets/_rels/sheet1.xml.rels", content), "xlsx")
    assert _codes(document) == {"gate.missing_part"}
    assert book.refusals == ()
    assert [found.code for found in book.warnings] == ["gate.missing_part"]
