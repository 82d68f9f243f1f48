"""Overlaps and gaps of price records, each with a quote that shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.price_list import PriceRecord
from catalog.problem import Severity
from catalog.product_catalog import ProductCatalog
from pricing.lint.price_records import record_findings
from tests.builders import DAY, a_content, an_offering, codes_of
from tests.pricing.lint.rules import a_policy, between, codes, found_by

if TYPE_CHECKING:
    from catalog.offering import ProductOffering
    from pricing.lint.finding import LintFinding

END_OF_YEAR, NEXT_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def a_record(record_id: str, price: str, **fields: Any) -> PriceRecord:  # noqa: ANN401 (its fields)
    """A price of the monthly rental."""
    return PriceRecord(record_id, "LINE.RENT", Decimal(price), **fields)


def found(*records: PriceRecord, offering: ProductOffering | None = None) -> list[LintFinding]:
    """Findings over a catalogue with these records."""
    content = a_content(offering or an_offering())
    content = msgspec.structs.replace(content, price_records=records)
    return found_by(record_findings, ProductCatalog(content), a_policy())


def test_records_one_after_the_other_are_right() -> None:
    """199 until New Year's Eve, 209 from New Year's Day (V1)."""
    records = (
        a_record("A", "199", valid=between(None, END_OF_YEAR)),
        a_record("B", "209", valid=between(NEXT_YEAR)),
    )
    assert found(*records) == []


def test_two_records_from_the_same_day_on_are_tied() -> None:
    """Only the identifier decides, and the engine says so."""
    (one,) = found(a_record("A", "199"), a_record("B", "209"))
    assert codes([one]) == ["records_tied"]
    assert one.problem.severity is Severity.ERROR
    assert one.problem.parameters["price"] == "199"
    assert one.problem.parameters["other_price"] == "209"
    priced = one.examples[0].priced
    assert codes_of(priced) == ["price.tied_records"]
    assert priced.totals.monthly.net_amount == 19_900


def test_a_record_that_should_have_ended_overlaps_the_next_one() -> None:
    """The later start decides; the example is priced on the first day that both hold."""
    late = date(2026, 12, 1)
    (one,) = found(a_record("A", "199"), a_record("B", "209", valid=between(late)))
    assert codes([one]) == ["records_overlap"]
    (example,) = one.examples
    assert example.context.price_date == late
    assert example.priced.totals.monthly.net_amount == 20_900


def test_records_that_overlapped_in_the_past_are_let_be() -> None:
    """Nobody prices a quote on those days any more."""
    past = between(date(2025, 1, 1), date(2025, 12, 31))
    assert found(a_record("A", "199", valid=past), a_record("B", "209")) == []


def test_a_narrower_record_or_one_of_higher_priority_is_no_overlap() -> None:
    """The order between them is stated."""
    assert found(a_record("A", "199"), a_record("B", "180", segments=("SMB",))) == []
    assert found(a_record("A", "199"), a_record("B", "180", priority=1)) == []
    assert found(a_record("A", "199"), a_record("B", "180", least_term=24)) == []


def test_records_for_different_customers_do_not_overlap() -> None:
    """Other segments, other areas, another currency."""
    smb, key = (a_record(name, "199", segments=(name,)) for name in ("SMB", "KEY"))
    assert found(smb, key, offering=an_offering(segments=("SMB", "KEY"))) == []
    north, south = (a_record(name, "199", areas=(name,)) for name in ("north", "south"))
    assert found(north, south) == []
    assert found(a_record("A", "199"), a_record("B", "28", currency="USD")) == []


def test_segments_and_areas_that_meet_in_part_are_tied_there() -> None:
    """Customers of KEY find two prices; the example is one of them."""
    one, *_ = found(
        a_record("A", "199", segments=("SMB", "KEY")),
        a_record("B", "209", segments=("KEY", "IND")),
        offering=an_offering(segments=("SMB", "KEY", "IND")),
    )
    assert codes([one]) == ["records_tied"]
    assert one.examples[0].context.segments == ("KEY",)


def test_days_without_a_record_are_a_gap() -> None:
    """November and then again from New Year on: nothing in December, a warning."""
    (one,) = found(
        a_record("A", "199", valid=between(None, date(2026, 11, 30))),
        a_record("B", "209", valid=between(NEXT_YEAR)),
    )
    assert codes([one]) == ["records_gap"]
    assert one.problem.severity is Severity.WARNING
    assert one.problem.parameters["first"] == "2026-12-01"
    assert one.problem.parameters["last"] == "2026-12-31"
    assert codes_of(one.examples[0].priced) == ["price.no_list_price"]


def test_a_gap_that_includes_today_is_an_error() -> None:
    """Nothing before New Year."""
    (one,) = found(a_record("B", "209", valid=between(NEXT_YEAR)))
    assert one.problem.severity is Severity.ERROR
    assert one.problem.parameters["first"] == str(DAY)


def test_prices_may_end_with_the_offering() -> None:
    """After the last day of sale nobody needs a price."""
    record = a_record("A", "199", valid=between(None, END_OF_YEAR))
    offering = an_offering(valid=between(None, END_OF_YEAR))
    assert found(record, offering=offering) == []
    (one,) = found(record)
    assert one.problem.parameters["last"] == "…"


def test_a_segment_without_a_record_is_a_gap_of_its_own() -> None:
    """The offering is sold to KEY as well, and KEY has no price."""
    (one,) = found(
        a_record("A", "199", segments=("SMB",)), offering=an_offering(segments=("SMB", "KEY"))
    )
    assert one.problem.parameters["segment"] == "KEY"
    assert one.examples[0].context.segments == ("KEY",)
    assert one.examples[0].priced.totals.monthly.net_amount == 0


def test_a_commitment_below_every_record_is_a_gap() -> None:
    """Prices from 12 and 24 months on say nothing about one month."""
    (one,) = found(a_record("A", "199", least_term=12), a_record("B", "189", least_term=24))
    assert one.problem.parameters["term"] == "1"


def test_a_price_in_another_currency_alone_leaves_none_in_our_own() -> None:
    """The catalogue's own list price no longer holds once there are records."""
    (one,) = found(a_record("A", "28", currency="USD"))
    assert codes([one]) == ["records_gap"]


def test_a_charge_without_records_has_its_list_price() -> None:
    """Nothing to find."""
    assert found() == []
