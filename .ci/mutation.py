"""Change the engine and what decides on a quote a little at a time: does a test notice?

Usage: ``mutation.py [--survivors] [PATTERN...]``, for example ``pricing.tiers
'app.approval.*'``; without a pattern every module whose results are missing or out of date,
with one that fits none only the report. mutmut makes the mutants, in a copy of the tree; the tests
of the area (``AREAS``) are collected once, and each mutant is tried in a fork of that session, its
mirror tests first, until one fails (``mutant_loop.py``). Results are kept by module in
``out/mutation/results`` for as long as the module and its mirror tests stay as they are, so that
one module can be tried without losing the others. With ``--survivors`` what was killed in a module
that is still the same is not tried again, which is enough where tests have only been added.

At the end: each survivor of a function that ``survivors.md`` of the area does not justify, and the
table of that file, with a dagger where a module or its mirror tests have changed since.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from difflib import unified_diff
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mutant_loop import KILLED, MutantLoop, function_of
from mutant_switch import changed_by

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "out" / "mutation"
RESULTS = WORK / "results"
MADE = WORK / "made"
COPIED = (
    "app",
    "catalog",
    "pricing",
    "resources",
    "templates",
    "tests",
    "main.py",
    "pyproject.toml",
)


class Area(NamedTuple):
    """Code that is changed.

    Attributes:
        folder: Its folder.
        tests: Folders whose tests may notice.
        justified: The survivors that nothing can notice, and the table.
    """

    folder: str
    tests: tuple[str, ...]
    justified: str


AREAS = (
    Area("pricing", ("tests/pricing",), "tests/pricing/survivors.md"),
    Area(
        "app/quoting/authority",
        ("tests/app/quoting/authority",),
        "tests/app/approval/survivors.md",
    ),
    Area("app/approval", ("tests/app/approval",), "tests/app/approval/survivors.md"),
)


def area_of(path: Path) -> Area:
    """The area that a file belongs to."""
    return next(area for area in AREAS if path.is_relative_to(area.folder))


def modules() -> dict[str, Path]:
    """Every module that is changed, by its dotted name; the rest is left out in the settings."""
    from mutmut.configuration import config

    paths = (
        path.relative_to(ROOT)
        for area in AREAS
        for path in sorted((ROOT / area.folder).rglob("*.py"))
    )
    return {
        str(path.with_suffix("")).replace("/", "."): path
        for path in paths
        if config().should_mutate(path)
    }


def mirror(module: str) -> str:
    """Beginning of the names of the test files that are about a module."""
    folder, _, name = module.rpartition(".")
    return f"tests/{folder.replace('.', '/')}/test_{name}"


def state_of(module: str, path: Path) -> str:
    """A hash of the module and its mirror tests."""
    folder, _, name = mirror(module).rpartition("/")
    files = [ROOT / path, *sorted((ROOT / folder).glob(f"{name}*.py"))]
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def hash_of(path: Path) -> str:
    """A hash of the module alone."""
    return sha256((ROOT / path).read_bytes()).hexdigest()


def hash_of_all() -> str:
    """A hash of the tests and of all that they run."""
    whole = sha256()
    for folder in ("catalog", "app", "pricing", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            whole.update(path.read_bytes())
    return whole.hexdigest()


def kept(module: str) -> dict[str, object]:
    """What is known of a module; empty when nothing is."""
    path = RESULTS / f"{module}.json"
    known: dict[str, object] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return known


def wanted(patterns: list[str], known: dict[str, Path]) -> dict[str, Path]:
    """The modules to try, in the order in which they are asked for."""
    if patterns:
        return {m: p for one in patterns for m, p in known.items() if fnmatch(m, one)}
    return {m: p for m, p in known.items() if kept(m).get("state") != state_of(m, p)}


def make(paths: list[Path]) -> None:
    """Copy the tree and put the mutants of these modules into the copy; old ones are kept."""
    copy = WORK / "mutants"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in COPIED:
        source, target = ROOT / name, copy / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    for area in AREAS:
        shutil.rmtree(WORK / area.folder, ignore_errors=True)
        shutil.copytree(ROOT / area.folder, WORK / area.folder)
    os.chdir(WORK)
    for path in paths:
        module, data = copy / path, copy / f"{path}.meta"
        store = MADE / f"{path.stem}-{hash_of(path)}"
        if not store.exists():
            _make_one(path)
            store.mkdir(parents=True)
            shutil.copy2(module, store / "module")
            shutil.copy2(data, store / "data")
        shutil.copy2(store / "module", module)
        shutil.copy2(store / "data", data)


def _make_one(path: Path) -> None:
    from mutmut.__main__ import create_file_mutants

    # it prints a line for each file
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        out, sys.stdout = sys.stdout, nowhere
        made = create_file_mutants(path)
        sys.stdout = out
    if made.error is not None:
        raise made.error


def already_killed(module: str, path: Path) -> dict[str, str]:
    """The mutants of a module that is still the same which a test has noticed."""
    known = kept(module)
    outcomes: dict[str, str] = known.get("outcomes", {})  # type: ignore[assignment]
    same = known.get("module") == hash_of(path)
    return {key: KILLED for key, outcome in outcomes.items() if same and outcome == KILLED}


def try_out(chosen: dict[str, Path], *, survivors: bool) -> None:
    """Run the tests against the mutants of the modules, and keep what became of each."""
    import pytest
    from mutmut.configuration import config
    from mutmut.mutation.data import SourceFileMutationData

    states = {
        module: {"state": state_of(module, path), "module": hash_of(path)}
        for module, path in chosen.items()
    }
    killed = {m: already_killed(m, path) if survivors else {} for m, path in chosen.items()}
    make(list(chosen.values()))
    mutants: dict[str, list[str]] = {}
    for module, path in chosen.items():
        data = SourceFileMutationData(path=path)
        data.load()
        mutants[module] = [key for key in data.exit_code_by_key if key not in killed[module]]
    loop = MutantLoop(
        {module: (mirror(module), keys) for module, keys in mutants.items()},
        lambda module, outcomes: keep(module, states[module], killed[module] | outcomes),
        WORK / f"calls-{hash_of_all()}.json",
    )
    os.chdir("mutants")
    sys.path.insert(0, str(Path.cwd()))
    tests = dict.fromkeys(one for path in chosen.values() for one in area_of(path).tests)
    arguments = [*config().pytest_add_cli_args, *tests]
    code = pytest.main(["--rootdir=.", "-q", "--capture=no", *arguments], plugins=[loop])
    os.chdir(ROOT)
    if code or not loop.done:
        sys.exit("the tests fail without any mutant; see above")


def keep(module: str, state: dict[str, str], outcomes: dict[str, str]) -> None:
    """Write down the outcomes of a module, and how its survivors differ from the original."""
    survivors = [key for key, outcome in outcomes.items() if outcome != KILLED]
    path = WORK / "mutants" / Path(*module.split(".")).with_suffix(".py")
    changes = differences(path.read_text(encoding="utf-8"), survivors)
    on = datetime.now(tz=UTC).date().isoformat()
    known = {**state, "on": on, "outcomes": outcomes, "changes": changes}
    RESULTS.mkdir(parents=True, exist_ok=True)
    target = RESULTS / f"{module}.json"
    target.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")


def differences(text: str, keys: list[str]) -> dict[str, list[str]]:
    """Lines that mutants change, by mutant; mutmut would read the module again for each."""
    lines = text.splitlines()
    versions = {
        node.name: lines[node.lineno - 1 : node.end_lineno]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    changes: dict[str, list[str]] = {}
    for key in keys:
        name = key.rpartition(".")[2]
        original = f"{changed_by(name)}__mutmut_orig"
        before = versions[original]
        after = [line.replace(name, original) for line in versions[name]]
        compared = list(unified_diff(before, after, n=0, lineterm=""))[2:]
        changes[key] = [line for line in compared if not line.startswith("@@")]
    return changes


def report(known: dict[str, Path]) -> None:
    """The survivors that nobody justified, then a row for each module, and the sum."""
    files = {ROOT / area_of(path).justified for path in known.values()}
    justified = "".join(one.read_text(encoding="utf-8") for one in files if one.exists())
    total: Counter[str] = Counter()
    rows: list[str] = []
    for module, path in known.items():
        result = kept(module)
        outcomes: dict[str, str] = result.get("outcomes", {})  # type: ignore[assignment]
        if not outcomes:
            if not result:
                rows.append(f"| `{module}` | | not tried | | |")
            continue
        counts = Counter(outcomes.values())
        total += counts
        old = "" if result["state"] == state_of(module, path) else " †"
        rows.append(f"| `{module}`{old} | {_figures(counts)} | {result['on']} |")
        changes: dict[str, list[str]] = result["changes"]  # type: ignore[assignment]
        for key, lines in changes.items():
            if f"`{function_of(key)}`" not in justified:
                sys.stdout.write(f"{outcomes[key]} {key}\n")
                sys.stdout.writelines(f"    {line}\n" for line in lines)
    if total:
        rows.append(f"| all that were tried | {_figures(total)} | |")
    sys.stdout.writelines(f"{row}\n" for row in rows)


def _figures(counts: Counter[str]) -> str:
    every = sum(counts.values())
    return f"{counts[KILLED]:,} | {every:,} | {100 * counts[KILLED] / every:.1f}"


def main(patterns: list[str]) -> None:
    """Try what is asked for and tell everything that is known."""
    os.chdir(ROOT)
    known = modules()
    survivors = patterns[:1] == ["--survivors"]
    chosen = wanted(patterns[survivors:], known)
    started = time.monotonic()
    if chosen:
        try_out(chosen, survivors=survivors)
        seconds = time.monotonic() - started
        sys.stdout.write(f"{len(chosen)} modules tried in {seconds:.0f} s\n")
    tried = {area_of(path) for path in chosen.values()} or set(AREAS)
    report({module: path for module, path in known.items() if area_of(path) in tried})


if __name__ == "__main__":
    main(sys.argv[1:])
