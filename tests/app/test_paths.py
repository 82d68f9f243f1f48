"""The program finds its own files from source and frozen, and the user's on every system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.paths import data_folder, program_folder, resource, template_folder

ROOT = Path(__file__).resolve().parents[2]


def test_from_source_the_program_is_the_project() -> None:
    """With resources and templates below it."""
    assert program_folder() == ROOT
    assert resource("policy", "taxes.toml").is_file()
    assert template_folder().is_dir()


def test_frozen_the_program_is_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A packaged program carries its files with it."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert program_folder() == tmp_path
    assert resource("x") == tmp_path / "resources" / "x"
    assert template_folder() == tmp_path / "templates"


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Quotewright"),
        ("win32", {}, "/people/wang/Quotewright"),
        ("darwin", {}, "/people/wang/Library/Application Support/Quotewright"),
        ("linux", {}, "/people/wang/.local/share/quotewright"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/quotewright"),
        ("win32", {"QUOTEWRIGHT_DATA": "/mine"}, "/mine"),
        ("linux", {"QUOTEWRIGHT_DATA": "/mine", "XDG_DATA_HOME": "/data"}, "/mine"),
    ],
)
def test_the_user_folder_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], folder: str
) -> None:
    """Unless the user says otherwise."""
    for name in ("QUOTEWRIGHT_DATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: Path("/people/wang")))
    assert data_folder() == Path(folder)
