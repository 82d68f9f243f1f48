"""Promises of the small tables of a rule: rows of text come back, and a fault names its row."""

from __future__ import annotations

import pytest

from catalog.condition import Condition
from catalog.typed_rows import RowFault
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import QuantityTiers, TermDiscount, When
from pricing.rule_rows import rule_rows, set_rule_rows, tables_of
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_rule, d, percent_off, term_discount, volume

VALUES = AttributeAdjustment("sla", {"gold": Adjustment(unit_amount=d(20))})
FACTS = When(conditions=(Condition("typical_month", d(500)), Condition("industry", one_of=("a",))))


@pytest.mark.parametrize(
    ("rule", "tables"),
    [
        (a_rule(volume(), when=FACTS), ("tiers", "conditions")),
        (a_rule(term_discount(24, 5)), ("steps", "conditions")),
        (a_rule(VALUES), ("values", "conditions")),
        (a_rule(percent_off(5)), ("conditions",)),
    ],
)
def test_rows_come_back(rule: object, tables: tuple[str, ...]) -> None:
    """Each table of the kind, typed again as it is shown."""
    assert tables_of(rule) == tables  # type: ignore[arg-type] # a rule
    for table in tables:
        rows = rule_rows(rule, table)  # type: ignore[arg-type] # a rule
        assert set_rule_rows(rule, table, rows) == rule  # type: ignore[arg-type] # a rule


def test_rows_are_read_and_empty_ones_do_not_count() -> None:
    """As a spreadsheet pastes them: with percent signs, and short rows."""
    rule = set_rule_rows(a_rule(volume()), "tiers", (("1", "0"), ("", " "), ("10", "5%", "", "")))
    assert rule.alteration == QuantityTiers((Tier(1, percent=d(0)), Tier(10, percent=d(5))))
    rule = set_rule_rows(a_rule(term_discount(12, 1)), "steps", (("24", "5"), ("36", "8")))
    assert rule.alteration == TermDiscount(((24, d(5)), (36, d(8))))
    rule = set_rule_rows(a_rule(VALUES), "values", (("2M", "-30"), ("20M", "", "5.5")))
    assert rule.alteration == AttributeAdjustment(
        "sla", {"2M": Adjustment(d(-30)), "20M": Adjustment(unit_amount=d("5.5"))}
    )
    rule = set_rule_rows(a_rule(percent_off(5)), "conditions", (("industry", "", "", "a; b"),))
    assert rule.when.conditions == (Condition("industry", one_of=("a", "b")),)


@pytest.mark.parametrize(
    ("table", "rows", "row", "code"),
    [
        ("tiers", (("1", "0"), ("x", "5")), 2, "cell.not_a_whole_number"),
        ("tiers", ((), ("1", "much")), 2, "cell.not_a_price"),
        ("steps", (("24", ""),), 1, "cell.empty"),
        ("values", (("", "5"),), 1, "cell.empty"),
        ("conditions", (("m", "y"),), 1, "cell.not_a_price"),
    ],
)
def test_a_fault_names_its_row(
    table: str, rows: tuple[tuple[str, ...], ...], row: int, code: str
) -> None:
    """Empty rows are counted as one sees them."""
    kinds = {"tiers": volume(), "steps": term_discount(1, 1), "values": VALUES}
    with pytest.raises(RowFault) as fault:
        set_rule_rows(a_rule(kinds.get(table, percent_off(5))), table, rows)  # type: ignore[arg-type] # each is a kind
    assert (fault.value.row, fault.value.code) == (row, code)


def test_a_table_that_the_kind_does_not_have_is_empty() -> None:
    """And typing into it changes nothing."""
    rule = a_rule(percent_off(5))
    assert rule_rows(rule, "tiers") == ()
    assert set_rule_rows(rule, "tiers", (("1", "5"),)) == rule


def test_every_cell_of_a_row_comes_back() -> None:
    """Prices and blocks of tiers, both bounds and the words of a condition, percent of a value."""
    tiers = (Tier(1, unit_price=d("0.10"), block=d("0.50")), Tier(10, percent=d(5)))
    rule = a_rule(UsageRates(tiers=tiers))
    assert tables_of(rule) == ("tiers", "conditions")
    rows = (("1", "", "0.10", "0.50"), ("10", "5", "", ""))
    assert rule_rows(rule, "tiers") == rows
    assert set_rule_rows(rule, "tiers", rows) == rule
    shown = (("typical_month", "500", "900", ""), ("industry", "", "", "a; b"))
    facts = (Condition("typical_month", d(500), d(900)), Condition("industry", one_of=("a", "b")))
    asking = a_rule(percent_off(5), when=When(conditions=facts))
    assert rule_rows(asking, "conditions") == shown
    assert set_rule_rows(asking, "conditions", shown) == asking
    percent = a_rule(AttributeAdjustment("sla", {"gold": Adjustment(d(20))}))
    assert rule_rows(percent, "values") == (("gold", "20", ""),)


def test_words_and_percent_signs_are_read_as_people_type_them() -> None:
    """Separated by any comma or semicolon; a bound in percent, and below zero."""
    rule = set_rule_rows(a_rule(percent_off(5)), "conditions", (("m", "-5%", "5 %", "a；b, c"),))
    assert rule.when.conditions == (Condition("m", d(-5), d(5), ("a", "b", "c")),)


def test_a_table_of_another_kind_is_empty_too() -> None:
    """Steps of tiers, tiers of steps, values of either."""
    for kind, tables in (
        (volume(), ("steps", "values")),
        (term_discount(12, 5), ("tiers", "values")),
        (VALUES, ("tiers", "steps")),
    ):
        rule = a_rule(kind)
        for table in tables:
            assert rule_rows(rule, table) == ()
            assert set_rule_rows(rule, table, (("1", "5"),)) == rule
