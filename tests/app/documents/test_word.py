"""Promises of filling: exact text, strict names, nothing executed, nothing left behind."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.passages import docx_parts
from app.documents.word import checked, fill
from app.errors import DocumentError, TemplateError
from tests.app.documents.small_templates import KNOWN, VALUES, small_template


def _filled(template: bytes, **values: object) -> list[str]:
    given = VALUES | values
    docx = fill(template, given, known=KNOWN, name="t", title="标题", pictures={})  # type: ignore[arg-type]  # hostile values are the point
    return docx_parts(docx)["document"]


def test_fields_and_loops_are_filled() -> None:
    """The plain case."""
    template = small_template(
        "致 {{ name }}", "{%p for row in rows %}", "{{ row.net }} 元", "{%p endfor %}"
    )
    assert _filled(template) == ["致 幼苗幼儿园", "92.01 元", "22.08 元"]


def test_text_that_looks_like_markup_survives() -> None:
    """Docxtpl by itself would drop everything after the ampersand."""
    assert _filled(small_template("{{ name }}"), name="A&B <x>") == ["A&B <x>"]


def test_header_is_filled_too() -> None:
    """The number of a document stands in its header."""
    template = small_template("x", header="编号 {{ name }}")
    docx = fill(template, VALUES, known=KNOWN, name="t", title="", pictures={})
    assert docx_parts(docx)["header1"] == ["编号 幼苗幼儿园"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ nmae }}",
        "{{ name.__class__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ 'x' * 300000000 }}",
        "{% for a in range(99999999) %}{% endfor %}",
        "{{ name",
        "{% if name %}",
    ],
)
def test_template_at_fault_is_refused_before_it_is_filled(text: str) -> None:
    """Unknown names, programs, bombs and broken tags."""
    with pytest.raises(TemplateError):
        _filled(small_template(text))


def test_program_in_the_properties_is_not_run() -> None:
    """Docxtpl renders the author's name as well; the sandbox refuses it."""
    template = small_template("x", author="{{ cycler.__init__.__globals__ }}")
    with pytest.raises(TemplateError):
        _filled(template)


def test_unused_value_with_a_control_character_is_refused() -> None:
    """The data is at fault wherever it stands."""
    with pytest.raises(DocumentError) as failure:
        checked({"group": {"name": "甲\x00"}})
    assert failure.value.parameters == {
        "field": ".group.name",
        "value": "甲\ufffd",
        "character": "U+0000",
    }


def test_values_are_composed() -> None:
    """Two ways to write é are one text."""
    assert checked("e\u0301") == "\u00e9"


def test_result_carries_no_history() -> None:
    """No author, no thumbnail, no custom parts; only the title."""
    docx = fill(
        small_template("x", author="Zhang"), VALUES, known=KNOWN, name="t", title="题", pictures={}
    )
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = archive.namelist()
        core = archive.read("docProps/core.xml").decode()
    assert [name for name in names if name.startswith(("docProps", "customXml"))] == [
        "docProps/core.xml"
    ]
    assert "Zhang" not in core
    assert "<dc:title>题</dc:title>" in core
