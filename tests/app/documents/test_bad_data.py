"""Promises about what people type: printed as typed, or refused with the reason; never a hang."""

from __future__ import annotations

import pytest

from app.documents.readback import pdf_pages
from app.errors import DocumentError
from catalog.problem import Severity
from tests.app.documents.papers import changed, made, read_passages

PRINTED = {
    "markup": "A&B <商贸> &amp; \"x\" 'y' ]]>",
    "single_braces": "甲{乙}丙 }{ {} % #",
    "spreadsheet_formula": "=HYPERLINK(1)",
    "path": "..\\..\\C:/甲?*乙",
    "name_of_300_letters": "长江大桥南" * 60,
    "name_of_one_long_word": "Supercalifragilistic" * 40,
    "rare_character_of_a_name": "刘䶮",
}


@pytest.mark.parametrize("name", sorted(PRINTED))
@pytest.mark.parametrize("kind_id", ["contract", "proposal"])
def test_name_is_printed_as_it_was_typed(name: str, kind_id: str) -> None:
    """In Word and in the PDF, which rendering compares letter by letter."""
    paper = made(kind_id, changed(customer_name=PRINTED[name]))
    typed = "".join(PRINTED[name].split())
    assert any(typed in "".join(passage.split("|")) for passage in read_passages(paper.docx))
    assert not [one for one in paper.findings if one.severity is Severity.ERROR]


def test_address_of_forty_lines_is_printed_whole() -> None:
    """Each line stands, in order, and the document has its pages."""
    address = "\n".join(f"第{number}行·长江大道" for number in range(1, 41))
    paper = made("contract", changed(customer_address=address))
    read = "".join(read_passages(paper.docx))
    places = [read.index(f"第{number}行") for number in range(1, 41)]
    assert places == sorted(places)
    assert "第40行·长江大道" in "".join(pdf_pages(paper.pdf))


def test_character_that_no_font_has_is_an_error_that_names_it() -> None:
    """An empty box is never handed out: who issues refuses a paper with such a finding."""
    paper = made("contract", changed(customer_name="笑😀公司"))
    errors = [one for one in paper.findings if one.severity is Severity.ERROR]
    assert {one.code for one in errors} == {"paper.missing_glyph"}
    assert all("😀" in one.parameters["what"] for one in errors)


@pytest.mark.parametrize("mark", ["\u200f", "\u202e", "\u2067", "\u061c", "\x00", "\ufffe"])
def test_mark_that_hides_or_reorders_text_is_refused_by_name(mark: str) -> None:
    """The failure says which field and which character."""
    with pytest.raises(DocumentError) as failure:
        made("contract", changed(customer_address=f"甲{mark}乙"))
    assert failure.value.parameters["character"] == f"U+{ord(mark):04X}"
    assert "address" in failure.value.parameters["field"]


@pytest.mark.parametrize("typed", ["{{ price.contract.net }}", "{% if sites %}", "{# x #}"])
def test_tag_that_was_typed_as_a_name_is_refused(typed: str) -> None:
    """Text of a person never becomes part of a template."""
    with pytest.raises(DocumentError):
        made("contract", changed(customer_name=typed))
