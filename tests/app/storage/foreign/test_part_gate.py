"""XML parts are checked for what parsers and office programs would fall for."""

from __future__ import annotations

import pytest

from app.storage.foreign.gate import GateReport, check_ooxml
from tests.app.storage.foreign.office_files import (
    HEAD,
    document_parts,
    packed,
    workbook_parts,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _workbook_with(name: str, content: str | bytes) -> bytes:
    return packed({**workbook_parts(_CELL), name: content})


_FIELD_IN_PIECES = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>'
    "<w:r><w:instrText>AUTO cmd</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "[Content_Types].xml",
        "docProps/core.xml",
        "xl/sheet.bin",
    ],
)
def test_document_type_declarations_are_refused_anywhere(part: str) -> None:
    """Also in parts whose name does not tell that they are XML."""
    parts = workbook_parts(_CELL)
    old = parts.get(part, f"{HEAD}<a/>")
    parts[part] = old.replace(HEAD, HEAD + _ENTITY)
    assert _codes(check_ooxml(packed(parts), "xlsx")) == {"gate.doctype"}


def test_a_declaration_behind_the_first_element_is_refused_too() -> None:
    """It is no XML any more, but readers differ in what they make of it."""
    parts = workbook_parts(_CELL)
    parts["xl/worksheets/sheet1.xml"] += _ENTITY
    assert _codes(check_ooxml(packed(parts), "xlsx")) == {"gate.doctype"}


def test_a_declaration_cannot_hide_behind_another_encoding() -> None:
    """UTF-16 hides it from a search of the bytes; so it is refused as such."""
    for part in ("xl/worksheets/sheet1.xml", "xl/styles.xml"):
        content = workbook_parts(_CELL)[part].replace("UTF-8", "UTF-16").encode("utf-16")
        assert _codes(check_ooxml(_workbook_with(part, content), "xlsx")) == {"gate.part_encoding"}


def test_deep_nesting_is_refused() -> None:
    """A hundred thousand levels overflow the stack of tree builders."""
    content = HEAD + "<a>" * 200 + "</a>" * 200
    assert _codes(check_ooxml(_workbook_with("xl/x.xml", content), "xlsx")) == {
        "gate.nested_too_deep"
    }


def test_broken_xml_is_refused() -> None:
    """Some readers would repair it silently, and lose text."""
    data = packed(document_parts("<w:p><w:r></w:p>"))
    assert _codes(check_ooxml(data, "docx")) == {"gate.damaged_part"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<w:altChunk r="x"/>', "gate.imported_chunk"),
        ("<w:object><o:OLEObject/></w:object>", "gate.embedded_object"),
        ('<w:fldSimple w:instr=" INCLUDETEXT secret.docx "/>', "gate.forbidden_field"),
        (_FIELD_IN_PIECES, "gate.forbidden_field"),
    ],
)
def test_contents_that_load_something_are_refused(body: str, code: str) -> None:
    """Also when the name of a field is cut into pieces."""
    assert _codes(check_ooxml(packed(document_parts(body)), "docx")) == {code}


def test_page_numbers_are_allowed_fields() -> None:
    """Nested fields are told apart."""
    body = (
        '<w:p><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/>'
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>= </w:instrText>'
        '<w:fldChar w:fldCharType="begin"/><w:instrText> NUMPAGES </w:instrText>'
        '<w:fldChar w:fldCharType="end"/><w:instrText> - 1</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert check_ooxml(packed(document_parts(body)), "docx") == GateReport()


def test_a_strict_file_is_refused_with_its_own_reason() -> None:
    """The libraries read it as empty."""
    parts = document_parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert _codes(check_ooxml(packed(parts), "docx")) == {"gate.strict_format"}
