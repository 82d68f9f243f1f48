"""The whole table of a quote's life, as the field writes it: what each step does in each state."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.approval.event import Event
from app.approval.life import Life, after
from app.approval.state import (
    CONFIRMATIONS,
    CONSENTS,
    REFUSALS,
    RELEASED,
    TRANSITIONS,
    Deed,
    QuoteState,
)
from tests.app.approval.quotes import DAY, HEAD, NOON

COLUMNS = "in_progress pending approved sent accepted declined expired cancelled contracted"
TABLE = """
submitted                 pending      .            pending      pending      .            .            pending      .          .
within_own                .            approved     .            .            .            .            .            .          .
carried_over              .            approved     .            .            .            .            .            .          .
approved                  .            approved     .            .            .            .            .            .          .
approved_with_conditions  .            approved     .            .            .            .            .            .          .
filed                     .            approved     .            .            .            .            .            .          .
fast_tracked              .            approved     .            .            .            .            .            .          .
recalled                  .            in_progress  .            .            .            .            .            .          .
returned                  .            in_progress  .            .            .            .            .            .          .
rejected                  .            in_progress  .            .            .            .            .            .          .
revised                   .            .            in_progress  in_progress  in_progress  in_progress  in_progress  .          .
sent                      .            .            sent         .            .            .            .            .          .
accepted                  .            .            .            accepted     .            .            .            .          .
declined                  .            .            .            declined     .            .            .            .          .
contracted                .            .            .            .            contracted   .            .            .          .
issued                    .            .            approved     sent         accepted     .            .            .          contracted
cancelled                 cancelled    cancelled    cancelled    cancelled    cancelled    cancelled    cancelled    .          .
"""  # noqa: E501 (a table is read by its columns)
"""A row for each step, a column for each state; a dot where it is not possible."""
STEPS = {
    (state, words[0]): words[1 + place]
    for words in (row.split() for row in TABLE.strip().splitlines())
    for place, state in enumerate(COLUMNS.split())
}


def in_state(name: str) -> Life:
    """A life in a state; one that has expired was approved until the day before."""
    if name == "expired":
        return Life(state=QuoteState.APPROVED, until=DAY - timedelta(days=1))
    return Life(state=QuoteState(name))


def test_the_table_is_whole() -> None:
    """Every state is a column, every step a row."""
    assert set(COLUMNS.split()) == {state.value for state in QuoteState}
    assert {deed for _, deed in STEPS} == {deed.value for deed in Deed}
    written = {(state, deed): to for state, row in TRANSITIONS.items() for deed, to in row.items()}
    assert written == {place: to for place, to in STEPS.items() if to != "."}


@pytest.mark.parametrize("state", COLUMNS.split())
def test_each_step_leads_where_the_table_says(state: str) -> None:
    """What the table does not have is not possible; and in a log it changes nothing."""
    life = in_state(state)
    assert life.on(DAY).value == state
    possible = {deed.value for deed in life.possible(DAY)}
    assert possible == {deed for deed in Deed if STEPS[state, deed] != "."}
    for deed in Deed:
        expected = STEPS[state, deed]
        left = after(life, Event("Q1", deed, HEAD, NOON, "op", roles=("L1",)))
        if expected != ".":
            assert left.state.value == expected, deed
        elif state != "expired":  # a log may hold what was done in time
            assert left == life, deed


@pytest.mark.parametrize(
    ("deed", "left"),
    [
        ("approved", ""),
        ("approved_with_conditions", ""),
        ("filed", ""),
        ("returned", "in_progress"),
        ("rejected", "in_progress"),
    ],
)
@pytest.mark.parametrize("state", ["approved", "sent", "accepted", "contracted"])
def test_a_word_is_confirmed_or_taken_back_wherever_the_quote_stands(
    state: str, deed: str, left: str
) -> None:
    """A consent leaves it where it is; a refusal sends it back."""
    life = Life(state=QuoteState(state), to_confirm=DAY, named=HEAD, owed=True)
    assert Deed(deed) in life.possible(DAY)
    found = after(life, Event("Q1", Deed(deed), HEAD, NOON, "op", roles=("L1",)))
    assert found.state.value == (left or state)


def test_what_counts_as_a_consent_a_refusal_and_released() -> None:
    """Three ways to say yes, two to say no, four states whose papers are final."""
    assert [deed.value for deed in CONSENTS] == ["approved", "approved_with_conditions", "filed"]
    assert [deed.value for deed in REFUSALS] == ["returned", "rejected"]
    assert {state.value for state in RELEASED} == {"approved", "sent", "accepted", "contracted"}
    assert set(CONFIRMATIONS) == {*CONSENTS, *REFUSALS}
