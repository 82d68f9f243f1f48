"""Exclusive options: the customer takes one, and authority measures the worst that he may take."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.quoting.authority.judging import judge
from app.quoting.freezing import Rulebook, trial_of, work_out
from app.quoting.options import options_of, set_commitment
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.bills import Bills
from pricing.concession import measure
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount
from pricing.spend import SpendPolicy
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_customer,
    a_quote,
    an_item,
    an_offering,
    priced,
)
from tests.sample import SUPPLIER, sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.authority.outcome import CriterionVerdict
    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00", cost="40.00"),
        a_charge("LINE.INST", "300.00", period=BillingPeriod.ONCE, cost="0"),
    ),
    bundles=[a_bundle("900.00", code="PACK", parts=[("LINE.RENT", 10)])],
)
REAL = sample_rules().authority


def lines(
    name: str,
    quantity: int = 60,
    percent: str = "0",
    *,
    section: str = "",
    optional: bool = True,
    free: int = 0,
) -> QuoteItem:
    """So many lines at 100.00 a month with their installation at 300.00."""
    item = an_item(
        "LINE",
        quantity,
        ItemCharge("LINE.RENT", quantity, Percentage(Decimal(percent)) if percent != "0" else None),
        ItemCharge("LINE.INST", quantity),
        item_id=name,
        alterations=(FreeMonths(free),) if free else (),
        optional=optional,
    )
    return replace(item, section=section)


def worked(quote: Quote) -> Worked:
    """Worked out with the sample's limits."""
    rules = Rulebook(POLICY, SpendPolicy(), REAL)
    return work_out(quote, a_customer(), Bills(()), CATALOG, rules, SUPPLIER)


def verdict_on(quote: Quote, criterion: str) -> CriterionVerdict:
    """What one criterion says of a quote."""
    found = worked(quote).revision.verdict.criteria
    return next(one for one in found if one.id == criterion)


A = lines("a", optional=False)
B, C = lines("b", section="B"), lines("c", section="C")


def test_alternatives_are_not_added_up() -> None:
    """60 x 100.00 x 12 + 18,000 = 90,000 whichever is taken; all three would be 270,000."""
    found = verdict_on(a_quote(A, B, C), "contract_value")
    assert (str(found.value), found.level, found.worst) == ("90000.00", "L1", ())


def test_what_may_be_added_is_still_added() -> None:
    """20 lines more are 30,000; with the dearer option they pass 100,000 by more."""
    extra = lines("x", 20)
    found = verdict_on(a_quote(A, B, extra), "contract_value")
    assert (str(found.value), found.level, found.worst) == ("120000.00", "L2", ("x",))
    dearer = lines("b", 61, section="B")
    found = verdict_on(a_quote(A, dearer, extra), "contract_value")
    assert (str(found.value), found.worst) == ("121500.00", ("b", "x"))


def test_an_option_is_not_thinned_out_by_the_offer() -> None:
    """14 % off option B: with the offer it would be 7 % of both, but nobody buys both."""
    deep = lines("b", percent="14", section="B")
    found = verdict_on(a_quote(A, deep), "cumulative_concession")
    assert (str(found.value), found.level, found.worst) == ("14.00", "L2", ("b",))


def test_an_option_gets_the_discount_on_the_whole_quote_when_it_is_taken() -> None:
    """4 % of its own and 8 % of what is left: 11.68 %, where the offer has 8 %."""
    quote = a_quote(A, lines("b", percent="4", section="B"))
    quote = replace(quote, discount=QuoteDiscount(percent=Decimal(8)))
    found = verdict_on(quote, "cumulative_concession")
    assert (str(found.value), found.level) == ("11.68", "L2")


def test_an_optional_item_under_a_heading_of_firm_ones_may_be_added() -> None:
    """The heading is not its own: 90,000 and 90,000."""
    quote = a_quote(replace(A, section="town"), lines("b", section="town"))
    found = verdict_on(quote, "contract_value")
    assert (str(found.value), found.worst) == ("180000.00", ("b",))


def test_a_bundle_without_a_heading_may_be_added_and_may_stand_instead() -> None:
    """10,800 beside 90,000; it takes the place of bundles only, and there are none."""
    pack = an_item("PACK", item_id="p", optional=True)
    found = verdict_on(a_quote(A, pack), "contract_value")
    assert (str(found.value), found.worst) == ("100800.00", ("p",))


def test_without_an_offer_everything_counts_together() -> None:
    """Nothing says what the options would stand in the place of."""
    assert str(verdict_on(a_quote(B, C), "contract_value").value) == "180000.00"


def test_an_option_is_priced_and_judged_at_its_own_commitment() -> None:
    """36 months: 216,000 + 18,000; three of them free are 8.33 %, and would be 25 % of twelve."""
    quote = a_quote(A, lines("b", section="B", free=3))
    option = options_of(quote, lambda _code: False)[1]
    other = set_commitment(quote, option, 36)
    assert str(verdict_on(quote, "cumulative_concession").value) == "25.00"
    assert str(verdict_on(other, "cumulative_concession").value) == "8.33"
    assert str(verdict_on(other, "contract_value").value) == "216000.00"  # 198,000 + 18,000
    revision = worked(other).revision
    assert [(one.letter, one.term, one.contract) for one in revision.options] == [
        ("A", 12, 90_000_00),
        ("B", 36, 216_000_00),
    ]


def test_months_are_free_in_the_commitment_of_their_option() -> None:
    """What is shown of its items is of 36 months: 33 are charged."""
    quote = a_quote(A, lines("b", section="B", free=3))
    option = options_of(quote, lambda _code: False)[1]
    found = worked(set_commitment(quote, option, 36)).revision.priced
    item = next(one for one in found.items if one.id == "b")
    assert (item.optional, item.section) == (True, "B")
    assert [(part.first, part.last) for part in item.schedule] == [(1, 3), (4, 36)]
    assert found.totals.contract.net_amount == 90_000_00


def test_the_way_back_looks_at_options_too() -> None:
    """A trial of the same quote says what the verdict says, criterion by criterion."""
    quote = a_quote(A, lines("b", percent="14", section="B"))
    made = worked(quote)
    rules = Rulebook(POLICY, SpendPolicy(), REAL)
    from app.quoting.authority.judging import ALONE

    trial = trial_of(made, CATALOG, rules, ALONE)
    assert trial.verdict(quote).criteria == made.revision.verdict.criteria


# ---------------------------------------------------------------- against every choice there is


def every_choice(quote: Quote) -> Iterator[Quote]:
    """What the customer may take: one whole option, and anything that may be added to it."""
    options = options_of(quote, lambda code: code == "PACK")
    whole = {name for one in options for name in one.own if one.exclusive}
    for option in options:
        free = [
            item.id
            for item in quote.items
            if item.optional and item.id not in whole and item.id not in option.items
        ]
        sizes = range(len(free) + 1)
        for more in chain.from_iterable(combinations(free, size) for size in sizes):
            names = {*option.items, *more}
            items = tuple(
                replace(item, optional=False, section="")
                for item in quote.items
                if item.id in names
            )
            yield replace(quote, items=items)


def rank_of(quote: Quote) -> int:
    """Position of the level of what is firm; beyond the last where nobody may grant it."""
    result = priced(CATALOG, *quote.items)
    found = judge(REAL, quote, result, measure(result))
    return len(REAL.levels) if found.blocked else REAL.rank(found.level)


def some_item(number: int, place: str, quantity: int, percent: int, free: int) -> QuoteItem:
    """Lines or a bundle: firm, to be added, or under a heading."""
    firm = place in {"firm", "town"}
    section = place if place in {"B", "C", "town"} else "town" if place == "beside" else ""
    if place == "pack":
        return an_item("PACK", 1 + quantity // 10, item_id=f"i{number}", optional=True)
    return lines(
        f"i{number}", quantity, str(percent), section=section, optional=not firm, free=free
    )


places = st.sampled_from(["firm", "town", "beside", "more", "B", "B", "C", "pack"])
drawn = st.lists(
    st.tuples(places, st.integers(1, 90), st.integers(0, 40), st.integers(0, 5)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=80)
@given(drawn)
def test_the_verdict_is_that_of_the_worst_choice(
    wanted: Sequence[tuple[str, int, int, int]],
) -> None:
    """The same level as pricing and judging each thing that the customer may take."""
    items = [some_item(n, *one) for n, one in enumerate([("firm", 10, 0, 0), *wanted])]
    quote = a_quote(*items)
    found = worked(quote).revision.verdict
    rank = len(REAL.levels) if found.blocked else REAL.rank(found.level)
    assert rank == max(rank_of(one) for one in every_choice(quote))
