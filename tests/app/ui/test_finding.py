"""Indexes are built beside the window; what takes time comes a little later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.finding import Finder, Indexes
from app.ui.tasks import Tasks
from catalog.search import Found
from tests.app.ui.speaking import speaker
from tests.builders import a_charge, a_content, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Asked:
    """A finder over the sample catalogue, and what it answered later."""

    def __init__(self, tasks: Tasks) -> None:
        """Begin to look in the sample catalogue."""
        self.indexes = Indexes(tasks, speaker())
        self.finder = Finder(self.indexes, tasks)
        self.later: list[Found] = []
        self.finder.answered.connect(self.later.append)
        self.finder.look_in(sample_catalog().content)

    def codes_later(self) -> list[str]:
        """Codes of the last late answer."""
        return [hit.code for hit in self.later[-1].hits] if self.later else []


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Work beside the window, ended after the test."""
    made = Tasks(qapp)
    yield made
    made.shutdown()


@pytest.fixture
def asked(tasks: Tasks) -> Asked:
    """A finder whose index is being built."""
    return Asked(tasks)


def test_what_is_asked_before_the_index_is_there_is_answered_after(
    qtbot: QtBot, tasks: Tasks
) -> None:
    """Only the last question; then answers come at once."""
    asked = Asked(tasks)  # here, because events between fixture and test may bring the index
    assert asked.finder.ask("CRBT") is None
    assert asked.finder.ask("PSTN") is None
    qtbot.waitUntil(lambda: bool(asked.later))
    assert (len(asked.later), asked.codes_later()[0]) == (1, "PSTN")
    found = asked.finder.ask("crbt")
    assert found is not None
    assert found.hits[0].code == "CRBT"


def test_families_are_found_by_their_names(qtbot: QtBot, asked: Asked) -> None:
    """As the window calls them: INET is Internet access."""
    qtbot.waitUntil(lambda: asked.finder.index is not None)
    found = asked.finder.ask("internet access")
    assert found is not None
    assert {"INET"} <= {hit.family for hit in found.hits}


def test_similar_ones_come_after_a_pause(qtbot: QtBot, asked: Asked) -> None:
    """Only where nothing was found, and marked as what they are."""
    qtbot.waitUntil(lambda: asked.finder.index is not None)
    assert asked.finder.ask("MSPT") == Found()
    qtbot.waitUntil(lambda: bool(asked.later))
    assert asked.later[-1].similar
    assert any(code.startswith("MSTP") for code in asked.codes_later())


def test_another_letter_in_the_pause_drops_the_question(qtbot: QtBot, asked: Asked) -> None:
    """What was overtaken or given up is never answered."""
    qtbot.waitUntil(lambda: asked.finder.index is not None)
    asked.finder.ask("MSPT")
    asked.finder.ask("MSTP")
    qtbot.wait(250)
    asked.finder.ask("MSPT")
    asked.finder.forget()
    qtbot.wait(250)
    assert asked.later == []


def test_an_index_is_built_once_for_all_fields(qtbot: QtBot, tasks: Tasks, asked: Asked) -> None:
    """A second field over the same content has the same index, at once."""
    qtbot.waitUntil(lambda: asked.finder.index is not None)
    other = Finder(asked.indexes, tasks)
    other.look_in(sample_catalog().content)
    assert other.index is asked.finder.index


def test_of_many_edits_only_the_last_is_built(qtbot: QtBot, tasks: Tasks) -> None:
    """Contents that came and went while one was built cost nothing."""
    indexes = Indexes(tasks, speaker())
    finder = Finder(indexes, tasks)
    built: list[object] = []
    indexes.built.connect(built.append)
    contents = [a_content(an_offering(a_charge(f"C{number}.RENT"))) for number in range(4)]
    for content in contents:
        finder.look_in(content)
    finder.ask("C3")
    qtbot.waitUntil(lambda: finder.index is not None)
    assert len(built) == 1
    found = finder.ask("C3")
    assert found is not None
    assert [hit.code for hit in found.hits] == ["C3"]
