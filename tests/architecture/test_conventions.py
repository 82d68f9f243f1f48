"""What imports cannot express: sizes, names, floats, clocks, mirrors, paths of one machine."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(path for top in ("app", "catalog", "pricing") for path in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PURE = [path for path in CODE if path.relative_to(ROOT).parts[0] in {"catalog", "pricing"}]
QUOTING = sorted(
    path for room in ("quoting", "approval") for path in (ROOT / "app" / room).rglob("*.py")
)
MOST_LINES = 300
MOST_TEST_LINES = 400
MOST_FUNCTION_LINES = 60
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
MADE = {".git", ".venv", ".venv-peers", "out", ".mypy_cache", ".ruff_cache", ".hypothesis"}
"""Folders that running the project makes."""
FORBIDDEN_WORDS = {"sku", "tariff", "pricebook", "surcharge"}
"""Words that the glossary replaces; looked for as whole parts of identifiers."""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_a_file_holds_one_idea() -> None:
    """No file is longer than a reader keeps in mind, and each says what it is for."""
    for path in (*CODE, *TESTS):
        text = path.read_text(encoding="utf-8")
        most = MOST_TEST_LINES if path in TESTS else MOST_LINES
        assert text.count("\n") <= most, _name(path)
        assert path.stem not in SAYS_NOTHING, _name(path)
        assert ast.get_docstring(_tree(path)), f"{_name(path)}: no module docstring"


def test_a_function_fits_a_screen() -> None:
    """No function is longer than a screen, its docstring aside."""
    for path in CODE:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                docstring = ast.get_docstring(node, clean=False) or ""
                length = (node.end_lineno or node.lineno) - node.lineno - docstring.count("\n")
                assert length <= MOST_FUNCTION_LINES, f"{_name(path)}: {node.name} has {length}"


def test_no_float_touches_a_price() -> None:
    """Catalogue and pricing know no floating-point number."""
    for path in PURE:
        for node in ast.walk(_tree(path)):
            place = f"{_name(path)}:{getattr(node, 'lineno', 0)}"
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), place
            assert not (isinstance(node, ast.Name) and node.id == "float"), place


def test_the_core_reads_no_clock() -> None:
    """Dates come in as arguments, so the same input always gives the same quote."""
    for path in (*PURE, *QUOTING):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Attribute):
                place = f"{_name(path)}:{node.lineno}"
                assert node.attr not in {"today", "now", "utcnow", "time"}, place


def test_identifiers_use_the_words_of_the_field() -> None:
    """One word for one thing: the glossary's."""
    for path in CODE:
        for node in ast.walk(_tree(path)):
            for attribute in ("id", "name", "arg", "attr"):
                name = getattr(node, attribute, None)
                if isinstance(name, str):
                    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower().split("_")
                    assert not FORBIDDEN_WORDS & set(parts), f"{_name(path)}: {name}"


def test_every_module_has_its_mirror_test() -> None:
    """A module is tested by the file of its name in the same place below ``tests``."""
    missing = [
        _name(path)
        for path in CODE
        if path.stem != "__init__"
        and not (ROOT / "tests" / path.relative_to(ROOT)).with_name(f"test_{path.name}").exists()
        and _has_behaviour(path)
    ]
    assert not missing, "\n".join(missing)


def _has_behaviour(path: Path) -> bool:
    """Modules of plain values and private parts are tested by the modules that use them."""
    public = [
        node
        for node in _tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    return bool(public) and path.relative_to(ROOT).parts[0] in {"catalog", "pricing"}


def test_nothing_names_a_place_of_one_machine() -> None:
    """Text files hold no absolute path of a developer's machine."""
    places = re.compile("/" + "(work|root|farm)" + "/")
    found = [
        _name(path)
        for path in _texts()
        if places.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found


def _texts() -> Iterator[Path]:
    """Every text file of the project; what is made by running it is left out."""
    endings = {".py", ".md", ".toml", ".txt", ".json", ".ts", ".csv", ".sql"}
    for top in sorted(ROOT.iterdir()):
        if top.name in MADE:
            continue
        for path in (top, *top.rglob("*")) if top.is_dir() else (top,):
            if path.is_file() and (path.suffix in endings or path.name in {"Makefile", "setup"}):
                yield path
