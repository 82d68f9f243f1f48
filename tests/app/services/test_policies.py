"""The rules that come with the program are read whole, and a wrong figure is never a free pass."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.errors import UnknownFormat
from app.paths import resource
from app.services import policies
from app.services.policies import load_rules, load_tax_classes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("tax_class", "day", "rate"),
    [
        ("basic_telecom", date(2026, 11, 23), "0.09"),
        ("telecom_reclassified_2026", date(2025, 12, 31), "0.06"),
        ("telecom_reclassified_2026", date(2026, 1, 1), "0.09"),
        ("value_added", date(2026, 11, 23), "0.06"),
        ("goods", date(2026, 11, 23), "0.13"),
        ("pass_through", date(2026, 11, 23), "0"),
    ],
)
def test_each_tax_class_has_its_rate_on_a_day(tax_class: str, day: date, rate: str) -> None:
    """Broadband changed its class with the year 2026."""
    (found,) = (one for one in load_tax_classes() if one.id == tax_class)
    assert found.rate_on(day) == Decimal(rate)
    assert found.source


def test_the_rules_are_those_on_paper() -> None:
    """Band of 15 %, window of six months, limits of the five levels."""
    rules = load_rules()
    assert rules.pricing.guided_band == 15
    assert (rules.spend.window, rules.spend.history) == (6, 12)
    assert [str(share) for share in (rules.spend.churn_yellow, rules.spend.churn_red)] == [
        "30",
        "50",
    ]
    limits = {c.id: [str(limit) for limit in c.limits] for c in rules.authority.criteria}
    assert limits["market_discount"] == ["5", "10", "15", "25", "None"]
    assert limits["guided_discount"] == ["0", "5", "10", "15", "15"]
    assert limits["margin"] == ["35", "30", "22", "12", "0"]
    assert limits["contract_value"] == ["100000", "300000", "1000000", "5000000", "None"]
    assert [c.id for c in rules.authority.criteria if c.smallest] == ["margin"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"5", "10", "15", "25", "none"', '"5", "NaN", "15", "25", "none"'),
        ('"5", "10", "15", "25", "none"', '"5", "-1", "15", "25", "none"'),
        ('"5", "10", "15", "25", "none"', '"5", "1e9", "15", "25", "none"'),
        ('unit = "months"', 'unit = "months"\ncolour = "red"'),
        ("version =", "version"),
    ],
)
def test_a_wrong_limit_is_refused_with_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str
) -> None:
    """NaN compares with nothing and would allow everything."""
    for file in resource("policy").glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = tmp_path / "authority.toml"
    text = changed.read_text(encoding="utf-8")
    assert old in text
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(policies, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(UnknownFormat) as refused:
        load_rules()
    assert refused.value.parameters["file"] == "authority.toml"
    assert refused.value.parameters["place"]
