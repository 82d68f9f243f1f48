"""The words of the standard are known in the spellings that systems use."""

from __future__ import annotations

import pytest

from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.tmf620 import names


@pytest.mark.parametrize("word", ["oneTime", "one time", "One-Time", "oneTimeCharge"])
def test_a_one_time_price_has_many_spellings(word: str) -> None:
    """Case, hyphens and spaces do not matter."""
    assert names.charge_type_of(word) is ChargeType.ONE_TIME


def test_every_word_that_we_write_is_read_back() -> None:
    """Types, periods, states and relationships."""
    assert [names.charge_type_of(word) for word in names.PRICE_TYPES.values()] == list(ChargeType)
    assert [names.lifecycle_of(word) for word in names.LIFECYCLES.values()] == list(Lifecycle)
    assert [names.months_of(word) for word in names.PERIODS.values()] == [1, 12]
    for kind in (names.REQUIRES, names.REQUIRES_ANY, names.EXCLUDES):
        assert names.relationship_of(kind) == kind
    assert names.is_override(names.OVERRIDE)


def test_other_words_are_not_guessed() -> None:
    """A discount is no charge, a week no month, an exchange neither requires nor excludes."""
    assert names.charge_type_of("discount") is None
    assert names.months_of("week") is None
    assert names.lifecycle_of("for sale") is None
    assert names.relationship_of("exchangeableTo") is None
    assert not names.is_override("discount")


def test_an_offering_in_test_is_not_on_sale() -> None:
    """The standard has more states than we; each is one of ours."""
    assert names.lifecycle_of("In test") is Lifecycle.PLANNED
    assert names.lifecycle_of("Active") is Lifecycle.ON_SALE
    assert names.lifecycle_of("Rejected") is Lifecycle.WITHDRAWN
