"""Findings that follow the edits are those of a check from scratch, in the same order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.charge import ChargeType
from catalog.draft import Patch, apply_patch, remove_charge
from catalog.draft_check import check_draft
from catalog.draft_findings import DraftFindings
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent

CODES = ("A", "B", "C", "D")
VARIANTS = 9


@cache
def variant(code: str, number: int) -> ProductOffering:
    """An offering in one of its states; the same object for the same state."""
    rent = a_charge(f"{code}.RENT")
    second = CODES[(CODES.index(code) + 1) % len(CODES)]
    third = CODES[(CODES.index(code) + 2) % len(CODES)]
    made = an_offering(rent)
    fields: dict[int, dict[str, Any]] = {
        0: {},
        1: {"charges": (msgspec.structs.replace(rent, list_price=Decimal(-1)),)},
        2: {"requires": (second,), "excludes": (third,)},
        3: {"migrates_to": (second,), "lifecycle": Lifecycle.WITHDRAWN},
        4: {"name": LocalText(), "migrates_to": (second, third)},
        5: {"charges": (msgspec.structs.replace(rent, type=ChargeType.USAGE, tax_class="none"),)},
        6: {"charges": (rent, a_charge(f"{second}.RENT"))},
        7: {"valid": ValidityPeriod(date(2026, 11, 23), date(2026, 11, 22)), "specification": "x"},
        8: {"charges": (rent, a_charge(f"{code}.MORE")), "lifecycle": Lifecycle.WITHDRAWN},
    }
    return msgspec.structs.replace(made, **fields[number])


@cache
def bundle(number: int) -> BundledOffering:
    """A bundle of rents; the fourth has the code of an offering."""
    names = [("A.RENT", 1), ("B.RENT", 1)] if number % 2 else [("C.RENT", 2), ("D.MORE", 1)]
    made = a_bundle(parts=names)
    code = "A" if number == 3 else f"PACK{number // 2}"
    return msgspec.structs.replace(made, code=code)


@cache
def record(code: str) -> PriceRecord:
    """A price record of a rent."""
    return PriceRecord(id=f"R{code}", charge=f"{code}.RENT", unit_price=Decimal(1))


@st.composite
def contents(draw: st.DrawFn) -> CatalogContent:
    """Offerings in any order and state, now and then one twice, with bundles and price records."""
    codes = draw(st.permutations(CODES))[: draw(st.integers(0, len(CODES)))]
    if draw(st.integers(0, 9)) == 0:
        codes = [*codes, *codes[:1]]
    offerings = [variant(code, draw(st.integers(0, VARIANTS - 1))) for code in codes]
    bundles = [bundle(n) for n in draw(st.lists(st.integers(0, 3), max_size=3, unique=True))]
    records = tuple(record(c) for c in draw(st.lists(st.sampled_from(CODES), max_size=2)))
    return msgspec.structs.replace(
        a_content(*offerings, bundles=bundles), price_records=records, imported_on=date(2026, 1, 1)
    )


@given(st.lists(contents(), min_size=1, max_size=6))
def test_following_finds_what_a_check_from_scratch_finds(states: list[CatalogContent]) -> None:
    """Whatever content comes after whatever other, undo and redo among them."""
    findings = DraftFindings()
    for content in states:
        assert findings.of(content) == check_draft(content)


@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, VARIANTS)), max_size=8))
def test_following_single_edits_finds_the_same(edits: list[tuple[str, int]]) -> None:
    """One patch after the other, each replacing, adding or removing one offering."""
    content = a_content(*(variant(code, 0) for code in CODES), bundles=[bundle(0), bundle(1)])
    findings = DraftFindings()
    for code, number in edits:
        gone = number == VARIANTS
        patch = Patch(removed=(code,)) if gone else Patch((variant(code, number),))
        content = apply_patch(content, patch)
        assert findings.of(content) == check_draft(content)


def test_another_check_is_made_only_for_what_an_edit_reaches() -> None:
    """A finding about an untouched offering is the same object as before."""
    content = a_content(variant("A", 5), variant("B", 0))
    findings = DraftFindings()
    first = findings.of(content)
    second = findings.of(apply_patch(content, Patch((variant("B", 4),))))
    assert len(second) > len(first) > 0
    assert second[0] is first[0]


def test_the_sample_is_followed_without_a_finding() -> None:
    """Until the charge of a bundle is taken out."""
    content = sample_catalog().content
    findings = DraftFindings()
    assert findings.of(content) == ()
    named = content.bundles[0].components[0].charge
    owner = sample_catalog().owner(named)
    assert owner is not None
    edited = apply_patch(content, remove_charge(content, owner, named))
    assert findings.of(edited) == check_draft(edited) != ()


def test_findings_follow_offerings_that_change_places() -> None:
    """Two that are edited and swapped at once: their findings are told in the new order."""
    before = a_content(variant("A", 0), variant("B", 0), variant("C", 0))
    findings = DraftFindings()
    findings.of(before)
    after = a_content(variant("A", 0), variant("C", 5), variant("B", 5))
    assert findings.of(after) == check_draft(after) != ()
