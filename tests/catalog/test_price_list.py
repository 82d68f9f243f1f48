"""Price records: which of several list prices holds, and that a tie is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from catalog.consistency import check_content
from catalog.period import ValidityPeriod
from catalog.price_list import Circumstances, PriceRecord, choose_record, fits
from catalog.product_catalog import ProductCatalog
from tests.builders import a_content, a_context, a_line, codes_of, only_charge, priced

DAY = date(2026, 7, 1)
SEEN = Circumstances(DAY, ("SMB", "KEY"), "north", 24)


def a_record(record_id: str = "r", price: str = "10", **fields: Any) -> PriceRecord:  # noqa: ANN401 (the record's own fields)
    """A record of the line's rent without conditions."""
    return PriceRecord(record_id, "LINE.RENT", Decimal(price), **fields)


def chosen(*records: PriceRecord, seen: Circumstances = SEEN) -> str:
    """Identifier of the record that holds; empty without one."""
    found = choose_record(records, seen)
    return found.record.id if found else ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"valid": ValidityPeriod(DAY, DAY)}, True),
        ({"valid": ValidityPeriod(date(2026, 7, 2))}, False),
        ({"valid": ValidityPeriod(None, date(2026, 6, 30))}, False),
        ({"segments": ("KEY", "GOV")}, True),
        ({"segments": ("GOV",)}, False),
        ({"areas": ("south", "north")}, True),
        ({"areas": ("south",)}, False),
        ({"least_term": 24}, True),
        ({"least_term": 25}, False),
        ({"currency": "USD"}, False),
    ],
)
def test_a_record_holds_when_all_its_conditions_do(
    fields: dict[str, Any], *, expected: bool
) -> None:
    """Both days included, any segment, any area, at least the term, the same currency."""
    assert fits(a_record(**fields), SEEN) is expected


def test_without_a_fitting_record_there_is_none() -> None:
    """Nothing is guessed."""
    assert choose_record([], SEEN) is None
    assert choose_record([a_record(segments=("GOV",))], SEEN) is None


def test_more_dimensions_beat_priority_term_and_start() -> None:
    """Segment and area beat segment alone, whatever its priority."""
    narrow = a_record("n", segments=("SMB",), areas=("north",))
    wide = a_record("w", segments=("SMB",), priority=9)
    assert chosen(wide, narrow) == "n"
    assert chosen(narrow, a_record("t", least_term=1, areas=("north",), segments=("KEY",))) == "t"


def test_priority_beats_the_longer_commitment() -> None:
    """Among equally specific records the higher priority wins, then the longer term."""
    year = a_record("year", least_term=12, priority=1)
    two = a_record("two", least_term=24)
    assert chosen(two, year) == "year"
    assert chosen(a_record("one", least_term=12), two) == "two"


def test_the_newer_start_wins_last() -> None:
    """An open start is the oldest."""
    old, new = (a_record(str(y), valid=ValidityPeriod(date(y, 1, 1))) for y in (2025, 2026))
    assert chosen(old, new) == "2026"
    assert chosen(a_record("open"), old) == "2025"
    assert chosen(a_record("open", valid=ValidityPeriod()), a_record("b", priority=-1)) == "open"


def test_equal_records_are_a_tie_decided_by_identifier() -> None:
    """The others are named; one that differs in any rank is none of them."""
    records = [a_record("c"), a_record("a"), a_record("b"), a_record("d", priority=-1)]
    found = choose_record(records, SEEN)
    assert found is not None
    assert (found.record.id, found.tied) == ("a", ("b", "c"))
    alone = choose_record([a_record("a"), a_record("d", priority=-1)], SEEN)
    assert alone is not None
    assert alone.tied == ()


def _catalog(*records: PriceRecord) -> ProductCatalog:
    return ProductCatalog(msgspec.structs.replace(a_content(), price_records=records))


def test_the_engine_names_the_record_and_tells_a_tie() -> None:
    """The step names record a, the finding its twin; the price stands."""
    quote = priced(_catalog(a_record("b", "9"), a_record("a", "8")), a_line())
    charge = only_charge(quote)
    assert (charge.net_amount, charge.steps[0].source) == (800, "a")
    (problem,) = quote.problems
    assert problem.code == "price.tied_records"
    assert problem.parameters == {"record": "a", "others": "b"}
    assert not problem.blocks
    assert (problem.where.subject, problem.where.column) == ("i1", "LINE.RENT")


@pytest.mark.parametrize("currency", ["CNY", "USD"])
def test_a_date_outside_every_price_list_has_no_price(currency: str) -> None:
    """Not the old price, not the general one, not zero; a foreign currency has none either."""
    ended = a_record(valid=ValidityPeriod(None, date(2025, 12, 31)))
    catalog = _catalog(ended) if currency == "CNY" else _catalog()
    quote = priced(catalog, a_line(), context=a_context(currency=currency))
    assert codes_of(quote) == ["price.no_list_price"]
    assert quote.items[0].charges == ()


def test_records_that_lead_nowhere_are_found() -> None:
    """An unknown charge, a price that is no number or too fine; each with the record's name."""
    content = msgspec.structs.replace(
        a_content(),
        price_records=(
            PriceRecord("r1", "NO.SUCH", Decimal(1)),
            a_record("r2", "NaN"),
            a_record("r3", "0.0000001"),
            a_record("r4", "-5"),
        ),
    )
    found = [(p.code, p.where.subject, p.where.column) for p in check_content(content)]
    assert found == [
        ("catalog.unknown_record_charge", "r1", "NO.SUCH"),
        ("catalog.record_price", "r2", "LINE.RENT"),
        ("catalog.record_price", "r3", "LINE.RENT"),
    ]
    assert [p.parameters for p in check_content(content)] == [
        {"charge": "NO.SUCH"},
        {"record": "r2", "value": "NaN"},
        {"record": "r3", "value": "1E-7"},
    ]
