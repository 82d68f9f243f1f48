"""Promises about templates that are broken or made to do harm: a finding in seconds, no crash."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from app.documents.fields.clauses import REFERRED
from app.documents.template import read_template
from app.documents.template_lint import lint_template
from app.errors import DocumentError, TemplateError
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import fonts, made
from tests.app.documents.small_templates import small_template, template_folder_with

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.problem import Problem

MANIFEST = 'kind = "contract"\nlanguage = "zh"\nversion = "7"\nresponsible = "法务部"\n'
_MEGABYTE = bytes(1 << 20)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _linted(folder: Path, docx: bytes) -> tuple[Problem, ...]:
    return lint_template(template_folder_with(folder / "contract" / "zh", docx, MANIFEST))


def _with_part(name: str, data: bytes, times: int = 1) -> bytes:
    """A small template in which one part is another, written again and again."""
    source = zipfile.ZipFile(io.BytesIO(small_template("x")))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in source.namelist():
            if part != name:
                archive.writestr(part, source.read(part))
        with archive.open(name, "w", force_zip64=True) as opened:
            for _ in range(times):
                opened.write(data)
    return target.getvalue()


def _body(xml: str) -> bytes:
    return f"<w:document {_W}><w:body>{xml}</w:body></w:document>".encode()


HARMFUL = {
    "loop_over_a_thousand_million": ("{% for a in range(10**9) %}x{% endfor %}", "not_a_list"),
    "loop_that_calls_itself": (
        "{% for a in items recursive %}{{ loop(items) }}{% endfor %}",
        "forbidden",
    ),
    "macro_that_calls_itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "forbidden"),
    "four_loops_inside_each_other": (
        "".join(f"{{% for {a} in items %}}" for a in "abcd") + "{% endfor %}" * 4,
        "too_deep",
    ),
    "a_hundred_conditions_inside_each_other": (
        "{% if sites %}" * 100 + "x" + "{% endif %}" * 100,
        "too_deep",
    ),
    "ten_thousand_brackets": ("{{ " + "(" * 10_000 + "items" + ")" * 10_000 + " }}", "too_deep"),
    "text_of_300_megabytes": ("{{ 'x' * 300000000 }}", "forbidden"),
    "power_without_end": ("{{ 9 ** 9 ** 9 ** 9 }}", "forbidden"),
    "class_of_a_field": ("{{ customer.name.__class__ }}", "unknown_field"),
    "class_through_a_filter": ("{{ customer.name | attr('__class__') }}", "forbidden"),
    "class_through_an_index": ("{{ customer['__class__'] }}", "forbidden"),
    "globals_of_the_library": ("{{ cycler.__init__.__globals__ }}", "unknown_field"),
    "template_itself": ("{{ self._TemplateReference__context }}", "unknown_field"),
    "another_file": ("{% include '/etc/passwd' %}", "forbidden"),
    "format_string": ("{{ '{0.__class__}'.format(customer) }}", "forbidden"),
    "internal_field": ("{{ price.margin }}", "internal_field"),
}


@pytest.mark.parametrize("name", sorted(HARMFUL))
def test_harmful_tag_is_found_with_its_paragraph_and_refused(name: str, tmp_path: Path) -> None:
    """The lint names it and where it stands; a document is never filled with it."""
    text, code = HARMFUL[name]
    found = _linted(tmp_path, small_template("前文", text, "后文"))
    assert f"template.{code}" in {problem.code for problem in found}
    assert {problem.where.row for problem in found} == {2}
    with pytest.raises(TemplateError):
        made("contract", CASE_ONE, user_templates=tmp_path)


TOO_LARGE = {
    "picture_of_300_megabytes": ("word/media/image1.png", _MEGABYTE, 300),
    "picture_of_60000_by_60000": (
        "word/media/image1.png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60_000, 60_000),
        1,
    ),
    "photograph_of_60000_by_60000": (
        "word/media/image1.jpeg",
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 60_000, 60_000),
        1,
    ),
    "text_of_100_megabytes": ("word/document.xml", _MEGABYTE, 100),
}


@pytest.mark.parametrize("name", sorted(TOO_LARGE))
def test_too_large_part_is_not_unpacked(name: str, tmp_path: Path) -> None:
    """The table of contents says enough; the finding names the part."""
    part, data, times = TOO_LARGE[name]
    (problem,) = _linted(tmp_path, _with_part(part, data, times))
    assert problem.code == "template.too_large"
    assert part in problem.parameters["reason"]
    with pytest.raises(TemplateError, match="too_large"):
        read_template(tmp_path / "contract" / "zh", bundled=False)


_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DAMAGED = {
    "no_file_of_word": b"x",
    "half_a_file": small_template("x")[:2000],
    "text_that_is_no_markup": _with_part("word/document.xml", b"<w:document"),
    "entities_that_multiply": _with_part("word/document.xml", _ENTITIES + _body("&b;")),
    "ten_thousand_levels": _with_part(
        "word/document.xml", _body("<w:p>" * 10_000 + "</w:p>" * 10_000)
    ),
}


@pytest.mark.parametrize("name", sorted(DAMAGED))
def test_damaged_template_is_a_finding_and_an_expected_failure(name: str, tmp_path: Path) -> None:
    """Nothing else is ever raised for it."""
    assert [one.code for one in _linted(tmp_path, DAMAGED[name])] == ["template.unreadable"]
    with pytest.raises(DocumentError):
        made("contract", CASE_ONE, user_templates=tmp_path)


def test_tag_torn_by_a_link_is_found_with_its_paragraph(tmp_path: Path) -> None:
    """Filling would leave half a link; Word shows nothing of it."""
    torn = _body(
        "<w:p><w:r><w:t>好</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{{ customer.</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>name }}</w:t></w:r></w:hyperlink></w:p>"
    )
    (problem,) = _linted(tmp_path, _with_part("word/document.xml", torn))
    assert (problem.code, problem.where.row) == ("template.split", 2)
    assert problem.parameters["near"] == "{{ customer.name }}"


def test_tag_whose_letters_differ_in_look_is_no_fault(tmp_path: Path) -> None:
    """Word splits what is typed in several goes; filling joins it again."""
    split = _body("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ customer.name }}</w:t></w:r></w:p>")
    assert _linted(tmp_path, _with_part("word/document.xml", split)) == ()


def test_tag_across_two_paragraphs_is_found_in_both(tmp_path: Path) -> None:
    """Each half is named."""
    found = _linted(tmp_path, small_template("{{ customer.", "name }}"))
    assert [(one.code, one.where.row) for one in found] == [
        ("template.unbalanced", 1),
        ("template.unbalanced", 2),
    ]


def test_findings_name_the_page_as_the_template_lies(tmp_path: Path) -> None:
    """Paragraph 121 of short paragraphs stands on a later page, the header on none."""
    docx = small_template("{{ nmae }}", *["好"] * 119, "{{ nmae }}", header="{{ nmae }}")
    folder = template_folder_with(tmp_path / "t", docx, MANIFEST)
    found = lint_template(folder, fonts=fonts())
    places = {(one.where.sheet, one.where.row): one.where.page for one in found}
    assert places["document", 1] == 1
    assert places["document", 121] > 1
    assert places["header1", 1] == 0


def test_fault_after_loops_over_rows_is_placed_by_its_own_paragraph(tmp_path: Path) -> None:
    """Paragraphs that hold nothing but a statement are counted as well."""
    docx = small_template(
        "{%p for item in items %}", "{{ item.name }}", "{%p endfor %}", "{{ nmae }}"
    )
    (problem,) = _linted(tmp_path, docx)
    assert (problem.where.row, problem.parameters["near"]) == (4, "{{ nmae }}")


def test_missing_heading_is_placed_after_the_one_before_it(tmp_path: Path) -> None:
    """Who mends it learns where it belongs."""
    manifest = MANIFEST + 'clauses = ["标的", "数量"]\n'
    folder = template_folder_with(tmp_path / "t", small_template("前", "标的"), manifest)
    (problem,) = lint_template(folder)
    assert (problem.where.row, problem.parameters) == (2, {"clause": "数量", "before": "标的"})


def test_reference_to_an_article_without_its_bookmark_is_found_at_the_tag(tmp_path: Path) -> None:
    """Whoever types the heading anew in Word loses the bookmark without noticing."""
    (problem,) = _linted(tmp_path, small_template("价款", "见{{ see.price }}"))
    assert (problem.code, problem.where.row) == ("template.bookmark_missing", 2)
    assert problem.parameters["bookmark"] == "article_price"


def test_library_clauses_need_the_bookmarks_of_all_articles(tmp_path: Path) -> None:
    """A clause that is chosen later may refer to any of them."""
    docx = small_template("{%p for c in added.price %}", "{{ c.text }}", "{%p endfor %}")
    found = _linted(tmp_path, docx)
    assert {one.code for one in found} == {"template.bookmark_missing"}
    assert {one.parameters["article"] for one in found} == set(REFERRED)
