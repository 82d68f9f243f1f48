"""A writer killed at any moment loses nothing that it acknowledged, and leaves nothing half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from app.storage.database import Database
from app.storage.quote_store import QuoteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).with_name("writing_process.py")
ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the writer is forked")


@pytest.fixture
def writers() -> Iterator[subprocess.Popen[str]]:
    """A program that forks writers on demand."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def _kill_a_writer(
    process: subprocess.Popen[str], folder: Path, chance: random.Random
) -> list[int]:
    """Let a writer write, kill it, and give the revisions that it acknowledged."""
    stdin, stdout = _pipes(process)
    stdin.write(f"{folder}\n")
    stdin.flush()
    wanted, writer = chance.randrange(12), 0
    revisions: list[int] = []
    # The writer may acknowledge before its number has been told.
    while not writer or len(revisions) < wanted:
        row = stdout.readline()
        if row.startswith("writer "):
            writer = int(row.removeprefix("writer "))
        else:
            revisions.append(int(row))
    time.sleep(chance.uniform(0, 0.01))
    os.kill(writer, signal.SIGKILL)
    while (row := stdout.readline()) != "dead\n":
        revisions.append(int(row))
    return revisions


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _check(folder: Path, acknowledged: int) -> int:
    """The database is whole and has every acknowledged revision, and at most one more."""
    database = Database.open(folder)
    store = QuoteStore(database)
    assert database.integrity() == ()
    found = 0
    if store.search():
        stored = store.load("q-1")
        found = stored.revision
        assert stored.quote.title == str(found)
        assert [change.revision for change in store.changes("q-1")] == list(range(1, found + 1))
        assert [row.position for row in store.history("q-1")] == list(range(found))
    assert found in {acknowledged, acknowledged + 1}
    database.close()
    return found


def _rounds(writers: subprocess.Popen[str], folder: Path, count: int, seed: int) -> int:
    """Kill ``count`` writers, every fifth time in a new folder; give the edits acknowledged."""
    chance = random.Random(seed)  # noqa: S311 -- moments to kill at, repeatable
    edits = found = 0
    for turn in range(count):
        if turn % 5 == 0:
            found = 0
        place = folder / f"{turn // 5}"
        acknowledged = _kill_a_writer(writers, place, chance)
        edits += len(acknowledged)
        found = _check(place, max(acknowledged, default=found))
    return edits


def test_killed_writer_loses_nothing_acknowledged(
    writers: subprocess.Popen[str], tmp_path: Path
) -> None:
    """20 kills while tables are made and edits are written."""
    assert _rounds(writers, tmp_path, 20, seed=20261123) > 20


@pytest.mark.prove
def test_many_killed_writers_lose_nothing_acknowledged(
    writers: subprocess.Popen[str], tmp_path: Path
) -> None:
    """200 kills, as above."""
    assert _rounds(writers, tmp_path, 200, seed=7) > 200
