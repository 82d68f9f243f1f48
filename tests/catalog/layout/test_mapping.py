"""Mappings are proposed from headings first, then from the look of cells, which is unsure."""

from __future__ import annotations

from catalog.layout.mapping import ColumnMapping, FillRule, propose_mapping
from catalog.layout.tables import find_tables
from tests.catalog.layout.sheets import WORDS, sheet


def proposed(*lines: str) -> tuple[ColumnMapping, tuple[str, ...], tuple[int, ...]]:
    """Mapping, unsure fields and unused columns of the only table."""
    (table,) = find_tables(sheet(*lines), WORDS).tables
    found = propose_mapping(table, WORDS)
    return found.mapping, found.unsure, found.unused


def test_headings_decide_and_the_first_of_two_has_the_field() -> None:
    """The second column for a field stays unused."""
    mapping, unsure, unused = proposed("编码|名称|单价|价格", "A.R|甲|1|2")
    assert mapping.columns == {"code": 0, "name_zh": 1, "list_price_cny": 2}
    assert (unsure, unused) == ((), (3,))


def test_what_only_looks_like_a_field_is_unsure() -> None:
    """Codes with a point, amounts with two decimals, percentages, words of a list."""
    mapping, unsure, _ = proposed(
        "Kennung|Was|Betrag|Satz|Art", "A.R|甲|1,000.00|9%|月租", "B.I|乙|80.00元|6%|一次性"
    )
    assert mapping.columns == {"code": 0, "list_price_cny": 2, "vat_rate": 3, "charge_type": 4}
    assert unsure == ("charge_type", "code", "list_price_cny", "vat_rate")


def test_what_follows_from_other_columns_gets_a_rule() -> None:
    """Type from period, name from offering, the charge's part of a code from its type."""
    mapping, _, _ = proposed("编码|产品名称|计费周期|单价", "LINE|固话|月|25")
    assert mapping.rules == {
        "name_zh": FillRule.FROM_OFFERING,
        "charge_type": FillRule.FROM_PERIOD,
        "code": FillRule.CODE_WITH_TYPE,
    }
    assert mapping.fills("charge_type")
    assert not mapping.fills("unit")


def test_codes_with_a_point_need_no_rule() -> None:
    """One such code is enough: the others are mistakes to be told."""
    mapping, _, _ = proposed("编码|名称|收费类型|单价", "LINE|固话|月租|25", "NET.R|宽带|月租|9")
    assert mapping.rules == {"billing_period": FillRule.FROM_TYPE}
