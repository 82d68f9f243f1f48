"""Garbage in cycles ends in the window's thread, whichever thread makes objects."""

from __future__ import annotations

import gc
from threading import Thread, get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from app.ui.collecting import THRESHOLDS, Collecting, due

if TYPE_CHECKING:
    from collections.abc import Iterator

YOUNG, MIDDLE, OLD = THRESHOLDS


@pytest.fixture
def collecting(qapp: QObject) -> Iterator[Collecting]:
    """A collector at work; Python's own afterwards."""
    owner = QObject(qapp)
    yield Collecting(owner)
    owner.deleteLater()
    gc.enable()


class Knot:
    """An object in a cycle with itself, which tells where it ends."""

    def __init__(self, ends: list[int]) -> None:
        """Tie the knot."""
        self.itself = self
        self.ends = ends

    def __del__(self) -> None:
        """Tell the thread."""
        self.ends.append(get_ident())


@pytest.mark.usefixtures("collecting")
def test_a_thread_that_makes_many_objects_collects_nothing() -> None:
    """What lies in a cycle may be a widget: it stays, however many objects a thread makes."""
    ends: list[int] = []
    Knot(ends)
    made: list[list[int]] = []
    thread = Thread(target=lambda: made.extend([] for _ in range(3 * YOUNG)))
    thread.start()
    thread.join()
    assert ends == []


def test_the_window_collects_when_it_has_time(collecting: Collecting) -> None:
    """The look that follows so many objects ends the knot, in this thread."""
    ends: list[int] = []
    Knot(ends)
    made = [[n] for n in range(YOUNG + 1)]
    collecting.look()
    assert ends == [get_ident()]
    assert len(made) == YOUNG + 1


def test_nothing_is_searched_below_the_threshold(collecting: Collecting) -> None:
    """A window at rest does not search."""
    gc.collect()
    ends: list[int] = []
    Knot(ends)
    collecting.look()
    assert ends == []


@pytest.mark.parametrize(
    ("counts", "generation"),
    [
        ((YOUNG, MIDDLE + 1, OLD + 1), None),
        ((YOUNG + 1, MIDDLE, OLD), 0),
        ((YOUNG + 1, MIDDLE + 1, OLD), 1),
        ((YOUNG + 1, MIDDLE + 1, OLD + 1), 2),
        ((YOUNG + 1, 0, OLD + 1), 2),
    ],
)
def test_the_oldest_that_passed_is_searched(
    counts: tuple[int, int, int], generation: int | None
) -> None:
    """Older objects are searched less often, and never before the young are due."""
    assert due(counts) == generation
