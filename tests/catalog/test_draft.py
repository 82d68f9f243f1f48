"""A draft is patches on a version: what they leave, what they do not touch, and in which order."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.comparison import Change, compare
from catalog.draft import (
    Patch,
    applied,
    apply_patch,
    duplicate,
    duplicate_charge,
    free_code,
    paste,
    put_charge,
    put_on_sale,
    remove_charge,
    withdraw,
)
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.price_list import PriceRecord
from tests.builders import a_bundle, a_charge, a_content, an_offering

if TYPE_CHECKING:
    from catalog.product_catalog import CatalogContent

A, B, C = (an_offering(a_charge(f"{code}.RENT")) for code in "ABC")


def codes(content: CatalogContent) -> list[str]:
    """Codes of the offerings in order."""
    return [offering.code for offering in content.offerings]


def test_a_patch_leaves_everything_else_the_same_object() -> None:
    """So that a page repaints one row."""
    content = a_content(A, B, bundles=[a_bundle()])
    dearer = msgspec.structs.replace(B, charges=(a_charge("B.RENT", "30.00"),))
    after = apply_patch(content, Patch((dearer,)))
    assert after.offerings == (A, dearer)
    assert after.offerings[0] is content.offerings[0]
    assert after.bundles is content.bundles
    assert apply_patch(content, Patch()) is content


def test_new_offerings_come_behind_the_one_named_or_at_the_end() -> None:
    """C behind A, or behind B."""
    content = a_content(A, B)
    assert codes(apply_patch(content, Patch((C,), after="A"))) == ["A", "C", "B"]
    assert codes(apply_patch(content, Patch((C,)))) == ["A", "B", "C"]
    assert codes(apply_patch(content, Patch((C,), after="unknown"))) == ["A", "B", "C"]


def test_parts_of_every_kind_are_put_and_removed() -> None:
    """Bundles and price records as well."""
    record = PriceRecord("r1", "A.RENT", Decimal(20))
    content = apply_patch(a_content(A), Patch(bundles=(a_bundle(),), price_records=(record,)))
    assert (len(content.bundles), content.price_records) == (1, (record,))
    gone = apply_patch(content, Patch(removed=("PACK", "r1", "A")))
    assert (gone.bundles, gone.price_records, gone.offerings) == ((), (), ())


def test_a_patch_says_what_it_touches() -> None:
    """Put, added or removed."""
    assert Patch((A,), (a_bundle(),), removed=("B",)).touched == {"A", "PACK", "B"}


def test_withdrawing_keeps_the_offering() -> None:
    """Only its state is another one; and it may be sold again."""
    (gone,) = withdraw(A).offerings
    assert gone == msgspec.structs.replace(A, lifecycle=Lifecycle.WITHDRAWN)
    assert put_on_sale(gone).offerings == (A,)


def test_an_offering_goes_with_its_last_charge() -> None:
    """One without charges could not be quoted."""
    two = an_offering(a_charge("A.RENT"), a_charge("A.INST"))
    (left,) = remove_charge(a_content(two), two, "A.RENT").offerings
    assert [charge.code for charge in left.charges] == ["A.INST"]
    assert remove_charge(a_content(A), A, "A.RENT") == Patch(removed=("A",))


def test_a_copy_has_codes_of_its_own_and_is_not_sold_yet() -> None:
    """A-2 is taken already, so it is A-3, behind the original."""
    taken = an_offering(a_charge("A-2.RENT"))
    content = a_content(A, taken, B)
    after = apply_patch(content, duplicate(content, A))
    assert codes(after) == ["A", "A-3", "A-2", "B"]
    copy = after.offerings[1]
    assert [charge.code for charge in copy.charges] == ["A-3.RENT"]
    assert (copy.lifecycle, copy.name) == (Lifecycle.PLANNED, A.name)


def with_records(content: CatalogContent, **charges: str) -> CatalogContent:
    """A content with one price record for each charge, by identifier."""
    records = (PriceRecord(name, charge, Decimal(9)) for name, charge in charges.items())
    return msgspec.structs.replace(content, price_records=tuple(records))


def test_a_copy_has_the_conditional_prices_of_the_original() -> None:
    """R2-2 is taken already, so the copy of R2 is R2-3; prices of others stay alone."""
    content = with_records(a_content(A, B), R1="B.RENT", R2="A.RENT")
    content = apply_patch(
        content, Patch(price_records=(PriceRecord("R2-2", "B.RENT", Decimal(8)),))
    )
    made = duplicate(content, A).price_records
    assert made == (PriceRecord("R2-3", "A-2.RENT", Decimal(9)),)


def test_a_charge_goes_with_its_conditional_prices() -> None:
    """A record of a charge that is gone could not be published, and nobody could reach it."""
    two = an_offering(a_charge("A.RENT"), a_charge("A.INST"))
    content = with_records(a_content(two, B), R1="A.RENT", R2="A.INST", R3="B.RENT")
    after = apply_patch(content, remove_charge(content, two, "A.RENT"))
    assert [record.id for record in after.price_records] == ["R2", "R3"]
    assert remove_charge(content, B, "B.RENT") == Patch(removed=("B", "R3"))


def test_a_copy_of_a_charge_stands_behind_it() -> None:
    """In the same offering."""
    two = an_offering(a_charge("A.RENT"), a_charge("A.INST"))
    (after,) = duplicate_charge(two, two.charges[0]).offerings
    assert [charge.code for charge in after.charges] == ["A.RENT", "A.RENT-2", "A.INST"]


def test_pasted_rows_change_what_is_known_and_add_what_is_not() -> None:
    """What rows have no column for stays as it was."""
    old = msgspec.structs.replace(
        an_offering(a_charge("A.RENT"), a_charge("A.INST")),
        lifecycle=Lifecycle.FROZEN,
        benefit=LocalText("省钱"),
    )
    content = a_content(old, B)
    given_a = an_offering(a_charge("A.RENT", "30.00"), a_charge("A.CLIP"))
    after = apply_patch(content, paste(content, [given_a, C], after="A"))
    assert codes(after) == ["A", "C", "B"]
    merged = after.offerings[0]
    assert [str(charge.list_price) for charge in merged.charges] == ["30.00", "25.00", "25.00"]
    assert (merged.lifecycle, merged.benefit.zh) == (Lifecycle.FROZEN, "省钱")


def test_pasting_what_is_there_already_changes_nothing() -> None:
    """An empty patch is no edit."""
    content = a_content(A, B)
    assert not paste(content, [A, B])


@pytest.mark.parametrize(("taken", "code"), [(set(), "A-2"), ({"A-2"}, "A-3"), ({"A-3"}, "A-2")])
def test_the_smallest_free_number_is_taken(taken: set[str], code: str) -> None:
    """From two on."""
    assert free_code("A", taken) == code


PATCHES = st.one_of(
    st.sampled_from([withdraw(A), withdraw(B), Patch((C,)), Patch((C,), after="A")]),
    st.sampled_from(["A", "B", "C"]).map(lambda code: Patch(removed=(code,))),
    st.sampled_from(["20", "25.00", "30"]).map(
        lambda price: put_charge(A, a_charge("A.RENT", price))
    ),
)


@given(st.lists(PATCHES, max_size=6))
def test_every_state_is_the_one_before_and_one_patch(patches: list[Patch]) -> None:
    """Undo is to apply one less; a patch applied twice is the same as once."""
    content = a_content(A, B)
    for count, patch in enumerate(patches):
        before = applied(content, patches[:count])
        after = applied(content, patches[: count + 1])
        assert after == apply_patch(before, patch) == apply_patch(after, patch)


@given(st.lists(PATCHES, max_size=6))
def test_only_touched_parts_differ(patches: list[Patch]) -> None:
    """A comparison names no offering that no patch touched."""
    content = a_content(A, B)
    touched = frozenset[str]().union(*(patch.touched for patch in patches))
    for difference in compare(content, applied(content, patches)):
        code = difference.code.partition(".")[0]
        assert code in touched
        assert difference.change is not Change.ADDED or code == "C" or "C" not in touched
