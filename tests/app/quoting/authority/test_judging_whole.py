"""A verdict told whole: every value, step and finding, and every measure at its bounds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.quoting.authority import (
    Absence,
    ApprovalStep,
    Approver,
    AuthorityMatrix,
    Criterion,
    CriterionVerdict,
    FlagRule,
    Person,
    Staff,
    Verdict,
    Window,
)
from app.quoting.authority.judging import Surroundings, UnknownCriterion, judge
from app.quoting.authority.recent import recent_quote
from app.quoting.quote import AccountManager, QuoteCondition
from catalog.local_text import LocalText
from catalog.problem import Place, Problem, Severity
from pricing.concession import Concession, Concessions, OptionGiven, measure
from tests.app.quoting.authority.test_judging import (
    CATALOG,
    MARKET,
    OWN_CLAUSE,
    a_criterion,
    off,
    verdict_of,
)
from tests.builders import (
    DAY,
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

if TYPE_CHECKING:
    from app.quoting.clause import QuoteClause
    from pricing.item import QuoteItem

PEOPLE = (
    Person("m1", "经理", "L1"),
    Person("m2", "主管", "L2"),
    Person("m3", "部长", "L3"),
)
NOTHING = measure(priced(CATALOG))


def judged(
    matrix: AuthorityMatrix,
    *items: QuoteItem,
    given: Concessions | None = None,
    around: Surroundings | None = None,
    **fields: Any,  # noqa: ANN401 (of a quote)
) -> Verdict:
    """The verdict on items, or on concessions made by hand, in a quote of twelve months."""
    result = priced(CATALOG, *items, context=a_context(12))
    known = around or Surroundings()
    return judge(matrix, a_quote(*items, **fields), result, given or measure(result), known)


def test_a_verdict_is_told_whole() -> None:
    """A third of a percent beyond the limit of L1: what, how much, by whom, in which edition."""
    matrix = replace(
        MARKET, staff=Staff(PEOPLE), flags=(FlagRule("tender", LocalText("招标"), "L3"),)
    )
    given = replace(NOTHING, market=(Concession("i1", "LINE.RENT", 300, 16),))
    assert judged(matrix, given=given, tender=True) == Verdict(
        level="L3",
        level_name=LocalText("级3", "level 3"),
        own_level="L1",
        within_own=False,
        blocked=(),
        criteria=(
            CriterionVerdict(
                id="market_discount",
                name=LocalText("market_discount"),
                value=Decimal("5.33"),
                unit="percent",
                level="L2",
                own_limit=Decimal(5),
                deepest="i1",
                exact=Decimal("5.3333333333"),
            ),
            CriterionVerdict("tender", LocalText("招标"), None, "flag", "L3"),
        ),
        matrix_version="test",
        steps=(
            ApprovalStep(
                1,
                "L2",
                LocalText("级2", "level 2"),
                ("market_discount",),
                (Approver("m2", "主管"),),
            ),
            ApprovalStep(
                2, "L3", LocalText("级3", "level 3"), ("tender",), (Approver("m3", "部长"),)
            ),
        ),
    )


def test_what_nobody_may_grant_has_no_level() -> None:
    """Nor steps, nor a name; a minimum says that it is one."""
    margin = a_criterion("margin", "99", "98", "97", smallest=True)
    verdict = judged(a_matrix(margin), given=replace(NOTHING, revenue=100, cost=50))
    (one,) = verdict.criteria
    assert (one.level, one.smallest, one.unit) == ("", True, "percent")
    assert (verdict.level, verdict.level_name, verdict.steps) == ("", LocalText(), ())
    months = Criterion("term", LocalText(), (Decimal(99),) * 3, unit="months")
    assert judged(a_matrix(months)).criteria[0].unit == "months"


def test_an_author_never_decides_his_own_quote() -> None:
    """The only leader has written it as a manager: the next level decides."""
    staff = Staff((Person("m2", "主管", "L2"), Person("m3", "部长", "L3")))
    manager = AccountManager("m2", "主管", role="L1")
    verdict = judged(replace(MARKET, staff=staff), a_line(1, off("8")), manager=manager)
    assert [(one.role, one.instead_of) for one in verdict.steps] == [("L3", "L2")]


@pytest.mark.parametrize(
    ("day", "deciding"),
    [(None, "L3"), (DAY, "L3"), (date(2026, 12, 24), "L2")],
)
def test_who_is_away_is_asked_on_the_day_of_the_decision(day: date | None, deciding: str) -> None:
    """The leader is away on the price date; without a day of decision that one counts."""
    staff = Staff(PEOPLE, (Absence("m2", DAY, DAY),))
    around = Surroundings(day=day)
    verdict = judged(replace(MARKET, staff=staff), a_line(1, off("8")), around=around)
    assert [one.role for one in verdict.steps] == [deciding]


def test_standard_clauses_are_nobody_s_business() -> None:
    """The clause is known as it stands; in other words it is special."""
    matrix = a_matrix(flags=(FlagRule("special_clauses", LocalText(), "L3"),))
    standard = Surroundings(standard=frozenset({OWN_CLAUSE}))
    assert judged(matrix, around=standard, clauses=(OWN_CLAUSE,)).level == "L1"
    other = replace(OWN_CLAUSE, texts=(LocalText("别的。"),))
    assert judged(matrix, around=standard, clauses=(other,)).level == "L3"


@pytest.mark.parametrize(
    ("matrix", "text"),
    [
        (a_matrix(a_criterion("beauty", "1", "2", "3")), "nothing measures the criterion beauty"),
        (a_matrix(a_criterion("margin", "5")), "margin has 1 limits for 3 levels"),
        (a_matrix(flags=(FlagRule("moon", LocalText(), "L2"),)), "nothing raises the flag moon"),
    ],
)
def test_a_matrix_that_is_not_whole_says_what_is_missing(
    matrix: AuthorityMatrix, text: str
) -> None:
    """A free pass is not among the answers."""
    with pytest.raises(UnknownCriterion, match=rf"^{text}$"):
        judged(matrix)


def test_an_offering_is_known_by_all_of_its_code_but_the_last_part() -> None:
    """LINE.GOLD.RENT is a charge of LINE.GOLD."""
    catalog = a_catalog(
        an_offering(a_charge("LINE.GOLD.RENT")), bundles=[a_bundle("20", [("LINE.GOLD.RENT", 1)])]
    )
    result = priced(catalog, an_item("PACK"))
    for offering, raised in (("LINE.GOLD", True), ("LINE", False), ("PACK", True)):
        matrix = a_matrix(flags=(FlagRule("x", LocalText(), "L2", (offering,)),))
        verdict = judge(matrix, a_quote(), result, measure(result))
        assert bool(verdict.criteria) is raised


def test_what_is_wrong_with_people_is_told() -> None:
    """A role without limits; a step that nobody can take, where people are listed at all."""
    nobody = AccountManager("m9", "新人", role="L9")
    assert judged(MARKET, manager=nobody).problems == (
        Problem(
            "authority.author_without_limits",
            where=Place(column="manager"),
            parameters={"role": "L9", "allowed": "L1, L2, L3"},
        ),
    )
    few = replace(MARKET, staff=Staff(PEOPLE[:2]))
    assert judged(few, a_line(1, off("8"))).problems == ()
    assert judged(few, a_line(1, off("18"))).problems == (
        Problem("authority.nobody_in_role", Severity.WARNING, parameters={"role": "L3"}),
    )
    assert judged(MARKET, a_line(1, off("18"))).problems == ()


def test_quotes_that_follow_one_another_are_told_from_a_number_on() -> None:
    """Two of them, where two are watched for; one is none of that."""
    others = [recent_quote(f"q{n}", f"QW-{n}", DAY, NOTHING) for n in (2, 3)]
    matrix = replace(MARKET, window=Window(90, 2))
    assert judged(matrix, around=Surroundings(others[:1])).problems == ()
    assert judged(matrix, around=Surroundings(others)).problems == (
        Problem(
            "authority.repeated_quotes",
            Severity.WARNING,
            parameters={"count": "2", "days": "90", "numbers": "QW-2, QW-3"},
        ),
    )


# ---------------------------------------------------------------- measures


def measured(criterion: Criterion, given: Concessions, **fields: Any) -> CriterionVerdict:  # noqa: ANN401 (of a quote)
    """What one criterion says of concessions."""
    return judged(a_matrix(criterion), given=given, **fields).criteria[0]


@pytest.mark.parametrize("taken", [1, 500])
def test_taking_off_what_has_no_price_is_beyond_every_limit(taken: int) -> None:
    """One fen off nothing published is no percentage at all, whatever stands beside it."""
    free = Concession("i1", "LINE.RENT", 0, taken)
    limits = a_criterion("market_discount", "5", "10", "100")
    alone = measured(limits, replace(NOTHING, market=(free,)))
    assert (alone.value, alone.level) == (Decimal("0.00"), "")
    beside = measured(limits, replace(NOTHING, market=(Concession("i2", "x", 100, 7), free)))
    assert (beside.value, beside.level, beside.deepest) == (Decimal("7.00"), "", "i2")
    still = Concession("i1", "LINE.RENT", 0, 0)
    assert measured(limits, replace(NOTHING, market=(still,))).level == "L1"


def test_a_fixed_price_is_told_by_its_item() -> None:
    """A hundredth dearer; off nothing published, of one fen; unchanged, by none."""
    limits = a_criterion("fixed_deviation", "1", "2", "500")
    dearer = measured(limits, replace(NOTHING, fixed=(Concession("i1", "F", 100, -1),)))
    assert (dearer.value, dearer.level, dearer.deepest) == (Decimal("1.00"), "L1", "i1")
    free = measured(limits, replace(NOTHING, fixed=(Concession("i2", "F", 0, 5),)))
    assert (free.value, free.level, free.deepest) == (Decimal("500.00"), "L3", "i2")
    same = measured(limits, NOTHING)
    assert (same.value, same.level, same.deepest) == (Decimal("0.00"), "L1", "")


def test_optional_items_count_with_what_recurs_and_what_is_paid_once() -> None:
    """30 of 300 in any case; an option of 20 and 5 of 50 and 10 makes it 55 of 360: 15.28 %."""
    given = replace(
        NOTHING,
        recurring_taken=20,
        recurring_published=200,
        one_time_waived=10,
        one_time_list=100,
        options=(OptionGiven("i2", 10, 5, 50, 20),),
    )
    document = measured(a_criterion("document_discount", "5", "10", "20"), given)
    assert (document.value, document.worst) == (Decimal("15.28"), ("i2",))


def test_a_margin_at_the_limit_is_within_it() -> None:
    """650 of 1,000 is 35 %; an option that costs and brings in nothing is told."""
    limits = a_criterion("margin", "35", "30", "0", smallest=True)
    given = replace(NOTHING, revenue=1000, cost=650)
    assert measured(limits, given).level == "L1"
    option = OptionGiven("i2", cost=50)
    dearer = measured(limits, replace(given, options=(option,)))
    assert (dearer.value, dearer.level, dearer.worst) == (Decimal("30.00"), "L2", ("i2",))


def test_own_words_and_special_clauses_are_counted_together() -> None:
    """Two conditions in words of one's own and one clause that no library knows."""
    limits = Criterion("special_clauses", LocalText(), (Decimal(2), Decimal(3), None), unit="count")
    own = (QuoteCondition("", "免押金"), QuoteCondition("", "随时可退"))
    clause: tuple[QuoteClause, ...] = (OWN_CLAUSE,)
    found = measured(limits, NOTHING, conditions=own, clauses=clause)
    assert (found.value, found.level) == (Decimal("3.00"), "L2")
    assert measured(limits, NOTHING, conditions=own).level == "L1"


def test_where_nothing_recurs_nothing_is_given_away() -> None:
    """A share of nothing is nothing."""
    found = measured(a_criterion("cumulative_concession", "0", "1", "2"), NOTHING)
    assert (found.value, found.level) == (Decimal("0.00"), "L1")


def test_an_empty_quote_is_the_author_s_own() -> None:
    """Of any level that there is."""
    for role, within in (("L1", True), ("L3", True), ("L9", False)):
        manager = AccountManager("m1", "经理", role=role)
        assert verdict_of(MARKET, manager=manager).within_own is within
