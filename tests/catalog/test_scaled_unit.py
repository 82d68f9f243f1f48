"""Promises of units that stand for thousands of each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.scaled_unit import SpeedUnit, VolumeUnit, in_unit, read_measure, shown_measure


@pytest.mark.parametrize(
    ("value", "unit", "speeds", "shown"),
    [
        ("1000", "Mbit/s", "gbps", "1 Gbps"),
        ("1500", "Mbps", "gbps", "1.5 Gbps"),
        ("100", "Mb/s", "mbps", "100 Mbps"),
        ("2", "Gbit/s", "mbps", "2000 Mbps"),
        ("512", "kbit/s", "mbps", "0.512 Mbps"),
        ("512", "kbit/s", "gbps", "512 kbit/s"),
        ("1000", "Mbit/s", "catalog", "1000 Mbit/s"),
        ("10", "A", "gbps", "10 A"),
        ("100M/20M", "Mbit/s", "gbps", "100M/20M Mbit/s"),
        ("", "Mbit/s", "gbps", ""),
    ],
)
def test_a_speed_is_shown_in_the_unit_chosen(
    value: str, unit: str, speeds: SpeedUnit, shown: str
) -> None:
    """Exactly; where that takes more than three decimals, and for what is no speed, as it was."""
    assert shown_measure(value, unit, speeds) == shown


@pytest.mark.parametrize(
    ("value", "unit", "volumes", "shown"),
    [
        ("2048", "MB", "gb", "2 GB"),
        ("512", "MB", "gb", "0.5 GB"),
        ("500", "MB", "gb", "500 MB"),
        ("30", "GB", "mb", "30720 MB"),
        ("1", "TB", "gb", "1024 GB"),
    ],
)
def test_data_goes_by_1024(value: str, unit: str, volumes: VolumeUnit, shown: str) -> None:
    """500 MB are 0.48828125 GB, which nobody wants to read."""
    assert shown_measure(value, unit, "catalog", volumes) == shown


@pytest.mark.parametrize(
    ("typed", "speeds", "kept"),
    [
        ("1G", "catalog", "1000"),
        ("１Ｇ", "catalog", "1000"),
        ("500M", "gbps", "500"),
        ("0.5 Gbps", "mbps", "500"),
        ("1", "gbps", "1000"),
        ("1", "catalog", "1"),
        ("2,000", "mbps", "2000"),
        ("64 kbit/s", "catalog", "0.064"),
        ("1千兆", "catalog", "1000"),
        ("1GB", "catalog", "1GB"),
        ("fast", "gbps", "fast"),
    ],
)
def test_either_unit_is_understood(typed: str, speeds: SpeedUnit, kept: str) -> None:
    """A number alone is in the unit shown; bytes are no speed."""
    assert read_measure(typed, "Mbit/s", speeds) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("３２", "32"), ("32 A", "32"), ("32V", "32V"), ("", "")]
)
def test_other_units_have_one_reading(typed: str, kept: str) -> None:
    """The unit may stand behind the number."""
    assert read_measure(typed, "A") == kept


@given(
    st.integers(0, 10**9).map(lambda n: Decimal(n) / 1000),
    st.sampled_from(["kbit/s", "Mbit/s", "Gbps", "MB", "GB"]),
    st.sampled_from(["catalog", "mbps", "gbps"]),
    st.sampled_from(["catalog", "mb", "gb"]),
)
def test_what_is_shown_reads_as_what_is_kept(
    number: Decimal, unit: str, speeds: SpeedUnit, volumes: VolumeUnit
) -> None:
    """Nothing is rounded on the way there and back."""
    value = f"{number.normalize():f}"
    shown = shown_measure(value, unit, speeds, volumes)
    assert read_measure(shown, unit, speeds, volumes) == value
    bare, used = in_unit(value, unit, speeds, volumes)
    if used != unit:
        assert read_measure(bare, unit, speeds, volumes) == value
