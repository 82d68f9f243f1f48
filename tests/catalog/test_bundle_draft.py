"""Edits of a bundle in a draft give the next bundle and leave the old one alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.bundle import BundleComponent, BundleOneTime, BundleOption, ChildBundle, OverageRate
from catalog.bundle_draft import (
    COMPONENTS,
    GROUPS,
    OPTIONS,
    OVERAGE,
    copy_bundle,
    kind_of,
    list_of,
    moved_part,
    new_bundle,
    on_sale_again,
    part_at,
    position_of,
    put_bundle,
    with_charge,
    with_child,
    with_condition,
    with_group,
    with_part,
    withdrawn,
    without_part,
    without_parts,
)
from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.draft import apply_patch
from catalog.local_text import LocalText
from catalog.option_group import GroupMember
from catalog.period import BillingPeriod, ValidityPeriod
from tests.builders import a_bundle, a_charge, a_content, a_group

THREE = a_bundle("90.00", [("A.RENT", 1), ("B.RENT", 2), ("C.RENT", 3)])
TODAY = date(2026, 11, 22)


def codes(bundle: object) -> list[str]:
    """Charges of the components in order."""
    assert isinstance(bundle, type(THREE))
    return [part.charge for part in bundle.components]


@pytest.mark.parametrize(
    ("to", "order"), [(0, "BAC"), (2, "ACB"), (9, "ACB"), (-5, "BAC"), (1, "ABC")]
)
def test_a_component_moves_inside_its_list(to: int, order: str) -> None:
    """And never out of it."""
    moved = moved_part(THREE, "components/1", to)
    assert codes(moved) == [f"{letter}.RENT" for letter in order]
    assert codes(THREE) == ["A.RENT", "B.RENT", "C.RENT"]


def test_a_part_is_found_replaced_and_taken_out_by_its_place() -> None:
    """Members of a group as well."""
    group = a_group(GroupMember("A.RENT"), GroupMember("B.RENT"))
    bundle = a_bundle(groups=(group,))
    assert part_at(bundle, "groups/0/members/1") == GroupMember("B.RENT")
    assert part_at(bundle, "groups/1") is None
    assert (list_of("groups/0/members/1"), position_of("groups/0/members/1")) == (
        "groups/0/members",
        1,
    )
    other = with_part(bundle, "groups/0/members/1", GroupMember("C.RENT"))
    assert [member.charge for member in other.groups[0].members] == ["A.RENT", "C.RENT"]
    less = without_part(bundle, "groups/0/members/0")
    assert [member.charge for member in less.groups[0].members] == ["B.RENT"]
    assert without_part(bundle, "groups/0").groups == ()


def test_a_charge_is_added_as_its_list_takes_it() -> None:
    """Usage as an allowance, a yearly price as a twelfth; what is charged once stands elsewhere."""
    rent, install = a_charge("A.RENT", "20.00"), a_charge("A.INST", period=BillingPeriod.ONCE)
    added, place = with_charge(THREE, COMPONENTS, rent)
    assert (part_at(added, place), place) == (BundleComponent("A.RENT", 1), "components/3")
    added, place = with_charge(THREE, COMPONENTS, install)
    assert (part_at(added, place), place) == (BundleOneTime("A.INST", 1, Decimal(0)), "one_time/0")
    added, place = with_charge(THREE, OPTIONS, rent)
    assert part_at(added, place) == BundleOption("A.RENT", Decimal("20.00"))
    added, place = with_charge(THREE, OVERAGE, rent)
    assert part_at(added, place) == OverageRate("A.RENT", Decimal("20.00"))
    grouped = a_bundle(groups=(a_group(),))
    added, place = with_charge(grouped, f"{GROUPS}/0/members", rent)
    assert (part_at(added, place), place) == (GroupMember("A.RENT"), "groups/0/members/0")
    kinds = {period: kind_of(a_charge(period=period)) for period in BillingPeriod}
    assert kinds[BillingPeriod.YEAR] is ComponentKind.YEARLY
    assert kinds[BillingPeriod.PER_USE] is ComponentKind.ALLOWANCE
    assert kinds[BillingPeriod.MONTH] is ComponentKind.MONTHLY


def test_groups_inner_bundles_and_conditions_are_added() -> None:
    """A new group has the first code that is free."""
    bundle, place = with_group(a_bundle(groups=(a_group(code="g1"),)), LocalText("选"))
    assert (part_at(bundle, place).code, place) == ("g2", "groups/1")
    bundle, place = with_child(bundle, "OTHER")
    assert part_at(bundle, place) == ChildBundle("OTHER")
    bundle, place = with_condition(bundle, "fixed_lines")
    assert part_at(bundle, place) == Condition("fixed_lines")


def test_a_new_bundle_and_a_copy_have_codes_of_their_own() -> None:
    """The filing number stays with the original."""
    original = a_bundle(filing_number="F-1")
    content = a_content(bundles=[original])
    copy = copy_bundle(content, original)
    assert (copy.code, copy.filing_number, copy.price) == ("PACK-2", "", original.price)
    after = apply_patch(content, put_bundle(copy))
    assert [bundle.code for bundle in after.bundles] == ["PACK", "PACK-2"]
    assert copy_bundle(after, original).code == "PACK-3"
    new = new_bundle(content, LocalText("新"))
    assert (new.components, new.term, new.segments) == ((), 12, ("ALL",))


def test_a_withdrawn_bundle_was_sold_until_yesterday() -> None:
    """One that has not begun never is; on sale again it has no last day."""
    gone = withdrawn(a_bundle(), TODAY)
    assert gone.valid == ValidityPeriod(None, date(2026, 11, 21))
    later = a_bundle(valid=ValidityPeriod(date(2027, 1, 1), None))
    assert withdrawn(later, TODAY).valid.is_before(TODAY)
    assert on_sale_again(gone).valid == ValidityPeriod()


def test_several_parts_go_whatever_the_order_in_which_they_are_named() -> None:
    """A group with one of its own members, and the ends of the components."""
    group, other = a_group(GroupMember("A.RENT"), code="g1"), a_group(GroupMember("B.RENT"))
    bundle = a_bundle("90.00", [("A.RENT", 1), ("B.RENT", 2), ("C.RENT", 3)], groups=(group, other))
    places = ["components/0", "groups/0", "groups/0/members/0", "components/2"]
    for named in (places, places[::-1]):
        left = without_parts(bundle, named)
        assert codes(left) == ["B.RENT"]
        assert left.groups == (other,)
