"""Which charges a quoted bundle holds, and how many."""

from __future__ import annotations

from catalog.bundle import BundledOffering, ChildBundle, PricingForm
from catalog.option_group import GroupMember
from pricing.bundle_content import bundle_content, groups_of, inner_bundles, quantity_in
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_charge, a_group, an_offering

ROOMS = an_offering(
    a_charge("AIR.ECONOMY", "150.00"),
    a_charge("AIR.BUSINESS", "200.00"),
    a_charge("AIR.FIRST", "400.00"),
)
ONE_OF_THREE = a_group(
    GroupMember("AIR.ECONOMY", units=2, default=1),
    GroupMember("AIR.BUSINESS", units=2),
    GroupMember("AIR.FIRST", units=2),
    code="class",
    least=1,
    most=1,
)
TRIP = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM, groups=(ONE_OF_THREE,))


def held(bundle: BundledOffering, *choices: Choice) -> list[tuple[str, int]]:
    """Charges and quantities of one bundle."""
    content = bundle_content(a_catalog(bundles=[bundle]), bundle, choices)
    return [(part.charge, part.quantity) for part in content.parts]


def test_before_a_choice_the_main_alternative_counts() -> None:
    """One choice of economy is two seats."""
    assert held(TRIP) == [("LINE.RENT", 1), ("AIR.ECONOMY", 2)]


def test_what_is_chosen_takes_the_place_of_the_default() -> None:
    """Of the whole group, and only of that group."""
    assert held(TRIP, Choice("AIR.FIRST", 1, "class"))[1:] == [("AIR.FIRST", 2)]
    assert held(TRIP, Choice("AIR.FIRST", 1, "other"))[1:] == [("AIR.ECONOMY", 2)]


def test_choosing_none_is_a_choice() -> None:
    """The default does not come back."""
    assert held(TRIP, Choice("AIR.ECONOMY", 0, "class")) == [("LINE.RENT", 1)]
    member = ONE_OF_THREE.members[0]
    assert quantity_in(ONE_OF_THREE, member, ()) == 1
    assert quantity_in(ONE_OF_THREE, member, (Choice("AIR.FIRST", 1, "class"),)) == 0


def test_a_component_may_be_changed_where_the_bundle_bears_it() -> None:
    """A fixed price does not, unless it says so."""
    choice = Choice("LINE.RENT", 3)
    assert held(TRIP, choice)[0] == ("LINE.RENT", 3)
    assert held(a_bundle("99.00"), choice) == [("LINE.RENT", 10)]
    assert held(a_bundle("99.00", alterable=True), choice) == [("LINE.RENT", 3)]


def test_inner_bundles_bring_their_charges_and_groups_so_many_times() -> None:
    """Components of the outer bundle first, then what is inside; one level deep."""
    outer = a_bundle("0", [("LINE.RENT", 5)], code="OUTER", children=(ChildBundle("PACK", 3),))
    deeper = a_bundle("0", [("LINE.RENT", 9)], code="TOP", children=(ChildBundle("OUTER"),))
    catalog = a_catalog(ROOMS, bundles=[TRIP, outer, deeper])
    content = bundle_content(catalog, outer)
    assert [(p.charge, p.quantity, p.bundle) for p in content.parts] == [
        ("LINE.RENT", 5, "OUTER"),
        ("LINE.RENT", 3, "PACK"),
        ("AIR.ECONOMY", 6, "PACK"),
    ]
    assert groups_of(catalog, outer) == (ONE_OF_THREE,)
    assert [p.quantity for p in bundle_content(catalog, deeper).parts] == [9, 5]


def test_a_bundle_inside_itself_does_not_count() -> None:
    """Nor one that the catalogue does not have; the import refuses both."""
    strange = a_bundle(children=(ChildBundle("PACK"), ChildBundle("NONE")))
    assert list(inner_bundles(a_catalog(bundles=[strange]), strange)) == []
