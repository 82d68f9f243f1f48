"""What is typed into a bundle of a draft has one reading or a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.bundle import BundleComponent, BundleOneTime, PricingForm
from catalog.bundle_fields import (
    BUNDLE_FIELDS,
    PART_FIELDS,
    detail_fields,
    part_field,
    set_bundle_field,
    set_form,
    set_part_field,
)
from catalog.cell_text import CellFault
from catalog.component_kind import ComponentKind
from catalog.condition import Condition
from catalog.option_group import GroupMember, MemberPricing
from catalog.typed_field import typed_text
from tests.builders import a_bundle, a_group

BUNDLE = a_bundle(
    "100.00",
    [("A.RENT", 1)],
    one_time=(BundleOneTime("A.INST", 1, Decimal(50)),),
    groups=(a_group(GroupMember("B.RENT")),),
    conditions=(Condition("industry"),),
)


@pytest.mark.parametrize(
    ("place", "column", "text", "name", "value"),
    [
        ("components/0", "quantity", "12", "quantity", 12),
        ("components/0", "price", "¥21.50", "price", Decimal("21.50")),
        ("components/0", "price", "", "price", None),
        ("components/0", "terms", "yearly", "kind", ComponentKind.YEARLY),
        ("one_time/0", "price", "80", "price", Decimal(80)),
        ("groups/0", "most", "3", "most", 3),
        ("groups/0/members/0", "quantity", "2", "units", 2),
        ("groups/0/members/0", "default", "1", "default", 1),
        ("groups/0/members/0", "percent", "12.5%", "percent", Decimal("12.5")),
        ("groups/0/members/0", "terms", "own_price", "pricing", MemberPricing.OWN_PRICE),
        ("conditions/0", "terms", "hotel; school", "one_of", ("hotel", "school")),
        ("conditions/0", "least", "600", "least", Decimal(600)),
    ],
)
def test_a_typed_text_becomes_the_value_of_its_field(
    place: str, column: str, text: str, name: str, value: object
) -> None:
    """And nothing else of the bundle changes."""
    changed = set_part_field(BUNDLE, place, column, text)
    field = part_field(place, column)
    assert field is not None
    part: object = changed
    for step in place.split("/"):
        part = part[int(step)] if isinstance(part, tuple) else getattr(part, step)
    assert getattr(part, name) == value
    again = set_part_field(changed, place, column, typed_text(part, field))
    assert again == changed


@pytest.mark.parametrize(
    ("place", "column", "text"),
    [
        ("components/0", "quantity", "1.5"),
        ("components/0", "quantity", "-1"),
        ("components/0", "price", "1,234"),  # twelve hundred, or one and a bit
        ("components/0", "terms", "weekly"),
        ("groups/0/members/0", "percent", "101"),
    ],
)
def test_a_text_without_one_reading_is_refused(place: str, column: str, text: str) -> None:
    """The bundle stays as it is."""
    with pytest.raises(CellFault):
        set_part_field(BUNDLE, place, column, text)


def test_a_column_that_a_part_has_not_changes_nothing() -> None:
    """An inner bundle has no price of its own here."""
    assert part_field("children/0", "price") is None
    assert set_part_field(BUNDLE, "components/0", "least", "3") is BUNDLE
    assert set_part_field(BUNDLE, "components/9", "quantity", "3") is BUNDLE
    assert set(PART_FIELDS["overage"]) == {"price"}


def test_the_fields_of_the_bundle_itself_are_typed_too() -> None:
    """Names, days, codes, the price."""
    changed = set_bundle_field(BUNDLE, BUNDLE_FIELDS["last"], "2027-02-28")
    changed = set_bundle_field(changed, BUNDLE_FIELDS["segments"], "SMB、KEY")
    changed = set_bundle_field(changed, BUNDLE_FIELDS["price"], "668")
    changed = set_bundle_field(changed, BUNDLE_FIELDS["name_en"], "Flat plan")
    assert changed.valid.last == date(2027, 2, 28)
    assert (changed.segments, changed.price) == (("SMB", "KEY"), Decimal(668))
    assert changed.name.en == "Flat plan"
    assert set_bundle_field(changed, BUNDLE_FIELDS["segments"], "").segments == ("ALL",)


def test_another_form_forgets_what_it_has_no_place_for() -> None:
    """Prices of components stay where they are: the next form may want them again."""
    priced = a_bundle("100.00", components=(BundleComponent("A.RENT", 1, price=Decimal(9)),))
    off = set_form(priced, PricingForm.PERCENT_OFF)
    assert (off.form, off.price) == (PricingForm.PERCENT_OFF, Decimal(0))
    off = set_bundle_field(off, BUNDLE_FIELDS["percent"], "15")
    assert set_form(off, PricingForm.SUM).percent == 0
    assert set_form(off, PricingForm.COMPONENT_PRICES).components == priced.components


def test_details_without_a_column_are_typed_as_well() -> None:
    """The name of a group, who may choose a member, what an option waives."""
    named = set_part_field(BUNDLE, "groups/0", "name_zh", "上网速率")
    assert named.groups[0].name.zh == "上网速率"
    narrowed = set_part_field(named, "groups/0/members/0", "segments", "SMB")
    assert narrowed.groups[0].members[0].segments == ("SMB",)
    assert list(detail_fields("options/3")) == ["note_zh", "note_en", "waives"]
    assert detail_fields("components/0") == {}
    with pytest.raises(CellFault):
        set_part_field(BUNDLE, "groups/0", "name_zh", "")
