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
from app.quoting.authority.judging import Surroundings, UnknownCriterion, judge, judged_on
from app.quoting.authority.recent import recent_quote
from app.quoting.quote import AccountManager
from catalog.local_text import LocalText
from catalog.problem import Place, Problem, Severity
from pricing.concession import Concession, Concessions, measure
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


def test_an_empty_quote_is_the_author_s_own() -> None:
    """Of any level that there is."""
    for role, within in (("L1", True), ("L3", True), ("L9", False)):
        manager = AccountManager("m1", "经理", role=role)
        assert verdict_of(MARKET, manager=manager).within_own is within


AWAY = replace(MARKET, staff=Staff(PEOPLE[:2], (Absence("m2", DAY, DAY),)))
"""The leader is away on the price date, and nobody stands above him."""
NOBODY = Problem("authority.nobody_in_role", Severity.WARNING, parameters={"role": "L2"})
CHRISTMAS = date(2026, 12, 24)


def test_a_verdict_is_judged_again_for_another_day() -> None:
    """The leader is back, and nothing is wrong any more; and the other way round."""
    line = a_line(1, off("8"))
    quote = a_quote(line)
    away, back = (judged(AWAY, line, around=Surroundings(day=day)) for day in (DAY, CHRISTMAS))
    assert away.problems == (NOBODY,)
    assert back.problems == ()
    assert [one.approvers for one in back.steps] == [(Approver("m2", "主管"),)]
    assert judged_on(away, AWAY, quote, CHRISTMAS) == back
    assert judged_on(back, AWAY, quote, DAY) == away
    told = Problem("authority.repeated_quotes", Severity.WARNING)
    watched = replace(away, problems=(NOBODY, told))
    assert judged_on(watched, AWAY, quote, DAY).problems == (told, NOBODY)
    assert judged_on(watched, AWAY, quote, CHRISTMAS).problems == (told,)


def test_a_verdict_is_judged_again_for_its_author() -> None:
    """He never decides himself, and what his level may grant asks nobody."""
    leader = AccountManager("m2", "主管", role="L2")
    line = a_line(1, off("18"))
    matrix = replace(MARKET, staff=Staff(PEOPLE))
    verdict = judged(matrix, line, manager=leader)
    again = judged_on(verdict, matrix, a_quote(line, manager=leader), CHRISTMAS)
    assert [one.role for one in again.steps] == ["L3"]
    own = judged(matrix, a_line(1, off("8")), manager=leader)
    assert judged_on(own, matrix, a_quote(line, manager=leader), CHRISTMAS).steps == ()
    borrowed = AccountManager("m2", "主管", role="L1")
    asked = judged(matrix, a_line(1, off("8")), manager=borrowed)
    again = judged_on(asked, matrix, a_quote(manager=borrowed), CHRISTMAS)
    assert [(one.role, one.instead_of) for one in again.steps] == [("L3", "L2")]


def test_what_nobody_may_grant_is_so_on_every_day() -> None:
    """It has no steps."""
    blocked = judged(AWAY, a_line(1, off("50")))
    assert judged_on(blocked, AWAY, a_quote(), CHRISTMAS) is blocked
