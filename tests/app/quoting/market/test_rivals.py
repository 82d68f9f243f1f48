"""What is known of competitors is found by their names and their access codes."""

from __future__ import annotations

from datetime import date

from app.quoting.market.rivals import codes_of, known_rivals
from app.quoting.market.values import Market, RivalOperator, RivalPrice

UNICOM = RivalOperator("联通", "17910/17911、10010")
OLD = RivalPrice("联通", "宽带", 9_900, date(2026, 1, 1), "传单")
NEW = RivalPrice("联通", "宽带", 8_900, date(2026, 9, 1), "营业厅")
OTHERS = RivalPrice("某网", "专线", 200_000, date(2026, 9, 1), "客户")
MARKET = Market(operators=(UNICOM,), rival_prices=(OLD, NEW, OTHERS))


def test_a_code_names_its_operator_once() -> None:
    """The newest price first."""
    (found,) = known_rivals(MARKET, ("17911", "联通", "1791"))
    assert found.operator == UNICOM
    assert found.prices == (NEW, OLD)
    assert codes_of(UNICOM) == ("17910", "17911", "10010")


def test_prices_alone_are_something_and_nothing_is_nothing() -> None:
    """Of an operator who stands in no table but has a price, that is told."""
    (found,) = known_rivals(MARKET, ("某网", "电信"))
    assert found.operator == RivalOperator("某网")
    assert found.prices == (OTHERS,)
