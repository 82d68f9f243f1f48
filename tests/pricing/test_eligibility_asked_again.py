"""What is known of a catalogue's charges stays true for other quotes in the same circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.bundle import PricingForm
from catalog.option_group import GroupMember
from catalog.problem import Place, Problem
from pricing.eligibility import check_items
from pricing.item import Choice
from pricing.standing import Standing
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_group,
    a_line,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

CATALOG = a_catalog(
    an_offering(a_charge()),
    an_offering(a_charge("ONE.RENT", most=1)),
    an_offering(a_charge("TWO.RENT", least=2)),
    an_offering(a_charge("FIVE.RENT", most=5)),
    an_offering(a_charge("LONG.RENT", least=0, least_term=24)),
)


def codes(*quotes: tuple[QuoteItem, ...], context: PricingContext | None = None) -> list[list[str]]:
    """Findings of several quotes, one after the other, with what the earlier ones taught."""
    standing = Standing(CATALOG, context or a_context())
    return [
        [p.code for p in check_items(CATALOG, context or a_context(), items, standing)]
        for items in quotes
    ]


def test_a_charge_without_bounds_does_not_hide_the_one_behind_it() -> None:
    """The line may be had in any number; two of what there is one of may not."""
    line, two = a_line(), a_line(2, code="ONE.RENT", item_id="i2")
    assert codes((line,), (line, two)) == [[], ["charge.too_many"]]


@pytest.mark.parametrize(
    ("code", "fits", "told"),
    [
        ("ONE.RENT", 1, (2, "charge.too_many")),
        ("TWO.RENT", 2, (1, "charge.too_few")),
        ("FIVE.RENT", 5, (6, "charge.too_many")),
        ("LINE.RENT", 1, (0, "charge.too_few")),
    ],
)
def test_a_number_that_fits_says_nothing_of_another(
    code: str, fits: int, told: tuple[int, str]
) -> None:
    """Whichever is asked first."""
    right, wrong = (a_line(count, code=code) for count in (fits, told[0]))
    assert codes((right,), (wrong,), (right,)) == [[], [told[1]], []]
    assert codes((wrong,), (right,)) == [[told[1]], []]


def test_what_is_given_back_counts_against_what_is_quoted() -> None:
    """One line of which one is given back is none; two are one."""
    context = a_context(installed={"LINE": -1})
    assert codes((a_line(2),), (a_line(1),), context=context) == [[], ["charge.too_few"]]


def test_none_is_too_few_whatever_is_installed_and_enough_where_none_is_asked_for() -> None:
    """Three are installed, none is sold; a charge that may be left out only wants its term."""
    where = Place(subject="i1", column="LINE.RENT")
    bound = {"charge": "LINE.RENT", "count": "0", "least": "1"}
    assert check_items(CATALOG, a_context(installed={"LINE": 3}), (a_line(0),)) == (
        Problem("charge.too_few", where=where, parameters=bound),
    )
    assert codes((a_line(0, code="LONG.RENT"),)) == [["charge.term_too_short"]]


def test_what_was_chosen_in_a_bundle_needs_what_it_needs() -> None:
    """The service needs the box; until it is chosen nothing is told."""
    care = an_offering(a_charge("CARE.RENT"), requires=("BOX",))
    group = a_group(GroupMember("CARE.RENT"))
    bundle = a_bundle("0", form=PricingForm.SUM, groups=(group,))
    box = an_offering(a_charge("BOX.RENT"))
    catalog = a_catalog(an_offering(), care, box, bundles=[bundle])
    chosen = an_item("PACK", choices=(Choice("CARE.RENT", 1, "g"),))
    for items, told in (
        ((an_item("PACK"),), []),
        ((chosen,), ["offering.requirement_missing"]),
        ((chosen, a_line(code="BOX.RENT", item_id="i2")), []),
    ):
        assert [problem.code for problem in check_items(catalog, a_context(), items)] == told


def test_an_offering_with_dots_in_its_code_is_known_inside_a_bundle() -> None:
    """What needs it finds it there."""
    fast = an_offering(a_charge("NET.FAST.RENT"))
    needing = an_offering(a_charge("CARE.RENT"), requires=("NET.FAST",))
    bundle = a_bundle("0", [("NET.FAST.RENT", 1)], form=PricingForm.SUM)
    catalog = a_catalog(fast, needing, bundles=[bundle])
    care = a_line(code="CARE.RENT", item_id="i2")
    assert check_items(catalog, a_context(), (an_item("PACK"), care)) == ()
