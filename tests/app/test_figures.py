"""Figures are formatted in one place, in the language of the paper and not of the process."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.figures import Figures
from catalog.local_text import LocalText

ZH, EN = Figures(), Figures("en")


@pytest.mark.parametrize(
    ("amount", "money", "signed"),
    [
        (8016_00, "8,016.00", "¥8,016.00"),
        (0, "0.00", "¥0.00"),
        (5, "0.05", "¥0.05"),
        (-400_00, "-400.00", "-¥400.00"),
        (1_547_290_00, "1,547,290.00", "¥1,547,290.00"),
        (10**20, "1,000,000,000,000,000,000.00", "¥1,000,000,000,000,000,000.00"),
    ],
)
def test_amounts_have_thousands_and_two_decimals(amount: int, money: str, signed: str) -> None:
    """The minus stands before the sign of the currency."""
    assert ZH.money(amount) == EN.money(amount) == money
    assert ZH.yuan(amount) == signed


@pytest.mark.parametrize(
    ("price", "shown"),
    [
        ("25", "25.00"),
        ("25.00", "25.00"),
        ("0.0353", "0.0353"),
        ("0.10", "0.10"),
        ("1234.5", "1,234.50"),
        ("1E+3", "1,000.00"),
        ("0", "0.00"),
        ("-400.00", "-400.00"),
        ("0.000001", "0.000001"),
    ],
)
def test_unit_prices_show_every_decimal_and_two_at_least(price: str, shown: str) -> None:
    """A usage price below a fen is not rounded away."""
    assert ZH.price(Decimal(price)) == shown


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("5", "5%", "5 %"),
        ("5.650", "5.65%", "5.65 %"),
        ("100", "100%", "100 %"),
        ("0", "0%", "0 %"),
    ],
)
def test_percentages_have_no_needless_zeros(value: str, zh: str, en: str) -> None:
    """Chinese writes no space before the sign."""
    assert ZH.percent(Decimal(value)) == zh
    assert EN.percent(Decimal(value)) == en


def test_a_tax_rate_is_a_fraction_shown_as_a_percentage() -> None:
    """0.09 is 9 %."""
    assert ZH.rate(Decimal("0.09")) == "9%"
    assert EN.rate(Decimal("0.065")) == "6.5 %"


def test_dates_and_months_are_written_out() -> None:
    """As in a contract."""
    assert ZH.date(date(2026, 11, 3)) == "2026年11月3日"
    assert EN.date(date(2026, 11, 3)) == "3 November 2026"
    assert ZH.month("2026-05") == "2026年5月"
    assert EN.month("2026-05") == "May 2026"


def test_quantities_texts_and_capital_figures() -> None:
    """A count has thousands; a text is in the language; capital figures are Chinese always."""
    assert ZH.quantity(26_000) == "26,000"
    assert ZH.text(LocalText("宽带", "broadband")) == "宽带"
    assert EN.text(LocalText("宽带", "broadband")) == "broadband"
    assert EN.capital(752_00) == "柒佰伍拾贰元整"
