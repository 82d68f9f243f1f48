"""Promises of the settings file: a damaged one never stops the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import StorageError
from app.quoting.quote import AccountManager
from app.quoting.supplier import Supplier
from app.settings import Settings
from app.storage.settings_store import SettingsStore, account_manager, supplier

if TYPE_CHECKING:
    from pathlib import Path

_NAMED = Settings(
    language="zh",
    manager_id="m-7",
    manager_name="李晓明",
    manager_phone="13800000000",
    role="L2",
    supplier_name='某通信公司 "苏州" 分公司\\',
    supplier_bank="工行",
    validity_days=30,
    output_folder="C:\\文档\\报价",
)


def test_settings_come_back_equal(tmp_path: Path) -> None:
    """Quotation marks, backslashes and Chinese are read as they were written."""
    store = SettingsStore(tmp_path / "new" / "folder")
    store.save(_NAMED)
    assert store.load() == (_NAMED, ())


@given(st.text(st.characters(codec="utf-8")))
@settings(max_examples=80, deadline=None)
def test_any_text_comes_back_equal(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Control characters and line ends too."""
    store = SettingsStore(tmp_path_factory.getbasetemp())
    store.save(Settings(supplier_name=name))
    assert store.load().settings.supplier_name == name


def test_new_installation_has_defaults_and_no_finding(tmp_path: Path) -> None:
    """A missing file is no damage."""
    assert SettingsStore(tmp_path).load() == (Settings(), ())


def test_two_who_change_different_settings_both_keep_them(tmp_path: Path) -> None:
    """Each began with the same; the later one changes 30 days into 20 and nothing else."""
    store = SettingsStore(tmp_path)
    store.save(_NAMED)
    store.change(_NAMED, msgspec.structs.replace(_NAMED, manager_name="王芳"))
    merged = store.change(_NAMED, msgspec.structs.replace(_NAMED, validity_days=20))
    assert merged == msgspec.structs.replace(_NAMED, manager_name="王芳", validity_days=20)
    assert store.load() == (merged, ())


def test_a_file_that_is_gone_or_damaged_is_written_whole(tmp_path: Path) -> None:
    """What the window knows is stored, and not the defaults."""
    store = SettingsStore(tmp_path)
    wanted = msgspec.structs.replace(_NAMED, validity_days=20)
    assert store.change(_NAMED, wanted) == wanted
    (tmp_path / "settings.toml").write_bytes(b"= 1")
    assert store.change(_NAMED, wanted) == wanted
    assert store.load() == (wanted, ())


@pytest.mark.parametrize(
    "damage", [b"\x00\xff\xfe", b"language = ", b"= 1", b'language = "zh"\nlanguage = "en"\n']
)
def test_unreadable_file_gives_defaults_and_a_finding(tmp_path: Path, damage: bytes) -> None:
    """The program starts, says so, and keeps what was there."""
    (tmp_path / "settings.toml").write_bytes(damage)
    loaded = SettingsStore(tmp_path).load()
    assert loaded.settings == Settings()
    assert [problem.code for problem in loaded.problems] == ["settings.unreadable"]
    assert not loaded.problems[0].blocks
    assert (tmp_path / "settings-damaged.toml").read_bytes() == damage


def test_one_bad_value_does_not_lose_the_others(tmp_path: Path) -> None:
    """Each field falls back by itself, with a finding that names it."""
    (tmp_path / "settings.toml").write_text(
        'manager_name = "李晓明"\nvalidity_days = 9999\nlanguage = 7\ncolour = "red"\n',
        encoding="utf-8",
    )
    loaded = SettingsStore(tmp_path).load()
    assert loaded.settings == Settings(manager_name="李晓明")
    assert [(problem.code, problem.where.column) for problem in loaded.problems] == [
        ("settings.value", "validity_days"),
        ("settings.value", "language"),
        ("settings.unknown", "colour"),
    ]
    assert loaded.problems[0].parameters == {
        "file": "settings.toml",
        "field": "validity_days",
        "detail": "Expected `int` <= 365",
    }


def test_saving_mends_the_file(tmp_path: Path) -> None:
    """After a save there is no finding any more."""
    (tmp_path / "settings.toml").write_bytes(b"damaged")
    store = SettingsStore(tmp_path)
    store.save(store.load().settings)
    assert store.load() == (Settings(), ())


def test_unwritable_folder_is_a_storage_error(tmp_path: Path) -> None:
    """A file where the folder should be cannot be written into."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageError) as failure:
        SettingsStore(tmp_path / "data").save(Settings())
    assert failure.value.parameters["file"] == "settings.toml"
    assert failure.value.parameters["reason"] == "folder"


def test_folder_in_place_of_the_file_gives_defaults_and_a_finding(tmp_path: Path) -> None:
    """Whatever stands there, the program starts."""
    (tmp_path / "settings.toml").mkdir()
    loaded = SettingsStore(tmp_path).load()
    assert loaded.settings == Settings()
    assert [problem.code for problem in loaded.problems] == ["settings.unreadable"]


def test_file_that_cannot_be_replaced_is_a_storage_error(tmp_path: Path) -> None:
    """A folder stands where the file should be."""
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(StorageError) as failure:
        SettingsStore(tmp_path).save(Settings())
    assert failure.value.parameters["reason"] == "not_written"


def test_damaged_file_is_told_even_if_it_cannot_be_kept(tmp_path: Path) -> None:
    """The copy of the damaged file is a courtesy."""
    (tmp_path / "settings.toml").write_bytes(b"damaged")
    (tmp_path / "settings-damaged.toml").mkdir()
    loaded = SettingsStore(tmp_path).load()
    assert [problem.code for problem in loaded.problems] == ["settings.unreadable"]


def test_author_and_supplier_are_made_from_settings() -> None:
    """What quotes and revisions need stands in the settings, field by field."""
    assert account_manager(_NAMED) == AccountManager("m-7", "李晓明", "13800000000", "L2")
    fields = [name for name in Supplier.__struct_fields__ if name != "contract_number"]
    filled = Settings(**{f"supplier_{field}": field for field in fields})  # type: ignore[arg-type] # every such field is text
    assert msgspec.structs.asdict(supplier(filled)) == {
        **{field: field for field in fields},
        "contract_number": "",
    }


def test_a_pattern_of_contract_numbers_is_the_suppliers_when_it_can_be_used() -> None:
    """The usual one is told by nothing, so that papers of before stay what they are."""
    told = [
        supplier(Settings(contract_number=pattern)).contract_number
        for pattern in ("{number}-{revision}", "HT-{number}.{revision}", "HT-{number}")
    ]
    assert told == ["", "HT-{number}.{revision}", ""]
