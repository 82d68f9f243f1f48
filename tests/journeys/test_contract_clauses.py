"""Clauses of the contract, from the line of facts to the verdict, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.dialogs.clauses_dialog import ClausesDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_clauses_are_chosen_in_the_line_of_facts_and_can_be_undone(hand: Hand) -> None:
    """A standard clause needs nobody; a special one raises its flag; undo takes them out again."""
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    needed = {one.id for one in session.worked.revision.verdict.criteria}
    for name, flags in (("data_security", set()), ("payment_45", {"special_clauses"})):
        studio.facts.fact_activated.emit("clauses")
        dialog = hand.dialog(ClausesDialog)
        hand.click(dialog.boxes[name])
        hand.click(dialog.agree)
        hand.wait_idle()
        found = {one.id for one in session.worked.revision.verdict.criteria}
        assert found == needed | flags
    assert [one.id for one in session.quote.clauses] == ["data_security", "payment_45"]
    assert session.worked.revision.clauses == session.quote.clauses
    session.undo()
    session.undo()
    assert session.quote.clauses == ()
