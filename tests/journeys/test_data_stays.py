"""What is known of customers is in the user's data and papers, and nowhere else on the computer."""

from __future__ import annotations

import tempfile
import threading
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from app.quoting.header_edits import set_title
from app.ui.dialogs.crash_dialog import CrashDialog, catch_crashes, show_crash
from tests.journeys.steps import add, begin_quote
from tests.journeys.test_kept_papers import write

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand

MARK = "CANARYCUSTOMER"


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A temporary folder and a home of the test's own, which are empty."""
    temporary, home = tmp_path / "temporary", tmp_path / "home"
    temporary.mkdir()
    home.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("HOME", str(home))
    return temporary, home


def test_nothing_of_a_customer_is_logged_reported_or_left_behind(
    rooms: tuple[Path, Path],
    hand: Hand,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """After a quote with its papers and two crashes whose failures name the customer."""
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    catch_crashes(hand.window)
    crashed = hand.window.around.tasks.crashed
    crashed.connect(lambda failure: show_crash(failure, hand.window))
    session = begin_quote(hand)
    workspace = hand.window.workspace
    assert workspace is not None
    customer, bills = workspace.customers.load(session.quote.customer)
    marked = msgspec.structs.replace(customer, notes=MARK)
    workspace.customers.save(marked, bills, now=hand.window.around.clock())
    session.apply("title", lambda quote: set_title(quote, MARK))
    add(hand, "c1-l")
    papers = write(hand, ("quotation", "approval"))

    def fail(_task: object) -> None:
        raise LookupError(MARK)

    hand.window.around.tasks.run(fail, lambda _nothing: None)
    dialog = hand.dialog(CrashDialog)
    hand.wait_idle()
    assert "LookupError" in dialog.report
    dialog.copy()
    assert MARK not in QApplication.clipboard().text()
    dialog.accept()
    thread = threading.Thread(target=fail, args=(None,))
    thread.start()
    thread.join()
    second = hand.dialog(CrashDialog)
    assert MARK not in second.report
    second.accept()
    hand.window.close()
    told = capfd.readouterr()
    assert told.err.count("LookupError") == 2
    assert MARK not in told.err + told.out
    left = [file for room in rooms for file in room.rglob("*") if file.is_file()]
    assert left == []
    holding = {
        file.name for file in profile.rglob("*") if file.is_file() and _holds(file, MARK.encode())
    }
    assert holding <= {"quotewright.db"} | {paper.name for paper in papers}
    assert list(profile.rglob("*.log")) == []


def _holds(file: Path, mark: bytes) -> bool:
    return mark in file.read_bytes()
