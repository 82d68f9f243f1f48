"""What each test calls, and how long it takes: learned once, without a mutant."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mutant_switch import Switches


def run_tests(items: Iterable[pytest.Item]) -> None:
    """Run tests one after the other, as pytest would."""
    every = list(items)
    for item, following in zip(every, [*every[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def ranks(seconds: Mapping[str, float]) -> dict[str, int]:
    """Which place a test has in its file, by its time."""
    seen: Counter[str] = Counter()
    ranks: dict[str, int] = {}
    for test in sorted(seconds, key=seconds.__getitem__):
        file = test.partition("::")[0]
        ranks[test] = seen[file]
        seen[file] += 1
    return ranks


class _Notes:
    """What each test calls, and how much processor time it takes."""

    def __init__(self, switches: Switches) -> None:
        self.known: dict[str, tuple[float, list[str]]] = {}
        self._switches = switches
        self.failed = False
        self._began = 0.0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self) -> None:
        self._began = time.process_time()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed
        if report.when == "teardown":
            spent = time.process_time() - self._began
            self.known[report.nodeid] = (spent, sorted(self._switches.called))
            self._switches.called.clear()


def learned(notes: Path) -> tuple[list[str], dict[str, tuple[float, list[str]]]]:
    """The modules whose functions were listened to, and what each test calls of them."""
    if not notes.exists():
        return [], {}
    modules, known = json.loads(notes.read_text(encoding="utf-8"))
    return modules, known


def note_calls(
    switches: Switches, items: Iterable[pytest.Item], target: Path, modules: list[str]
) -> int:
    """Run tests and write down what they call of some modules; 1 when one fails."""
    every = list(items)
    notes = _Notes(switches)
    every[0].config.pluginmanager.register(notes)
    switches.listen()
    run_tests(every)
    if not notes.failed:
        target.write_text(json.dumps([modules, notes.known]), encoding="utf-8")
    return int(notes.failed)
