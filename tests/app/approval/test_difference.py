"""What differs commercially between two revisions, as rows, sentences and cells."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.approval.difference import Change, differences
from app.approval.difference_text import Cells, cells, sentence
from app.figures import Figures
from app.quoting.clause import QuoteClause
from app.quoting.quote import QuoteCondition
from app.translation import load_words
from catalog.local_text import LocalText
from tests.app.approval.negotiation import CODES, Line, Offer, worked
from tests.app.approval.quotes import LAST, revision
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from catalog.local_text import Language

BEFORE = revision(3, campus(2, 0, 5))
AFTER = revision(3, campus(3, 3, 10), "B")


def told(before: Revision, after: Revision, language: Language = "zh") -> list[str]:
    """Every difference in words."""
    words, figures = load_words(language), Figures(language)
    return [sentence(row, words, figures) for row in differences(before, after)]


def test_nothing_differs_from_itself() -> None:
    """Neither in figures nor by its letter or its notes."""
    assert differences(BEFORE, BEFORE) == ()
    noted = replace(BEFORE, label="B", quote=replace(BEFORE.quote, notes="x", title="y"))
    assert differences(BEFORE, noted) == ()


def test_a_fallback_offer_is_told_in_sentences() -> None:
    """One month more, 3 % off the bundle, messages at 10 % in place of 5 %; what it comes to."""
    said = told(BEFORE, AFTER)
    months = [text for text in said if text.endswith("减免月数：2 个月 → 3 个月。")]
    assert len(months) == 1
    assert any(text.endswith("优惠：5% → 10%。") for text in said)
    assert "合同总额：313,044.00 → 297,004.80。" in said
    english = told(BEFORE, AFTER, "en")
    assert "Contract value: 313,044.00 → 297,004.80." in english
    assert len(english) == len(said)


def test_items_are_added_removed_and_changed() -> None:
    """Voice doubled, cloud gone, connectivity as it was."""
    before = worked(Offer((Line("NET", 2, 20), Line("VOICE", 5), Line("CLOUD", 1))))
    after = worked(Offer((Line("NET", 2, 20), Line("VOICE", 10))), "B")
    rows = [row for row in differences(before, after) if row.part == "item"]
    assert [(row.change, row.subject.zh, row.field, row.was, row.value) for row in rows] == [
        (Change.CHANGED, "产品VOICE", "quantity", 5, 10),
        (Change.CHANGED, "产品VOICE", "monthly", 1500_00, 3000_00),
        (Change.REMOVED, "产品CLOUD", "", 1, None),
    ]
    assert [row.change for row in differences(after, before) if row.field == ""] == [Change.ADDED]


def test_an_item_deleted_and_added_again_is_the_same_item() -> None:
    """Other identifiers, the same offering at the same place: only its discount differs."""
    before = worked(Offer((Line("NET", 2, 20), Line("VOICE", 5))))
    after = worked(Offer((Line("VOICE", 5), Line("NET", 2, 23))), "B")
    rows = [row for row in differences(before, after) if row.part in {"item", "charge"}]
    assert {row.change for row in rows} == {Change.CHANGED}
    assert [(row.was, row.value) for row in rows if row.field == "discount"] == [
        (Decimal(20), Decimal(23))
    ]


def test_terms_parties_and_promises_are_told() -> None:
    """Term, last day, another legal entity, a promise left out."""
    promise = QuoteCondition("competitor_line_cancelled", days=30)
    before = replace(BEFORE, quote=replace(BEFORE.quote, conditions=(promise,)))
    quote = replace(BEFORE.quote, term=24, valid_until=LAST + timedelta(days=1))
    after = replace(BEFORE, quote=quote, customer=replace(BEFORE.customer, credit_code="91X"))
    assert told(before, after, "en") == [
        f"Unified social credit code: {BEFORE.customer.credit_code} → 91X.",
        "Term: 36 months → 24 months.",
        "Valid until: 31 December 2026 → 1 January 2027.",
        "Removed: The competitor's line is cancelled · days (was 30 days).",
    ]


def test_clauses_are_told_with_their_words() -> None:
    """One more, one with other words, one that is gone; words are seen."""

    def with_clauses(*said: tuple[str, str]) -> Revision:
        chosen = tuple(
            QuoteClause(name, 1, LocalText(name, name), (LocalText(text, text),))
            for name, text in said
        )
        return replace(BEFORE, quote=replace(BEFORE.quote, clauses=chosen))

    before = with_clauses(("data", "保密三年。"), ("pay", "预付。"))
    after = with_clauses(("data", "保密五年。"), ("new", "新增。"))
    assert told(before, after, "en") == [
        "data: 保密三年。 → 保密五年。.",
        "Removed: pay (was 预付。).",
        "Added: new, 新增。.",
    ]
    assert told(before, before, "en") == []


def test_a_table_has_the_same_facts_as_the_sentences() -> None:
    """What is added has nothing before, what is removed nothing now."""
    words, figures = load_words("zh"), Figures("zh")
    rows = differences(BEFORE, AFTER)
    for row in rows:
        shown = cells(row, words, figures)
        said = sentence(row, words, figures)
        assert all(part in said for part in shown), row
        assert (shown.was == "") is (row.was in {None, ""})
    assert Cells("合同总额", "313,044.00", "297,004.80") in [
        cells(row, words, figures) for row in rows
    ]


a_line = st.builds(
    Line, st.sampled_from(CODES), st.integers(1, 4), st.integers(0, 25), st.integers(0, 3)
)
an_offer = st.builds(Offer, st.lists(a_line, max_size=4).map(tuple), st.sampled_from((12, 24)))


@settings(max_examples=100, deadline=None)
@given(an_offer, an_offer)
def test_what_has_another_price_is_told(one: Offer, other: Offer) -> None:
    """No two offers of different sums look alike, in either direction."""
    first, second = worked(one), worked(other, "B")
    same = first.priced.totals == second.priced.totals
    for rows in (differences(first, second), differences(second, first)):
        assert bool(rows) or same
    assert len(differences(first, second)) == len(differences(second, first)) or not same


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_has_words(language: Language) -> None:
    """Whatever can differ is told without a hole."""
    before = worked(Offer((Line("NET", 2, 20), Line("VOICE", 5))))
    for after in (AFTER, worked(Offer((Line("CLOUD", 1, 3, 3),), 12), "B")):
        assert all("{" not in text for text in told(before, after, language))
