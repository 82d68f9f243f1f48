"""Count what mutation testing killed, by module, and list the survivors that nobody justified.

Run in the folder where mutmut ran; the first argument is the list of justified survivors. A mutant
is named in it by module and function, so that it stays valid when other lines change.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

KILLED, SURVIVED, UNTESTED = "killed", "survived", "untested"
_OUTCOMES = {0: SURVIVED, 33: UNTESTED, 5: UNTESTED}


def outcomes() -> dict[str, dict[str, str]]:
    """What became of each mutant, by module."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(Path("mutants").rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        module = str(path.relative_to("mutants")).removesuffix(".py.meta").replace("/", ".")
        run = {key: code for key, code in codes.items() if code is not None}
        if run:
            found[module] = {key: _OUTCOMES.get(code, KILLED) for key, code in run.items()}
    return found


def main(justified: Path) -> None:
    """Print a line for each module, and each survivor of a function that is not justified."""
    known = justified.read_text(encoding="utf-8") if justified.exists() else ""
    total: Counter[str] = Counter()
    for module, mutants in outcomes().items():
        counts = Counter(mutants.values())
        total += counts
        sys.stdout.write(f"{module:40} {_line(counts)}\n")
        for key, outcome in mutants.items():
            function = _function(key)
            if outcome != KILLED and f"`{function}`" not in known:
                sys.stdout.write(f"    {outcome} {key}\n{_difference(key)}")
    sys.stdout.write(f"{'all':40} {_line(total)}\n")


def _function(key: str) -> str:
    """Module, class and function of a mutant."""
    changed = key.rpartition("__mutmut_")[0]
    return re.sub(r"\.x[_ǁ]", ".", changed, count=1).replace("ǁ", ".")


def _line(counts: Counter[str]) -> str:
    every = sum(counts.values())
    return f"{counts[KILLED]:5} of {every:5} killed, {100 * counts[KILLED] / every:5.1f} %"


def _difference(key: str) -> str:
    shown = subprocess.run(  # noqa: S603 (our own tool, in our own environment)
        [sys.executable, "-m", "mutmut", "show", key], capture_output=True, text=True, check=False
    ).stdout
    lines = [
        line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}
    ]
    return "".join(f"        {line}\n" for line in lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
