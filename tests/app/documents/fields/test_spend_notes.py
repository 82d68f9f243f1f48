"""Sentences of the bill analysis say what the months say."""

from __future__ import annotations

import msgspec
import pytest

from app.documents.fields.spend_notes import notes_fields
from app.figures import Figures
from app.quoting.customer import Leaving
from app.quoting.freezing import work_out
from app.quoting.leaving import with_leaving
from app.quoting.paper import for_customer
from app.quoting.spend_notes import spend_notes
from app.translation import load_words
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.builders import some_bills
from tests.sample import revision_of, sample_case, sample_catalog, sample_rules


def told(*amounts: int) -> list[str]:
    """English sentences of bills from January 2024 on."""
    bills = some_bills(amounts, first="2024-01")
    analysis = analyse(bills, SpendPolicy())
    paper = for_customer(revision_of(1), draft=False)
    notes = spend_notes(bills, analysis, ())
    changed = msgspec.structs.replace(paper, bills=bills, analysis=analysis, spend_notes=notes)
    found = notes_fields(changed, load_words("en"), Figures("en"))["notes"]
    assert isinstance(found, list)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    ("last", "way"),
    [
        ((100_00,) * 6, "neither more nor less"),
        ((100_00, 110_00, 120_00, 130_00, 140_00, 150_00), "about 10.00 yuan more"),
        ((150_00, 140_00, 130_00, 120_00, 110_00, 100_00), "about 10.00 yuan less"),
    ],
)
def test_the_direction_is_told_with_its_months(last: tuple[int, ...], way: str) -> None:
    """Level, rising, falling; no season of six months."""
    first, second, *_ = told(*last)
    assert first.startswith("Trend: from January 2024 to June 2024")
    assert way in first
    assert second == "Season: fewer than 24 months are known, so none is claimed."


def test_a_season_names_the_months_that_lie_apart() -> None:
    """160.00 each August of two years: 152.38 %; the others lie within 10 % and are not named."""
    year = [100_00] * 7 + [160_00] + [100_00] * 4
    sentences = told(*year, *year)
    assert "Against last year: December 2025 100.00 yuan" in sentences[1]
    assert sentences[1].endswith("100.00 yuan (0 %).")
    assert "152.38 %" in sentences[2]
    assert sentences[2].count("%") == 1


def test_an_even_year_says_so() -> None:
    """Twenty-four equal months."""
    assert told(*[100_00] * 24)[-1] == "Season: no month of the year lies apart from the others."


def test_a_total_that_fell_goes_by_that_name() -> None:
    """From 100.00 to 60.00: told without a word of alarm on a customer's paper."""
    assert any("total spend, latest month 60.00 yuan" in one for one in told(*[100_00] * 5, 60_00))


def test_lines_that_are_given_up_are_named_first() -> None:
    """By their numbers, without the reason, which is somebody's remark."""
    case = sample_case(2)
    customer = with_leaving(case.customer, Leaving("65550104", "PSTN", reason="内部"))
    quote = case.quote
    basis = (sample_catalog(), sample_rules(), revision_of(2).supplier)
    worked = work_out(quote, customer, case.bills, *basis, label="A")
    paper = for_customer(worked.revision, draft=False)
    found = notes_fields(paper, load_words("en"), Figures("en"))["notes"]
    assert isinstance(found, list)
    assert found[0] == "Left out, because they are given up: 65550104."
    assert not any("内部" in str(one) for one in found)


def test_without_bills_nothing_is_told() -> None:
    """The list is empty."""
    paper = for_customer(revision_of(1), draft=False)
    empty = msgspec.structs.replace(paper, spend_notes=None)
    assert notes_fields(empty, load_words("zh"), Figures("zh")) == {"notes": []}
