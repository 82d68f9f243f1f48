"""Counts what a user does from choosing the customer of case one to the complete printed set.

``python -m tests.journeys.on_screen.count_actions [--readme]`` goes through the case by keys
alone in the real window, prints every action, and the table that README shows; with ``--readme`` it
is written there. Keys typed into one field are one action, and every other press is one.
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.journeys.on_screen.running import Setting, run_case
from tests.journeys.on_screen.screen import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.journeys.on_screen.user import Action

README: Final = Path(__file__).parents[3] / "README.md"
MOST: Final = 25
"""More would be too many for somebody whose customer waits."""
_TABLE: Final = re.compile(r"(?<=<!-- actions -->\n).*?(?=<!-- end of actions -->)", re.DOTALL)
_NAMES: Final = {"Return": "Enter", "ctrl+Return": "Ctrl+Enter", "shift+F10": "Shift+F10"}


def table_of(actions: Sequence[Action]) -> str:
    """The actions by step, with their numbers, as README shows them."""
    rows = ["| from customer to printed set | keys | actions |", "|---|---|--:|"]
    for step, group in groupby(actions, key=lambda action: action.step):
        taken = tuple(group)
        rows.append(f"| {step} | {' · '.join(_shown(one) for one in taken)} | {len(taken)} |")
    return "\n".join((*rows, f"| **total** | | **{len(actions)}** |", ""))


def _shown(action: Action) -> str:
    if action.kind == "text":
        first, *more = action.what.splitlines()
        return f"“{first[:12]}…”" if more or len(first) > 14 else f"“{first}”"
    name = _NAMES.get(action.what, action.what)
    return "+".join(part[:1].upper() + part[1:] for part in name.split("+"))


def told_table(text: str) -> str:
    """The table in a text; empty where it has none."""
    found = _TABLE.search(text)
    return found[0] if found else ""


def main(words: Sequence[str]) -> int:
    """Count, print, and write into README where that is asked for."""
    if missing():
        sys.stderr.write(f"{missing()}\n")
        return 1
    with TemporaryDirectory() as folder:
        done = run_case(1, Setting(manner="keys"), Path(folder))
    for number, action in enumerate(done.report.actions, 1):
        sys.stdout.write(f"{number:3} {action.kind:5} {action.what!r:60} {action.why}\n")
    sys.stdout.write("".join(done.report.failures))
    table = table_of(done.report.actions)
    sys.stdout.write(f"\n{table}")
    if "--readme" in words:
        text = README.read_text(encoding="utf-8")
        README.write_text(_TABLE.sub(lambda _found: table, text), encoding="utf-8")
    return 0 if len(done.report.actions) <= MOST and not done.report.failures else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
