"""Promises of templates: found, and checked before anybody relies on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.documents.kinds import KINDS
from app.documents.template import find_template, own_template, read_template
from app.documents.template_lint import lint_docx, lint_template
from app.errors import TemplateError
from app.paths import template_folder
from tests.app.documents.papers import fonts
from tests.app.documents.small_templates import small_template, template_folder_with

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = 'kind = "contract"\nlanguage = "zh"\nversion = "7"\nresponsible = "法务部"\n'


@pytest.mark.parametrize(
    ("kind_id", "language"),
    [(kind.id, language) for kind in KINDS.values() for language in kind.languages],
)
def test_bundled_templates_have_no_findings(kind_id: str, language: str) -> None:
    """Every kind has a clean template in each of its languages."""
    assert lint_template(template_folder() / kind_id / language, fonts=fonts()) == ()


def test_own_template_has_to_hold_what_the_bundled_one_has_to(tmp_path: Path) -> None:
    """Mandatory fields and headings are not the user's to give up; number and person are his."""
    bundled = find_template("contract", "zh")
    own = own_template("contract", "zh", b"x", version="7", responsible="王")
    assert (own.manifest.version, own.manifest.responsible, own.bundled) == ("7", "王", False)
    assert own.manifest.clauses == bundled.manifest.clauses != ()
    assert own.manifest.fields == bundled.manifest.fields != ()
    assert lint_docx(small_template("x"), own.manifest, KINDS["contract"]) != ()
    template_folder_with(tmp_path / "t", small_template("x"), MANIFEST)
    assert not read_template(tmp_path / "t", bundled=False).bundled


def test_missing_template_is_an_expected_failure() -> None:
    """Nobody has drawn a letter."""
    with pytest.raises(TemplateError):
        find_template("letter", "en")


def _codes(folder: Path, *paragraphs: str, more: str = "") -> list[str]:
    template_folder_with(folder / "t", small_template(*paragraphs), MANIFEST + more)
    return [problem.code for problem in lint_template(folder / "t")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ custmer.name }}", "template.unknown_field"),
        ("{{ price.margin }}", "template.internal_field"),
        ("{{ customer.name", "template.unbalanced"),
        ("｛｛ customer.name ｝｝", "template.full_width"),
        ("{{ customer.name.upper() }}", "template.forbidden"),
        ("{% if conditions %}", "template.syntax"),
    ],
)
def test_fault_of_a_template_has_its_own_code(tmp_path: Path, text: str, code: str) -> None:
    """Each fault is told apart, so that its text can say what to do."""
    assert _codes(tmp_path, text) == [code]


def test_unknown_field_suggests_the_nearest(tmp_path: Path) -> None:
    """A misspelt field is easy to mend."""
    template_folder_with(tmp_path / "t", small_template("甲 {{ custmer.name }} 乙"), MANIFEST)
    (problem,) = lint_template(tmp_path / "t")
    assert problem.parameters["suggestion"] == "customer.name"
    assert problem.parameters["near"] == "甲 {{ custmer.name }} 乙"


def test_unbalanced_tag_is_reported_with_its_paragraph(tmp_path: Path) -> None:
    """People search by paragraph."""
    template_folder_with(tmp_path / "t", small_template("好", "{{ 坏", "好"), MANIFEST)
    (problem,) = lint_template(tmp_path / "t")
    assert (problem.where.sheet, problem.where.row) == ("document", 2)


def test_mandatory_field_and_clause_must_be_there(tmp_path: Path) -> None:
    """What the manifest demands is demanded."""
    more = 'fields = ["customer.name", "document.term"]\nclauses = ["标的", "数量"]\n'
    found = _codes(tmp_path, "标 的", "{{ customer.name }}", more=more)
    assert found == ["template.field_missing", "template.clause_missing"]


def test_damaged_files_are_findings(tmp_path: Path) -> None:
    """Nothing raises for a bad template."""
    assert [p.code for p in lint_template(tmp_path)] == ["template.manifest"]
    folder = template_folder_with(tmp_path / "t", b"x", MANIFEST)
    assert [p.code for p in lint_template(folder)] == ["template.unreadable"]
    folder = template_folder_with(tmp_path / "u", b"x", 'kind = "contract"\n')
    assert [p.code for p in lint_template(folder)] == ["template.manifest"]


def test_character_without_a_glyph_is_a_warning(tmp_path: Path) -> None:
    """𪚥 is in none of the bundled fonts."""
    folder = template_folder_with(tmp_path / "t", small_template("𪚥"), MANIFEST)
    (problem,) = lint_template(folder, fonts=fonts())
    assert (problem.code, problem.parameters["code"]) == ("template.missing_glyph", "U+2A6A5")
