"""Who must approve: the highest level over all criteria, compared exactly, never a free pass."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.quoting.authority import AuthorityMatrix, Criterion, FlagRule, Verdict
from app.quoting.authority.judging import UnknownCriterion, judge
from app.quoting.clause import QuoteClause
from app.quoting.quote import AccountManager
from catalog.charge import PriceRegulation
from catalog.local_text import LocalText
from catalog.money import decimal_percent
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.concession import Concession, measure
from pricing.item import ItemCharge, QuoteItem
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_matrix,
    a_quote,
    an_item,
    an_offering,
    priced,
)
from tests.sample import sample_rules

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("LINE.GUIDED", "100.00", regulation=PriceRegulation.GUIDED),
        a_charge("LINE.FIXED", "10.00", regulation=PriceRegulation.FIXED, cost="0"),
    ),
    bundles=[a_bundle("900.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(100))],
)
REAL = sample_rules().authority


def a_criterion(name: str, *limits: str | None, smallest: bool = False) -> Criterion:
    """A criterion with limits for three levels."""
    bounds = tuple(None if limit is None else Decimal(limit) for limit in limits)
    return Criterion(name, LocalText(name), bounds, smallest)


def verdict_of(
    matrix: AuthorityMatrix,
    *items: QuoteItem,
    **fields: Any,  # noqa: ANN401 (fields of the quote)
) -> Verdict:
    """The verdict on items in a quote of twelve months."""
    result = priced(CATALOG, *items, context=a_context(12))
    return judge(matrix, a_quote(*items, **fields), result, measure(result))


def off(percent: str) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


MARKET = a_matrix(a_criterion("market_discount", "5", "10", "20"))


@pytest.mark.parametrize(
    ("percent", "level"),
    [("0", "L1"), ("5", "L1"), ("5.01", "L2"), ("10", "L2"), ("10.004", "L3"), ("20.01", "")],
)
def test_a_discount_at_the_limit_is_allowed_and_no_more(percent: str, level: str) -> None:
    """10.004 % is shown as 10.00 % and still is not 10 % (V54); beyond all limits nobody may."""
    verdict = verdict_of(MARKET, a_line(1, off(percent)))
    assert verdict.level == level
    assert verdict.blocked == (() if level else ("market_discount",))
    assert verdict.level_name.en == (f"level {level[1]}" if level else "")
    assert verdict.matrix_version == "test"


def test_a_level_without_a_bound_allows_everything() -> None:
    """It is written as none, and is not the same as having no right."""
    matrix = a_matrix(a_criterion("market_discount", "5", "10", None))
    assert verdict_of(matrix, a_line(1, off("99"))).level == "L3"


@pytest.mark.parametrize(
    ("role", "within", "limit"),
    [("L1", False, "5"), ("L2", True, "10"), ("L3", True, "20"), ("nobody", False, "5")],
)
def test_an_author_sees_the_limit_of_his_own_level(role: str, within: bool, limit: str) -> None:
    """A role that the matrix does not know may grant nothing (V56), and raises nothing either."""
    manager = AccountManager("m1", "经理", role=role)
    verdict = verdict_of(MARKET, a_line(1, off("8")), manager=manager)
    assert verdict.level == "L2"
    assert (verdict.own_level, verdict.within_own) == (role, within)
    assert verdict.criteria[0].own_limit == Decimal(limit)


def test_an_unknown_role_grants_not_even_an_empty_quote() -> None:
    """No limits is not unlimited."""
    verdict = verdict_of(MARKET, manager=AccountManager("m1", "经理", role="nobody"))
    assert (verdict.level, verdict.within_own) == ("L1", False)


def test_the_highest_level_over_all_criteria_decides() -> None:
    """Each is told with its value and level."""
    matrix = a_matrix(
        a_criterion("market_discount", "5", "10", "20"),
        a_criterion("one_time_waiver", "50", "100", "100"),
        a_criterion("free_months", "1", "2", "3"),
        a_criterion("cumulative_concession", "10", "50", "50"),
        a_criterion("margin", "99", "50", "0", smallest=True),
        a_criterion("contract_value", "9000", "10000", None),
    )
    item = an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1, off("10")),
        ItemCharge("LINE.INST", 1, off("50")),
        alterations=(FreeMonths(3),),
    )
    verdict = verdict_of(matrix, item)
    # 900.00 x 9 + 200.00 = 8,300.00; cumulative 1 - 8,100 / 12,000 = 32.5 %
    # margin: 743,119 + 18,349 of revenue, 12,000 of cost: 98.42 %
    assert [(c.id, str(c.value), c.level) for c in verdict.criteria] == [
        ("market_discount", "10.00", "L2"),
        ("one_time_waiver", "50.00", "L1"),
        ("free_months", "3.00", "L3"),
        ("cumulative_concession", "32.50", "L2"),
        ("margin", "98.42", "L2"),
        ("contract_value", "8300.00", "L1"),
    ]
    assert verdict.level == "L3"


def test_a_fixed_price_may_not_be_changed_in_either_direction() -> None:
    """Dearer is a deviation as well as cheaper; unchanged is none."""
    matrix = a_matrix(a_criterion("fixed_deviation", "0", "0", "0"))
    for price, value, level in (
        ("10.00", "0.00", "L1"),
        ("9.00", "10.00", ""),
        ("11", "10.00", ""),
    ):
        line = a_line(1, TargetPrice(Decimal(price)), code="LINE.FIXED")
        verdict = verdict_of(matrix, line)
        assert (str(verdict.criteria[0].value), verdict.level) == (value, level)


def test_giving_everything_away_is_granted_by_nobody() -> None:
    """At 99.9 % the margin is below zero; at 100 % it must not look better."""
    matrix = a_matrix(a_criterion("margin", "35", "12", "0", smallest=True))
    assert verdict_of(matrix, a_line(1, off("99.9"))).blocked == ("margin",)
    assert verdict_of(matrix, a_line(1, off("100"))).blocked == ("margin",)
    assert verdict_of(matrix).level == "L1"


OWN_CLAUSE = QuoteClause("own", 1, LocalText("自拟"), (LocalText("自拟条款。"),))


@pytest.mark.parametrize(
    ("flag", "fields", "item", "raised"),
    [
        ("tender", {"tender": True}, a_line(), True),
        ("tender", {}, a_line(), False),
        ("several_provinces", {"provinces": 2}, a_line(), True),
        ("several_provinces", {"provinces": 1}, a_line(), False),
        ("special_clauses", {"clauses": (OWN_CLAUSE,)}, a_line(), True),
        ("special_clauses", {}, a_line(), False),
        ("below_cost", {}, a_line(1, off("99.5")), True),
        ("below_cost", {}, a_line(), False),
    ],
)
def test_circumstances_raise_flags(
    flag: str, fields: dict[str, Any], item: QuoteItem, raised: bool
) -> None:
    """A flag needs its level and has no value."""
    matrix = a_matrix(flags=(FlagRule(flag, LocalText(flag), "L3"),))
    verdict = verdict_of(matrix, item, **fields)
    assert verdict.level == ("L3" if raised else "L1")
    found = [(c.id, c.value, c.unit, c.level) for c in verdict.criteria]
    assert found == ([(flag, None, "flag", "L3")] if raised else [])


@pytest.mark.parametrize(("item", "raised"), [(a_line(), True), (an_item("PACK"), True)])
def test_an_offering_raises_a_flag_by_itself_or_inside_a_bundle(
    item: QuoteItem, raised: bool
) -> None:
    """Whatever it stands in."""
    matrix = a_matrix(flags=(FlagRule("gold", LocalText(), "L2", ("LINE",)),))
    assert bool(verdict_of(matrix, item).criteria) is raised
    assert verdict_of(matrix).criteria == ()


@pytest.mark.parametrize(
    "matrix",
    [
        a_matrix(a_criterion("beauty", "1", "2", "3")),
        a_matrix(a_criterion("market_discount", "5")),
        a_matrix(flags=(FlagRule("full_moon", LocalText(), "L2"),)),
    ],
)
def test_a_matrix_that_nothing_measures_is_an_error(matrix: AuthorityMatrix) -> None:
    """Missing limits are never a free pass."""
    with pytest.raises(UnknownCriterion):
        verdict_of(matrix, a_line())


def rank(verdict: Verdict) -> int:
    """Position of the level required; beyond the last when nobody may grant it."""
    order = [level.id for level in REAL.levels]
    return len(order) if verdict.blocked else order.index(verdict.level)


levels_of_discount = st.decimals(0, 100, places=2)
charges = st.sampled_from(["LINE.RENT", "LINE.INST", "LINE.GUIDED", "LINE.FIXED", "PACK"])


def with_discount(code: str, percent: Decimal, free: int = 0) -> tuple[QuoteItem, ...]:
    """Every charge of the catalogue once, one of them with a discount, the bundle beside them."""
    lines = tuple(
        a_line(1, Percentage(percent) if code == line else None, code=line, item_id=line)
        for line in ("LINE.RENT", "LINE.INST", "LINE.GUIDED", "LINE.FIXED")
    )
    off_bundle = (Percentage(percent),) if code == "PACK" else ()
    months = (FreeMonths(free),) if free else ()
    return (*lines, an_item("PACK", item_id="pack", alterations=(*off_bundle, *months)))


@settings(max_examples=50)
@given(charges, levels_of_discount, levels_of_discount, st.integers(0, 12), st.integers(0, 12))
def test_giving_more_never_needs_less(
    code: str, one: Decimal, other: Decimal, few: int, many: int
) -> None:
    """Under the real matrix: a deeper discount or more free months never lower the level."""
    less, more = sorted((one, other))
    few, many = sorted((few, many))
    shallow = verdict_of(REAL, *with_discount(code, less, few))
    deep = verdict_of(REAL, *with_discount(code, more, many))
    assert rank(shallow) <= rank(deep)


@settings(max_examples=50)
@given(levels_of_discount)
def test_moving_a_discount_into_the_price_changes_nothing(percent: Decimal) -> None:
    """A target price of the same amount needs the same level as the percentage."""
    target = TargetPrice(Decimal(1000) - 10 * percent)
    by_percent = verdict_of(REAL, a_line(1, Percentage(percent)))
    by_target = verdict_of(REAL, a_line(1, target))
    assert by_target.level == by_percent.level
    assert [c.value for c in by_target.criteria] == [c.value for c in by_percent.criteria]


concessions = st.builds(
    Concession,
    st.just("i"),
    st.just("c"),
    st.integers(-(10**6), 10**6),
    st.integers(-(10**6), 10**6),
)
NOTHING_GIVEN = measure(priced(CATALOG))


@given(st.lists(concessions, max_size=6), st.decimals(-5, 120, places=2))
@example([Concession("i", "c", 0, 1)], Decimal(0))
@example([Concession("i", "c", 0, 1), Concession("i", "d", 100, 5)], Decimal(10))
def test_the_deepest_decides_whatever_stands_beside_it(
    taken: list[Concession], limit: Decimal
) -> None:
    """Shortcuts on the way give what asking each charge by itself gives."""
    matrix = a_matrix(Criterion("market_discount", LocalText(), (limit,) * 3))
    found = msgspec.structs.replace(NOTHING_GIVEN, market=tuple(taken))
    verdict = judge(matrix, a_quote(), priced(CATALOG), found)
    each = [one.depth for one in taken]
    assert verdict.criteria[0].value == decimal_percent(max(each, default=Fraction(0)))
    assert verdict.level == ("L1" if all(c.within(Fraction(limit)) for c in taken) else "")


def test_the_real_matrix_is_complete() -> None:
    """Five levels, eight criteria, seven flags; more is allowed at each higher level."""
    assert [level.id for level in REAL.levels] == ["L1", "L2", "L3", "L4", "L5"]
    assert len(REAL.criteria) == 8
    assert len(REAL.flags) == 7
    for criterion in REAL.criteria:
        bounds = [limit for limit in criterion.limits if limit is not None]
        assert bounds == sorted(bounds, reverse=criterion.smallest), criterion.id
        assert None not in criterion.limits[:-1]
    wider = msgspec.structs.replace(REAL, version="other")
    assert verdict_of(wider, a_line()).matrix_version == "other"
