"""Findings about a draft: those that an import would make, and those about the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from catalog.charge import ChargeType
from catalog.draft_check import check_draft, check_offering
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from tests.builders import a_bundle, a_charge, a_content, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from catalog.offering import ProductOffering


def found(offering: ProductOffering) -> list[tuple[str, str, str]]:
    """Code, subject and column of what is found."""
    return [(p.code, p.where.subject, p.where.column) for p in check_offering(offering)]


def test_the_sample_catalogue_has_no_findings() -> None:
    """As a draft it could be published."""
    assert check_draft(sample_catalog().content) == ()


@pytest.mark.parametrize(
    ("fields", "code", "column"),
    [
        ({"least": 5, "most": 3}, "import.least_above_most", "most"),
        ({"type": ChargeType.USAGE}, "import.period_contradicts_type", "period"),
        ({"list_price": Decimal("0.0000001")}, "draft.price_not_countable", "list_price"),
        ({"cost": Decimal("NaN")}, "draft.price_not_countable", "cost"),
    ],
)
def test_a_charge_is_looked_at_as_a_row(fields: dict[str, Any], code: str, column: str) -> None:
    """The finding names the cell."""
    charge = msgspec.structs.replace(a_charge(), **fields)
    assert found(an_offering(charge)) == [(code, "LINE.RENT", column)]


def test_quantities_without_limit_and_of_the_same_size_are_no_findings() -> None:
    """No limit is written 0; exactly three is allowed."""
    assert found(an_offering(a_charge(least=5, most=0))) == []
    assert found(an_offering(a_charge(least=3, most=3))) == []
    assert found(an_offering(a_charge(period=BillingPeriod.YEAR))) == []


def test_an_offering_needs_a_name_and_days_in_order() -> None:
    """Its end may be its first day."""
    day = date(2026, 11, 23)
    bad = an_offering(valid=ValidityPeriod(day, date(2026, 11, 22)))
    bad = msgspec.structs.replace(bad, name=LocalText())
    assert found(bad) == [
        ("import.name_missing", "LINE", "name_zh"),
        ("draft.ends_before_it_starts", "LINE", "last"),
    ]
    assert found(an_offering(valid=ValidityPeriod(day, day))) == []


def test_codes_of_charges_belong_to_their_offering_and_are_unique() -> None:
    """A code decides which offering a charge is found with."""
    mixed = an_offering(a_charge("A.RENT"), a_charge("B.RENT"), a_charge("A.RENT"))
    assert found(mixed) == [
        ("draft.charge_of_another_offering", "B.RENT", "code"),
        ("draft.duplicate_charge", "A.RENT", "code"),
    ]


def test_a_draft_is_also_looked_at_as_a_whole() -> None:
    """A bundle of a charge that is gone blocks publishing."""
    content = a_content(
        an_offering(a_charge(least=5, most=3)), bundles=[a_bundle(parts=[("GONE.RENT", 1)])]
    )
    assert [problem.code for problem in check_draft(content)] == [
        "import.least_above_most",
        "catalog.unknown_charge",
    ]
