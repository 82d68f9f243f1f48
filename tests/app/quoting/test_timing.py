"""What an item costs in which months, told in words; nothing is told that is not applied."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.timed_edits import give_away
from app.quoting.timing import is_gift, timings_of
from app.translation import load_words
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from tests.sample import revision_of, sample_case

if TYPE_CHECKING:
    from pricing.alterations import Timed

QUOTE = sample_case(4).quote


def told(*alterations: Timed) -> list[str]:
    """Sentences about the fourth item of case four under alterations."""
    item = msgspec.structs.replace(QUOTE.items[3], alterations=alterations)
    items = (*QUOTE.items[:3], item, *QUOTE.items[4:])
    priced = revision_of(4, msgspec.structs.replace(QUOTE, items=items)).priced.item("i4")
    assert priced is not None
    words = load_words("zh")
    return [words(one.code, **one.parameters) for one in timings_of(item, priced)]


@pytest.mark.parametrize(
    ("alteration", "text"),
    [
        (FreeMonths(3), "第1-3个月免收"),
        (FreeMonths(1), "第1个月免收"),
        (ReducedMonths(4, 6, Decimal("50.0")), "第4-6个月优惠50%"),
        (ReducedMonths(4, 4, Decimal("12.5")), "第4个月优惠12.5%"),
        (ReducedMonths(2, 3, Decimal(100)), "第2-3个月免收"),
        (Ramp(Decimal(5)), "每满一年上调5%"),
        (Ramp(Decimal(-2)), "每满一年下调2%"),
    ],
)
def test_each_kind_has_its_sentence(alteration: Timed, text: str) -> None:
    """As the price table prints it."""
    assert told(alteration) == [text]


def test_several_are_told_one_after_the_other() -> None:
    """Free months first."""
    given = (ReducedMonths(4, 6, Decimal(50)), FreeMonths(1), FreeMonths(2))
    assert told(*given) == ["第1-3个月免收", "第4-6个月优惠50%"]


def test_what_is_not_applied_is_not_told() -> None:
    """Months beyond the term of 24 are a finding, and no month is reduced."""
    assert told(ReducedMonths(4, 25, Decimal(50))) == []
    assert timings_of(None, revision_of(4).priced.items[0]) == ()


def test_a_gift_is_known_by_all_its_charges() -> None:
    """Half off the installation is none."""
    given = revision_of(4, give_away(QUOTE, "i4", gift=True)).priced
    assert [is_gift(item) for item in given.items] == [item.id == "i4" for item in given.items]
