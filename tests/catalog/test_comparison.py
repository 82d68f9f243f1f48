"""Two versions are compared by what they say; the list is whole, ordered and reversible."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.characteristic import Characteristic
from catalog.comparison import Change, Difference, Part, compare, plain
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.price_list import PriceRecord
from catalog.product_catalog import CatalogContent
from catalog.specification import ProductSpecification
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

PRICES = st.sampled_from(("25", "25.00", "30.00", "30.5", "0"))


@st.composite
def contents(draw: st.DrawFn) -> CatalogContent:
    """A small catalogue of the offerings A to D with some fields that vary."""
    offerings = []
    for code in draw(st.permutations("ABCD"))[: draw(st.integers(1, 4))]:
        charges = [
            a_charge(f"{code}.{name}", draw(PRICES), least=draw(st.integers(1, 2)))
            for name in draw(st.permutations(("RENT", "INST")))[: draw(st.integers(1, 2))]
        ]
        segments = draw(st.sampled_from((("ALL",), ("SMB", "GOV"))))
        offerings.append(an_offering(*charges, segments=segments))
    codes = [charge.code for offering in offerings for charge in offering.charges]
    parts = [(draw(st.sampled_from(codes)), 2) for _ in range(draw(st.integers(1, 3)))]
    bundles = [a_bundle(draw(PRICES), parts)] if draw(st.booleans()) else []
    content = a_content(*offerings, bundles=bundles, version=draw(st.sampled_from("xy")))
    records = (PriceRecord("r1", codes[0], Decimal(draw(PRICES))),)
    return msgspec.structs.replace(content, price_records=records if draw(st.booleans()) else ())


def in_one_order(content: CatalogContent) -> CatalogContent:
    """The content without what is no difference: its own name, and the order of the file."""
    offerings = tuple(sorted(content.offerings, key=lambda offering: offering.code))
    return msgspec.structs.replace(content, version="", offerings=offerings)


def test_a_version_does_not_differ_from_itself() -> None:
    """Nor from the same content under another name, on another day."""
    content = sample_catalog().content
    renamed = msgspec.structs.replace(content, version="later", title="later")
    assert compare(content, content) == compare(content, renamed) == ()


def test_a_price_is_told_old_and_new() -> None:
    """25.00 became 30.00; zeros at the end say nothing."""
    old = a_content(an_offering(a_charge(price="25.00")))
    new = a_content(an_offering(a_charge(price="30.00")))
    assert compare(old, new) == (
        Difference(Part.CHARGE, "LINE.RENT", Change.CHANGED, ("list_price",), "25", "30"),
    )


def test_what_comes_and_goes_is_told_with_its_charges() -> None:
    """B with its charge replaces A with its own."""
    old = a_content(an_offering(a_charge("A.RENT")))
    new = a_content(an_offering(a_charge("B.RENT")))
    assert compare(old, new) == (
        Difference(Part.OFFERING, "A", Change.WITHDRAWN),
        Difference(Part.OFFERING, "B", Change.ADDED),
        Difference(Part.CHARGE, "A.RENT", Change.WITHDRAWN),
        Difference(Part.CHARGE, "B.RENT", Change.ADDED),
    )


def test_fields_of_an_offering_are_told_one_by_one() -> None:
    """Both languages of a name are fields of their own; initials are not told at all."""
    old = an_offering(initials="a")
    new = msgspec.structs.replace(
        old, name=LocalText("新", old.name.en), lifecycle=Lifecycle.FROZEN, initials="b"
    )
    told = [(d.field, d.old, d.new) for d in compare(a_content(old), a_content(new))]
    assert told == [
        (("name", "zh"), "产品LINE", "新"),
        (("lifecycle",), "on_sale", "frozen"),
    ]


def test_components_of_a_bundle_are_told_by_their_charge() -> None:
    """One got more units, one came, one went."""
    lines = an_offering(a_charge("A.RENT"), a_charge("A.CLIP"), a_charge("A.TWO"))
    old = a_content(lines, bundles=[a_bundle(parts=[("A.RENT", 1), ("A.CLIP", 1)])])
    new = a_content(lines, bundles=[a_bundle(parts=[("A.RENT", 3), ("A.TWO", 1)])])
    assert [(d.part, d.field, d.old, d.new) for d in compare(old, new)] == [
        (Part.BUNDLE, ("components", "A.CLIP", "quantity"), "1", ""),
        (Part.BUNDLE, ("components", "A.CLIP", "kind"), "monthly", ""),
        (Part.BUNDLE, ("components", "A.RENT", "quantity"), "1", "3"),
        (Part.BUNDLE, ("components", "A.TWO", "quantity"), "", "1"),
        (Part.BUNDLE, ("components", "A.TWO", "kind"), "", "monthly"),
    ]


def test_another_order_of_components_is_a_difference() -> None:
    """The first one gets the fen that is left over when the price is shared out."""
    lines = an_offering(a_charge("A.RENT"), a_charge("A.CLIP"))
    old = a_content(lines, bundles=[a_bundle(parts=[("A.RENT", 1), ("A.CLIP", 1)])])
    new = a_content(lines, bundles=[a_bundle(parts=[("A.CLIP", 1), ("A.RENT", 1)])])
    assert [(d.field, d.old, d.new) for d in compare(old, new)] == [
        (("components",), "A.RENT; A.CLIP", "A.CLIP; A.RENT")
    ]


def test_parts_of_one_name_are_numbered() -> None:
    """A bundle may hold the same charge twice."""
    old = a_content(bundles=[a_bundle(parts=[("LINE.RENT", 1), ("LINE.RENT", 2)])])
    new = a_content(bundles=[a_bundle(parts=[("LINE.RENT", 1), ("LINE.RENT", 5)])])
    (one,) = compare(old, new)
    assert (one.field, one.old, one.new) == (("components", "LINE.RENT #2", "quantity"), "2", "5")


def test_a_condition_is_known_by_its_measure() -> None:
    """Its bound is the field."""
    old = a_bundle(conditions=(Condition("fixed_lines", least=Decimal(5)),))
    new = a_bundle(conditions=(Condition("fixed_lines", least=Decimal(8)),))
    (one,) = compare(a_content(bundles=[old]), a_content(bundles=[new]))
    assert (one.field, one.old, one.new) == (("conditions", "fixed_lines", "least"), "5", "8")


def test_rates_of_a_tax_class_are_known_by_their_place() -> None:
    """They have no name of their own."""
    content = a_content()
    nine = content.tax_classes[0]
    ten = msgspec.structs.replace(
        nine, rates=(msgspec.structs.replace(nine.rates[0], rate=Decimal("0.10")),)
    )
    later = msgspec.structs.replace(content, tax_classes=(ten, *content.tax_classes[1:]))
    assert compare(content, later) == (
        Difference(Part.TAX_CLASS, "nine", Change.CHANGED, ("rates", "1", "rate"), "0.09", "0.1"),
    )


def test_price_records_are_compared_by_identifier() -> None:
    """A record is a part of its own."""
    one = PriceRecord("r1", "LINE.RENT", Decimal(20))
    with_one = msgspec.structs.replace(a_content(), price_records=(one,))
    assert compare(a_content(), with_one) == (Difference(Part.PRICE_RECORD, "r1", Change.ADDED),)


def test_every_kind_of_part_is_compared() -> None:
    """A part that the content has and the comparison forgot would change unseen."""
    kinds = [f.name for f in msgspec.structs.fields(CatalogContent) if "tuple" in str(f.type)]
    assert len(kinds) + 1 == len(Part)  # charges stand inside their offerings


def test_a_specification_is_told_with_its_characteristics() -> None:
    """A characteristic that came is told by what it says."""
    bare = ProductSpecification("s1", LocalText("专线"))
    speed = Characteristic("speed", LocalText("速率"), unit="Mbit/s")
    full = msgspec.structs.replace(bare, characteristics=(speed,))
    old, new = (msgspec.structs.replace(a_content(), specifications=(one,)) for one in (bare, full))
    assert [(d.part, d.field, d.new) for d in compare(old, new)] == [
        (Part.SPECIFICATION, ("characteristics", "speed", "name", "zh"), "速率"),
        (Part.SPECIFICATION, ("characteristics", "speed", "kind"), "text"),
        (Part.SPECIFICATION, ("characteristics", "speed", "unit"), "Mbit/s"),
        (Part.SPECIFICATION, ("characteristics", "speed", "step"), "0"),
        (Part.SPECIFICATION, ("characteristics", "speed", "required"), "False"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal("1E+2"), "100"),
        (Decimal("0.10"), "0.1"),
        (Decimal(100), "100"),
        (("a", "b"), "a; b"),
        (Lifecycle.FROZEN, "frozen"),
    ],
)
def test_values_are_told_without_language(value: object, text: str) -> None:
    """Numbers have neither grouping nor zeros at the end, nor an exponent."""
    assert plain(value) == text


@given(contents(), contents())
def test_a_comparison_reads_the_same_backwards(old: CatalogContent, new: CatalogContent) -> None:
    """What one direction adds the other one takes away, in the same order."""
    there, back = compare(old, new), compare(new, old)
    assert back == tuple(difference.reversed() for difference in there)


@given(contents(), contents())
def test_versions_without_differences_say_the_same(
    old: CatalogContent, new: CatalogContent
) -> None:
    """The list is empty when the contents are equal but for the file's order, and only then."""
    assert (compare(old, new) == ()) == (in_one_order(old) == in_one_order(new))


@given(contents(), contents())
def test_every_difference_is_told_once(old: CatalogContent, new: CatalogContent) -> None:
    """No two of them are about the same field, and a change always changes something."""
    found = compare(old, new)
    places = [(d.part, d.code, d.field) for d in found]
    assert len(places) == len(set(places))
    assert all(d.old != d.new for d in found if d.change is Change.CHANGED)
