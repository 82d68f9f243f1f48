"""Edits reach the store at once, in order, and are tried again when it fails."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.errors import QuotewrightError, StorageError
from app.quoting import header_edits
from app.services.import_sample import import_sample
from app.services.quote_library import history_of, open_quote
from app.services.workspace import Workspace
from app.ui import keeping
from app.ui.keeping import EditKept, Keeper, MoveKept
from tests.sample import QUOTE_DAY, revision_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.quoting.revision import Revision

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with the sample data."""
    opened = Workspace.open(tmp_path / "profile")
    import_sample(opened, today=QUOTE_DAY, now=NOW)
    yield opened
    opened.close()


def term(workspace: Workspace, months: int) -> Revision:
    """Case one with another term."""
    return revision_of(1, header_edits.set_term(open_quote(workspace, "Q0001").quote, months))


def test_edits_and_moves_are_stored_in_order(workspace: Workspace, qtbot: QtBot) -> None:
    """Two edits and an undo leave the first edit as the quote, both in the history."""
    keeper = Keeper(workspace, "Q0001", open_quote(workspace, "Q0001").revision)
    with qtbot.waitSignal(keeper.kept):
        for months in (24, 36):
            keeper.keep(EditKept(term(workspace, months), "term", ""))
        keeper.keep(MoveKept(1))
        qtbot.waitUntil(lambda: not keeper.pending)
    assert keeper.close()
    assert open_quote(workspace, "Q0001").quote.term == 24
    assert [step.quote.term for step in history_of(workspace, "Q0001")] == [12, 24, 36]
    row = next(row for row in workspace.quotes.search("") if row.id == "Q0001")
    assert (row.monthly, row.contract) == (668_00, 16_032_00)


def test_a_failing_store_is_tried_again(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edit stays in memory, the failure is told, and the second try stores it."""
    monkeypatch.setattr(keeping, "_RETRY_SECONDS", 0.01)
    store = workspace.quotes.commit_edit
    failures: list[int] = []

    def once_failing(*given: object, **named: object) -> int:
        if not failures:
            failures.append(1)
            raise StorageError(reason="disk full")
        return store(*given, **named)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(workspace.quotes, "commit_edit", once_failing)
    keeper = Keeper(workspace, "Q0001", open_quote(workspace, "Q0001").revision)
    told: list[QuotewrightError] = []
    keeper.failing.connect(told.append)
    with qtbot.waitSignal(keeper.kept):
        keeper.keep(EditKept(term(workspace, 24), "term", ""))
    assert keeper.close()
    assert [failure.parameters for failure in told] == [{"reason": "disk full"}]
    assert open_quote(workspace, "Q0001").quote.term == 24


def test_what_cannot_be_stored_now_stays_to_be_stored(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked to store at once it says that it could not, and goes on; later it can."""
    keeper = Keeper(workspace, "Q0001", open_quote(workspace, "Q0001").revision)
    with monkeypatch.context() as broken:
        broken.setattr(workspace.quotes, "commit_edit", lambda *_given, **_named: 1 // 0)
        keeper.keep(EditKept(term(workspace, 24), "term", ""))
        assert not keeper.store()
        assert keeper.pending == 1
    assert keeper.store()
    assert keeper.pending == 0
    assert open_quote(workspace, "Q0001").quote.term == 24
    assert keeper.close()


def test_an_edit_made_elsewhere_is_not_overwritten(workspace: Workspace, qtbot: QtBot) -> None:
    """A stale revision is told, and what the other window stored stays."""
    revision = open_quote(workspace, "Q0001").revision
    first = Keeper(workspace, "Q0001", revision)
    with qtbot.waitSignal(first.kept):
        first.keep(EditKept(term(workspace, 24), "term", ""))
    assert first.close()
    second = Keeper(workspace, "Q0001", revision)
    with qtbot.waitSignal(second.failing):
        second.keep(EditKept(term(workspace, 36), "term", ""))
    assert not second.close()
    assert open_quote(workspace, "Q0001").quote.term == 24
