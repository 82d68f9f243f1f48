"""What was said of an item is kept for as long as it stays true, and no longer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.condition import Condition
from pricing.eligibility import check_items
from pricing.standing import Standing
from tests.builders import a_bundle, a_catalog, a_charge, a_context, a_line, an_item, an_offering

if TYPE_CHECKING:
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

CATALOG = a_catalog(
    an_offering(a_charge()),
    an_offering(a_charge("FAX.RENT"), requires=("LINE",)),
    an_offering(a_charge("KEY.RENT"), segments=("KEY",)),
    an_offering(a_charge("ONE.RENT", most=1), requires=("LINE",)),
    bundles=(a_bundle(conditions=(Condition("lines", least=Decimal(5)),)),),
)
FAX = a_line(1, code="FAX.RENT", item_id="fax")
KEY = a_line(1, code="KEY.RENT", item_id="key")
LINE = a_line(1, item_id="line")


def told(
    standing: Standing, *items: QuoteItem, context: PricingContext | None = None
) -> list[tuple[str, str]]:
    """Codes of findings with the items that they are about."""
    found = check_items(CATALOG, context or a_context(), items, standing)
    return [(one.code, one.where.subject) for one in found]


def test_what_was_said_of_an_item_is_the_same_value_the_next_time() -> None:
    """Nothing is looked at again where the item and its neighbours are the same."""
    standing = Standing(CATALOG, a_context())
    first = check_items(CATALOG, a_context(), (FAX, KEY), standing)
    again = check_items(CATALOG, a_context(), (KEY, FAX), standing)
    assert [one.code for one in first] == [
        "offering.requirement_missing",
        "offering.segment_unusual",
    ]
    assert again[0] is first[1]
    assert again[1] is first[0]


def test_what_an_item_needs_is_asked_again_when_others_come_and_go() -> None:
    """A fax line needs a line: without it a finding, with it none, without it again."""
    standing = Standing(CATALOG, a_context())
    missing = [("offering.requirement_missing", "fax")]
    assert told(standing, FAX) == missing
    assert told(standing, FAX, LINE) == []
    assert told(standing, FAX) == missing


def test_another_item_of_the_same_identifier_is_looked_at() -> None:
    """The item was changed into one for key accounts only."""
    standing = Standing(CATALOG, a_context())
    other = msgspec.structs.replace(KEY, id="line")
    assert told(standing, LINE) == []
    assert told(standing, other) == [("offering.segment_unusual", "line")]


def test_quantities_are_counted_every_time() -> None:
    """Of what there is one of, the second one is too many, whatever was said before."""
    standing = Standing(CATALOG, a_context())
    one = a_line(1, code="ONE.RENT", item_id="one")
    other = msgspec.structs.replace(one, id="other")
    assert told(standing, LINE, one) == []
    assert told(standing, LINE, one, other) == [
        ("charge.too_many", "one"),
        ("charge.too_many", "other"),
    ]
    assert told(standing, LINE, one) == []


def test_a_bundle_is_looked_at_again_when_what_it_is_measured_by_changes() -> None:
    """It is for customers with five lines: four are too few, five are enough."""
    standing, pack = Standing(CATALOG, a_context()), an_item("PACK", item_id="pack")
    few, enough = (a_context(measures={"lines": Decimal(count)}) for count in (4, 5))
    assert told(standing, pack, context=few) == [("bundle.not_eligible", "pack")]
    assert told(standing, pack, context=enough) == []


def test_what_is_said_of_numbers_is_the_same_value_while_they_are_the_same() -> None:
    """A discount changes no number; another item of the same offering does."""
    standing = Standing(CATALOG, a_context())
    one = a_line(1, code="ONE.RENT", item_id="one")
    other = msgspec.structs.replace(one, id="other")
    first, again = (check_items(CATALOG, a_context(), (LINE, one, other), standing) for _ in "ab")
    assert [problem.code for problem in first] == ["charge.too_many"] * 2
    assert all(old is new for old, new in zip(first, again, strict=True))
    third = msgspec.structs.replace(one, id="third")
    more = check_items(CATALOG, a_context(), (LINE, one, other, third), standing)
    assert [problem.parameters["count"] for problem in more] == ["3"] * 3


def test_another_term_is_asked_about_again() -> None:
    """A bundle for twelve months, and a charge for at least twelve, in a quote of six."""
    catalog = a_catalog(
        an_offering(a_charge()),
        an_offering(a_charge("LONG.RENT", least_term=12)),
        bundles=(a_bundle(),),
    )
    items = (an_item("PACK", item_id="pack"), a_line(1, code="LONG.RENT", item_id="long"))
    standing = Standing(catalog, a_context())
    found = [
        [one.code for one in check_items(catalog, a_context(term=term), items, standing)]
        for term in (12, 6, 12)
    ]
    short = ["offering.term_too_short", "charge.term_too_short"]
    assert found == [[], short, []]
