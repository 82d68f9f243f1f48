"""Proof, where LibreOffice is installed: our PDFs agree with its, or the reason is known."""

from __future__ import annotations

import pytest

from app.documents.office import find_office
from tests.app.documents.pdf.compare.documents import samples
from tests.app.documents.pdf.compare.report import table
from tests.app.documents.pdf.compare.running import Outcome, compare_all

pytestmark = pytest.mark.prove

LEAST_LINES = 90
"""Percent of the lines of a template of ours that end alike."""


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """Every document, converted and compared once."""
    program = find_office()
    if program is None:
        pytest.skip("LibreOffice is not installed: nothing to compare with")
    found = list(compare_all(list(samples()), program))
    print("\n".join(table([one.row for one in found])))  # noqa: T201
    return found


def test_every_document_has_as_many_pages(outcomes: list[Outcome]) -> None:
    """Ours and theirs have the same number of pages."""
    counts = {o.row.name: (o.row.agreement.pages, o.row.agreement.their_pages) for o in outcomes}
    assert {name: pair for name, pair in counts.items() if pair[0] != pair[1]} == {}


def test_every_document_says_the_same_in_the_same_order(outcomes: list[Outcome]) -> None:
    """Words differ only where LibreOffice counts labels otherwise or draws symbols later."""
    changed = {o.row.name: o.row.explained.open_text for o in outcomes}
    assert {name: text for name, text in changed.items() if text} == {}


def test_lines_of_our_papers_end_alike(outcomes: list[Outcome]) -> None:
    """At least nine of ten lines, for each template over all cases."""
    counts: dict[str, list[int]] = {}
    for outcome in outcomes:
        if outcome.sample.own:
            found = outcome.row.agreement
            template = counts.setdefault(outcome.row.name.split("-", 2)[2], [0, 0])
            template[0] += found.equal_lines
            template[1] += found.lines
    shares = {name: 100 * equal / lines for name, (equal, lines) in counts.items()}
    assert {name: share for name, share in shares.items() if share < LEAST_LINES} == {}


def test_every_other_difference_is_explained(outcomes: list[Outcome]) -> None:
    """A line that ends elsewhere, or a paragraph more than 3 mm away, has a known reason."""
    left = {
        o.row.name: (o.row.explained.open_lines, o.row.explained.open_paragraphs)
        for o in outcomes
        if o.row.explained.open_lines or o.row.explained.open_paragraphs
    }
    assert left == {}
