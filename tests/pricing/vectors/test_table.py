"""The table of figures and properties names every number, and only tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<number>[VP]\d+[a-e]?) \| (?P<text>[^|]+) \| (?P<tests>[^|]+) \|$")
PARTS = {"V8": "abcde", "V9": "ab"}


def _rows() -> dict[str, list[str]]:
    text = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    found = [match for line in text.splitlines() if (match := ROW.match(line))]
    assert len({row["number"] for row in found}) == len(found)
    return {row["number"]: [name.strip() for name in row["tests"].split(",")] for row in found}


def test_no_number_is_missing() -> None:
    """V1 to V49, V50 to V61 of authority, and twenty-five properties."""
    figures = [
        f"V{number}{part}" for number in range(1, 62) for part in PARTS.get(f"V{number}", [""])
    ]
    properties = [f"P{number}" for number in range(1, 26)]
    rows = _rows()
    assert [number for number in rows if number.startswith("V")] == figures
    assert [number for number in rows if re.fullmatch(r"P\d+", number)] == properties


def test_every_test_that_is_named_exists() -> None:
    """A scenario by its file, a function somewhere below ``tests``."""
    functions = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    scenarios = {f"/{path.stem}" for path in (TESTS / "scenarios" / "pricing").glob("*.txt")}
    named = {name for names in _rows().values() for name in names}
    assert named <= functions | scenarios, sorted(named - functions - scenarios)
