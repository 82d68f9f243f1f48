"""The decision dialog asks for what an answer needs, and shows what it is about."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from app.approval.deciding import Ruling
from app.approval.difference import differences
from app.approval.granted import Granted
from app.approval.invalidation import reapproval
from app.approval.life import Life
from app.approval.signing.granting import limits_for
from app.approval.state import Deed
from app.services.approvals import Case
from app.services.request_review import Review
from app.ui.dialogs.decision_dialog import DecisionDialog
from app.ui.presenting.decisions import TOLERANCE
from catalog.problem import Problem
from tests.app.approval.quotes import DAY, HEAD, LAST, MATRIX, revision
from tests.app.quoting.test_negotiation_ladders import campus
from tests.app.ui.speaking import speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.ui.page import Surroundings

BEFORE, AFTER = revision(3, campus(2, 0, 5)), revision(3, campus(3, 3, 10), "B")
ASKED = reapproval(AFTER, [Granted(BEFORE, HEAD, LAST, ("L3",))], MATRIX, DAY)
CASE = Case(AFTER, BEFORE, differences(BEFORE, AFTER), ASKED.worse, Life(waiting=("L2", "L3")), ())


class Around:
    """Surroundings that only speak."""

    def __init__(self) -> None:
        self.speaker = speaker()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """What the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def dialog_of(window: QWidget, *, may_decide: bool = True) -> tuple[DecisionDialog, list[Ruling]]:
    """The dialog, and what it answers."""
    around = cast("Surroundings", Around())  # the dialog uses nothing else
    dialog = DecisionDialog(around, CASE, window, may_decide=may_decide)
    found: list[Ruling] = []
    dialog.ruled.connect(found.append)
    return dialog, found


def choose(dialog: DecisionDialog, deed: Deed) -> None:
    """Take another answer."""
    dialog.answer.choice.set_current(deed.value)
    dialog.answer.choice.chosen.emit(deed.value)


def test_an_approval_needs_no_words(window: QWidget) -> None:
    """A remark may be written all the same."""
    dialog, found = dialog_of(window)
    dialog.answer.words.setText("可以")
    dialog.agree.click()
    assert found == [Ruling(Deed.APPROVED, reason="可以")]


@pytest.mark.parametrize("deed", [Deed.RETURNED, Deed.REJECTED, Deed.APPROVED_WITH_CONDITIONS])
def test_other_answers_need_words(window: QWidget, deed: Deed) -> None:
    """Without them the button is off, and Enter does nothing."""
    dialog, found = dialog_of(window)
    choose(dialog, deed)
    assert not dialog.agree.isEnabled()
    dialog.accept()
    assert found == []
    dialog.answer.words.setText(" 毛利太低 ; 预付； ")
    dialog.agree.click()
    (ruling,) = found
    if deed is Deed.APPROVED_WITH_CONDITIONS:
        assert (ruling.conditions, ruling.reason) == (("毛利太低", "预付"), "")
    else:
        assert (ruling.conditions, ruling.reason) == ((), "毛利太低 ; 预付；")


def test_who_may_not_decide_only_looks(window: QWidget) -> None:
    """No answer, one button."""
    dialog, _ = dialog_of(window, may_decide=False)
    assert dialog.agree.isHidden()
    assert dialog.answer.isHidden()


def test_what_got_worse_stands_first_with_both_values(window: QWidget) -> None:
    """Two free months have become three; what differs has a table of its own."""
    dialog, _ = dialog_of(window)
    model = dialog.criteria.model()
    last = model.columnCount() - 1
    texts = [str(model.index(row, last).data()) for row in range(model.rowCount())]
    worse = [text for text in texts if text]
    assert "2 months → 3 months" in worse
    assert "5% → 10%" in worse
    assert texts[: len(worse)] == worse
    assert dialog.changes.model().rowCount() == len(
        [row for row in CASE.rows if row.part != "measure"]
    )


def test_tolerances_and_the_last_day_go_into_the_answer(window: QWidget) -> None:
    """Two months may be added, the margin may fall by two; it holds a day less than the quote."""
    dialog, found = dialog_of(window)
    for criterion, typed in (("free_months", "2"), ("margin", "2 %"), ("guided_discount", "-1")):
        dialog.criteria.cell_edited.emit(criterion, TOLERANCE, typed)
    assert not dialog.agree.isHidden()
    day = AFTER.quote.valid_until - timedelta(days=1)
    dialog.answer.until.setDate(QDate(day.year, day.month, day.day))
    dialog.agree.click()
    (ruling,) = found
    assert ruling.tolerances == {"free_months": Decimal(2), "margin": Decimal(2)}
    assert ruling.until == day


def test_what_would_be_signed_stands_beside_each_criterion(window: QWidget) -> None:
    """Three free months, and with two tolerated five."""
    around = cast("Surroundings", Around())
    dialog = DecisionDialog(
        around,
        CASE,
        window,
        may_decide=True,
        grants=lambda typed: limits_for(AFTER.verdict, MATRIX, typed),
    )

    def granted() -> str:
        assert dialog.criteria.set_current("free_months", TOLERANCE + 1)
        return str(dialog.criteria.currentIndex().data())

    assert granted() == "3 months"
    dialog.criteria.cell_edited.emit("free_months", TOLERANCE, "2")
    assert granted() == "5 months"


def test_differences_are_seen_before_anything_is_signed(window: QWidget) -> None:
    """Priced again with another figure: the button waits for the box; without it nothing waits."""
    around = cast("Surroundings", Around())
    finding = Problem("request.figures_differ", parameters={"count": "2"})
    for review, waits in (
        (Review(BEFORE, (finding,), CASE.rows), True),
        (Review(AFTER, (), ()), False),
    ):
        dialog = DecisionDialog(around, CASE, window, may_decide=True, review=review)
        assert dialog.agree.isEnabled() is not waits
        assert dialog.seen.isHidden() is not waits
        assert ("2" in dialog.told.text()) is waits
        dialog.seen.setChecked(True)
        assert dialog.agree.isEnabled()
