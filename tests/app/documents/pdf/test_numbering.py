"""Lists as Word counts them."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from app.documents.pdf.numbering import Numbering, symbol
from app.documents.pdf.report import Finding
from tests.app.documents.pdf.documents import (
    add_item,
    add_list,
    lines_of,
    new_document,
    pdf_of,
    place_of,
)

CONTRACT = [
    ("chineseCountingThousand", "第%1条", ""),
    ("decimal", "%1.%2", "<w:isLgl/>"),
    ("decimal", "（%3）", ""),
]


def labels(levels: list[int], definition: list[tuple[str, str, str]] = CONTRACT) -> list[str]:
    """Return the labels that paragraphs of the given levels get, one after the other."""
    document = new_document()
    list_id = add_list(document, definition)
    numbering = Numbering(etree.fromstring(etree.tostring(document.part.numbering_part.element)))
    return [numbering.next_label(str(list_id), level) for level in levels]


def test_contract_clauses() -> None:
    """第一条, 1.1 in legal digits though the level above counts in Chinese, （1）."""
    assert labels([0, 1, 1, 2, 2, 0, 1, 2]) == [
        "第一条",
        "1.1",
        "1.2",
        "（1）",
        "（2）",
        "第二条",
        "2.1",
        "（1）",
    ]


def test_without_legal_style_the_outer_format_shows() -> None:
    """%1.%2 without isLgl repeats the outer level as it is written."""
    assert labels([0, 1], [CONTRACT[0], ("decimal", "%1.%2", "")]) == ["第一条", "一.1"]


def test_level_never_seen_counts_as_its_start() -> None:
    """A list that begins on the second level shows 1.1."""
    assert labels([1, 1]) == ["1.1", "1.2"]


def test_level_with_restart_0_goes_on_counting() -> None:
    """``lvlRestart`` 0: figures run through the whole document."""
    definition = [CONTRACT[0], ("decimal", "%2", '<w:lvlRestart w:val="0"/>')]
    assert labels([0, 1, 1, 0, 1], definition) == ["第一条", "1", "2", "第二条", "3"]


def with_override(document: Any, base: int, override: str) -> str:  # noqa: ANN401 - untyped docx
    """Add a second instance of a list with an override and return its number."""
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="777"><w:abstractNumId w:val="{base}"/>'
            f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride></w:num>'
        )
    )
    return "777"


def test_start_override_restarts_once() -> None:
    """A second instance with a start override counts anew, then goes on."""
    document = new_document()
    base = add_list(document, [("decimal", "%1.", "")])
    other = with_override(document, base, '<w:startOverride w:val="5"/>')
    numbering = Numbering(etree.fromstring(etree.tostring(document.part.numbering_part.element)))
    counted = [numbering.next_label(n, 0) for n in (str(base), str(base), other, other)]
    assert counted == ["1.", "2.", "5.", "6."]


def test_level_override_replaces_the_definition() -> None:
    """An instance may write a level its own way and still share the counter."""
    document = new_document()
    base = add_list(document, [("decimal", "%1.", "")])
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    other = with_override(document, base, level)
    numbering = Numbering(etree.fromstring(etree.tostring(document.part.numbering_part.element)))
    assert [numbering.next_label(n, 0) for n in (str(base), other)] == ["1.", "II"]


@pytest.mark.parametrize(
    ("text", "family", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf06c", "Wingdings", "●"),
        ("l", "Wingdings", "●"),
        ("-", "", "-"),
    ],
)
def test_bullets_in_symbol_fonts_become_unicode(text: str, family: str, shown: str) -> None:
    """Private codes of symbol fonts are drawn as the characters that they look like."""
    assert symbol(text, family) == shown


def test_labels_stand_before_their_paragraphs_in_the_pdf() -> None:
    """The drawn page shows label and text on one line."""
    document = new_document()
    list_id = add_list(document, CONTRACT)
    add_item(document, "合同标的", list_id, 0)
    add_item(document, "甲方购买服务。", list_id, 1)
    add_item(document, "含安装。", list_id, 2)
    assert lines_of(pdf_of(document).data) == [
        "第一条合同标的",
        "1.1甲方购买服务。",
        "（1）含安装。",
    ]


def test_numbering_of_a_style_applies_to_its_paragraphs() -> None:
    """A heading style linked to a list is numbered without direct formatting."""
    document = new_document()
    list_id = add_list(document, [("chineseCounting", "%1、", '<w:pStyle w:val="Heading1"/>')])
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties._add_numPr()._add_numId().val = list_id
    assert properties.find(qn("w:numPr")) is not None
    document.add_heading("概述", 1)
    document.add_heading("报价", 1)
    assert lines_of(pdf_of(document).data) == ["一、概述", "二、报价"]


def test_right_aligned_label_ends_where_the_first_line_begins() -> None:
    """Level indents of 42 less 21 points: a right-aligned label ends at 21."""
    document = new_document()
    list_id = add_list(document, [("decimal", "%1.", '<w:suff w:val="nothing"/>')])
    (level,) = [
        level
        for level in document.part.numbering_part.element.iter(qn("w:lvl"))
        if level.getparent().get(qn("w:abstractNumId")) == str(list_id)
    ]
    level.append(parse_xml(f'<w:lvlJc {nsdecls("w")} w:val="right"/>'))
    add_item(document, "甲", list_id)
    # 420 twips of left indent and as much hanging: the first line begins at the margin.
    assert place_of(pdf_of(document).data, "甲")[0] == pytest.approx(90, abs=0.02)


def test_unknown_number_format_is_reported() -> None:
    """A format that is written as a decimal although another was meant is said."""
    document = new_document()
    list_id = add_list(document, [("hebrew1", "%1.", "")])
    add_item(document, "甲", list_id)
    result = pdf_of(document)
    assert result.findings == (Finding("list format hebrew1", "document.xml: 甲"),)
    assert lines_of(result.data) == ["1.甲"]
