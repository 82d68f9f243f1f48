"""Needs and competitors are counted so that nobody can be recognised."""

from __future__ import annotations

import pytest

from app.quoting.customer import Competitor, Customer
from app.quoting.interview import Answer
from app.quoting.market_research import LEAST, OTHERS, Counted, Research, market_research
from app.services.question_bank import load_questions
from tests.builders import a_customer

BANK = load_questions()


def people(industry: str, count: int, *rivals: Competitor, need: str = "") -> list[Customer]:
    """So many customers of an industry with the same competitors and needs."""
    said = (Answer(need, "原话", agreed=True),) if need else ()
    return [
        Customer(
            f"{industry}-{number}",
            f"{industry}客户{number}",
            "SMB",
            industry=industry,
            competitors=rivals,
            interview=said,
        )
        for number in range(count)
    ]


def test_five_share_a_row_and_four_do_not() -> None:
    """At the limit the operator is named with lines and amount; below there is nothing at all."""
    line = Competitor("X通", "固话", 186_40, quantity=2)
    found = market_research(people("hotel", 5, line), BANK)
    assert found.operators == (Counted("hotel", "X通", 5, 10, 190_00),)
    assert found.products == (Counted("hotel", "固话", 5, 10, 190_00),)
    assert market_research(people("hotel", LEAST - 1, line), BANK) == Research()


def test_small_industries_are_put_together_until_they_are_enough() -> None:
    """Two and two are too few, so the smallest of the others joins them."""
    line = Competitor("X通", "固话")
    customers = [
        *people("hotel", 2, line),
        *people("trade", 2, line),
        *people("finance", 5, line),
        *people("education", 9, line),
    ]
    found = market_research(customers, BANK)
    assert [(one.group, one.customers) for one in found.operators] == [
        ("education", 9),
        (OTHERS, 9),
    ]


def test_what_few_have_is_put_together_and_told_without_figures() -> None:
    """Three with Y网 and two with Z网 are five; three alone are “fewer than”."""
    common = people("hotel", 6, Competitor("X通", ""))
    some = [
        *(a_customer_of(f"y{n}", Competitor("Y网", "", 100_00)) for n in range(3)),
        *(a_customer_of(f"z{n}", Competitor("Z网", "", 200_00)) for n in range(2)),
    ]
    found = market_research([*common, *some], BANK).operators
    assert found == (Counted("hotel", "X通", 6, 6), Counted("hotel", OTHERS, 5, 5, 140_00))
    few = market_research([*common, *some[:3]], BANK).operators
    assert few == (Counted("hotel", "X通", 6, 6), Counted("hotel", OTHERS, 0))


def a_customer_of(name: str, rival: Competitor) -> Customer:
    """A hotel with one competitor."""
    return Customer(name, f"某{name}", "SMB", industry="hotel", competitors=(rival,))


def test_an_operator_that_names_a_customer_is_not_named() -> None:
    """Somebody typed a customer's name into it."""
    customers = people("hotel", 6, Competitor("hotel客户3 的宽带", ""))
    assert [one.what for one in market_research(customers, BANK).operators] == [OTHERS]


def test_needs_are_those_of_the_bank_each_once_a_customer() -> None:
    """Two answers that point to one need count once; what was not agreed to does not count."""
    question = next(q for f in BANK.files for q in f.questions if q.need == "one_number")
    customers = people("catering", 5, need=question.id)
    doubled = [
        a_customer(
            industry="catering",
            interview=(Answer(question.id, "好", agreed=True), Answer("catering.busy", "忙")),
        )
    ]
    found = market_research([*customers, *doubled], BANK)
    assert found.needs == (Counted("catering", "one_number", 6),)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_too_few_tell_nothing(count: int) -> None:
    """Nor does an empty list of customers."""
    assert market_research(people("hotel", count, Competitor("X通", "")), BANK) == Research()
