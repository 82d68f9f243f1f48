"""Findings about what may be sold, whole: code, severity, place and every figure that is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.bundle import BundleOneTime, BundleOption
from catalog.condition import Condition
from catalog.offering import Lifecycle
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem, Severity
from pricing.eligibility import check_items
from pricing.item import ItemCharge
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

ONCE = BillingPeriod.ONCE
LINE = an_offering(a_charge(), a_charge("LINE.INST", period=ONCE, most=5), segments=("ALL",))
TWO = a_context(segments=("SMB", "KEY"))
I1 = Place(subject="i1")


def found(
    *items: QuoteItem,
    sold: tuple[ProductOffering, ...] = (),
    bundles: tuple[BundledOffering, ...] = (),
    context: PricingContext | None = None,
) -> tuple[Problem, ...]:
    """Findings over items of a line and of what else is sold."""
    codes = {offering.code for offering in sold}
    catalog = a_catalog(*sold, *(o for o in (LINE,) if o.code not in codes), bundles=bundles)
    return check_items(catalog, context or a_context(), items)


def test_a_term_out_of_range_names_itself_and_the_longest() -> None:
    """At the term of the quote, not at an item."""
    facts = {"term": "0", "longest": "120"}
    assert found(a_line(), context=a_context(0)) == (
        Problem("price.term_out_of_range", where=Place(column="term"), parameters=facts),
    )


def test_segments_are_listed() -> None:
    """Of an offering it is unusual, of a bundle not allowed."""
    net = an_offering(a_charge("NET.RENT"), segments=("GOV",))
    facts = {"offering": "NET", "segment": "SMB, KEY"}
    assert found(a_line(code="NET.RENT"), sold=(net,), context=TWO) == (
        Problem("offering.segment_unusual", Severity.WARNING, I1, facts),
    )
    pack = a_bundle(segments=("GOV",))
    facts = {"offering": "PACK", "segment": "SMB, KEY"}
    assert found(an_item("PACK"), bundles=(pack,), context=TWO) == (
        Problem("offering.not_for_segment", where=I1, parameters=facts),
    )


def test_an_offering_that_is_not_sold_is_named() -> None:
    """Withdrawn, or frozen for all who do not have it."""
    for state, code in (
        (Lifecycle.WITHDRAWN, "offering.not_on_sale"),
        (Lifecycle.FROZEN, "offering.frozen"),
    ):
        net = an_offering(a_charge("NET.RENT"), lifecycle=state)
        assert found(a_line(code="NET.RENT"), sold=(net,)) == (
            Problem(code, where=I1, parameters={"offering": "NET"}),
        )


def test_what_cannot_stand_beside_it_is_named() -> None:
    """In the quote an error, installed a warning."""
    net = an_offering(a_charge("NET.RENT"), excludes=("LINE",))
    facts = {"offering": "NET", "other": "LINE"}
    beside = found(a_line(code="NET.RENT"), a_line(item_id="i2"), sold=(net,))
    assert beside == (Problem("offering.excluded", where=I1, parameters=facts),)
    context = a_context(installed={"LINE": 1})
    installed = found(a_line(code="NET.RENT"), sold=(net,), context=context)
    assert installed == (Problem("offering.excluded_installed", Severity.WARNING, I1, facts),)


def test_conditions_tell_their_bounds() -> None:
    """An unknown fact is a warning; a known one is told with what it must be."""
    pack = a_bundle(conditions=(Condition("lines", Decimal(2), Decimal(5)),))
    assert found(an_item("PACK"), bundles=(pack,)) == (
        Problem(
            "bundle.condition_unknown",
            Severity.WARNING,
            I1,
            {"offering": "PACK", "measure": "lines"},
        ),
    )
    context = a_context(measures={"lines": Decimal(6)})
    (problem,) = found(an_item("PACK"), bundles=(pack,), context=context)
    assert problem == Problem(
        "bundle.not_eligible",
        where=I1,
        parameters={
            "offering": "PACK",
            "measure": "lines",
            "value": "6",
            "least": "2",
            "most": "5",
            "one_of": "",
        },
    )


def test_option_prices_count_over_all_bundles_of_a_kind() -> None:
    """Two of the option for each of three packs: seven lines are one too many, at both packs."""
    pack = a_bundle(options=(BundleOption("LINE.RENT", Decimal(20), most=2),))
    packs = an_item("PACK", 1, item_id="p1"), an_item("PACK", 2, item_id="p2")
    lines = a_line(3), a_line(4, item_id="i2")
    assert found(*packs, a_line(6), bundles=(pack,)) == ()
    facts = {"offering": "PACK", "charge": "LINE.RENT", "count": "7", "most": "6"}
    assert found(*packs, *lines, bundles=(pack,)) == tuple(
        Problem(
            "bundle.option_too_many",
            where=Place(subject=subject, column="LINE.RENT"),
            parameters=facts,
        )
        for subject in ("p1", "p2")
    )


def test_what_bundles_hold_counts_with_what_stands_beside_them() -> None:
    """Five installations at most: two in each of two packs and one alone, and no sixth."""
    once = BundleOneTime("LINE.INST", 2, Decimal(0))
    pack = a_bundle(parts=[("LINE.RENT", 1)], one_time=(once,))
    packs = an_item("PACK", 1, item_id="p1"), an_item("PACK", 1, item_id="p2")

    def told(count: int) -> list[dict[str, str]]:
        item = an_item("LINE", 1, ItemCharge("LINE.INST", count))
        problems = found(*packs, item, bundles=(pack,))
        assert {problem.code for problem in problems} <= {"charge.too_many"}
        return [problem.parameters for problem in problems]

    assert told(1) == []
    assert told(2) == [{"charge": "LINE.INST", "count": "6", "most": "5"}]


def test_components_count_once_each() -> None:
    """Three lines in a pack, two packs, and one beside them: seven of at most six."""
    line = an_offering(a_charge(most=6))
    pack = a_bundle(parts=[("LINE.RENT", 3)])
    (problem,) = found(an_item("PACK", 2, item_id="p1"), a_line(1), sold=(line,), bundles=(pack,))
    assert problem.parameters == {"charge": "LINE.RENT", "count": "7", "most": "6"}
    assert found(an_item("PACK", 1, item_id="p1"), a_line(3), sold=(line,), bundles=(pack,)) == ()


def test_an_unknown_item_hides_no_finding_behind_it() -> None:
    """The engine tells that it is unknown; the next one is looked at."""
    net = an_offering(a_charge("NET.RENT"), lifecycle=Lifecycle.WITHDRAWN)
    items = (an_item("NOBODY"), a_line(code="NET.RENT", item_id="i2"))
    assert [problem.where.subject for problem in found(*items, sold=(net,))] == ["i2"]


def test_the_largest_quantity_itself_is_allowed() -> None:
    """Five of at most five, though another bound is broken."""
    line = an_offering(a_charge(most=5, least_term=24))
    problems = found(a_line(5), sold=(line,))
    assert [problem.code for problem in problems] == ["charge.term_too_short"]


def test_usage_before_a_charge_hides_no_finding() -> None:
    """Expected calls have no least quantity; the lines behind them have one."""
    line = an_offering(
        a_charge("LINE.USE", "0.10", period=BillingPeriod.PER_USE, least=3),
        a_charge("LINE.RENT", least=3),
    )
    item = an_item("LINE", 1, ItemCharge("LINE.USE", 1), ItemCharge("LINE.RENT", 1))
    (problem,) = found(item, sold=(line,))
    assert problem.where.column == "LINE.RENT"
