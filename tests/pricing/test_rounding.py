"""The two ways of rounding VAT on top of prices."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pricing.rounding import tax_on, tax_per_charge, tax_per_document
from tests.pricing.rule_builders import d

amounts = st.lists(
    st.tuples(st.integers(-9_999, 99_999), st.sampled_from([d("0.06"), d("0.13")])), max_size=8
)


def test_half_a_fen_of_tax_is_rounded_away_from_zero() -> None:
    """9 % of 0.50 is 0.045; a credit note mirrors its invoice."""
    assert tax_on(50, d("0.09")) == 5
    assert tax_on(-50, d("0.09")) == -5
    assert tax_on(49, d("0.09")) == 4


def test_each_rate_is_rounded_for_itself_on_a_document() -> None:
    """6 % of 0.08 and of 0.09 are 0.0048 and 0.0054; of 0.17 in all 0.0102."""
    small = [(8, d("0.06")), (9, d("0.06"))]
    assert tax_per_charge(small) == 0 + 1
    assert tax_per_document(small) == 1
    assert tax_per_document([*small, (4, d("0.13"))]) == 2
    assert tax_per_charge([]) == tax_per_document([]) == 0


@given(amounts)
def test_both_ways_differ_by_half_a_fen_a_charge_at_most(of: list[tuple[int, object]]) -> None:
    """And by nothing for one charge."""
    charges = [(net, d(str(rate))) for net, rate in of]
    difference = abs(tax_per_charge(charges) - tax_per_document(charges))
    assert 2 * difference <= len(charges) + 2
    if len(charges) == 1:
        assert difference == 0
