"""Numbers by a pattern never come again, and a pattern that could make them do so is refused."""

from __future__ import annotations

from datetime import date

import pytest

from app.quoting.number_pattern import (
    CONTRACT_NUMBER,
    QUOTE_NUMBER,
    NumberParts,
    contract_number,
    contract_pattern_fault,
    is_local,
    period_of,
    quote_number,
    quote_pattern_fault,
)
from app.settings import Settings

DAY = date(2026, 11, 23)
PARTS = NumberParts(DAY, "7K3MQ2", "M001", 7)


def test_a_new_installation_numbers_as_usual() -> None:
    """The settings begin with the patterns that hold where nothing is said."""
    assert Settings().quote_number == QUOTE_NUMBER
    assert Settings().contract_number == CONTRACT_NUMBER
    assert quote_pattern_fault(QUOTE_NUMBER) == contract_pattern_fault(CONTRACT_NUMBER) == ""


@pytest.mark.parametrize(
    ("pattern", "number", "period"),
    [
        (QUOTE_NUMBER, "QW-20261123-7K3MQ2-07", DAY),
        ("BJ{yy}{month}-{manager}-{seq:4}", "BJ2611-M001-0007", date(2026, 11, 1)),
        ("〔{year}〕{seq}号", "〔2026〕7号", date(2026, 1, 1)),
        ("Q{mark}{seq:5}", "Q7K3MQ200007", date(1, 1, 1)),
    ],
)
def test_fields_are_filled_and_the_count_goes_on_within_the_period(
    pattern: str, number: str, period: date
) -> None:
    """The finest date that is named begins the count anew."""
    assert quote_pattern_fault(pattern) == ""
    assert quote_number(pattern, PARTS) == number
    assert period_of(pattern, DAY) == period


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("QW-{year}", "number.no_count"),
        ("{month}-{seq}", "number.date_gap"),
        ("{year}{day}-{seq}", "number.date_gap"),
        ("{year}-{seq}-{town}", "number.unknown_field"),
        ("{year:4}-{seq}", "number.unknown_field"),
        ("{year-{seq}", "number.unknown_field"),
        ("{year}/{seq}", "number.sign"),
        (" {seq}", "number.sign"),
        ("{seq}" + "x" * 50, "number.long"),
    ],
)
def test_patterns_whose_numbers_come_again_or_name_no_folder_are_refused(
    pattern: str, fault: str
) -> None:
    """Each for its reason."""
    assert quote_pattern_fault(pattern) == fault


def test_only_mark_or_staff_number_tell_computers_apart() -> None:
    """A plain count is one computer's."""
    assert [is_local(one) for one in ("{seq}", "{mark}{seq}", "{manager}{seq}")] == [
        True,
        False,
        False,
    ]


def test_papers_are_numbered_by_quote_and_letter() -> None:
    """A revision without a letter has the number of its quote, whatever the pattern."""
    assert contract_number("", "QW-1", "B") == "QW-1-B"
    assert contract_number("HT-{number}({revision})", "QW-1", "B") == "HT-QW-1(B)"
    assert contract_number("HT-{number}({revision})", "QW-1", "") == "QW-1"
    assert contract_pattern_fault("HT-{number}") == "number.not_one"
    assert contract_pattern_fault("{seq}{number}{revision}") == "number.unknown_field"
