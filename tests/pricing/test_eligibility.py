"""Who may have what, when, beside what, and how many: findings that name their item."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.bundle import BundleOneTime, BundleOption
from catalog.condition import Condition
from catalog.offering import Lifecycle
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.eligibility import check_items
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
    from catalog.problem import Problem
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

LINE = an_offering(a_charge(), a_charge("LINE.INST", period=BillingPeriod.ONCE))
NET = an_offering(a_charge("NET.RENT"))


def found(
    *items: QuoteItem,
    sold: tuple[Any, ...] = (),
    bundles: tuple[Any, ...] = (),
    context: PricingContext | None = None,
) -> tuple[Problem, ...]:
    """Findings over items of a line, broadband and what else is sold."""
    codes = {offering.code for offering in sold}
    catalog = a_catalog(*sold, *(o for o in (LINE, NET) if o.code not in codes), bundles=bundles)
    return check_items(catalog, context or a_context(), items)


def codes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Code and item of each finding."""
    return [(problem.code, problem.where.subject) for problem in problems]


def test_ordinary_items_find_nothing() -> None:
    """A line, broadband and a bundle."""
    items = (a_line(), a_line(code="NET.RENT", item_id="i2"), an_item("PACK", item_id="i3"))
    assert found(*items, bundles=(a_bundle(),)) == ()
    assert found(an_item("NOBODY")) == ()  # the engine tells unknown codes


@pytest.mark.parametrize(
    ("fields", "context", "code", "parameters"),
    [
        (
            {"valid": ValidityPeriod(first=date(2026, 11, 24))},
            {},
            "bundle.not_started",
            {"date": "2026-11-24"},
        ),
        (
            {"valid": ValidityPeriod(last=date(2026, 11, 22))},
            {},
            "bundle.expired",
            {"date": "2026-11-22"},
        ),
        ({"segments": ("KEY",)}, {}, "offering.not_for_segment", {"segment": "SMB"}),
        ({"term": 24}, {}, "offering.term_too_short", {"term": "24"}),
        ({"excludes": ("LINE",)}, {}, "offering.excluded", {"other": "LINE"}),
        (
            {"conditions": (Condition("lines", least=Decimal(3)),)},
            {},
            "bundle.condition_unknown",
            {"measure": "lines"},
        ),
        (
            {"conditions": (Condition("lines", least=Decimal(3)),)},
            {"measures": {"lines": Decimal(2)}},
            "bundle.not_eligible",
            {"measure": "lines", "value": "2", "least": "3", "most": "", "one_of": ""},
        ),
        (
            {"conditions": (Condition("trade", one_of=("hotel", "school")),)},
            {"words": {"trade": "bank"}},
            "bundle.not_eligible",
            {
                "measure": "trade",
                "value": "bank",
                "least": "",
                "most": "",
                "one_of": "hotel, school",
            },
        ),
    ],
)
def test_a_bundle_says_why_it_may_not_be_sold(
    fields: dict[str, Any], context: dict[str, Any], code: str, parameters: dict[str, str]
) -> None:
    """With the figures that the user needs to mend it."""
    items = (an_item("PACK"), a_line(item_id="i2"))
    (problem,) = found(*items, bundles=(a_bundle(**fields),), context=a_context(**context))
    assert (problem.code, problem.where.subject) == (code, "i1")
    assert problem.parameters == {"offering": "PACK", **parameters}
    assert problem.blocks is (code != "bundle.condition_unknown")


def test_conditions_that_hold_say_nothing() -> None:
    """Numbers and words."""
    conditions = (Condition("lines", least=Decimal(3)), Condition("trade", one_of=("hotel",)))
    context = a_context(measures={"lines": Decimal(3)}, words={"trade": "hotel"})
    bundle = a_bundle(conditions=conditions, segments=("SMB",))
    assert found(an_item("PACK"), bundles=(bundle,), context=context) == ()


@pytest.mark.parametrize(
    ("fields", "code", "blocks"),
    [
        ({"segments": ("KEY",)}, "offering.segment_unusual", False),
        (
            {"valid": ValidityPeriod(last=date(2026, 11, 22))},
            "offering.not_on_sale",
            True,
        ),
        ({"lifecycle": Lifecycle.PLANNED}, "offering.not_on_sale", True),
        ({"lifecycle": Lifecycle.WITHDRAWN}, "offering.not_on_sale", True),
        ({"lifecycle": Lifecycle.FROZEN}, "offering.frozen", True),
        ({"requires": ("NET", "TRUNK")}, "offering.requirement_missing", True),
        ({"excludes": ("PACK",)}, "offering.excluded", True),
    ],
)
def test_an_offering_says_why_it_may_not_be_sold(
    fields: dict[str, Any], code: str, blocks: bool
) -> None:
    """An unusual segment is only a warning."""
    sold = (an_offering(a_charge(), **fields),)
    pack = a_bundle(parts=[("X.RENT", 1)])
    (problem,) = found(a_line(), an_item("PACK", item_id="i2"), sold=sold, bundles=(pack,))
    assert (problem.code, problem.where.subject, problem.blocks) == (code, "i1", blocks)


def test_a_frozen_offering_stays_for_those_who_have_it() -> None:
    """Installed with a quantity above zero."""
    sold = (an_offering(a_charge(), lifecycle=Lifecycle.FROZEN),)
    assert found(a_line(), sold=sold, context=a_context(installed={"LINE": 1})) == ()
    assert codes(found(a_line(), sold=sold, context=a_context(installed={"LINE": 0}))) == [
        ("offering.frozen", "i1")
    ]


@pytest.mark.parametrize("helper", ["beside", "component", "installed"])
def test_a_requirement_is_met_beside_inside_a_bundle_or_by_what_is_installed(helper: str) -> None:
    """Any one of those required (P9, P11)."""
    sold = (an_offering(a_charge("TONE.RENT"), requires=("GONE", "LINE")),)
    items = [a_line(code="TONE.RENT")]
    if helper == "beside":
        items.append(a_line(item_id="i2"))
    if helper == "component":
        items.append(an_item("PACK", item_id="i2"))
    installed = {"LINE": 4} if helper == "installed" else {}
    context = a_context(installed=installed)
    assert found(*items, sold=sold, bundles=(a_bundle(),), context=context) == ()
    (problem,) = found(a_line(code="TONE.RENT"), sold=sold)
    assert problem.parameters == {"offering": "TONE", "requires": "GONE | LINE"}


def test_what_a_bundle_holds_has_requirements_and_exclusions_too() -> None:
    """Told once for each offering, on the bundle's item."""
    tone = an_offering(
        a_charge("TONE.RENT"), a_charge("TONE.MORE"), requires=("LINE",), excludes=("NET",)
    )
    pack = a_bundle(parts=[("TONE.RENT", 1), ("TONE.MORE", 1), ("GONE.RENT", 1)])
    items = (an_item("PACK"), a_line(code="NET.RENT", item_id="i2"))
    problems = found(*items, sold=(tone,), bundles=(pack,))
    assert codes(problems) == [
        ("offering.requirement_missing", "i1"),
        ("offering.excluded", "i1"),
    ]


def test_excluding_what_the_customer_has_is_a_warning() -> None:
    """He may give it up."""
    sold = (an_offering(a_charge(), excludes=("OLD",)),)
    (problem,) = found(a_line(), sold=sold, context=a_context(installed={"OLD": 1}))
    assert (problem.code, problem.blocks) == ("offering.excluded_installed", False)


def counted(**fields: Any) -> tuple[Any, ...]:  # noqa: ANN401 (fields of a charge)
    """A line whose rental has bounds."""
    return (an_offering(a_charge(**fields), a_charge("LINE.INST", period=BillingPeriod.ONCE)),)


@pytest.mark.parametrize(
    ("quantity", "installed", "expected"),
    [
        (4, 0, "charge.too_few"),
        (5, 0, None),
        (4, 1, None),
        (10, 0, None),
        (10, 5, None),
        (11, 0, "charge.too_many"),
    ],
)
def test_quantities_are_counted_over_the_whole_quote(
    quantity: int, installed: int, expected: str | None
) -> None:
    """At least 5 with what is installed; at most 10 in the quote."""
    context = a_context(installed={"LINE": installed})
    problems = found(a_line(quantity), sold=counted(least=5, most=10), context=context)
    assert [p.code for p in problems] == ([expected] if expected else [])
    if problems:
        assert problems[0].where.column == "LINE.RENT"
        assert problems[0].parameters["count"] == str(quantity + installed)


def test_components_and_other_items_count_together() -> None:
    """1 beside 2 x 2 in bundles is 5; one-time charges of bundles count as well."""
    once = (BundleOneTime("LINE.INST", 1, Decimal(0)),)
    pack = a_bundle(parts=[("LINE.RENT", 2)], one_time=once)
    items = (an_item("PACK", 2), a_line(item_id="i2"))
    assert found(*items, sold=counted(least=5), bundles=(pack,)) == ()
    (problem,) = found(*items, sold=counted(most=4), bundles=(pack,))
    assert problem.parameters == {"charge": "LINE.RENT", "count": "5", "most": "4"}


def test_a_charge_may_ask_for_a_longer_term() -> None:
    """24 months here."""
    (problem,) = found(a_line(), sold=counted(least_term=24))
    assert (problem.code, problem.parameters["term"]) == ("charge.term_too_short", "24")
    assert found(a_line(), sold=counted(least_term=24), context=a_context(24)) == ()


def test_expected_usage_has_no_least_quantity() -> None:
    """Nobody knows yet how much will be used; unknown charges are the engine's business."""
    sold = (an_offering(a_charge("LINE.USE", period=BillingPeriod.PER_USE, least=100)),)
    assert found(a_line(code="LINE.USE"), a_line(code="LINE.GONE", item_id="i2"), sold=sold) == ()


@pytest.mark.parametrize(
    ("lines", "bundles", "too_many"), [(5, 1, False), (6, 1, True), (10, 2, False), (11, 2, True)]
)
def test_an_option_price_holds_for_so_many_units_of_each_bundle(
    lines: int, bundles: int, too_many: bool
) -> None:
    """Five lines for each; the sixth is told."""
    option = BundleOption("LINE.RENT", Decimal(20), most=5)
    endless = BundleOption("NET.RENT", Decimal(20))
    pack = a_bundle(options=(option, endless))
    items = (
        an_item("PACK", bundles),
        a_line(lines, item_id="i2"),
        a_line(99, code="NET.RENT", item_id="i3"),
    )
    problems = found(*items, bundles=(pack,))
    assert codes(problems) == ([("bundle.option_too_many", "i1")] if too_many else [])
    if problems:
        assert problems[0].parameters == {
            "offering": "PACK",
            "charge": "LINE.RENT",
            "count": str(lines),
            "most": str(5 * bundles),
        }
