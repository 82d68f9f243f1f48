"""A promotion code, from the line of facts to the findings, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.header_edits import set_codes
from app.ui.dialogs.codes_dialog import CodesDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_codes_are_changed_in_the_line_of_facts_and_can_be_undone(hand: Hand) -> None:
    """A code that no rule knows any more is told among the findings until it is taken out."""
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    session.apply("codes", lambda quote: set_codes(quote, ("GONE",)))
    assert "promotion.code_unknown" in {one.code for one in session.worked.revision.priced.problems}
    studio.facts.fact_activated.emit("codes")
    dialog = hand.dialog(CodesDialog)
    assert dialog.typed.text() == "GONE"
    hand.click(dialog.agree)
    assert dialog.isVisible()  # it is not taken
    dialog.typed.clear()
    hand.click(dialog.agree)
    hand.wait_idle()
    assert not session.quote.codes
    assert session.worked.revision.priced.problems == ()
    session.undo()
    assert session.quote.codes == ("GONE",)
