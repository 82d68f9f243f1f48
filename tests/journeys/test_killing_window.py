"""The real window, killed at any moment, loses nothing stored and leaves nothing half written."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pytest

from app.services.quote_library import history_of, open_quote
from app.services.workspace import Workspace
from tests.journeys.window_process import QUOTE_ID, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).with_name("window_process.py")
ROOT = Path(__file__).resolve().parents[2]
ROUNDS_OF_A_PROFILE = 10
_SHORT, _LONGEST = 0.8, 3.0
"""Seconds within which a worker is killed; papers take longer than edits."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the worker is forked")


class Told(NamedTuple):
    """What a worker said before it was killed.

    Attributes:
        open: The quotes that may be stored: the last one acknowledged, and those handed in since.
        edits: How many edits were handed in.
        papers: Digests of the papers that were said to be written.
    """

    open: tuple[str, ...]
    edits: int
    papers: frozenset[str]


class Kills(NamedTuple):
    """How many windows are killed, or were.

    Attributes:
        windows: Windows, at least.
        edits: Edits that were handed in.
        papers: Papers that were said to be written, at least.
        seed: Of the moments to kill at.
    """

    windows: int
    edits: int = 0
    papers: int = 0
    seed: int = 0


@pytest.fixture
def workers() -> Iterator[subprocess.Popen[str]]:
    """A program that forks workers on demand."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def _kill_a_worker(
    process: subprocess.Popen[str], folder: Path, before: str, chance: random.Random
) -> Told:
    """Let a worker work, kill it, and give what it said."""
    assert process.stdin is not None
    assert process.stdout is not None
    number = chance.randrange(10**6)
    process.stdin.write(f"{folder} {number}\n")
    process.stdin.flush()
    worker = 0
    rows: list[str] = []
    opened = chance.random() > 0.1  # every tenth is killed while it opens
    while not worker or (opened and not rows):
        row = process.stdout.readline().strip()
        if row.startswith("worker "):
            worker = int(row.removeprefix("worker "))
        else:
            rows.append(row)
    time.sleep(chance.uniform(0, _LONGEST if number % 2 else _SHORT))
    os.kill(worker, signal.SIGKILL)
    while (row := process.stdout.readline().strip()) != "dead":
        rows.append(row)
    assert [row for row in rows if row.startswith("bug ")] == []
    return _told(before, rows)


def _told(before: str, rows: list[str]) -> Told:
    possible, edits, papers = [before], 0, set()
    for row in rows:
        kind, value = row.split(" ")[:2]
        if kind == "made":
            possible.append(value)
            edits += 1
        elif kind == "kept":
            possible = [value]
        else:
            assert kind == "paper", row
            papers.add(value)
    return Told(tuple(possible), edits, frozenset(papers))


def _check(folder: Path, told: Told) -> str:
    """Data, papers and settings are whole; gives the quote that is stored."""
    workspace = Workspace.open(folder)
    try:
        assert workspace.database.integrity() == ()
        assert workspace.problems == ()
        stored = open_quote(workspace, QUOTE_ID)
        found = digest(stored.quote)
        assert found in told.open
        steps = [step.position for step in history_of(workspace, QUOTE_ID)]
        assert stored.position in steps
        assert steps == sorted(set(steps))
    finally:
        workspace.close()
    kept = _whole_files(folder / "documents")
    papers = _whole_files(folder / "papers")
    assert told.papers <= kept
    assert papers <= kept
    return found


def _whole_files(folder: Path) -> frozenset[str]:
    """Digests of the files below a folder, each of which opens; what has no name yet is none."""
    found = set()
    for file in folder.rglob("*"):
        if file.is_dir() or (file.name.startswith(".quotewright-") and file.suffix == ".tmp"):
            continue
        data = file.read_bytes()
        if data.startswith(b"%PDF"):
            document = pypdfium2.PdfDocument(data)
            assert len(document) > 0
            document.close()
        else:
            with zipfile.ZipFile(file) as package:
                assert package.testzip() is None
        found.add(hashlib.sha256(data).hexdigest())
    return frozenset(found)


def _rounds(workers: subprocess.Popen[str], tmp_path: Path, sample: Path, kills: Kills) -> Kills:
    """Kill workers until there is as much as wanted; gives what there was.

    A slow machine writes fewer papers before it is killed, so it is killed more often.
    """
    chance = random.Random(kills.seed)  # noqa: S311 -- moments to kill at, repeatable
    turn = edits = papers = 0
    found, folder = "", tmp_path
    while turn < kills.windows or papers < kills.papers:
        if turn % ROUNDS_OF_A_PROFILE == 0:
            folder = tmp_path / f"{turn}"
            shutil.copytree(sample, folder)
            workspace = Workspace.open(folder)
            found = digest(open_quote(workspace, QUOTE_ID).quote)
            workspace.close()
        told = _kill_a_worker(workers, folder, found, chance)
        found = _check(folder, told)
        edits += told.edits
        papers += len(told.papers)
        turn += 1
    return Kills(turn, edits, papers, kills.seed)


def test_a_killed_window_loses_nothing(
    workers: subprocess.Popen[str], tmp_path: Path, sample_profile: Path
) -> None:
    """3 kills while it opens, edits, takes back, saves settings and writes papers."""
    assert _rounds(workers, tmp_path, sample_profile, Kills(3, seed=5)).edits > 3


@pytest.mark.prove
def test_a_window_killed_200_times_loses_nothing(
    workers: subprocess.Popen[str], tmp_path: Path, sample_profile: Path
) -> None:
    """As above; every stored edit is compared with what was acknowledged."""
    begun = time.monotonic()
    done = _rounds(workers, tmp_path, sample_profile, Kills(200, papers=21, seed=11))
    took = time.monotonic() - begun
    sys.stdout.write(
        f"\n{done.windows} windows killed, {done.edits} edits, {done.papers} papers:"
        f" 0 lost, 0 half written; {took:.0f} s\n"
    )
    assert done.edits > 200
