"""Stored figures and those read back from Word, PDF and workbook: no difference."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from time import perf_counter

import pytest

from catalog.money import yuan
from tests.app.documents.random_papers import paper_difference, workbook_differences

_FEW = (*range(12), 660)
_MANY = 2000
_SHARE = 50


def _papers(first: int) -> list[str]:
    found = (paper_difference(number) for number in range(first, first + _SHARE))
    return [difference for difference in found if difference]


def _workbooks(first: int) -> list[str]:
    numbers = range(first, first + _SHARE)
    return [difference for number in numbers for difference in workbook_differences(number)]


def test_a_dozen_random_quotes_say_the_same_on_every_kind_of_paper() -> None:
    """Each kind in each language: Word, PDF and the stored figures agree."""
    assert [difference for number in _FEW if (difference := paper_difference(number))] == []


def test_a_dozen_random_workbooks_hold_the_stored_figures() -> None:
    """Published, net, VAT, cost and term amounts of every charge, and the contract value."""
    assert [found for number in _FEW for found in workbook_differences(number)] == []


def test_a_wrong_figure_in_a_workbook_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: an amount that is one fen off is a difference."""
    name = "app.documents.workbooks.items_sheet.yuan"
    monkeypatch.setattr(name, lambda amount: yuan(amount + 1))
    assert workbook_differences(0)


@pytest.mark.prove
def test_two_thousand_random_quotes_read_back_without_a_difference() -> None:
    """Papers of all kinds and workbooks; prints how many, the differences and the time."""
    started = perf_counter()
    shares = range(0, _MANY, _SHARE)
    with ProcessPoolExecutor(cpu_count()) as workers:
        papers = [one for some in workers.map(_papers, shares) for one in some]
        workbooks = [one for some in workers.map(_workbooks, shares) for one in some]
    seconds = perf_counter() - started
    print(  # noqa: T201 (asked for)
        f"\n{_MANY} papers (Word and PDF), {len(papers)} differences;"
        f" {_MANY} workbooks, {len(workbooks)} differences; {seconds:.0f} s"
    )
    assert papers == []
    assert workbooks == []
