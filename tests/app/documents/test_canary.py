"""No cost, margin, limit or internal remark in any customer paper, its properties or its XML."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.documents.kinds import KINDS
from app.documents.workbooks.approval import write_approval
from app.figures import Figures
from app.quoting.paper import for_customer
from app.translation import load_words
from tests.app.documents.canary import WORDS, found_in, internal_figures, marked_revision
from tests.app.documents.papers import made
from tests.sample import CASES, sample_rules


def _leaks(number: int, kind: str, language: str) -> tuple[str, ...]:
    revision = marked_revision(number, language)
    paper = for_customer(revision, draft=False)
    if not KINDS[kind].applies(paper):
        return ()
    wanted = internal_figures(revision) | frozenset(WORDS)
    assert len(wanted) > len(WORDS) + 8
    rendered = made(kind, paper, language="en" if language == "en" else "zh")
    return found_in(rendered.docx, wanted) + found_in(rendered.pdf, wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_a_customer_paper_holds_nothing_internal(kind: str) -> None:
    """Every kind, of the case with the most in it."""
    assert _leaks(4, kind, "zh") == ()


def test_the_approval_workbook_shows_the_marks_that_papers_must_not() -> None:
    """Negative control: the same search finds costs and remarks where they belong."""
    revision = marked_revision(4, "zh")
    wanted = internal_figures(revision) | frozenset(WORDS)
    data = write_approval(revision, load_words("zh"), Figures("zh"), sample_rules().authority)
    found = found_in(data, wanted)
    assert len([one for one in found if one[0].isdigit()]) > 3


def test_a_mark_in_a_property_of_a_package_is_found() -> None:
    """Negative control: a remark split by tags and one in a property."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<w:t>CANARY</w:t><w:t>QUOTENOTE</w:t>")
        package.writestr("docProps/custom.xml", "<vt:lpwstr>CANARYPERSONALITY</vt:lpwstr>")
    assert found_in(buffer.getvalue(), frozenset(WORDS)) == ("CANARYPERSONALITY", "CANARYQUOTENOTE")


@pytest.mark.prove
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("number", CASES)
def test_no_paper_of_a_case_holds_anything_internal(number: int, language: str) -> None:
    """All five cases, in both languages, every kind."""
    for kind in KINDS:
        assert _leaks(number, kind, language) == (), kind
