"""Which charges a quoted bundle holds, and how many."""

from __future__ import annotations

from decimal import Decimal

from catalog.bundle import BundleComponent, BundledOffering, ChildBundle, PricingForm
from catalog.component_kind import ComponentKind
from catalog.option_group import GroupMember, MemberPricing
from pricing.alterations.percentage import Percentage
from pricing.bundle_content import (
    BundlePart,
    Term,
    bundle_content,
    groups_of,
    inner_bundles,
    quantity_in,
)
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_charge, a_group, a_part, an_offering

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


def test_a_component_that_is_left_out_leaves_the_ones_after_it() -> None:
    """The line goes, the two seats stay."""
    bundle = a_bundle("0", [("LINE.RENT", 1), ("AIR.FIRST", 2)], form=PricingForm.SUM)
    assert held(bundle, Choice("LINE.RENT", 0)) == [("AIR.FIRST", 2)]


def test_every_field_of_what_was_chosen_is_its_own() -> None:
    """Two choices of 50 minutes at 0.05, a tenth off by hand; a component of the same bundle."""
    tenth = Percentage(Decimal(10))
    member = GroupMember(
        "LINE.CALLS",
        units=50,
        most=2,
        pricing=MemberPricing.OWN_PRICE,
        price=Decimal("0.05"),
        kind=ComponentKind.ALLOWANCE,
    )
    group = a_group(member, code="more")
    bundle = a_bundle("0", [("LINE.RENT", 3)], form=PricingForm.SUM, groups=(group,))
    chosen = (Choice("LINE.CALLS", 2, "more", tenth),)
    assert bundle_content(a_catalog(bundles=[bundle]), bundle, chosen).parts == (
        BundlePart("LINE.RENT", 3, ComponentKind.MONTHLY, "", "", (), None, "PACK"),
        BundlePart(
            "LINE.CALLS",
            100,
            ComponentKind.ALLOWANCE,
            "more",
            "",
            (Term("PACK", Decimal("0.05")),),
            tenth,
            "PACK",
        ),
    )


def test_a_member_names_the_bundle_that_publishes_its_price() -> None:
    """Included, 10 % off, at list price, and a price that was left out: free."""
    tenth = Decimal(10)
    group = a_group(
        GroupMember("AIR.ECONOMY", default=1, pricing=MemberPricing.INCLUDED),
        GroupMember("AIR.BUSINESS", default=1, pricing=MemberPricing.PERCENT_OFF, percent=tenth),
        GroupMember("AIR.FIRST", default=1, pricing=MemberPricing.LIST),
        GroupMember("LINE.RENT", default=1, pricing=MemberPricing.OWN_PRICE),
    )
    bundle = a_bundle("0", components=(), parts=(), form=PricingForm.SUM, groups=(group,))
    content = bundle_content(a_catalog(ROOMS, bundles=[bundle]), bundle)
    assert [part.terms for part in content.parts] == [
        (Term("PACK", None, Decimal(100)),),
        (Term("PACK", None, tenth),),
        (),
        (Term("PACK", Decimal(0)),),
    ]


def test_an_outer_percentage_comes_after_the_inner_terms_but_not_on_what_was_chosen() -> None:
    """Inner prices of their own, 10 % off outside, three times each; the member keeps its terms."""
    inner = a_bundle(
        "0",
        components=(BundleComponent("LINE.RENT", 1, price=Decimal("20.00")),),
        form=PricingForm.COMPONENT_PRICES,
        groups=(ONE_OF_THREE,),
    )
    outer = a_bundle(
        "0",
        components=(),
        parts=(),
        code="OUTER",
        form=PricingForm.PERCENT_OFF,
        percent=Decimal(10),
        children=(ChildBundle("PACK", 3),),
    )
    line, seats = bundle_content(a_catalog(ROOMS, bundles=[inner, outer]), outer).parts
    assert (line.quantity, line.terms) == (
        3,
        (Term("PACK", Decimal("20.00")), Term("OUTER", None, Decimal(10))),
    )
    assert (seats.quantity, seats.terms) == (6, ())


def test_an_outer_fixed_price_takes_the_place_of_every_inner_term() -> None:
    """Half off inside; outside there is one price that both lines share."""
    inner = a_bundle(
        "0",
        components=(a_part("LINE.RENT", 2),),
        form=PricingForm.PERCENT_OFF,
        percent=Decimal(50),
    )
    outer = a_bundle("99.00", [("LINE.RENT", 5)], code="OUTER", children=(ChildBundle("PACK"),))
    content = bundle_content(a_catalog(bundles=[inner, outer]), outer)
    assert [(part.quantity, part.shares, part.terms) for part in content.parts] == [
        (5, "OUTER", ()),
        (2, "OUTER", ()),
    ]
    assert content.prices == {"OUTER": Decimal("99.00")}


def test_a_bundle_that_is_held_twice_has_the_price_of_both() -> None:
    """Named in two places: 2 x 99.00 and 1 x 99.00."""
    children = (ChildBundle("PACK", 2), ChildBundle("PACK"))
    outer = a_bundle(
        "0", components=(), parts=(), code="OUTER", form=PricingForm.SUM, children=children
    )
    content = bundle_content(a_catalog(bundles=[a_bundle("99.00"), outer]), outer)
    assert content.prices == {"PACK": Decimal("297.00")}
