"""A list shows what is wanted of a catalogue, each line once, in an order that is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.period import BillingPeriod
from catalog.product_catalog import ProductCatalog
from catalog.selection import (
    BUNDLES,
    Selection,
    SortBy,
    areas_of,
    family_counts,
    ordered,
    segments_of,
    select,
    select_found,
    sort_key,
)
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

CONTENT = a_content(
    an_offering(
        a_charge("A.RENT", "25.00"),
        a_charge("A.INST", "80.00", period=BillingPeriod.ONCE),
        family="VOICE",
    ),
    an_offering(
        a_charge("B.RENT", "100.00"),
        family="INET",
        segments=("SMB",),
        lifecycle=Lifecycle.FROZEN,
    ),
    bundles=[a_bundle("199.00", [("A.RENT", 1)], segments=("GOV",))],
)
WANTED = st.builds(
    Selection,
    family=st.sampled_from(("", "VOICE", "INET", "DATA", BUNDLES)),
    segment=st.sampled_from(("", "GROUP", "IND", "KEY")),
    kind=st.none() | st.sampled_from(list(ChargeType)),
    lowest=st.none() | st.sampled_from((Decimal(0), Decimal(100))),
    highest=st.none() | st.sampled_from((Decimal(50), Decimal(500))),
    lifecycle=st.none() | st.sampled_from(list(Lifecycle)),
)


def keys(**wanted: object) -> list[str]:
    """Keys of the lines of the small catalogue."""
    return [line.key for line in select(CONTENT, Selection(**wanted))]  # type: ignore[arg-type] # fields by name


def test_everything_is_shown_bundles_first() -> None:
    """Then each charge in the order of the catalogue."""
    assert keys() == ["PACK", "A.RENT", "A.INST", "B.RENT"]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"family": "INET"}, ["B.RENT"]),
        ({"family": BUNDLES}, ["PACK"]),
        ({"segment": "SMB"}, ["A.RENT", "A.INST", "B.RENT"]),
        ({"segment": "GOV"}, ["PACK", "A.RENT", "A.INST"]),
        ({"kind": ChargeType.ONE_TIME}, ["A.INST"]),
        ({"kind": ChargeType.RECURRING}, ["PACK", "A.RENT", "B.RENT"]),
        ({"lowest": Decimal(80), "highest": Decimal(100)}, ["A.INST", "B.RENT"]),
        ({"lifecycle": Lifecycle.FROZEN}, ["B.RENT"]),
        ({"lifecycle": Lifecycle.ON_SALE}, ["PACK", "A.RENT", "A.INST"]),
    ],
)
def test_each_part_of_a_selection_narrows_it(wanted: dict[str, object], shown: list[str]) -> None:
    """Bounds are included; what is for everybody is for each segment."""
    assert keys(**wanted) == shown


def test_a_search_decides_the_order_and_what_is_left() -> None:
    """All charges of an offering found stay together."""
    catalog = ProductCatalog(CONTENT)
    found = [line.key for line in select_found(catalog, Selection(), ["B", "GONE", "PACK", "A"])]
    assert found == ["B.RENT", "PACK", "A.RENT", "A.INST"]
    dear = Selection(lowest=Decimal(80), highest=Decimal(150))
    assert [line.key for line in select_found(catalog, dear, ["PACK", "A"])] == ["A.INST"]
    bundles = Selection(family=BUNDLES)
    assert [line.key for line in select_found(catalog, bundles, ["A", "PACK"])] == ["PACK"]
    assert not select_found(catalog, Selection(), [])


@given(WANTED)
def test_what_is_found_is_narrowed_as_the_whole_is(wanted: Selection) -> None:
    """Everything found, then selected, is everything selected; only its order is the search's."""
    catalog = sample_catalog()
    every = [one.code for one in catalog.content.bundles]
    every += [one.code for one in catalog.content.offerings]
    found = select_found(catalog, wanted, every)
    assert list(found) == list(select(catalog.content, wanted))


def test_lines_are_sorted_both_ways() -> None:
    """25, 80, 100, 199; costs of all charges are the same and keep the order."""
    lines = select(CONTENT, Selection())
    by_price = [line.key for line in ordered(lines, SortBy.PRICE)]
    assert by_price == ["A.RENT", "A.INST", "B.RENT", "PACK"]
    down = [line.key for line in ordered(lines, SortBy.PRICE, descending=True)]
    assert down == by_price[::-1]
    assert [line.key for line in ordered(lines, SortBy.COST)] == [
        "PACK",
        "A.RENT",
        "A.INST",
        "B.RENT",
    ]
    assert [line.key for line in ordered(lines, SortBy.NAME)][-1] == "PACK"
    assert ordered(lines, SortBy.CATALOGUE) is lines
    assert [sort_key(line, SortBy.PRICE) for line in lines[:2]] == [199, 25]
    assert sort_key(lines[0], SortBy.CATALOGUE) is None


def test_families_and_segments_are_counted() -> None:
    """In the order of the catalogue; ALL is no segment."""
    assert family_counts(CONTENT) == {"VOICE": 1, "INET": 1, BUNDLES: 1}
    assert segments_of(CONTENT) == ("GOV", "SMB")


def test_families_are_counted_by_what_is_wanted() -> None:
    """Whatever family is chosen; an offering counts when one of its charges is wanted."""
    assert family_counts(CONTENT, Selection(kind=ChargeType.ONE_TIME, family="INET")) == {
        "VOICE": 1
    }
    dear = Selection(lowest=Decimal(90))
    assert family_counts(CONTENT, dear) == {"INET": 1, BUNDLES: 1}
    assert areas_of(CONTENT) == ()


@given(WANTED)
def test_a_selection_is_a_part_of_the_catalogue_in_its_order(wanted: Selection) -> None:
    """No line twice, none invented, and a narrower selection shows no more."""
    content = sample_catalog().content
    whole = [line.key for line in select(content, Selection())]
    shown = [line.key for line in select(content, wanted)]
    assert len(whole) == len(set(whole)) == 344 + len(content.bundles)
    assert [key for key in whole if key in set(shown)] == shown
