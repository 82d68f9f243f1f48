"""Whoever has bytes made into a type of ours asks first that the type is known."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(path for top in ("app", "catalog", "pricing") for path in (ROOT / top).rglob("*.py"))
HOME = ROOT / "catalog" / "known_type.py"
READING = re.compile(r"msgspec\.(json|toml|msgpack|yaml)\.(decode|Decoder)|msgspec\.convert")
PLAIN = {"dict", "list", "tuple", "str", "int", "float", "bool", "object", "Any", "bytes", "None"}


def _types(call: ast.Call) -> Iterator[ast.expr]:
    """The expression of the type that a call reads into, if it says one."""
    place = {"convert": 1, "Decoder": 0}.get(ast.unparse(call.func).rpartition(".")[2])
    if place is not None and len(call.args) > place:
        yield call.args[place]
    yield from (keyword.value for keyword in call.keywords if keyword.arg == "type")


def _is_safe(kind: ast.expr) -> bool:
    """Whether a type is handed over as known, or is none of ours."""
    if isinstance(kind, ast.Call):
        return ast.unparse(kind.func) == "known"
    names = {one.id for one in ast.walk(kind) if isinstance(one, ast.Name)}
    return names <= PLAIN | {"msgspec"}


def _unsafe(source: str) -> Iterator[int]:
    """Lines on which a type is read that may not be known."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and READING.fullmatch(ast.unparse(node.func)):
            yield from (node.lineno for kind in _types(node) if not _is_safe(kind))


def test_types_are_known_before_values_are_read() -> None:
    """Two threads that work out one type at once end the program."""
    found = [
        f"{path.relative_to(ROOT)}:{row}"
        for path in CODE
        if path != HOME
        for row in _unsafe(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_search_finds_what_is_not_known() -> None:
    """Each way of reading, with and without."""
    assert list(_unsafe("msgspec.json.decode(data, type=Quote)")) == [1]
    assert list(_unsafe("msgspec.convert(plain, tuple[Quote, ...])")) == [1]
    assert list(_unsafe("msgspec.json.Decoder(Quote)")) == [1]
    assert list(_unsafe("msgspec.toml.decode(data, type=known(Quote))")) == []
    assert list(_unsafe("msgspec.json.decode(data, type=dict[str, msgspec.Raw])")) == []
