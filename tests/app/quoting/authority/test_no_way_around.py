"""Authority cannot be walked around: not by splitting, not by options, not by other quotes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quoting.authority.judging import Surroundings, judge
from app.quoting.authority.recent import RecentQuote, recent_quote
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.item import ItemCharge, QuoteItem
from tests.builders import a_catalog, a_charge, a_context, a_quote, an_item, an_offering, priced
from tests.sample import sample_rules

if TYPE_CHECKING:
    from app.quoting.authority import Verdict

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00", cost="40.00"),
        a_charge("LINE.INST", "300.00", period=BillingPeriod.ONCE, cost="0"),
    ),
    an_offering(a_charge("GUIDE.RENT", "50.00", cost="10", regulation=PriceRegulation.GUIDED)),
    an_offering(a_charge("TINY.RENT", "0.05", cost="0")),
)
REAL = sample_rules().authority
DAY = date(2026, 11, 23)


def rank(verdict: Verdict) -> int:
    """Position of the level required; beyond the last when nobody may grant it."""
    return len(REAL.levels) if verdict.blocked else REAL.rank(verdict.level)


def verdict_of(*items: QuoteItem, recent: tuple[RecentQuote, ...] = (), **fields: Any) -> Verdict:  # noqa: ANN401 (fields of the quote)
    """The verdict of the real matrix on items."""
    result = priced(CATALOG, *items, context=a_context(12))
    quote = a_quote(*items, price_date=DAY, **fields)
    return judge(REAL, quote, result, measure(result), Surroundings(recent))


def other(number: str, *items: QuoteItem, days: int = 0) -> RecentQuote:
    """Another quote of the customer, so many days before."""
    given_away = measure(priced(CATALOG, *items, context=a_context(12)))
    return recent_quote(number, number, DAY - timedelta(days=days), given_away)


def an_offer(number: int, quantity: int, percent: int, waived: int, free: int) -> QuoteItem:
    """Lines with a discount, installation partly waived, months free."""
    return an_item(
        "LINE",
        quantity,
        ItemCharge("LINE.RENT", quantity, Percentage(Decimal(percent))),
        ItemCharge("LINE.INST", quantity, Percentage(Decimal(waived))),
        item_id=f"i{number}",
        alterations=(FreeMonths(free),) if free else (),
    )


offers = st.builds(
    an_offer,
    st.just(0),
    st.integers(1, 60),
    st.integers(0, 40),
    st.integers(0, 100),
    st.integers(0, 5),
)
several = st.lists(offers, min_size=2, max_size=5).map(
    lambda items: [msgspec.structs.replace(one, id=f"i{n}") for n, one in enumerate(items)]
)


@settings(max_examples=60)
@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.integers(0, 60),
    st.integers(0, 100),
    st.integers(0, 5),
)
def test_splitting_an_item_never_lowers_the_level(
    one: int, two: int, percent: int, waived: int, free: int
) -> None:
    """So many lines in one item, or in two with the same discount."""
    whole = verdict_of(an_offer(1, one + two, percent, waived, free))
    parts = verdict_of(
        an_offer(1, one, percent, waived, free), an_offer(2, two, percent, waived, free)
    )
    assert rank(parts) >= rank(whole)


def test_small_pieces_do_not_live_on_rounding() -> None:
    """20 % of 5 fen is 1 fen, as 10 % rounded up is; twenty such pieces are 20 % of one yuan."""
    piece = ItemCharge("TINY.RENT", 1, Percentage(Decimal(20)))
    pieces = [an_item("TINY", 1, piece, item_id=f"i{n}") for n in range(20)]
    depth = verdict_of(pieces[0]).criteria[0]
    assert (depth.id, depth.level) == ("market_discount", "L2")
    assert verdict_of(*pieces).criteria[0].level == "L4"
    honest = ItemCharge("LINE.RENT", 1, Percentage(Decimal("4.999")))
    lines = [an_item("LINE", 1, honest, item_id=f"i{n}") for n in range(20)]
    assert verdict_of(*lines).criteria[0].level == "L1"


@settings(max_examples=60)
@given(several, st.integers(1, 4))
def test_splitting_a_quote_never_lowers_the_level(items: list[QuoteItem], at: int) -> None:
    """The later of two quotes is looked at together with the earlier one."""
    first, second = items[:at], items[at:]
    whole = verdict_of(*items)
    earlier = verdict_of(*first)
    later = verdict_of(*second, recent=(other("QW-0", *first),))
    assert max(rank(earlier), rank(later)) >= rank(whole)


@settings(max_examples=60)
@given(several, st.integers(1, 4), st.integers(0, 4))
def test_splitting_into_three_among_others_never_lowers_the_level(
    items: list[QuoteItem], at: int, units: int
) -> None:
    """Nor does another quote without any discount, which would thin the shares out."""
    first, second = items[:at], items[at:]
    plain = other("QW-9", an_offer(9, 1 + 20 * units, 0, 0, 0))
    later = verdict_of(*second, recent=(other("QW-0", *first), plain))
    assert max(rank(verdict_of(*first)), rank(later)) >= rank(verdict_of(*items))


@settings(max_examples=60)
@given(several, offers)
def test_an_optional_item_never_lowers_the_level(items: list[QuoteItem], more: QuoteItem) -> None:
    """The customer may leave it; and he may take it, as if it were there."""
    option = msgspec.structs.replace(more, id="option", optional=True)
    taken = msgspec.structs.replace(option, optional=False)
    offered = verdict_of(*items, option)
    assert rank(offered) >= rank(verdict_of(*items))
    assert rank(offered) >= rank(verdict_of(*items, taken))


@settings(max_examples=40)
@given(several, st.integers(0, 4))
def test_making_an_item_optional_never_lowers_the_level(items: list[QuoteItem], which: int) -> None:
    """It is counted if that makes it worse."""
    at = min(which, len(items) - 1)
    optional = [msgspec.structs.replace(one, optional=n == at) for n, one in enumerate(items)]
    assert rank(verdict_of(*optional)) >= rank(verdict_of(*items))


def test_only_quotes_of_the_window_count() -> None:
    """90 days in the real policy, the quote itself never; contract values add up."""
    mine = an_offer(1, 60, 0, 0, 0)  # 60 x 100.00 x 12 + 18,000 = 90,000
    value = REAL.criteria[-1].id
    assert value == "contract_value"

    def counted(*recent: RecentQuote) -> tuple[str, str, tuple[str, ...]]:
        found = verdict_of(mine, recent=recent).criteria[7]
        return str(found.value), found.level, found.worst

    near, far = other("QW-0", mine, days=89), other("QW-5", mine, days=90)
    assert counted() == ("90000.00", "L1", ())
    assert counted(near, far) == ("180000.00", "L2", ("QW-0",))
    assert counted(msgspec.structs.replace(near, id="q1")) == ("90000.00", "L1", ())


def test_repeated_quotes_are_told() -> None:
    """From the third other one within the window; it blocks nothing."""
    recent = tuple(other(f"QW-{n}", an_offer(1, 1, 0, 0, 0)) for n in range(3))
    (told,) = verdict_of(an_offer(1, 1, 0, 0, 0), recent=recent).problems
    assert (told.code, told.blocks) == ("authority.repeated_quotes", False)
    assert told.parameters == {"count": "3", "days": "90", "numbers": "QW-0, QW-1, QW-2"}
    assert verdict_of(an_offer(1, 1, 0, 0, 0), recent=recent[:2]).problems == ()
