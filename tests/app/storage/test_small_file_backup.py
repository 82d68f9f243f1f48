"""Answers to alerts and pins go with each backup and come back with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.storage.alert_store import AlertAnswer, AlertStore
from app.storage.backup import back_up_before_upgrade, back_up_daily, restore
from app.storage.folders import pins_file
from tests.app.storage.stored_values import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.storage.database import Database

ASIDE = AlertAnswer(NOON, reason="已拜访")
OFF = AlertAnswer(NOON, date(2026, 12, 1))


def names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {file.name for file in folder.iterdir() if file.is_file()}


def test_answers_of_the_day_of_a_backup_come_back(database: Database) -> None:
    """One put aside then stays aside; one put off later is shown again, and is kept aside."""
    store = AlertStore(database.folder)
    store.save_answers({"a": ASIDE})
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    store.save_answers({"a": ASIDE, "b": OFF})
    database.close()
    restore(database.folder, made, NOON)
    assert store.answers() == {"a": ASIDE}
    later = database.folder / "replaced-20261123-120000.alert-answers.json"
    assert b'"b"' in later.read_bytes()


def test_a_backup_brings_them_to_another_folder(database: Database, tmp_path: Path) -> None:
    """As on a new computer; the backup before an upgrade has them as well."""
    AlertStore(database.folder).save_answers({"a": ASIDE})
    made = back_up_before_upgrade(database.folder, "0001")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    restore(folder, made, NOON)
    assert AlertStore(folder).answers() == {"a": ASIDE}


def test_a_backup_without_them_leaves_them_alone(database: Database) -> None:
    """It was made before anything was answered or pinned, or by an older program."""
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    AlertStore(database.folder).save_answers({"a": ASIDE})
    database.close()
    restore(database.folder, made, NOON)
    assert AlertStore(database.folder).answers() == {"a": ASIDE}


def test_what_was_pinned_later_is_kept_aside(database: Database) -> None:
    """The backup has answers and no pins: then there were none."""
    AlertStore(database.folder).save_answers({"a": ASIDE})
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    pins_file(database.folder).write_text("{}", encoding="utf-8")
    database.close()
    restore(database.folder, made, NOON)
    assert not pins_file(database.folder).exists()
    assert "replaced-20261123-120000.pins.json" in names(database.folder)


def test_they_are_thinned_with_their_backup(database: Database) -> None:
    """Of twenty days fifteen and the last of an older month are kept, each with its answers."""
    AlertStore(database.folder).save_answers({"a": ASIDE})
    for day in range(20):
        back_up_daily(database.folder, NOON + timedelta(days=day))
    kept = names(database.folder / "backups")
    backups = {name.removesuffix(".db") for name in kept if name.endswith(".db")}
    answers = {name.removesuffix(".alert-answers.json") for name in kept if "answers" in name}
    assert answers == backups
    assert len(kept) == 2 * len(backups) < 40
