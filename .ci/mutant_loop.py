"""A pytest plugin: instead of running the tests once, run them for each mutant in a fork."""

from __future__ import annotations

import gc
import os
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from functools import wraps
from typing import TYPE_CHECKING, NoReturn

import pytest
from mutant_calls import learned, note_calls, ranks, run_tests
from mutant_switch import Switches, changed_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

KILLED, SURVIVED, UNTESTED = "killed", "survived", "untested"
WORKERS = int(os.environ.get("WORKERS", "1"))
PATIENCE = float(os.environ.get("PATIENCE", "1"))
"""Times as long as usual for each mutant; worth it where few are left."""
ENOUGH, MOST = 0.5 * PATIENCE, 1.5 * PATIENCE
"""Seconds of processor time that tests usually take, after which a mutant counts as survived: of
all tests, and where the mirror tests alone take longer, of these."""
MOST_EXAMPLES = 20
"""Random examples of a property, the same for every mutant."""
LONGEST = 2
"""Seconds of processor time beyond three times what the tests usually take: an endless loop."""
MOST_MEMORY = 4 << 30
"""Bytes: a mutant that collects without end stops here."""


def function_of(key: str) -> str:
    """Module, class and function of a mutant."""
    return re.sub(r"\.x[_ǁ]", ".", changed_by(key), count=1).replace("ǁ", ".")


class MutantLoop:
    """Tries the mutants of some modules in the session that collected the tests.

    Attributes:
        done: Whether the tests passed without a mutant, so that mutants could be tried.
    """

    def __init__(
        self,
        modules: Mapping[str, tuple[str, list[str]]],
        keep: Callable[[str, dict[str, str]], None],
        notes: Path,
    ) -> None:
        """Take the mutants with the names of their mirror tests, and who keeps the outcomes.

        What each test calls stands in ``notes``, or is learned and written there.
        """
        self.done = False
        self._modules = modules
        self._keep = keep
        self._notes = notes
        self._seconds: dict[str, float] = {}
        self._rank: dict[str, int] = {}
        self._tests: dict[str, list[str]] = {}
        self._switches = Switches()

    @pytest.hookimpl(tryfirst=True)
    def pytest_load_initial_conftests(self) -> None:
        """The same random examples for every mutant; one failure is enough, no smallest one."""
        from hypothesis import Phase, settings
        from mutmut.mutation import trampoline

        trampoline.wrap_in_trampoline = self._switches.wrap  # type: ignore[assignment]  # of any type

        settings.register_profile(
            "mutation",
            phases=(Phase.explicit, Phase.generate),
            database=None,
            derandomize=True,
            report_multiple_bugs=False,
        )
        settings.load_profile("mutation")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Once without a mutant, to learn which test calls what; then once for each mutant."""
        for item in session.items:
            _shorten(item)
        items = {item.nodeid: item for item in session.items}
        if session.testsfailed or not self._learn(items.values()):
            return True
        self.done = True
        gc.collect()
        gc.freeze()
        for module, (mirror, keys) in self._modules.items():
            started = time.monotonic()
            self._keep(module, self._outcomes(mirror, keys, items))
            sys.stdout.write(f"{module}: {len(keys)}, {time.monotonic() - started:.0f} s\n")
            sys.stdout.flush()
        return True

    def _learn(self, items: Iterable[pytest.Item]) -> bool:
        """Run all tests in a fork that writes down what each calls and how long it takes."""
        modules, known = learned(self._notes)
        if not set(self._modules) <= set(modules):
            child = os.fork()
            if not child:
                os._exit(note_calls(self._switches, items, self._notes, list(self._modules)))
            _, status = os.waitpid(child, 0)
            if status:
                return False
            _, known = learned(self._notes)
        self._seconds = {test: seconds for test, (seconds, _) in known.items()}
        self._rank = ranks(self._seconds)
        calls: dict[str, list[str]] = defaultdict(list)
        for test, (_, functions) in known.items():
            for function in functions:
                calls[function].append(test)
        self._tests = calls
        return True

    def _outcomes(
        self, mirror: str, keys: list[str], items: Mapping[str, pytest.Item]
    ) -> dict[str, str]:
        outcomes = dict.fromkeys(keys, UNTESTED)
        running: dict[int, tuple[str, int]] = {}
        noticed: Counter[str] = Counter()
        for key in keys:
            tests = self._tests.get(changed_by(key), [])
            if not tests:
                continue
            if len(running) == WORKERS:
                _collect(running, outcomes, noticed)
            chosen = self._order(tests, mirror, noticed)
            child, notes = self._fork(key, [items[test] for test in chosen])
            running[child] = (key, notes)
        while running:
            _collect(running, outcomes, noticed)
        return outcomes

    def _order(self, tests: list[str], mirror: str, noticed: Counter[str]) -> list[str]:
        """First what noticed other mutants of the module, soonest for its time.

        Then the mirror tests and the others, the fastest of each file first, as long as there is
        time: tests of one file are alike.
        """

        def place(test: str) -> tuple[float, bool, int, float]:
            seconds = self._seconds[test]
            soon = -noticed[test] / (0.01 + seconds)
            return soon, not test.startswith(mirror), self._rank[test], seconds

        chosen: list[str] = []
        spent = 0.0
        for test in sorted(tests, key=place):
            most = MOST if test.startswith(mirror) else ENOUGH
            if not chosen or spent + self._seconds[test] <= most:
                spent += self._seconds[test]
                chosen.append(test)
        return chosen

    def _fork(self, key: str, items: list[pytest.Item]) -> tuple[int, int]:
        """The process that tries a mutant, and where it writes the test that noticed."""
        notes, target = os.pipe()
        child = os.fork()
        if not child:
            usual = sum(self._seconds[item.nodeid] for item in items)
            most = 1 + int(LONGEST + 3 * usual)
            resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            self._switches.choose(key)
            os._exit(_fails(items, target))
        os.close(target)
        return child, notes


def _collect(
    running: dict[int, tuple[str, int]], outcomes: dict[str, str], noticed: Counter[str]
) -> None:
    child, status = os.wait()
    key, notes = running.pop(child)
    outcomes[key] = KILLED if status else SURVIVED
    with open(notes, encoding="utf-8") as written:  # noqa: PTH123 (a pipe has no path)
        noticed.update(filter(None, [written.read()]))


def _shorten(item: pytest.Item) -> None:
    """Few random examples, whatever a property asks for itself."""
    from hypothesis import settings

    test = getattr(item, "obj", None)
    own = getattr(test, "_hypothesis_internal_use_settings", None)
    if test is not None and own is not None and own.max_examples > MOST_EXAMPLES:
        few = settings(own, max_examples=MOST_EXAMPLES)
        test._hypothesis_internal_use_settings = few  # noqa: SLF001 (where @settings writes it)


class _Noticed:
    """Leaves the process at the first failure, before anybody describes it at length."""

    def __init__(self, notes: int) -> None:
        self._notes = notes

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            self.leave(item)

    def leave(self, item: pytest.Item) -> NoReturn:
        """Say which test noticed the mutant."""
        os.write(self._notes, item.nodeid.encode())
        os._exit(1)

    def watch(self, item: pytest.Item) -> None:
        """Leave inside a property as well: to print the example may take seconds."""
        from hypothesis.errors import HypothesisException

        handle = getattr(getattr(item, "obj", None), "hypothesis", None)
        if handle is None:
            return
        inner = handle.inner_test

        @wraps(inner)
        def watched(*args: object, **kwargs: object) -> object:
            try:
                return inner(*args, **kwargs)
            except HypothesisException:  # says that an example does not count
                raise
            except Exception:  # noqa: BLE001 (whatever it is, the test fails)
                self.leave(item)

        handle.inner_test = watched


def _fails(items: list[pytest.Item], notes: int) -> int:
    """Run tests with the mutant that was chosen; 1 at the first that fails, 0 when none does."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    manager = items[0].config.pluginmanager
    manager.unregister(manager.getplugin("terminalreporter"))
    noticed = _Noticed(notes)
    manager.register(noticed)
    for item in items:
        noticed.watch(item)
    run_tests(items)
    return 0
