"""Limits and people in the real window: edited, tried, published from a day on, and read-only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication

from app.quoting.header_edits import set_price_date
from app.services.workspace import Workspace
from app.ui.dialogs.authority_dialogs import AuthorityTrialDialog, PublishAuthorityDialog
from tests.app.services.test_signed_exchange import installed
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.authority_session import AuthoritySession
    from app.ui.hand import Hand
    from app.ui.pages.authority.authority_page import AuthorityPage

KINDERGARTEN = "Q0001"
"""Its contract is worth 8 016.00."""
VALUE_ROW, L1 = 7, 6
"""Where the limit of the contract value of the lowest level stands."""


def limits_of(hand: Hand) -> AuthorityPage:
    """Go to limits and people, from the approvals."""
    hand.shortcut(Qt.Key.Key_4)
    hand.wait_idle()
    hand.click(hand.window.approvals.limits)
    hand.wait_idle()
    page = hand.window.pages.limits.page
    assert page.isVisible()
    return page


def type_cell(
    hand: Hand, page: AuthorityPage, table: str, cell: tuple[int, int], text: str
) -> None:
    """Type into a cell of a table; Enter takes it."""
    rows = page.tables[table].rows
    rows.setFocus()
    rows.setCurrentCell(*cell)
    hand.enter(text[0], rows)  # opens the editor of the cell
    hand.enter(text[1:])
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def unread(page: AuthorityPage, table: str) -> bool:
    """Whether rows of a table have no reading."""
    return page.tables[table].wrong is not None


def session_of(page: AuthorityPage) -> AuthoritySession:
    """What is shown."""
    assert page.desk.session is not None
    return page.desk.session


def codes(page: AuthorityPage) -> list[str]:
    """Codes of the findings."""
    return [problem.code for problem in session_of(page).problems]


def kept(hand: Hand, page: AuthorityPage) -> None:
    """Wait until every edit is stored."""
    keeper = session_of(page).keeper
    assert keeper is not None
    hand.wait_for(lambda: not keeper.pending, "edits to be stored")


def publish(hand: Hand, page: AuthorityPage, day: date) -> None:
    """Publish what is edited from a day on."""
    kept(hand, page)
    hand.click(page.bar.publish)
    dialog = hand.dialog(PublishAuthorityDialog)
    dialog.day.setDate(QDate(day.year, day.month, day.day))
    dialog.note.setText("下调客户经理的合同总额")
    hand.wait_for(lambda: dialog.view.run is not None, "the trial")
    assert dialog.changes.model().rowCount() == 1
    hand.click(dialog.agree)
    hand.wait_for(lambda: not page.desk.is_draft and page.desk.session is not None, "publishing")
    hand.wait_idle()


def level_on(hand: Hand, day: date) -> str:
    """Whom the kindergarten's quote needs with the prices of a day, in the studio."""
    session = open_quote(hand, KINDERGARTEN)
    session.apply("price_date", lambda quote: set_price_date(quote, day))
    return session.worked.revision.verdict.level


def test_a_lower_limit_holds_from_its_day_on(hand: Hand) -> None:
    """8 016.00 is within 100 000 and beyond 8 000: on the eve the former limits still hold."""
    first = hand.window.around.clock().date() + timedelta(days=3)
    eve = first - timedelta(days=1)
    assert level_on(hand, first) == "L1"
    page = limits_of(hand)
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8000")
    assert session_of(page).content.written.criteria[VALUE_ROW].limits[0] == "8000"
    publish(hand, page, first)
    assert level_on(hand, eve) == "L1"
    assert level_on(hand, first) == "L2"
    page = limits_of(hand)
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8001")
    publish(hand, page, eve)
    assert level_on(hand, eve) == "L2"
    page = limits_of(hand)
    page.show_tab("published")
    hand.wait_idle()
    assert page.history.table.model().rowCount() == 2
    assert page.history.changes.model().rowCount() == 1


def test_what_would_change_is_told_before_publishing(hand: Hand) -> None:
    """Two of the five open quotes are beyond 8 000 and were within the author's own authority."""
    page = limits_of(hand)
    assert not page.bar.trial.isEnabled()
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8000")
    hand.click(page.bar.trial)
    dialog = hand.dialog(AuthorityTrialDialog)
    hand.wait_for(lambda: dialog.view.run is not None, "the trial")
    assert dialog.view.outcome.text().startswith("5 份未结报价中，有 2 份")
    hand.click(dialog.agree)


def test_edits_are_undone_and_come_back(open_window: Callable[[Path], Hand], profile: Path) -> None:
    """With Ctrl+Z, also of a block pasted from a spreadsheet, and after a restart."""
    hand = open_window(profile)
    page = limits_of(hand)
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8000")
    rows = page.tables["limits"].rows
    rows.setFocus()
    rows.setCurrentCell(0, L1)
    QGuiApplication.clipboard().setText("1\tL1 + 1\n0\t2\n")
    rows.paste(QGuiApplication.clipboard().text())
    criteria = session_of(page).content.written.criteria
    assert [one.limits[:2] for one in criteria[:2]] == [("1", "L1 + 1"), ("0", "2")]
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    criteria = session_of(page).content.written.criteria
    assert [one.limits[:2] for one in criteria[:2]] == [("5", "10"), ("0", "5")]
    assert rows.rows()[0][L1 : L1 + 2] == ("5", "10")
    kept(hand, page)
    hand.window.close()
    again = open_window(profile)
    page = limits_of(again)
    assert session_of(page).content.written.criteria[VALUE_ROW].limits[0] == "8000"
    assert session_of(page).can_redo


def test_nothing_is_published_while_a_finding_stands(hand: Hand) -> None:
    """A role without limits, somebody who stands in for himself, a limit that falls."""
    page = limits_of(hand)
    page.show_tab("people")
    type_cell(hand, page, "limits", (0, L1 + 1), "3")
    assert codes(page) == ["authority.limits_fall"]
    people = page.tables["people"].rows
    people.setCurrentCell(0, 2)
    people.paste("L9\n")
    absences = page.tables["absences"].rows
    absences.setCurrentCell(0, 0)
    absences.paste("M102\t2026-12-01\t2026-12-05\tM102\n")
    assert codes(page) == [
        "authority.limits_fall",
        "authority.role_without_limits",
        "authority.own_deputy",
    ]
    assert not page.bar.publish.isEnabled()
    for _ in range(2):
        hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert codes(page) == ["authority.limits_fall"]
    assert not page.bar.publish.isEnabled()
    type_cell(hand, page, "limits", (0, L1 + 1), "L1 + 1")
    assert codes(page) == []
    assert page.bar.publish.isEnabled()


def test_a_day_without_a_reading_is_told_and_taken_back(hand: Hand) -> None:
    """The rows stay as typed, nothing of them counts, and Ctrl+Z takes them away."""
    page = limits_of(hand)
    page.show_tab("people")
    table = page.tables["absences"]
    table.rows.setCurrentCell(0, 0)
    table.rows.paste("M102\tsoon\t2026-12-05\n")
    assert unread(page, "absences")
    assert session_of(page).content.staff.absences == ()
    page.undo()
    assert not unread(page, "absences")
    assert table.rows.rows() == ()


def test_limits_go_out_and_come_back_as_a_file(hand: Hand, tmp_path: Path) -> None:
    """What was written is taken into the draft; a file of another kind changes nothing."""
    page = limits_of(hand)
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8000")
    path = tmp_path / "limits.toml"
    page.desk.export(str(path))
    page.undo()
    page.desk.bring(str(path))
    assert session_of(page).content.written.criteria[VALUE_ROW].limits[0] == "8000"
    assert page.tables["limits"].rows.rows()[VALUE_ROW][L1] == "8000"


def test_with_an_organisation_it_is_read_only(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Its number and last day are told, its people shown, and nothing can be typed."""
    workspace = Workspace.open(profile)
    installed(workspace, 3)
    workspace.close()
    hand = open_window(profile)
    page = limits_of(hand)
    assert "第 3 号" in page.notice.text()
    assert "2027-06-30" in page.notice.text()
    assert [row[0] for row in page.tables["people"].rows.rows()] == ["M001", "M102"]
    for button in (page.bar.publish, page.bar.trial, page.bar.bring, page.bar.undo):
        assert not button.isVisible()
    type_cell(hand, page, "limits", (VALUE_ROW, L1), "8000")
    rows = page.tables["limits"].rows
    rows.setCurrentCell(VALUE_ROW, L1)
    rows.paste("7000\n")
    assert not page.desk.is_draft
    assert rows.rows()[VALUE_ROW][L1] == "100000"
