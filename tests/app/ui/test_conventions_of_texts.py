"""Texts of the window can be extracted for translation, and no other message box is opened."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted((ROOT / "app" / "ui").rglob("*.py"))


def calls(path: Path, name: str) -> list[ast.Call]:
    """Return all calls of a function or method with this name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        call for call in found if getattr(call.func, "attr", getattr(call.func, "id", None)) == name
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_translated_texts_are_literal(path: Path) -> None:
    """The extraction reads the source; an f-string would never match at run time."""
    for call in calls(path, "tr"):
        assert isinstance(call.args[0], ast.Constant), call.lineno
        assert isinstance(call.args[0].value, str), call.lineno
    assert calls(path, "_") == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_messages_have_one_door(path: Path) -> None:
    """Qt's own boxes would look foreign and could not be recorded in tests."""
    names = {
        node.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name)
    }
    assert not names & {"QMessageBox", "QInputDialog", "QGraphicsDropShadowEffect"}
