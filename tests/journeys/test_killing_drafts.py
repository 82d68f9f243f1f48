"""Drafts, customers and batches of papers outlive a kill at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.services.authority_editions import begin_authority_draft, open_authority
from app.services.batch import run_batch
from app.services.batch_plan import done_before, plan_batch
from app.services.catalog_drafts import begin_draft, open_draft
from app.services.issue_documents import PaperKind
from app.services.quote_library import open_quote
from app.services.rule_drafts import begin_rule_draft, open_rule_draft
from app.services.workspace import Workspace
from app.ui.authority_session import AuthoritySession
from app.ui.rule_session import RuleSession
from tests.journeys.conftest import NOON
from tests.journeys.drafts_process import CUSTOMER, KINDS, digest
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).with_name("drafts_process.py")
ROOT = Path(__file__).resolve().parents[2]
ROUNDS_OF_A_PROFILE = 10
_LONGEST = 1.0
BATCH = """
import sys
from pathlib import Path
from app.services.batch import run_batch
from app.services.batch_plan import begun_batch
from tests.journeys.conftest import NOON
if __name__ == "__main__":
    data, folder, customers = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    for _ in run_batch(data, folder, begun_batch(folder), customers, now=NOON, workers=1):
        print("done", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the worker is forked")


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


def _stored(folder: Path) -> dict[str, str]:
    """The digest of each draft and of the customer, as they are stored."""
    workspace = Workspace.open(folder)
    try:
        assert workspace.database.integrity() == ()
        draft = open_draft(workspace)
        assert draft is not None
        values = (
            draft.content,
            RuleSession(open_rule_draft(workspace), None).content,
            AuthoritySession(open_authority(workspace, QUOTE_DAY), None).content,
            workspace.customers.load(CUSTOMER)[0],
        )
        return {kind: digest(value) for kind, value in zip(KINDS, values, strict=True)}
    finally:
        workspace.close()


def _begun(folder: Path, sample: Path) -> dict[str, str]:
    """A profile with a draft of each kind; what is stored."""
    shutil.copytree(sample, folder)
    workspace = Workspace.open(folder)
    newest = workspace.catalog()
    assert newest is not None
    begin_draft(workspace, newest.version, now=NOON)
    begin_rule_draft(workspace, now=NOON)
    begin_authority_draft(workspace, today=QUOTE_DAY, now=NOON)
    workspace.close()
    return _stored(folder)


def _kill_a_worker(
    process: subprocess.Popen[str], folder: Path, before: dict[str, str], chance: random.Random
) -> tuple[dict[str, list[str]], int]:
    """Let a worker work and kill it; what may be stored of each kind, and how many edits."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{folder} {chance.randrange(10**6)}\n")
    process.stdin.flush()
    worker, rows = 0, list[str]()
    while not worker or not any(row.startswith("kept customer") for row in rows):
        row = process.stdout.readline().strip()
        assert row != "dead", rows
        if row.startswith("worker "):
            worker = int(row.removeprefix("worker "))
        else:
            rows.append(row)
    time.sleep(chance.uniform(0, _LONGEST))
    os.kill(worker, signal.SIGKILL)
    while (row := process.stdout.readline().strip()) != "dead":
        rows.append(row)
    possible = {kind: [value] for kind, value in before.items()}
    for row in rows:
        assert not row.startswith("bug "), row
        said, kind, value = row.split(" ")
        possible[kind] = [value] if said == "kept" else [*possible[kind], value]
    return possible, sum(row.startswith("made ") for row in rows)


def _rounds(
    workers: subprocess.Popen[str], tmp_path: Path, sample: Path, count: int, seed: int
) -> int:
    """Kill so many workers; gives how many edits there were."""
    chance = random.Random(seed)  # noqa: S311 -- moments to kill at, repeatable
    edits, found, folder = 0, dict[str, str](), tmp_path
    for turn in range(count):
        if turn % ROUNDS_OF_A_PROFILE == 0:
            folder = tmp_path / f"{turn}"
            found = _begun(folder, sample)
        possible, made = _kill_a_worker(workers, folder, found, chance)
        found = _stored(folder)
        assert [kind for kind in KINDS if found[kind] not in possible[kind]] == []
        edits += made
    return edits


def test_a_killed_window_loses_no_draft_and_no_customer(
    workers: subprocess.Popen[str], tmp_path: Path, sample_profile: Path
) -> None:
    """2 kills while catalogue, rules, limits and a customer are edited, with undo and redo."""
    assert _rounds(workers, tmp_path, sample_profile, 2, seed=3) > 2


@pytest.mark.prove
def test_a_window_killed_100_times_loses_no_draft_and_no_customer(
    workers: subprocess.Popen[str], tmp_path: Path, sample_profile: Path
) -> None:
    """As above; each kind is compared with what was acknowledged."""
    begun = time.monotonic()
    edits = _rounds(workers, tmp_path, sample_profile, 100, seed=7)
    took = time.monotonic() - begun
    sys.stdout.write(
        f"\n100 windows killed, {edits} edits of drafts and customers: 0 lost; {took:.0f} s\n"
    )
    assert edits > 400


def _batches(sample: Path, tmp_path: Path, count: int, seed: int) -> int:
    """Kill so many batches and take each up again; gives how many papers there are."""
    chance = random.Random(seed)  # noqa: S311 -- moments to kill at, repeatable
    papers = 0
    for turn in range(count):
        data, folder = tmp_path / f"data{turn}", tmp_path / f"out{turn}"
        shutil.copytree(sample, data)
        workspace = Workspace.open(data)
        customers = [row.id for row in workspace.customers.search()[:4]]
        plan = plan_batch(folder, open_quote(workspace, "Q0001").quote, (PaperKind.QUOTATION,))
        before = len(workspace.quotes.recent(100))
        workspace.close()
        _kill_a_batch(data, folder, customers, chance.uniform(0.5, 6))
        outcomes = list(run_batch(data, folder, plan, customers, now=NOON, workers=1))
        assert [one.problem for one in outcomes] == [""] * len(outcomes)
        papers += _checked(data, folder, customers, before)
    return papers


def _kill_a_batch(data: Path, folder: Path, customers: list[str], after: float) -> None:
    """Begin a batch and end all of its processes at a moment."""
    program = folder.parent / "batch_of_a_test.py"
    program.write_text(BATCH, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(program), str(data), str(folder), *customers],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _checked(data: Path, folder: Path, customers: list[str], before: int) -> int:
    """Everybody has one quote and whole papers; gives how many papers."""
    done = done_before(folder)
    assert sorted(done) == sorted(customers)
    assert len({one.number for one in done.values()}) == len(customers)
    files = {name for one in done.values() for name in one.files}
    for name in files:
        content = (folder / name).read_bytes()
        if name.endswith(".docx"):
            with zipfile.ZipFile(folder / name) as package:
                assert package.testzip() is None
        else:
            assert content.startswith(b"%PDF")
            assert content.rstrip().endswith(b"%%EOF")
    papers = {one.name for one in folder.iterdir() if one.suffix in {".docx", ".pdf"}}
    assert papers == files, "nothing is there twice, and nothing half written"
    workspace = Workspace.open(data)
    try:
        assert workspace.database.integrity() == ()
        assert len(workspace.quotes.recent(100)) == before + len(customers)
    finally:
        workspace.close()
    return len(files)


@pytest.mark.prove
def test_a_batch_killed_10_times_gives_everybody_one_quote(
    tmp_path: Path, sample_profile: Path
) -> None:
    """Killed with all its processes at any moment, and taken up again."""
    papers = _batches(sample_profile, tmp_path, 10, seed=13)
    sys.stdout.write(f"\n10 batches killed and taken up: {papers} papers, none twice, none torn\n")
    assert papers == 10 * 4 * 2
