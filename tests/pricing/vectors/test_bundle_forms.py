"""Vector V10 in its other forms: a percentage off components, sums, and one of three to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.bundle import PricingForm
from catalog.option_group import GroupMember
from pricing.item import Choice
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_group,
    an_item,
    an_offering,
    codes_of,
    priced,
)
from tests.pricing.rule_builders import d

if TYPE_CHECKING:
    from pricing.priced import PricedQuote

LINES = [
    an_offering(a_charge(f"{code}.RENT", price, cost="0"))
    for code, price in (("A", "129.00"), ("B", "100.00"), ("C", "20.00"), ("PIECE", "120.00"))
]


def test_v10c_ten_percent_off_each_component_of_a_bundle() -> None:
    """129.00, 100.00 and 20.00 less 10 %: 116.10, 90.00, 18.00, each rounded by itself."""
    parts = [("A.RENT", 1), ("B.RENT", 1), ("C.RENT", 1)]
    bundle = a_bundle("0", parts, form=PricingForm.PERCENT_OFF, percent=d(10))
    (item,) = priced(a_catalog(*LINES, bundles=[bundle]), an_item("PACK")).items
    assert [charge.net_amount for charge in item.charges] == [11_610, 9_000, 1_800]


@pytest.mark.parametrize(("bundles", "pieces"), [(1, 24), (24, 1), (2, 12)])
def test_v10d_the_quantity_of_the_parent_multiplies_the_children(bundles: int, pieces: int) -> None:
    """24 pieces at 120.00 are 2,880.00, never one times the rate."""
    bundle = a_bundle("0", [("PIECE.RENT", pieces)], form=PricingForm.SUM)
    quote = priced(a_catalog(*LINES, bundles=[bundle]), an_item("PACK", bundles))
    assert quote.totals.monthly.net_amount == 288_000


def _seats(*choices: Choice) -> PricedQuote:
    """Two seats in economy unless business or one in the first class is chosen instead."""
    classes = [
        an_offering(a_charge(f"{code}.SEAT", price, cost="0"))
        for code, price in (("ECO", "150.00"), ("BIZ", "200.00"), ("FIRST", "400.00"))
    ]
    group = a_group(
        GroupMember("ECO.SEAT", units=2, default=1),
        GroupMember("BIZ.SEAT", units=2),
        GroupMember("FIRST.SEAT", units=1),
        code="class",
        least=1,
        most=1,
    )
    bundle = a_bundle("0", [("C.RENT", 1)], form=PricingForm.SUM, groups=(group,))
    catalog = a_catalog(*LINES, *classes, bundles=[bundle])
    return priced(catalog, an_item("PACK", choices=choices))


def test_v10e_of_alternatives_the_main_one_counts_until_one_is_chosen() -> None:
    """Economy 2 x 150.00 is 300.00; business or first class 400.00; 20.00 beside in any case."""
    assert _seats().totals.monthly.net_amount == 32_000
    for code in ("BIZ.SEAT", "FIRST.SEAT"):
        quote = _seats(Choice("ECO.SEAT", 0, "class"), Choice(code, 1, "class"))
        assert quote.totals.monthly.net_amount == 42_000
        assert codes_of(quote) == []


def test_v10f_two_alternatives_at_once_are_an_error_that_names_the_group() -> None:
    """Exactly one of the group."""
    quote = _seats(Choice("ECO.SEAT", 1, "class"), Choice("BIZ.SEAT", 1, "class"))
    (problem,) = [p for p in quote.problems if p.code == "bundle.group_too_many"]
    assert problem.blocks
    assert problem.parameters["group"] == "class"
