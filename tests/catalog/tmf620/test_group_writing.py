"""Forms and groups of a bundle in our extension; a plain fixed price writes none of it."""

from __future__ import annotations

from decimal import Decimal

from catalog.bundle import BundleComponent, ChildBundle, PricingForm
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, MemberPricing
from catalog.tmf620.bundle_writing import OfferingCount, offerings_in
from catalog.tmf620.group_writing import component, forms, local_text
from tests.builders import a_bundle, a_group


def test_a_plain_fixed_price_says_nothing_more() -> None:
    """So that files of before are the same byte for byte."""
    assert forms(a_bundle()) == {}
    assert component(BundleComponent("LINE.RENT", 2)) == {
        "charge": "LINE.RENT",
        "quantity": 2,
        "kind": "monthly",
    }
    assert local_text(LocalText("组")) == {"zh": "组"}


def test_what_may_be_chosen_is_written_with_its_bounds() -> None:
    """The standard sees how many of an offering may be there, we see the charges."""
    group = a_group(
        GroupMember(
            "LINE.RENT", most=3, default=1, pricing=MemberPricing.PERCENT_OFF, percent=Decimal(5)
        ),
        GroupMember("NET.RENT", units=2),
        most=4,
    )
    bundle = a_bundle(
        "0",
        [("LINE.RENT", 2)],
        form=PricingForm.SUM,
        groups=(group,),
        children=(ChildBundle("INNER", 3),),
    )
    written = forms(bundle)
    assert written["form"] == "sum"
    assert written["children"] == [{"bundle": "INNER", "quantity": 3}]
    usual = {"units": 1, "least": 0, "most": 3, "default": 1}
    more = {"charge": "NET.RENT", "units": 2, "least": 0, "most": 1, "default": 0}
    assert written["groups"] == [
        {
            "code": "g",
            "name": {"zh": "选项", "en": "options"},
            "most": 4,
            "members": [
                {"charge": "LINE.RENT", **usual, "pricing": "percent_off", "percent": Decimal(5)},
                {**more, "pricing": "list"},
            ],
        }
    ]
    assert offerings_in(bundle.components, (), bundle.groups, bundle.children) == (
        OfferingCount("LINE", 2, 3, 5),
        OfferingCount("INNER", 3, 3, 3),
        OfferingCount("NET", 0, 0, 2),
    )
