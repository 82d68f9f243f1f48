"""Field instructions."""

from __future__ import annotations

import pytest

from app.documents.pdf.blocks import PageField
from app.documents.pdf.fields import Instruction, link_target, page_field, parse_instruction
from app.documents.pdf.formats import RunFormat

FORM = RunFormat()


def test_instruction_has_name_argument_and_switches() -> None:
    """Words are split as Word splits them, quotation marks kept together."""
    assert parse_instruction(r' toc \o "1-3" \h \z ') == Instruction(
        "TOC", "", {"o": "1-3", "h": "", "z": ""}
    )
    assert parse_instruction('REF "my mark"') == Instruction("REF", "my mark")


def test_switch_about_looks_is_dropped() -> None:
    """MERGEFORMAT does not hide a switch that says how a number is written."""
    instruction = parse_instruction(r"PAGE \* roman \* MERGEFORMAT")
    assert instruction.switches == {"*": "roman"}


@pytest.mark.parametrize("text", ["", "   ", '"', "PAGE"])
def test_odd_instructions_do_no_harm(text: str) -> None:
    """Empty instructions and unclosed quotation marks are read as far as they go."""
    assert isinstance(parse_instruction(text), Instruction)


def test_page_fields() -> None:
    """PAGE, NUMPAGES and PAGEREF wait for the pages; others show what is stored."""
    assert page_field(parse_instruction("PAGE"), FORM, "") == PageField("page", FORM)
    assert page_field(parse_instruction("NUMPAGES"), FORM, "") == PageField("pages", FORM)
    assert page_field(parse_instruction(r"PAGEREF _Toc1 \h"), FORM, "") == PageField(
        "reference", FORM, "_Toc1"
    )
    assert page_field(parse_instruction("DATE"), FORM, "") is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('HYPERLINK "https://example.com"', "https://example.com"),
        (r'HYPERLINK \l "annex"', "#annex"),
        (r"REF clause \h", "#clause"),
        ("REF clause", ""),
        ("PAGE", ""),
    ],
)
def test_links(text: str, target: str) -> None:
    """Hyperlinks and references asked to be links lead somewhere."""
    assert link_target(parse_instruction(text)) == target
