"""Findings can be read, opened and cured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.problem_list import Cure, ProblemList, ProblemRow, _ProblemView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PROBLEMS = (
    ProblemRow("p1", "blocking", "没有客户名称", "第 3 行", (Cure("fill", "填写"),)),
    ProblemRow("p2", "advice", "再加 1 个节点"),
)


@pytest.fixture
def problems(qtbot: QtBot) -> ProblemList:
    """A shown list of two findings."""
    made = ProblemList("提醒", "没有问题")
    qtbot.addWidget(made)
    made.set_problems(PROBLEMS)
    made.show()
    return made


def views(problems: ProblemList) -> list[_ProblemView]:
    """Return the findings from top to bottom."""
    return [view for view in problems.findChildren(_ProblemView) if view.parent() is problems]


def test_findings_stand_in_the_order_given(problems: ProblemList) -> None:
    """The gravest first is the page's business."""
    assert [view.problem.key for view in views(problems)] == ["p1", "p2"]
    assert views(problems)[0].accessibleName() == "没有客户名称，第 3 行"


def test_a_cure_is_asked_for(qtbot: QtBot, problems: ProblemList) -> None:
    """With the finding it belongs to."""
    with qtbot.waitSignal(problems.cure_requested) as asked:
        problems.findChildren(QPushButton)[0].click()
    assert asked.args == ["p1", "fill"]


def test_a_click_and_space_open_a_finding(problems: ProblemList) -> None:
    """Where it is, is the page's business."""
    opened: list[str] = []
    problems.opened.connect(opened.append)
    QTest.mouseClick(views(problems)[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(views(problems)[0], Qt.Key.Key_Space)
    assert opened == ["p2", "p1"]


def test_enter_asks_for_the_first_cure(problems: ProblemList) -> None:
    """A screen reader says which one that is."""
    entered: list[str] = []
    problems.entered.connect(entered.append)
    QTest.keyClick(views(problems)[0], Qt.Key.Key_Return)
    assert entered == ["p1"]
    assert "填写" in views(problems)[0].accessibleDescription()
    assert views(problems)[1].accessibleDescription() == ""


def test_a_finding_is_rewritten_where_it_stands(problems: ProblemList) -> None:
    """Other words, another detail, other cures: the widgets and the keyboard stay."""
    before = views(problems)
    button = before[0].findChildren(QPushButton)[0]
    two = (Cure("ask", "询问"), Cure("drop", "删除"))
    problems.set_problems((ProblemRow("p1", "warning", "没有名称", "", two), PROBLEMS[1]))
    assert views(problems) == before
    assert before[0].accessibleName() == "没有名称"
    assert [b.text() for b in before[0].findChildren(QPushButton)] == ["询问", "删除"]
    assert before[0].findChildren(QPushButton)[0] is button
    asked: list[tuple[str, str]] = []
    problems.cure_requested.connect(lambda key, cure: asked.append((key, cure)))
    button.click()
    assert asked == [("p1", "ask")]
    problems.set_problems((ProblemRow("p1", "warning", "没有名称"), PROBLEMS[1]))
    assert not [b for b in before[0].findChildren(QPushButton) if b.isVisible()]


def test_rows_are_used_for_other_findings(problems: ProblemList) -> None:
    """Building a row takes milliseconds: fewer hide what is too many, more take it back."""
    before = views(problems)
    before[0].clearFocus()  # the keyboard is in no finding
    rules = [part for part in problems.findChildren(QFrame) if part.property("role") == "rule"]
    problems.set_problems((ProblemRow("other", "blocking", "已到期"),))
    assert views(problems) == before
    assert [view.isVisible() for view in before] == [True, False]
    assert [rule.isVisible() for rule in rules] == [False]
    assert before[0].accessibleName() == "已到期"
    problems.set_problems(())
    assert not any(view.isVisible() for view in before)
    problems.set_problems(PROBLEMS)
    assert views(problems) == before
    assert all(part.isVisible() for part in (*before, *rules))
    assert [view.problem.key for view in before] == ["p1", "p2"]


def test_the_keyboard_is_never_handed_to_another_finding(problems: ProblemList) -> None:
    """A key that was meant for one must not put another right."""
    before = views(problems)
    problems.activateWindow()
    problems.take_keyboard()
    assert before[0].hasFocus()
    problems.set_problems((ProblemRow("other", "blocking", "已到期"),))
    assert not any(view in before for view in views(problems))
    assert not any(view.hasFocus() for view in views(problems))


def test_equal_findings_are_not_rebuilt(problems: ProblemList) -> None:
    """The list is told at every keystroke."""
    before = views(problems)
    problems.set_problems(tuple(PROBLEMS))
    assert views(problems) == before


def test_nothing_found_is_said(problems: ProblemList) -> None:
    """An empty card would look broken."""
    problems.set_problems(())
    labels = [label for label in problems.findChildren(QLabel) if label.parent() is problems]
    assert [label.text() for label in labels] == ["没有问题"]


def test_beyond_forty_the_rest_is_counted(problems: ProblemList) -> None:
    """Hundreds of rows would make the window slow and help nobody."""
    many = tuple(ProblemRow(f"p{number}", "warning", "x") for number in range(45))
    problems.set_problems(many)
    assert len(views(problems)) == 40
    assert "and 5 more" in [label.text() for label in problems.findChildren(QLabel)]


def test_a_longer_text_has_the_room_that_it_needs(qtbot: QtBot) -> None:
    """The same finding with more to say: no line of it is cut."""
    page = QWidget()
    column = QVBoxLayout(page)
    problems = ProblemList("Findings", "none")
    column.addWidget(problems)
    column.addStretch()
    page.resize(300, 600)
    qtbot.addWidget(page)
    page.show()
    words = "lines that are to be cancelled are left out of the offer"
    for times in (1, 3):
        problems.set_problems((ProblemRow("k", "advice", " ".join([words] * times), "cure"),))
        qtbot.wait(10)
        (label,) = [one for one in problems.findChildren(QLabel) if words in one.text()]
        assert label.height() >= label.heightForWidth(label.width())
