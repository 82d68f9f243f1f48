"""Profiles keep people apart by folders, and moving one loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.errors import StorageError
from app.services.profiles import (
    add_profile,
    last_profile,
    move_data,
    profiles,
    remember_profile,
    rename_profile,
)
from app.services.workspace import Workspace
from app.storage.folders import database_file
from app.storage.settings_store import SettingsStore
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_register_there_is_one_profile_in_the_folder_itself(tmp_path: Path) -> None:
    """Nothing is written for it."""
    (only,) = profiles(tmp_path)
    assert (only, only.folder) == (last_profile(tmp_path), tmp_path)
    remember_profile(tmp_path, only)
    assert list(tmp_path.iterdir()) == []


def test_each_profile_has_its_folder_and_its_account_manager(tmp_path: Path) -> None:
    """A name that was given holds before that of the manager; the last one opens again."""
    added = add_profile(tmp_path, " 王 芳 ")
    assert (added.name, added.folder.parent) == ("王 芳", tmp_path / "profiles")
    for folder, manager in ((tmp_path, "李明轩"), (added.folder, "王小芳")):
        workspace = Workspace.open(folder)
        workspace.save_settings(replace(workspace.settings, manager_name=manager))
        workspace.close()
    assert [one.name for one in profiles(tmp_path)] == ["李明轩", "王 芳"]
    add_profile(tmp_path, "试用", trial=True)
    rename_profile(tmp_path, added.id, "")
    assert [one.name for one in profiles(tmp_path)] == ["李明轩", "王小芳", "试用"]
    remember_profile(tmp_path, added)
    assert last_profile(tmp_path).id == added.id


def test_a_new_person_is_the_manager_of_the_same_company_and_a_trial_is_nobodys(
    sample: Workspace,
) -> None:
    """Company and looks are those of the profile that was open; the staff number is not."""
    base, known = sample.folder, sample.settings
    person = add_profile(base, "王芳")
    trial = add_profile(base, "试用", trial=True)
    found, empty = (SettingsStore(one.folder).load().settings for one in (person, trial))
    assert (found.manager_name, found.manager_id) == ("王芳", "")
    assert found.supplier_name == known.supplier_name != ""
    assert (empty.manager_name, empty.supplier_name) == ("", "")
    assert empty.language == known.language


def test_a_damaged_register_keeps_nobody_from_his_data(tmp_path: Path) -> None:
    """It counts as one profile."""
    (tmp_path / "profiles.json").write_bytes(b"{")
    assert [one.folder for one in profiles(tmp_path)] == [tmp_path]


def test_data_are_moved_whole_and_the_old_database_is_out_of_the_way(
    sample: Workspace, tmp_path: Path
) -> None:
    """Quotes, settings and documents are in the new folder; another profile stays where it is."""
    base = sample.folder
    numbers = sorted(row.number for row in sample.quotes.search())
    sample.close()
    (base / "documents").mkdir(exist_ok=True)
    (base / "documents" / "paper.pdf").write_bytes(b"%PDF")
    other = add_profile(base, "另一位")
    moved = move_data(base, last_profile(base), tmp_path / "elsewhere", NOON)
    assert last_profile(base).folder == moved.folder == tmp_path / "elsewhere"
    assert not database_file(base).exists()
    assert (base / f"moved-{NOON:%Y%m%d-%H%M%S}.db").exists()
    assert (moved.folder / "documents" / "paper.pdf").read_bytes() == b"%PDF"
    opened = Workspace.open(moved.folder)
    assert sorted(row.number for row in opened.quotes.search()) == numbers
    opened.close()
    assert [one.folder for one in profiles(base)] == [moved.folder, other.folder]


def test_data_are_not_moved_into_something_or_into_themselves(
    sample: Workspace, tmp_path: Path
) -> None:
    """And nothing is changed by trying."""
    base = sample.folder
    sample.close()
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("x")
    for target in (full, base, base / "inside"):
        with pytest.raises(StorageError, match="not_empty"):
            move_data(base, last_profile(base), target, NOON)
    assert (full / "mine.txt").exists()
    assert database_file(base).exists()
    assert last_profile(base).folder == base
