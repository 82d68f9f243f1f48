"""Whatever a file of rules may hold: it is read or told, and what is read can be priced with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from pricing.rule import PercentOff
from pricing.rule_reading import read_rules
from tests.builders import a_catalog, a_line
from tests.pricing.random_quotes import seldom
from tests.pricing.rule_builders import a_policy, priced_by

if TYPE_CHECKING:
    from decimal import Decimal

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "name",
                    "zh",
                    "alteration",
                    "kind",
                    "percent",
                    "tiers",
                    "least",
                    "steps",
                    "when",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@seldom
@given(st.dictionaries(st.sampled_from(["version", "choice", "rule", "rul"]), trees, max_size=4))
def test_nothing_that_a_file_may_hold_raises(written: dict[str, Any]) -> None:
    """A rule set or findings, never both, never neither."""
    rules, problems = read_rules(written)
    assert (rules is None) is bool(problems)


@seldom
@given(
    st.sampled_from(["percent_off", "unit_price", "line_amount_off", "contract_price"]),
    st.decimals(allow_nan=True, allow_infinity=True) | st.floats(),
)
def test_any_number_is_priced_with_or_told(kind: str, number: Decimal | float) -> None:
    """Whatever is accepted can be worked out."""
    field = {"percent_off": "percent", "line_amount_off": "amount"}.get(kind, "unit_price")
    rules, _ = read_rules(
        {
            "version": "1",
            "rule": [{"id": "A", "name": {}, "alteration": {"kind": kind, field: str(number)}}],
        }
    )
    if rules is not None:
        assert isinstance(rules.rules[0].alteration, PercentOff) == (kind == "percent_off")
        quote = priced_by(a_policy(*rules.rules), a_catalog(), a_line(3))
        assert quote.problems == ()
