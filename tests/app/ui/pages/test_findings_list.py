"""Findings that stay are not built again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.pages.studio.findings_list import FindingsList
from app.ui.widgets.problem_list import Cure, ProblemList, ProblemRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def finding(key: str, text: str = "") -> ProblemRow:
    """A finding with a cure."""
    return ProblemRow(key, "warning", text or key, cures=(Cure("cure", "beheben"),))


def test_only_new_findings_are_built(qtbot: QtBot) -> None:
    """A typed digit changes one finding of many; the others keep their widgets."""
    shown = FindingsList("提醒", "nothing")
    qtbot.addWidget(shown)
    shown.set_problems((finding("a"), finding("b"), finding("c")))
    before = dict(shown._kept)
    shown.set_problems((finding("c"), finding("a", "anders"), finding("d")), rest=2)
    assert list(shown._kept) == ["a", "c", "d"]
    assert shown._kept["a"] is before["a"]
    assert shown._kept["c"] is before["c"]
    assert [shown._column.indexOf(shown._kept[key]) for key in ("c", "a", "d")] == [0, 1, 2]


def test_a_cure_is_asked_for_by_its_finding(qtbot: QtBot) -> None:
    """The key travels with the cure."""
    shown = FindingsList("提醒", "nothing")
    qtbot.addWidget(shown)
    shown.set_problems((finding("a"),))
    asked: list[tuple[str, str]] = []
    shown.cure_requested.connect(lambda key, cure: asked.append((key, cure)))
    part = shown._kept["a"]
    assert isinstance(part, ProblemList)
    part.cure_requested.emit("a", "cure")
    assert asked == [("a", "cure")]
