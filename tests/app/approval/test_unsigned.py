"""Decisions on paper that nobody signed: what is written down, what counts, who is refused."""

from __future__ import annotations

from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.gate import hindrances
from app.approval.state import Deed, QuoteState
from app.approval.submitting import submit
from app.approval.unsigned import Paper, decide_on_paper
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, MATRIX, Course, codes, doing, revision
from tests.app.quoting.test_negotiation_ladders import campus

YES = Ruling(Deed.APPROVED)
PAPER = Paper("ab" * 32, HEAD, intact=True)
GENEROUS = replace(MATRIX, unsigned_limit=10**12)


def submitted() -> Course:
    """The campus quote, which waits for the team leader and the department manager."""
    course = Course()
    made = revision(3, campus(3, 0, 5))
    course.do(submit(course.life, made, {}, MATRIX, doing(AUTHOR)), made)
    assert course.life.waiting == ("L2", "L3")
    return course


def test_a_consent_is_noted_and_changes_nothing() -> None:
    """The limit is 0 unless the policy says otherwise: it waits on, and the gate stays closed."""
    course = submitted()
    made = course.frozen["A"]
    life = course.do(decide_on_paper(course.life, made, YES, MATRIX, PAPER, doing(AUTHOR, 1)))
    assert (life.state, life.waiting, life.decisions) == (QuoteState.PENDING, ("L2", "L3"), ())
    assert [(one.decider, one.unsigned) for one in life.noted] == [(HEAD, True)]
    closed = hindrances(life, made, course.frozen, MATRIX, DAY)
    assert [problem.code for problem in closed] == ["release.pending"]


def test_up_to_the_limit_it_counts_while_the_limit_stands() -> None:
    """The gate asks for the limit at every print; a limit lowered later closes it again."""
    course = submitted()
    made = course.frozen["A"]
    life = course.do(decide_on_paper(course.life, made, YES, GENEROUS, PAPER, doing(AUTHOR, 1)))
    assert life.state is QuoteState.APPROVED
    assert hindrances(life, made, course.frozen, GENEROUS, DAY) == ()
    closed = hindrances(life, made, course.frozen, MATRIX, DAY)
    assert [problem.code for problem in closed] == ["release.not_covered"]


def test_the_limit_is_measured_before_anything_is_given_away() -> None:
    """A discount makes no quote small: one fen below the published contract value is too little."""
    course = submitted()
    made = course.frozen["A"]
    worth = made.priced.totals.contract.published_amount
    assert worth > made.priced.totals.contract.net_amount
    for limit, state in ((worth, QuoteState.APPROVED), (worth - 1, QuoteState.PENDING)):
        matrix = replace(MATRIX, unsigned_limit=limit)
        found = decide_on_paper(course.life, made, YES, matrix, PAPER, doing(AUTHOR, 1))
        trial = Course()
        trial.events, trial.frozen = [*course.events], course.frozen
        assert trial.do(found).state is state


def test_an_altered_paper_settles_nothing() -> None:
    """Whatever the limit: the approver saw something else."""
    course = submitted()
    altered = PAPER._replace(intact=False)
    made = course.frozen["A"]
    life = course.do(decide_on_paper(course.life, made, YES, GENEROUS, altered, doing(AUTHOR, 1)))
    assert life.state is QuoteState.PENDING


def test_a_refusal_counts() -> None:
    """It lets nothing pass, so nobody gains from inventing one."""
    course = submitted()
    no = Ruling(Deed.RETURNED, "too cheap")
    answer = decide_on_paper(course.life, course.frozen["A"], no, MATRIX, PAPER, doing(AUTHOR, 1))
    assert course.do(answer).state is QuoteState.IN_PROGRESS


def test_the_author_is_nobody_else_under_another_number() -> None:
    """A name on paper has no key: the author's own name is refused whatever stands beside it."""
    course = submitted()
    myself = PAPER._replace(approver=Person("999", AUTHOR.name, "L4"))
    made = course.frozen["A"]
    answer = decide_on_paper(course.life, made, YES, GENEROUS, myself, doing(AUTHOR, 1))
    assert codes(answer) == ["approval.own_quote"]


def test_nobody_decides_beyond_his_level_on_paper_either() -> None:
    """Another account manager's yes settles nothing that waits for those above him."""
    course = submitted()
    peer = PAPER._replace(approver=Person("102", "吴刚", "L1"))
    made = course.frozen["A"]
    answer = decide_on_paper(course.life, made, YES, GENEROUS, peer, doing(AUTHOR, 1))
    assert codes(answer) == ["approval.beyond_level"]
