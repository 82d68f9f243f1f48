"""The dialog of papers: everything is offered, what has nothing to show cannot be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.services.issue_documents import PaperKind
from app.ui.dialogs.issue_dialog import IssueDialog
from tests.app.ui.speaking import speaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it must outlive it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(window: QWidget) -> IssueDialog:
    """Open on a Chinese quote of a customer without bills."""
    possible = [kind for kind in PaperKind if kind is not PaperKind.BILL_ANALYSIS]
    opened = IssueDialog(tuple(PaperKind), possible, "zh", speaker(), window)
    opened.open()
    return opened


def test_every_paper_is_offered_and_chosen_where_it_has_something_to_show(
    dialog: IssueDialog,
) -> None:
    """The bill analysis is there, says why not, and is not chosen."""
    assert set(dialog.boxes) == set(PaperKind)
    assert not dialog.boxes["bill_analysis"].isEnabled()
    assert dialog.boxes["bill_analysis"].toolTip()
    assert dialog.kinds() == tuple(kind for kind in PaperKind if kind != "bill_analysis")


def test_every_paper_has_a_name_of_its_own(dialog: IssueDialog) -> None:
    """No identifier reaches the screen."""
    names = {box.text() for box in dialog.boxes.values()}
    assert len(names) == len(PaperKind)
    assert not names & set(PaperKind)


def test_language_is_the_quotes_until_another_is_chosen(dialog: IssueDialog) -> None:
    """Chinese, English, or each paper twice."""
    assert dialog.languages() == ("zh",)
    dialog.choose_languages(("zh", "en"))
    assert dialog.languages() == ("zh", "en")


def test_nothing_chosen_is_nothing_to_write(dialog: IssueDialog) -> None:
    """The button waits for a paper."""
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.agree.isEnabled()
    dialog.boxes["quotation"].setChecked(True)
    assert dialog.agree.isEnabled()
    assert dialog.kinds() == ("quotation",)
