"""A heading means a field only when all of it is known; amounts in other units are not prices."""

from __future__ import annotations

import pytest

from catalog.layout.words import Meaning
from tests.catalog.layout.sheets import WORDS


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("list_price_cny", Meaning("list_price_cny")),
        ("List Price (CNY)", Meaning("list_price_cny", "元")),
        ("标准资费(元/月)", Meaning("list_price_cny", "元")),
        ("单 价\n(含税)", Meaning("list_price_cny")),
        ("*资费编码", Meaning("code")),
        ("税率(%)", Meaning("vat_rate", "%")),
        ("价格 / 含税", Meaning("list_price_cny")),
        ("基本信息 / 编码", Meaning("code")),
        ("收费标准 / 单价", Meaning("list_price_cny")),
    ],
)
def test_known_headings_mean_their_field(heading: str, meaning: Meaning) -> None:
    """In Chinese, in English, in any width, and with harmless remarks."""
    assert WORDS.meaning(heading) == meaning


@pytest.mark.parametrize(
    "heading",
    ["单价(不含税)", "单价(万元)", "去年单价", "渠道价 / 单价", "价格 / 不含税", "颜色", ""],
)
def test_a_heading_with_an_unknown_part_means_nothing(heading: str) -> None:
    """Nobody guesses that a price without tax is one with tax."""
    assert WORDS.meaning(heading) is None
    assert WORDS.field(heading) == ""


def test_words_of_cells_mean_the_values_of_their_field() -> None:
    """A word that is not known stays as it is, so that reading can name it."""
    assert WORDS.value("billing_period", " 每月 ") == "month"
    assert WORDS.value("charge_type", "一次性费用") == "one_time"
    assert WORDS.value("charge_type", "月月付") == "月月付"
    assert WORDS.value("unit", "月") == "月"
    assert WORDS.knows_value("price_regulation", "政府指导价")
    assert not WORDS.knows_value("price_regulation", "随意")
    assert WORDS.has_values("billing_period")
    assert not WORDS.has_values("unit")


def test_totals_and_notes_are_known_by_their_first_words() -> None:
    """合 计 with a space in it is a total; a name that contains the word is none."""
    assert WORDS.is_total("合 计")
    assert WORDS.is_total("Grand Total:")
    assert not WORDS.is_total("合计套餐 月租")
    assert WORDS.is_note("注:以上价格含税")
    assert not WORDS.is_note("注册费")


@pytest.mark.parametrize(
    ("line", "unit"),
    [("单位:万元", "万元"), ("(单位:元)", ""), ("单位:某某分公司", ""), ("单价", "")],
)
def test_a_line_that_counts_in_another_unit_is_found(line: str, unit: str) -> None:
    """The word 单位 also means an organisation."""
    assert WORDS.foreign_unit(line) == unit


def test_every_column_of_our_own_format_is_known() -> None:
    """And each field has a name in both languages."""
    from catalog.price_list_rows import price_list_rows
    from tests.sample import QUOTE_DAY, sample_catalog

    columns = price_list_rows(sample_catalog().content, QUOTE_DAY, with_cost=True).columns
    assert [WORDS.field(column) for column in columns] == list(columns)
    assert all(words.zh and words.en for words in WORDS.words.field.values())
