"""Offerings of anybody become ours, with what they cannot be told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.offering import Lifecycle
from catalog.period import ValidityPeriod
from catalog.price_list import Circumstances, choose_record
from tests.catalog.tmf620.samples import counted, found, read, standard_offering, standard_price


def test_a_standard_offering_is_read_with_its_prices() -> None:
    """In the order in which it names them."""
    file = read(
        [
            standard_offering(
                "7",
                "32",
                "31",
                description="Good line",
                category=[{"id": "VOICE", "name": "Voice"}],
                marketSegment=[{"id": "SMB"}],
                lifecycleStatus="Active",
                validFor={"startDateTime": "2026-01-01T00:00:00+08:00"},
            ),
            standard_price("31"),
            standard_price("32", name="Installation", priceType="oneTime"),
        ]
    )
    assert found(file) == []
    (offering,) = file.offerings
    assert (offering.code, offering.name.zh, offering.family) == ("7", "Offering 7", "VOICE")
    assert [charge.code for charge in offering.charges] == ["7.32", "7.31"]
    assert offering.charges[1].list_price == Decimal("25.5")
    assert (offering.segments, offering.lifecycle) == (("SMB",), Lifecycle.ON_SALE)
    assert offering.valid == ValidityPeriod(date(2026, 1, 1))
    assert offering.benefit.zh == "Good line"
    assert file.price_records == ()


def test_a_term_of_the_offering_commits_its_recurring_charges() -> None:
    """One that has a term of its own keeps it; a one-time charge has none."""
    term = [{"duration": {"amount": 2, "units": "year"}}]
    own = [{"duration": {"amount": 6, "units": "month"}}]
    file = read(
        [
            standard_offering("7", "31", "32", "33", productOfferingTerm=term),
            standard_price("31"),
            standard_price("32", name="Filter", productOfferingTerm=own),
            standard_price("33", name="Installation", priceType="oneTime"),
        ]
    )
    assert [charge.least_term for charge in file.offerings[0].charges] == [24, 6, 0]


def test_dated_prices_that_are_alike_are_one_charge() -> None:
    """Quoted once, at the price of its day: 25 in 2026 and 30 from 2027 on."""
    file = read(
        [
            standard_offering("7", "31", "32"),
            standard_price("31", validFor={"endDateTime": "2026-12-31T23:59:59+08:00"}),
            standard_price(
                "32",
                price={"unit": "CNY", "value": 30},
                validFor={"startDateTime": "2027-01-01T00:00:00+08:00"},
            ),
        ]
    )
    assert found(file) == []
    (charge,) = file.offerings[0].charges
    assert charge.code == "7.31"
    prices = []
    for day in (date(2026, 12, 31), date(2027, 1, 1)):
        chosen = choose_record(file.price_records, Circumstances(day))
        assert chosen is not None
        assert chosen.record.charge == "7.31"
        prices.append((chosen.record.id, chosen.record.unit_price))
    assert prices == [("7.31", Decimal("25.5")), ("7.32", Decimal(30))]


def test_a_price_of_one_place_holds_there_only() -> None:
    """And is no second charge beside that of another place."""
    file = read(
        [
            standard_offering("7", "31", "32"),
            standard_price("31", place=[{"id": "SH"}]),
            standard_price("32", place=[{"id": "BJ"}]),
        ]
    )
    assert len(file.offerings[0].charges) == 1
    assert [record.areas for record in file.price_records] == [("SH",), ("BJ",)]


def test_undated_prices_are_charges_of_their_own() -> None:
    """Even when they are called alike."""
    file = read([standard_offering("7", "31", "32"), standard_price("31"), standard_price("32")])
    assert [charge.code for charge in file.offerings[0].charges] == ["7.31", "7.32"]


def test_a_shared_price_is_a_charge_of_each_offering() -> None:
    """By the offering's code."""
    file = read([standard_offering("7"), standard_offering("8"), standard_price("31")])
    assert [o.charges[0].code for o in file.offerings] == ["7.31", "8.31"]


def test_relationships_are_read_by_their_kind() -> None:
    """Several that are all required are more than ours can say, which is told."""
    relations = [
        {"id": "8", "relationshipType": "requires"},
        {"id": "9", "relationshipType": "Dependency"},
        {"id": "10", "relationshipType": "excludes"},
        {"id": "11", "relationshipType": "exchangeableTo"},
    ]
    file = read(
        [standard_offering("7", productOfferingRelationship=relations), standard_price("31")]
    )
    (offering,) = file.offerings
    assert (offering.requires, offering.excludes) == (("8", "9"), ("10",))
    assert counted(file)["exchange.requires_any"] == "1"
    assert counted(file)["exchange.not_kept relationshipType"] == "1"


def test_an_offering_needs_a_price() -> None:
    """Free is a price of zero; the other offerings are read all the same."""
    file = read(
        [standard_offering("7", productOfferingPrice=[]), standard_offering("8"), standard_price()]
    )
    assert found(file) == [("exchange.offering_without_price", "$[0].productOfferingPrice")]
    assert [offering.code for offering in file.offerings] == ["8"]


def test_two_prices_with_one_identifier_are_a_finding() -> None:
    """Named twice by one offering: which charge is meant is unknown."""
    file = read([standard_offering("7", "31", "31"), standard_price("31")])
    assert found(file) == [("exchange.duplicate_id", "$[1].id")]


def test_what_has_no_place_here_is_counted() -> None:
    """By its field, never silently."""
    more = {
        "agreement": [{"id": "1"}],
        "isSellable": False,
        "category": [{"id": "A"}, {"id": "B"}],
        "place": [],
    }
    file = read(
        [standard_offering("7", **more), standard_offering("8", **more), standard_price("31")]
    )
    assert found(file) == []
    assert counted(file) == {
        "exchange.vat_included": "2",
        "exchange.cost_missing": "2",
        "exchange.regulation_missing": "2",
        "exchange.not_kept agreement": "2",
        "exchange.not_kept isSellable": "2",
        "exchange.not_kept category": "2",
    }
