"""Lines that follow an edit are those of a list made anew."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.draft import Patch, apply_patch, duplicate, put_charge
from catalog.listed_lines import ListedLines, same_groups
from catalog.product_catalog import CatalogContent, ProductCatalog
from catalog.selection import Selection, SortBy
from tests.builders import a_bundle, a_charge, a_content, an_offering

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.offering import ProductOffering

CONTENT = a_content(
    an_offering(a_charge("A.RENT", "25.00"), a_charge("A.MORE", "80.00")),
    an_offering(a_charge("B.RENT", "60.00"), family="INET"),
    an_offering(a_charge("C.RENT", "40.00"), family="INET"),
    bundles=[a_bundle("50.00")],
)


def priced(content: CatalogContent, place: int, price: int) -> Patch:
    """Another price for the first charge of an offering."""
    offering = content.offerings[place % len(content.offerings)]
    charge = msgspec.structs.replace(offering.charges[0], list_price=Decimal(price))
    return put_charge(offering, charge)


def moved(content: CatalogContent, place: int, price: int) -> Patch:
    """Another family."""
    offering = content.offerings[place % len(content.offerings)]
    family = ("VOICE", "INET")[price % 2]
    return Patch((msgspec.structs.replace(offering, family=family),))


def copied(content: CatalogContent, place: int, _price: int) -> Patch:
    """A copy behind the original."""
    return duplicate(content, content.offerings[place % len(content.offerings)])


def removed(content: CatalogContent, place: int, _price: int) -> Patch:
    """One less."""
    if len(content.offerings) == 1:
        return Patch()
    return Patch(removed=(content.offerings[place % len(content.offerings)].code,))


EDITS = st.tuples(
    st.sampled_from((priced, priced, moved, copied, removed)), st.integers(0, 5), st.integers(0, 99)
)
ASKED = st.tuples(
    st.sampled_from((Selection(), Selection(family="INET"), Selection(lowest=Decimal(50)))),
    st.sampled_from((None, ("B", "PACK", "A"))),
    st.sampled_from(list(SortBy)),
)


@given(st.lists(st.tuples(EDITS, ASKED), max_size=6))
def test_following_lists_what_a_list_from_scratch_does(
    steps: list[
        tuple[
            tuple[Callable[[CatalogContent, int, int], Patch], int, int],
            tuple[Selection, tuple[str, ...] | None, SortBy],
        ]
    ],
) -> None:
    """Whatever is edited and whatever is asked for next."""
    catalog = ProductCatalog(CONTENT)
    listed = ListedLines(catalog, Selection())
    for (edit, place, price), (wanted, found, by) in steps:
        patch = edit(catalog.content, place, price)
        catalog = catalog.edited(apply_patch(catalog.content, patch))
        listed = listed.after(catalog, wanted, found, by)
        anew = ListedLines(ProductCatalog(catalog.content), wanted, found, by)
        assert list(listed.lines) == list(anew.lines)
        assert listed.keys == anew.keys
        assert [listed.place_of(key) for key in anew.keys] == list(range(len(anew.keys)))


def test_an_edit_that_moves_nothing_keeps_the_keys() -> None:
    """A table knows by that object that only looks have changed."""
    catalog = ProductCatalog(CONTENT)
    listed = ListedLines(catalog, Selection())
    after = listed.after(catalog.edited(apply_patch(CONTENT, priced(CONTENT, 1, 7))), Selection())
    assert after.keys is listed.keys
    assert after.lines[after.place_of("B.RENT")].price == 7
    assert listed.lines[listed.place_of("B.RENT")].price == 60
    assert listed.place_of("GONE") == -1
    assert listed.after(catalog, Selection()) is listed


def test_groups_are_the_same_until_one_is_edited() -> None:
    """A price is no group; a family, a segment or another number of offerings is."""

    def edited(offering: ProductOffering) -> CatalogContent:
        return apply_patch(CONTENT, Patch((offering,)))

    first = CONTENT.offerings[0]
    assert same_groups(CONTENT, apply_patch(CONTENT, priced(CONTENT, 0, 9)))
    assert not same_groups(CONTENT, edited(msgspec.structs.replace(first, family="X")))
    assert not same_groups(CONTENT, edited(msgspec.structs.replace(first, segments=("X",))))
    assert not same_groups(CONTENT, apply_patch(CONTENT, removed(CONTENT, 0, 0)))
    assert not same_groups(CONTENT, msgspec.structs.replace(CONTENT, bundles=()))
