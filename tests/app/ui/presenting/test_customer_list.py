"""Customers are told apart, sorted, and made into rows when they are seen."""

from __future__ import annotations

from datetime import date

from app.quoting.alert import AlertKind
from app.quoting.customer_card import CustomerCard
from app.services.list_rows import ListedCustomers
from app.services.listing import CustomerRow
from app.ui.presenting.customer_list import (
    customer_facets,
    customer_facts,
    customer_views,
    shown_customers,
    sorted_customers,
)
from app.ui.widgets.facets import narrow
from tests.app.ui.speaking import speaker

FOUND = ListedCustomers(
    (
        CustomerRow("a", "重庆酒店", "HOTEL", 3, 90_000),
        CustomerRow("b", "北京学校", "CAMPUS", 1, 700_000),
        CustomerRow("c", "上海商场", "SMB", 0, 0),
    ),
    {"a": frozenset({AlertKind.SPEND_DROP, AlertKind.CONTRACT_END})},
    frozenset({"b"}),
    {"a": 40, "b": 75, "c": 0},
    {"a": "C", "b": "B"},
)


def found_by(wants: dict[str, tuple[str, ...]], sort: tuple[str, bool] = ("", False)) -> str:
    """Identifiers of those who are left, one letter each."""
    places = narrow(customer_facts(FOUND), customer_facets(speaker()), wants).places
    return "".join(
        FOUND.rows[place].id for place in sorted_customers(speaker(), FOUND, places, sort)
    )


def test_customers_are_narrowed() -> None:
    """By alerts of any or of one kind, accounts, bills, and whether they have quotes."""
    assert found_by({"alerts": ("any",)}) == "a"
    assert found_by({"alerts": ("contract_end",)}) == "a"
    assert found_by({"alerts": ("quiet",)}) == "bc"
    assert found_by({"accounts": ("none", "one")}) == "bc"
    assert found_by({"monthly": ("2", "none")}) == "bc"
    assert found_by({"quoted": ("unquoted",)}) == "ac"
    assert found_by({"segment": ("SMB", "HOTEL")}) == "ac"


def test_columns_sort_by_what_they_mean() -> None:
    """Names by pinyin, bills by amount."""
    assert found_by({}, ("name", False)) == "bca"
    assert found_by({}, ("monthly", True)) == "bac"
    assert found_by({}, ("alerts", True)) == "abc"
    assert found_by({}, ("score", True)) == "bac"
    assert found_by({}, ("class", False)) == "bac"


def test_prospects_stand_by_their_next_step() -> None:
    """Those that are open, the earliest first; a day that nobody set comes last."""
    cards = (
        CustomerCard(prospect="new", next_step="上门", next_day=date(2026, 12, 2)),
        CustomerCard(prospect="lost", next_day=date(2026, 12, 1)),
        CustomerCard(prospect="offered"),
        CustomerCard(prospect="new", next_day=date(2026, 12, 1)),
        CustomerCard(),
    )
    rows = tuple(
        CustomerRow(key, key, "SMB", 0, 0, card) for key, card in zip("abcde", cards, strict=True)
    )
    found = ListedCustomers(rows)
    view = next(one for one in customer_views(speaker()) if one.id == ":prospects")
    places = narrow(customer_facts(found), customer_facets(speaker()), view.wants).places
    look = (view.look.sort, view.look.descending)
    shown = sorted_customers(speaker(), found, places, look)
    assert [rows[place].id for place in shown] == ["d", "a", "c"]
    first = shown_customers(speaker(), found, [0])[0]
    assert "2026-12-02 · 新线索 · 上门" in [cell.text for cell in first.cells]


def test_classes_are_told_apart_and_so_is_having_none() -> None:
    """Who has none is named so and stands behind the others."""
    assert found_by({"class": ("B", "\u2013")}) == "bc"
    facet = next(one for one in customer_facets(speaker()) if one.id == "class")
    assert [facet.text(word) for word in ("B", "\u2013")] == ["B", "without class"]
    assert [cell.text for cell in shown_customers(speaker(), FOUND, [1])[0].cells[6:]] == [
        "B",
        "75",
    ]


def test_views_of_the_program_find_what_they_say() -> None:
    """With alerts; never quoted, the largest bill first."""
    views = {view.id: view for view in customer_views(speaker())}
    assert found_by(views[":alerts"].wants) == "a"
    look = views[":unquoted"].look
    assert found_by(views[":unquoted"].wants, (look.sort, look.descending)) == "ac"
    assert found_by(views[":all"].wants) == "abc"


def test_rows_tell_alerts_for_whoever_shows_that_column() -> None:
    """Both of the first customer, none of the second."""
    first, second = shown_customers(speaker(), FOUND, [0, 1])
    assert first.cells[3].text == "bills drop、contract ends"
    assert second.cells[3].text == ""
