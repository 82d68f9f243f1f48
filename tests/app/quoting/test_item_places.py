"""Items are placed at sites and given to accounts in one edit."""

from __future__ import annotations

from app.quoting.item_places import place_items
from tests.sample import sample_case

QUOTE = sample_case(2).quote
FIRST, SECOND = QUOTE.items[0].id, QUOTE.items[1].id


def test_marked_items_get_site_and_account_and_others_nothing() -> None:
    """Nothing but these two facts changes."""
    after = place_items(QUOTE, (FIRST, SECOND), ("S2",), "8001")
    placed = [(item.site, item.bill_to) for item in after.items]
    assert placed[:2] == [("S2", "8001"), ("S2", "8001")]
    assert after.items[2:] == QUOTE.items[2:]
    assert place_items(after, (FIRST, SECOND), ("",), "") == QUOTE


def test_several_sites_make_copies_right_behind_the_item() -> None:
    """With numbers of their own; the site that is named twice gets one."""
    after = place_items(QUOTE, (SECOND,), ("S1", "S3", "S1"))
    assert [(item.id, item.site) for item in after.items][:4] == [
        (FIRST, ""),
        (SECOND, "S1"),
        ("i5", "S3"),
        (QUOTE.items[2].id, ""),
    ]
    assert after.items[2].charges == after.items[1].charges


def test_what_is_not_said_stays() -> None:
    """An edit that changes nothing is no edit."""
    placed = place_items(QUOTE, (FIRST,), ("S2",), "8001")
    assert place_items(placed, (FIRST,), None, "8002").items[0].site == "S2"
    assert place_items(placed, (FIRST,), ("S3",)).items[0].bill_to == "8001"
    assert place_items(placed, (FIRST,)) is placed
