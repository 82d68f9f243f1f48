"""Every blocking finding has a cure, cures do what they say, and they never lead in a circle."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting import item_edits
from app.quoting.cure_edits import (
    AddOffering,
    Cure,
    KeepInstalled,
    RemoveCharge,
    RemoveItem,
    ReplaceOffering,
    SetCharacteristic,
    SetChargeQuantity,
    SetTerm,
    applied,
)
from app.quoting.cures import Configuration, CustomerCheck
from app.quoting.customer import InstalledService
from catalog.bundle import BundleOption
from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.period import ValidityPeriod
from pricing.bills import Bills
from tests.builders import DAY, a_bundle, a_catalog, a_charge, a_customer, a_quote, an_offering

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from catalog.offering import ProductOffering
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog

FROZEN, WITHDRAWN, PLANNED = Lifecycle.FROZEN, Lifecycle.WITHDRAWN, Lifecycle.PLANNED


def sold(code: str, **fields: object) -> ProductOffering:
    """An offering with one monthly charge."""
    return an_offering(a_charge(f"{code}.RENT"), **fields)


def choosing(catalog: ProductCatalog, *codes: str, term: int = 12) -> Quote:
    """A quote in which these were chosen, one after the other."""
    quote = a_quote(term=term)
    for code in codes:
        quote = item_edits.add_offering(quote, catalog, code)
    return quote


def cures(
    catalog: ProductCatalog, quote: Quote, code: str, *, installed: tuple[str, ...] = ()
) -> list[tuple[object, ...]]:
    """The edits of each cure of the first finding with a code."""
    customer = a_customer(installed=tuple(InstalledService(had) for had in installed))
    check = CustomerCheck(catalog, customer, Bills(), None)
    found = next(problem for problem in check(quote) if problem.code == code)
    offered = Configuration(catalog, quote, check).cures_of(found)
    for cure in offered:
        assert code_and_item(found) not in map(code_and_item, check(applied(quote, catalog, cure)))
    return [cure.edits for cure in offered]


def code_and_item(problem: Problem) -> tuple[str, str, str]:
    """What a finding is about."""
    return problem.code, problem.where.subject, problem.where.column


def test_what_is_missing_may_be_added_whichever_is_chosen() -> None:
    """Any one of two, or the item that needs it goes."""
    catalog = a_catalog(sold("TV", requires=("NET", "LINE")), sold("NET"), sold("LINE"))
    assert cures(catalog, choosing(catalog, "TV"), "offering.requirement_missing") == [
        (AddOffering("NET"),),
        (AddOffering("LINE"),),
        (RemoveItem("i1"),),
    ]


def test_what_is_added_brings_what_it_needs() -> None:
    """Television needs broadband, which needs a line: one press adds both."""
    catalog = a_catalog(
        sold("TV", requires=("NET",)), sold("NET", requires=("LINE",)), sold("LINE")
    )
    first, second = cures(catalog, choosing(catalog, "TV"), "offering.requirement_missing")
    assert first == (AddOffering("NET"), AddOffering("LINE"))
    assert second == (RemoveItem("i1"),)


def test_what_would_do_harm_is_not_proposed() -> None:
    """The broadband that is needed cannot stand beside the circuit that is quoted."""
    catalog = a_catalog(
        sold("TV", requires=("NET", "GONE", "OLD")),
        sold("NET", excludes=("CIRCUIT",)),
        sold("OLD", lifecycle=WITHDRAWN),
        sold("CIRCUIT"),
    )
    quote = choosing(catalog, "CIRCUIT", "TV")
    assert cures(catalog, quote, "offering.requirement_missing") == [(RemoveItem("i2"),)]


def test_what_cannot_stand_alone_goes_with_it() -> None:
    """Without the frozen line the caller display that needs it goes, too."""
    catalog = a_catalog(sold("LINE", lifecycle=FROZEN), sold("CLIP", requires=("LINE",)))
    quote = choosing(catalog, "LINE", "CLIP")
    assert cures(catalog, quote, "offering.frozen") == [(RemoveItem("i1"), RemoveItem("i2"))]


def test_a_requirement_is_met_by_a_bundle_or_by_what_the_customer_has() -> None:
    """Nothing is found, so there is nothing to cure."""
    catalog = a_catalog(
        sold("TV", requires=("NET",)), sold("NET"), bundles=(a_bundle(parts=(("NET.RENT", 1),)),)
    )
    bills = Bills()
    for quote, had in ((choosing(catalog, "TV", "PACK"), ()), (choosing(catalog, "TV"), ("NET",))):
        customer = a_customer(installed=tuple(InstalledService(code) for code in had))
        assert CustomerCheck(catalog, customer, bills, None)(quote) == ()


def test_either_of_two_that_exclude_each_other_may_go() -> None:
    """The other one first: what was chosen last is what is wanted."""
    catalog = a_catalog(sold("NET", excludes=("CIRCUIT",)), sold("CIRCUIT"))
    quote = choosing(catalog, "CIRCUIT", "NET")
    assert cures(catalog, quote, "offering.excluded") == [(RemoveItem("i1"),), (RemoveItem("i2"),)]


def test_a_bundle_goes_when_a_part_of_it_is_excluded() -> None:
    """Parts of a bundle cannot be taken out of it."""
    catalog = a_catalog(
        sold("NET", excludes=("LINE",)),
        sold("LINE"),
        bundles=(a_bundle(parts=(("LINE.RENT", 1),)),),
    )
    quote = choosing(catalog, "PACK", "NET")
    assert cures(catalog, quote, "offering.excluded") == [(RemoveItem("i1"),), (RemoveItem("i2"),)]


def test_successors_take_the_place_of_what_is_no_longer_sold() -> None:
    """Past a successor that is itself withdrawn, and never the way round in a circle."""
    catalog = a_catalog(
        sold("ADSL", lifecycle=WITHDRAWN, migrates_to=("VDSL", "FTTB")),
        sold("VDSL", lifecycle=FROZEN, migrates_to=("FTTH", "ADSL")),
        sold("FTTB"),
        sold("FTTH"),
    )
    quote = item_edits.set_quantity(choosing(catalog, "ADSL"), "i1", 7)
    offered = cures(catalog, quote, "offering.not_on_sale")
    assert offered == [
        (ReplaceOffering("i1", "FTTB"),),
        (ReplaceOffering("i1", "FTTH"),),
        (RemoveItem("i1"),),
    ]
    item = applied(quote, catalog, Cure((ReplaceOffering("i1", "FTTB"),))).items[0]
    assert (item.id, item.offering, item.quantity) == ("i1", "FTTB", 7)
    assert [(c.code, c.quantity) for c in item.charges] == [("FTTB.RENT", 7)]


def test_a_successor_that_would_push_another_item_out_is_no_cure() -> None:
    """There may be one FTTB, and it is quoted already: FTTH comes first, and FTTB stays."""
    catalog = a_catalog(
        sold("ADSL", lifecycle=WITHDRAWN, migrates_to=("FTTB", "FTTH")),
        an_offering(a_charge("FTTB.RENT", most=1)),
        sold("FTTH"),
    )
    quote = choosing(catalog, "FTTB", "ADSL")
    assert cures(catalog, quote, "offering.not_on_sale") == [
        (ReplaceOffering("i2", "FTTH"),),
        (RemoveItem("i2"),),
    ]


def test_quantities_are_set_to_their_bound() -> None:
    """Up to the least of 5, or the item goes."""
    catalog = a_catalog(an_offering(a_charge(least=5)))
    quote = item_edits.set_quantity(choosing(catalog, "LINE"), "i1", 2)
    assert cures(catalog, quote, "charge.too_few") == [
        (SetChargeQuantity("i1", "LINE.RENT", 5),),
        (RemoveItem("i1"),),
    ]


def test_too_many_over_two_items_are_taken_off_one() -> None:
    """At most 10; 8 and 4: the first may keep 6, or be left out."""
    catalog = a_catalog(an_offering(a_charge(most=10)))
    quote = choosing(catalog, "LINE", "LINE")
    quote = item_edits.set_quantity(item_edits.set_quantity(quote, "i1", 8), "i2", 4)
    assert cures(catalog, quote, "charge.too_many") == [
        (SetChargeQuantity("i1", "LINE.RENT", 6),),
        (RemoveCharge("i1", "LINE.RENT"),),
    ]


def test_too_many_of_an_option_are_fewer_before_an_item_goes() -> None:
    """At most 3; of 2 and 3 the second may keep 1, which loses nothing that was chosen."""
    bundle = a_bundle(options=(BundleOption("LINE.RENT", Decimal(20), most=3),))
    catalog = a_catalog(an_offering(a_charge()), bundles=[bundle])
    quote = choosing(catalog, bundle.code, "LINE", "LINE")
    quote = item_edits.set_quantity(item_edits.set_quantity(quote, "i2", 2), "i3", 3)
    assert cures(catalog, quote, "bundle.option_too_many")[:2] == [
        (SetChargeQuantity("i3", "LINE.RENT", 1),),
        (RemoveItem("i2"),),
    ]


def test_a_longer_term_is_proposed_for_what_needs_one() -> None:
    """24 months instead of 12."""
    catalog = a_catalog(an_offering(a_charge(least_term=24)))
    quote = choosing(catalog, "LINE")
    assert cures(catalog, quote, "charge.term_too_short") == [(SetTerm(24),), (RemoveItem("i1"),)]
    endless = msgspec.structs.replace(quote, term=500)
    assert cures(catalog, endless, "price.term_out_of_range") == [(SetTerm(120),)]


def test_a_characteristic_gets_a_value_that_fits() -> None:
    """The nearest speed; for a grade, those that there are."""
    speed = Characteristic(
        "speed",
        LocalText("速率"),
        CharacteristicKind.NUMBER,
        most=Decimal(100),
        required=True,
    )
    grade = Characteristic(
        "grade",
        LocalText("等级"),
        CharacteristicKind.CHOICE,
        choices=(Choice("gold"), Choice("silver")),
        required=True,
    )
    catalog = a_catalog(sold("NET", characteristics=(speed, grade)))
    quote = item_edits.set_characteristic(choosing(catalog, "NET"), "i1", "speed", "500")
    assert cures(catalog, quote, "characteristic.does_not_fit") == [
        (SetCharacteristic("i1", "speed", "100"),),
        (RemoveItem("i1"),),
    ]
    assert cures(catalog, quote, "characteristic.missing") == [
        (SetCharacteristic("i1", "grade", "gold"),),
        (SetCharacteristic("i1", "grade", "silver"),),
        (RemoveItem("i1"),),
    ]
    strange = item_edits.set_characteristic(quote, "i1", "colour", "red")
    assert cures(catalog, strange, "characteristic.unknown") == [
        (SetCharacteristic("i1", "colour", ""),)
    ]


def test_what_is_installed_may_stay_instead() -> None:
    """A warning: there is one for a customer, and he has it."""
    catalog = a_catalog(an_offering(a_charge("NET.RENT", most=1)))
    quote = choosing(catalog, "NET")
    assert cures(catalog, quote, "offering.already_installed", installed=("NET",)) == [
        (KeepInstalled("i1", "NET"),)
    ]


def test_what_is_installed_may_stay_instead_of_what_excludes_it() -> None:
    """Named by what the customer has, not by what is quoted."""
    catalog = a_catalog(sold("FTTH", excludes=("ADSL",)), sold("ADSL"))
    quote = choosing(catalog, "FTTH")
    assert cures(catalog, quote, "offering.excluded_installed", installed=("ADSL",)) == [
        (KeepInstalled("i1", "ADSL"),)
    ]


def test_a_charge_of_the_past_is_left_out() -> None:
    """The item stays; and a new item does not begin with it."""
    past = ValidityPeriod(last=DAY.replace(year=2025))
    catalog = a_catalog(an_offering(a_charge(), a_charge("LINE.OLD", valid=past)))
    quote = item_edits.add_charge(choosing(catalog, "LINE"), "i1", "LINE.OLD", 1)
    assert cures(catalog, quote, "charge.not_valid") == [
        (RemoveCharge("i1", "LINE.OLD"),),
        (RemoveItem("i1"),),
    ]
    ended = a_catalog(an_offering(a_charge("LINE.OLD", valid=past), a_charge()))
    assert [c.code for c in choosing(ended, "LINE").items[0].charges] == ["LINE.RENT"]
