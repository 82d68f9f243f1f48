"""Quotes are told apart, sorted, and made into rows when they are seen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.approval.life import Life
from app.approval.state import QuoteState
from app.services.list_rows import ListedQuotes
from app.services.listing import QuoteRow
from app.ui.presenting.quote_list import (
    quote_facets,
    quote_facts,
    quote_views,
    shown_quotes,
    sorted_quotes,
)
from app.ui.widgets.facets import narrow
from tests.app.ui.speaking import speaker

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def a_quote(number: int, *, monthly: int | None, ends: int, owner: str = "李") -> QuoteRow:
    """A quote of some author that ends in so many days, changed so many days ago as its number."""
    return QuoteRow(
        id=f"q{number}",
        number=f"QW-{number}",
        title=f"方案{number}",
        customer="c",
        customer_name="幼儿园",
        manager=owner,
        valid_until=DAY + timedelta(ends),
        updated=NOON - timedelta(number),
        monthly=monthly,
        contract=None,
        label="",
        segment="SMB",
    )


FOUND = ListedQuotes(
    (
        a_quote(0, monthly=66_800, ends=5),
        a_quote(9, monthly=None, ends=40, owner="王"),
        a_quote(2, monthly=3_000_000, ends=3),
    ),
    {"q2": Life(QuoteState.SENT, label="A", until=DAY + timedelta(3))},
    frozenset({"q9"}),
)


def found_by(view: str) -> list[str]:
    """Quotes of a view of the program for Li."""
    one = next(one for one in quote_views(speaker(), "李") if one.id == view)
    facts = quote_facts(FOUND, DAY)
    places = narrow(facts, quote_facets(speaker()), one.wants).places
    sort = (one.look.sort, one.look.descending)
    ordered = sorted_quotes(speaker(), FOUND, places, sort, DAY)
    return [FOUND.rows[place].id for place in ordered]


def test_views_of_the_program_find_what_they_say() -> None:
    """Li has two open quotes; both end within a week, the one that is out first."""
    assert found_by(":all") == ["q0", "q9", "q2"]
    assert found_by(":mine") == ["q0", "q2"]
    assert found_by(":waiting") == []
    assert found_by(":expiring") == ["q2", "q0"]
    assert found_by(":answer") == ["q2"]
    assert found_by(":pinned") == ["q9"]


def test_what_views_want_can_be_chosen_by_hand() -> None:
    """Every facet and every word of a view is offered."""
    facets = {facet.id: facet for facet in quote_facets(speaker())}
    for view in quote_views(speaker(), "李"):
        for name, words in view.wants.items():
            known = {word for word, _ in facets[name].words}
            assert not known or set(words) <= known, view.id


def test_columns_sort_by_what_they_mean() -> None:
    """Amounts as amounts; a quote without one comes first."""
    places = [0, 1, 2]
    assert sorted_quotes(speaker(), FOUND, places, ("monthly", False), DAY) == [1, 0, 2]
    assert sorted_quotes(speaker(), FOUND, places, ("monthly", True), DAY) == [2, 0, 1]
    assert sorted_quotes(speaker(), FOUND, places, ("updated", False), DAY) == [1, 2, 0]
    assert sorted_quotes(speaker(), FOUND, places, ("", False), DAY) == places


def test_rows_say_where_a_quote_stands() -> None:
    """With the letter of what was sent; a pinned one has a star."""
    rows = shown_quotes(speaker(), FOUND, [2, 1], DAY)
    assert rows.keys == ["q2", "q9"]
    assert rows[0].cells[1].text.endswith(" A")
    assert rows[1].icon == "star"


def test_a_range_that_is_wanted_is_a_word_of_those_who_lie_in_it() -> None:
    """668 yuan a month, and the last day in five days."""
    wants = {"monthly": ("600..700",), "valid": ("2026-11-28..",)}
    facts = quote_facts(FOUND, DAY, wants)
    assert narrow(facts, quote_facets(speaker()), {"monthly": ("600..700",)}).places == [0]
    assert narrow(facts, quote_facets(speaker()), {"valid": ("2026-11-28..",)}).places == [0, 1]
