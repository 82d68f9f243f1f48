"""A trial prices and judges another quote; what it tells counts in levels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec.structs import replace

from app.quoting.authority import Criterion, FlagRule, Scope, Window
from app.quoting.authority.judging import Surroundings
from app.quoting.authority.recent import recent_quote
from app.quoting.authority.trial import Needs, Trial
from app.quoting.quote import AccountManager
from catalog.local_text import LocalText
from catalog.problem import Place, Problem, Severity
from pricing.concession import measure
from pricing.engine import price_again
from tests.app.quoting.authority.test_fitting import CATALOG, REAL, off
from tests.builders import DAY, POLICY, a_context, a_line, a_matrix, a_quote, priced

if TYPE_CHECKING:
    from app.quoting.authority import AuthorityMatrix
    from pricing.item import QuoteItem


def a_trial(
    *items: QuoteItem,
    role: str = "L1",
    matrix: AuthorityMatrix = REAL,
    around: Surroundings | None = None,
    **fields: object,
) -> Trial:
    """A trial of items in a quote of twelve months, by a manager of a level."""
    quote = a_quote(*items, manager=AccountManager("m1", "经理", role=role))
    quote = msgspec.structs.replace(quote, **fields)
    run = price_again(None, CATALOG, POLICY, a_context(12), quote.items, quote.discount)
    return Trial(CATALOG, matrix, around or Surroundings(), quote, run)


@pytest.mark.parametrize(
    ("needed", "bounds", "own", "within"),
    [
        ({"a": 1}, {}, 1, True),
        ({"a": 1}, {}, 0, False),
        ({"a": 0}, {}, -1, False),
        ({"a": 2}, {"a": 2}, 0, True),
        ({"a": 3}, {"a": 2}, 0, False),
        ({"a": 1}, {"a": 0}, 1, True),
        ({"a": 2, "b": 1}, {"a": 2}, 0, False),
        ({}, {"a": 2}, 0, True),
    ],
)
def test_what_is_needed_anyway_is_within(
    needed: dict[str, int], bounds: dict[str, int], own: int, within: bool
) -> None:
    """Each criterion up to the author's level, or to what it needs without any discount."""
    assert Needs(needed).within(Needs(bounds), own) is within


@pytest.mark.parametrize(
    ("role", "hints"), [("L1", (500,)), ("L2", (1000, 500)), ("nobody", (500,)), ("L5", (1500,))]
)
def test_the_own_limits_are_where_a_search_is_likely_to_end(
    role: str, hints: tuple[int, ...]
) -> None:
    """Percents of depths, the largest first; without a level those of the lowest."""
    trial = a_trial(role=role)
    assert trial.hints == hints


def test_each_trial_is_counted() -> None:
    """However it is asked."""
    trial = a_trial(a_line(1, off("8")))
    assert trial.count == 0
    trial.priced(trial.quote)
    trial.verdict(trial.quote)
    trial.needs(trial.quote)
    trial.needs_of_item(trial.quote, "i1")
    assert trial.count == 4


def test_what_a_quote_needs_is_a_rank_for_each_criterion() -> None:
    """8 % is for L2; what nobody may grant is beyond the highest."""
    trial = a_trial(a_line(1, off("8")))
    assert trial.needs(trial.quote).ranks["market_discount"] == 1
    guided = a_line(1, off("80"), code="LINE.GUIDED")
    trial = a_trial(guided)
    assert trial.needs(trial.quote).ranks["guided_discount"] == 5


def test_what_the_engine_newly_refuses_nobody_may_grant() -> None:
    """Another charge that nobody sells; a finding that was there, and a warning, are none."""
    strange = a_line(1, code="LINE.NONE", item_id="x")
    trial = a_trial(a_line(1, off("8")))
    both = replace(trial.quote, items=(*trial.quote.items, strange))
    refused = {key: rank for key, rank in trial.needs(both).ranks.items() if "." in key}
    blocking = [one for one in trial.priced(both).problems if one.blocks]
    assert blocking
    assert refused == {f"{one.code} {one.where.subject} {one.where.column}": 5 for one in blocking}
    before = a_trial(a_line(1, off("8")), strange)
    assert not [key for key in before.needs(before.quote).ranks if "." in key]


def test_a_warning_of_the_engine_refuses_nothing() -> None:
    """It should be looked at, and blocks nothing."""
    trial = a_trial(a_line(1, off("8")))
    found = replace(trial.run.quote, problems=(Problem("x.y", Severity.WARNING),))
    assert trial._refused(found) == {}
    wrong = replace(found, problems=(Problem("x.y", where=Place(column="c", subject="s")),))
    assert trial._refused(wrong) == {"x.y s c": 5}


DEEP = Criterion(
    "depth",
    LocalText(),
    (Decimal(5), Decimal(10), Decimal(20)),
    measure="discount",
    scope=Scope(families=("DATA",)),
)
VALUE = Criterion(
    "contract_value", LocalText(), (Decimal(1), Decimal(13000), Decimal(99999)), unit="yuan"
)
SMALL = a_matrix(DEEP, VALUE, flags=(FlagRule("tender", LocalText(), "L3"),), window=Window(90, 0))


def test_one_item_alone_needs_what_it_decides_by_itself() -> None:
    """Neither sums, nor flags, nor what stands beside it; families are known."""
    items = (a_line(1, off("8")), a_line(1, off("18"), item_id="i2"))
    around = Surroundings(families=lambda _code: "DATA")
    trial = a_trial(*items, matrix=SMALL, around=around, tender=True)
    assert trial.needs_of_item(trial.quote, "i1").ranks == {"depth": 1}
    assert trial.needs_of_item(trial.quote, "i2").ranks == {"depth": 2}
    voice = a_trial(*items, matrix=SMALL, around=Surroundings(families=lambda _code: "VOICE"))
    assert voice.needs_of_item(voice.quote, "i2").ranks == {"depth": 0}


def test_what_stands_around_a_quote_is_tried_with_it() -> None:
    """Another quote of 12,000.00 yuan makes 24,000.00 of both: L3's, not L2's."""
    result = priced(CATALOG, a_line(), context=a_context(12))
    other = recent_quote("q2", "QW-2", DAY, measure(result))
    alone = a_trial(a_line(), matrix=SMALL)
    both = a_trial(a_line(), matrix=SMALL, around=Surroundings((other,)))
    assert alone.needs(alone.quote).ranks["contract_value"] == 1
    assert both.needs(both.quote).ranks["contract_value"] == 2
    assert [one.verdict(one.quote).level for one in (alone, both)] == ["L2", "L3"]
