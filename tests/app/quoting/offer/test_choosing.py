"""Every selection that may be of use is looked at, and it is told where some are not."""

from __future__ import annotations

from app.quoting.offer.choosing import selections
from catalog.option_group import GroupMember
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_charge, a_group, an_offering

SPEED = a_group(GroupMember("S1.RENT", default=1), GroupMember("S2.RENT"), least=1, most=1)
BOXES = a_group(GroupMember("BOX.RENT", most=0, default=5), code="b")


def found(wanted: dict[str, int], *groups: object) -> tuple[list[tuple[Choice, ...]], bool]:
    """Selections of a bundle with these groups."""
    offerings = [an_offering(a_charge(code)) for code in ("S1.RENT", "S2.RENT", "BOX.RENT")]
    bundle = a_bundle(parts=(("LINE.RENT", 1),), groups=groups)
    catalog = a_catalog(an_offering(), *offerings, bundles=(bundle,))
    return selections(catalog, bundle, wanted, ("SMB",))


def test_a_bundle_without_groups_is_what_it_is() -> None:
    """One selection, of nothing."""
    assert found({}) == ([()], True)


def test_one_of_two_speeds() -> None:
    """The usual one is what holds without a choice; the other one is named, with a nought."""
    other = (Choice("S1.RENT", 0, "g"), Choice("S2.RENT", 1, "g"))
    assert found({"S1.RENT": 1}, SPEED) == ([(), other], True)


def test_as_many_as_are_needed() -> None:
    """Of boxes that are needed each count up to the need; otherwise none or one beside the five."""
    needed, whole = found({"BOX.RENT": 7}, BOXES)
    assert [[one.quantity for one in choices] for choices in needed] == [
        [],
        [0],
        [1],
        [2],
        [3],
        [4],
        [6],
        [7],
    ]
    assert whole
    free, whole = found({}, BOXES)
    assert [[one.quantity for one in choices] for choices in free] == [[], [0], [1]]
    assert whole


def test_a_group_that_asks_for_three_is_filled_with_what_nobody_needs() -> None:
    """One speed is needed and three are asked for: two of the other one, or three of it."""
    group = a_group(GroupMember("S1.RENT", most=3), GroupMember("S2.RENT", most=3), least=3, most=3)
    filled, whole = found({"S1.RENT": 1}, group)
    counts = [[one.quantity for one in choices] for choices in filled]
    assert [1, 2] in counts
    assert [0, 3] in counts
    assert whole


def test_too_many_to_be_looked_at_is_told() -> None:
    """Of forty boxes not every count is tried."""
    some, whole = found({"BOX.RENT": 40}, BOXES)
    assert not whole
    assert [one.quantity for one in some[-1]] == [40]


def test_what_the_customer_may_not_choose_is_left_out() -> None:
    """A member for hotels only."""
    hotel = a_group(GroupMember("S1.RENT", default=0, segments=("IND",)), GroupMember("S2.RENT"))
    some, _ = found({"S1.RENT": 1, "S2.RENT": 1}, hotel)
    assert some == [(), (Choice("S2.RENT", 1, "g"),)]
