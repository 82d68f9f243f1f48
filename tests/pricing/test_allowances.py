"""Units that bundles include are shared out once, in the order of the quote."""

from __future__ import annotations

from catalog.component_kind import ComponentKind
from catalog.option_group import GroupMember
from pricing.allowances import included_by, share_key, shares
from pricing.item import Choice, ItemCharge, QuoteItem
from tests.builders import a_bundle, a_catalog, a_group, a_part

CALLS = "LINE.CALLS"
PACK = a_bundle(
    components=(a_part("LINE.RENT", 1), a_part(CALLS, 100, ComponentKind.ALLOWANCE)),
)
CATALOG = a_catalog(bundles=[PACK])
MOST = 10_000


def a_user(item_id: str, *units: int, optional: bool = False) -> QuoteItem:
    """An item that quotes calls."""
    charges = tuple(ItemCharge(CALLS, count) for count in units)
    return QuoteItem(item_id, "LINE", 1, charges, optional=optional)


def of(*items: QuoteItem) -> dict[str, int]:
    """Shares by item."""
    found = shares(CATALOG, {"PACK": PACK}, items, MOST)
    return {item.id: units for item in items if (units := found.get(share_key(item.id, CALLS), 0))}


def test_a_bundle_includes_its_allowances_and_not_its_lines() -> None:
    """One line and a hundred minutes."""
    assert included_by(CATALOG, PACK) == {CALLS: 100}


def test_each_unit_is_included_once() -> None:
    """Two bundles include 200: the first item takes 150 of them, the second what is left."""
    packs = QuoteItem("p", "PACK", 2)
    assert of(a_user("a", 150), packs, a_user("b", 80)) == {"a": 150, "b": 50}


def test_optional_items_take_what_firm_ones_leave_and_optional_bundles_include_nothing() -> None:
    """Being firm counts before the order."""
    pack = QuoteItem("p", "PACK")
    assert of(a_user("a", 30, optional=True), a_user("b", 90), pack) == {"b": 90, "a": 10}
    assert of(a_user("b", 90), QuoteItem("p", "PACK", optional=True)) == {}


def test_moving_an_item_changes_no_share() -> None:
    """The older item takes its units first, wherever it stands: i9 before i10."""
    pack, older, younger = QuoteItem("p", "PACK"), a_user("i9", 80), a_user("i10", 80)
    assert of(pack, older, younger) == of(younger, older, pack) == {"i9": 80, "i10": 20}


def test_what_cannot_be_meant_has_no_share() -> None:
    """No usage, too much, a charge named twice, bundles below one."""
    pack = QuoteItem("p", "PACK")
    assert of(pack, a_user("a", 0), a_user("b", MOST + 1), a_user("c", 5, 6)) == {}
    assert of(QuoteItem("p", "PACK", 0), a_user("a", 5)) == {}


def test_what_is_chosen_is_included_beside_what_the_bundle_holds() -> None:
    """100 minutes of the bundle and two choices of 50; two bundles include 400."""
    more = a_group(GroupMember(CALLS, units=50, most=2, kind=ComponentKind.ALLOWANCE), code="more")
    pack = a_bundle(components=(a_part(CALLS, 100, ComponentKind.ALLOWANCE),), groups=(more,))
    catalog, chosen = a_catalog(bundles=[pack]), (Choice(CALLS, 2, "more"),)
    assert included_by(catalog, pack) == {CALLS: 100}
    assert included_by(catalog, pack, chosen) == {CALLS: 200}
    packs = QuoteItem("p", "PACK", 2, choices=chosen)
    found = shares(catalog, {"PACK": pack}, (packs, a_user("a", 900)), MOST)
    assert found == {share_key("a", CALLS): 400}


def test_two_items_of_a_bundle_include_twice_as_much() -> None:
    """100 minutes each; 150 are used by one item."""
    assert of(QuoteItem("p", "PACK"), QuoteItem("q", "PACK"), a_user("a", 150)) == {"a": 150}


def test_the_largest_quantity_can_be_meant() -> None:
    """So many bundles, units and items; one more of them, and the items after it have theirs."""
    assert of(QuoteItem("p", "PACK", MOST), a_user("a", MOST)) == {"a": MOST}
    many = QuoteItem("a", "LINE", MOST, (ItemCharge(CALLS, 7),))
    beyond = QuoteItem("a", "LINE", MOST + 1, (ItemCharge(CALLS, 7),))
    pack, user = QuoteItem("p", "PACK"), a_user("b", 9)
    assert of(pack, many, user) == {"a": 7, "b": 9}
    assert of(pack, beyond, user) == {"b": 9}


def test_a_single_unit_is_a_share_and_none_is_not() -> None:
    """The third item finds nothing left and is not named at all."""
    items = (QuoteItem("p", "PACK"), a_user("a", 1), a_user("b", 99), a_user("c", 5))
    found = shares(CATALOG, {"PACK": PACK}, items, MOST)
    assert found == {share_key("a", CALLS): 1, share_key("b", CALLS): 99}
