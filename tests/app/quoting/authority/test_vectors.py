"""The worked figures of discount authority, V50 to V61, through the engine and the verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from app.quoting.authority import AuthorityMatrix, Consultation, Criterion, Function, Level, Scope
from app.quoting.authority.judging import Surroundings, judge
from app.quoting.authority.standing import Approved, still_needed
from app.quoting.freezing import family_of
from app.quoting.quote import AccountManager
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.engine import price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount
from tests.builders import (
    POLICY,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_quote,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from app.quoting.authority import Verdict

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00", cost="0"),
        a_charge("LINE.INST", "2000.00", period=BillingPeriod.ONCE, cost="0"),
        family="CONNECTIVITY",
    ),
    an_offering(a_charge("CLOUD.RENT", "1000.00", cost="0"), family="CLOUD"),
    an_offering(a_charge("PHONE.RENT", "1000.00", cost="0"), family="TERMINAL"),
)
ROLES = ("manager", "supervisor", "city", "province")
LEVELS = tuple(Level(role, LocalText(role, role)) for role in ROLES)


class Deal(NamedTuple):
    """A line of a family: monthly units of 1,000.00, percent off, whether it is optional."""

    code: str
    units: int
    percent: str = "0"
    optional: bool = False


def depth(family: str, *limits: str) -> Criterion:
    """The deepest item of a family."""
    bounds = tuple(Decimal(limit) for limit in limits)
    scope = Scope(families=(family,))
    name = family.lower()
    return Criterion(name, LocalText(name), bounds, measure="effective_discount", scope=scope)


DOCUMENT = Criterion(
    "document",
    LocalText("document"),
    (Decimal(8), Decimal(15), Decimal(25), Decimal(40)),
    measure="document_discount",
)
MATRIX = AuthorityMatrix(
    "vectors",
    LEVELS,
    (
        depth("CONNECTIVITY", "10", "20", "30", "45"),
        depth("CLOUD", "8", "15", "25", "40"),
        depth("TERMINAL", "3", "5", "10", "15"),
        DOCUMENT,
    ),
)


def verdict_on(
    *deals: Deal | QuoteItem,
    order: str = "",
    matrix: AuthorityMatrix = MATRIX,
    term: int = 12,
    role: str = "manager",
) -> Verdict:
    """The verdict on lines, with a discount on the order."""
    items = [
        one
        if isinstance(one, QuoteItem)
        else a_line(
            one.units,
            Percentage(Decimal(one.percent)) if one.percent != "0" else None,
            code=f"{one.code}.RENT",
            item_id=f"i{place}",
            optional=one.optional,
        )
        for place, one in enumerate(deals)
    ]
    discount = QuoteDiscount(percent=Decimal(order)) if order else None
    result = price_quote(CATALOG, POLICY, a_context(term), items, discount)
    quote = a_quote(*items, term=term, manager=AccountManager("m1", "经理", role=role))
    around = Surroundings(families=lambda code: family_of(CATALOG, code))
    return judge(matrix, quote, result, measure(result), around)


def values(verdict: Verdict) -> dict[str, tuple[str, str]]:
    """Value and level of each criterion."""
    return {one.id: (str(one.value), one.level) for one in verdict.criteria}


def test_v50_everything_together_is_one_effective_depth() -> None:
    """10 % and 5 % off, 2 of 24 months free, installation waived: 18,810 of 26,000."""
    item = an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1, Percentage(Decimal(10))),
        ItemCharge("LINE.INST", 1, Percentage(Decimal(100))),
        alterations=(FreeMonths(2),),
    )
    verdict = verdict_on(item, order="5", term=24)
    found = values(verdict)
    # 1,000 x 0.9 x 0.95 = 855.00 x 22 = 18,810; 1 - 18,810 / 26,000 = 27.65 %
    assert found["connectivity"] == ("27.65", "city")
    assert found["document"] == ("27.65", "province")
    recurring = verdict_on(
        item,
        order="5",
        term=24,
        matrix=msgspec.structs.replace(
            MATRIX, criteria=(msgspec.structs.replace(DOCUMENT, measure="cumulative_concession"),)
        ),
    )
    assert values(recurring)["document"] == ("21.63", "city")


def test_v51_the_line_and_the_document_need_the_supervisor() -> None:
    """Connectivity 12 % of 12,000, cloud 6 % of 6,000, terminals 2 % of 2,000; 9.2 % in all."""
    verdict = verdict_on(Deal("LINE", 12, "12"), Deal("CLOUD", 6, "6"), Deal("PHONE", 2, "2"))
    assert values(verdict) == {
        "connectivity": ("12.00", "supervisor"),
        "cloud": ("6.00", "manager"),
        "terminal": ("2.00", "manager"),
        "document": ("9.20", "supervisor"),
    }
    assert [(step.role, step.criteria) for step in verdict.steps] == [
        ("supervisor", ("connectivity", "document"))
    ]


def test_v52_a_discount_on_the_order_is_pushed_down_to_the_lines() -> None:
    """9 % and 8 % are allowed on the lines; with 5 % off the order they are 13.55 and 12.60 %."""
    lines = (Deal("LINE", 10, "9"), Deal("CLOUD", 10, "8"))
    alone = values(verdict_on(*lines))
    assert (alone["connectivity"][1], alone["cloud"][1]) == ("manager", "manager")
    together = values(verdict_on(*lines, order="5"))
    assert together["connectivity"] == ("13.55", "supervisor")
    assert together["cloud"] == ("12.60", "supervisor")


def test_v53_the_worst_case_that_the_customer_may_choose_is_checked() -> None:
    """8 % off 10,000 and an option of 5,000 with 30 %: 15.33 % in all, before it is ticked."""
    verdict = verdict_on(Deal("LINE", 10, "8"), Deal("LINE", 5, "30", optional=True))
    assert values(verdict)["connectivity"] == ("30.00", "city")
    assert values(verdict)["document"] == ("15.33", "city")
    assert verdict.level == "city"
    assert verdict.criteria[3].worst == ("i1",)


@pytest.mark.parametrize(
    ("percent", "level"), [("10", "manager"), ("10.004", "supervisor"), ("20", "supervisor")]
)
def test_v54_a_discount_exactly_at_the_limit_is_allowed(percent: str, level: str) -> None:
    """Compared as it is, not as it is shown: 10.004 % is not 10 %."""
    matrix = msgspec.structs.replace(MATRIX, criteria=MATRIX.criteria[:1])
    assert verdict_on(Deal("LINE", 100, percent), matrix=matrix).level == level


@pytest.mark.parametrize(
    ("units", "asked"), [(60, ["CEO"]), (120, ["CEO", "CFO"]), (40, []), (100, ["CEO"])]
)
def test_v55_a_large_amount_asks_two_in_parallel(units: int, asked: list[str]) -> None:
    """60,000 asks the chief executive; 120,000 the financial officer at the same time."""
    limits = (Decimal(50000), None)
    consult = (Consultation("CFO", Decimal(100000)),)
    amount = Criterion("contract_value", LocalText(), limits, unit="yuan", consult=consult)
    matrix = AuthorityMatrix(
        "amounts",
        (Level("manager", LocalText()), Level("CEO", LocalText())),
        (amount,),
        functions=(Function("CFO", LocalText()),),
    )
    steps = verdict_on(Deal("LINE", units), matrix=matrix, term=1).steps
    assert [step.role for step in steps] == asked
    assert {step.order for step in steps} <= {1}


def test_v56_a_role_without_limits_cannot_approve() -> None:
    """Not even a quote that gives nothing away; and it is told as an error."""
    verdict = verdict_on(Deal("LINE", 1), role="guest")
    assert not verdict.within_own
    assert [(p.code, p.blocks) for p in verdict.problems] == [
        ("authority.author_without_limits", True)
    ]


def asked_again(*deals: Deal, approved: Approved, matrix: AuthorityMatrix = MATRIX) -> list[str]:
    """Criteria that are asked for again, of a quote with some lines."""
    steps = still_needed(matrix, verdict_on(*deals, matrix=matrix), [approved])
    return [key for step in steps for key in step.criteria]


LINES = msgspec.structs.replace(
    MATRIX,
    criteria=(
        depth("CONNECTIVITY", "15", "40", "40", "40"),
        depth("CLOUD", "15", "15", "40", "40"),
    ),
)


def test_v57_a_smaller_discount_keeps_the_approval() -> None:
    """20 % were approved where 15 % is the limit; 17 % is not asked for again."""
    approved = Approved("supervisor", {"connectivity": Decimal(20)})
    assert asked_again(Deal("LINE", 1, "17"), approved=approved, matrix=LINES) == []


def test_v58_a_larger_discount_is_asked_for_again() -> None:
    """23 % were never approved."""
    approved = Approved("supervisor", {"connectivity": Decimal(20)})
    assert asked_again(Deal("LINE", 1, "23"), approved=approved, matrix=LINES) == ["connectivity"]


def test_v59_an_approver_may_allow_for_a_little_more() -> None:
    """Two points more than 20 %: 21.5 % is kept, 22.5 % is not."""
    approved = Approved("supervisor", {"connectivity": Decimal(20)}, {"connectivity": Decimal(2)})
    assert asked_again(Deal("LINE", 1, "21.5"), approved=approved, matrix=LINES) == []
    assert asked_again(Deal("LINE", 1, "22.5"), approved=approved, matrix=LINES) == ["connectivity"]


def test_v60_only_what_is_newly_beyond_is_asked_for() -> None:
    """20 % of one line were approved; it has 17 % now and another one 18 %."""
    approved = Approved("supervisor", {"connectivity": Decimal(20)})
    lines = (Deal("LINE", 1, "17"), Deal("CLOUD", 1, "18"))
    verdict = verdict_on(*lines, matrix=LINES)
    assert [(one.role, one.criteria) for one in still_needed(LINES, verdict, [approved])] == [
        ("city", ("cloud",))
    ]


def test_v61_a_smaller_amount_is_not_asked_for_again() -> None:
    """80,000 were approved where 60,000 is the limit: 70,000 is kept, 90,000 is not."""
    amount = Criterion(
        "contract_value", LocalText(), (Decimal("59999.99"), None, None, None), unit="yuan"
    )
    matrix = msgspec.structs.replace(MATRIX, criteria=(amount,))
    approved = Approved("supervisor", {"contract_value": Decimal(80000)})

    def asked(units: int) -> list[str]:
        verdict = verdict_on(Deal("LINE", units), matrix=matrix, term=1)
        return [key for one in still_needed(matrix, verdict, [approved]) for key in one.criteria]

    assert asked(70) == []
    assert asked(90) == ["contract_value"]
    assert asked(50) == []
