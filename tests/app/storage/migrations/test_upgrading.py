"""Promises of schema upgrades: backup first, then all or nothing; a newer schema is refused."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from app.errors import NewerData, StorageError
from app.quoting.customer import Customer, Site
from app.storage.customer_store import CustomerStore
from app.storage.database import Database
from app.storage.migrations.upgrading import (
    OUR_HISTORY,
    SchemaHistory,
    bring_up_to_date,
    version_of,
)
from app.storage.quote_store import QuoteStore
from app.storage.schema import CURRENT_VERSION, METADATA, VERSIONS
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, a_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

MUSEUM = Path(__file__).parent / "museum"
"""The tables of each released version, as SQLite tells them."""

_NEXT = f"{len(VERSIONS) + 1:04d}"
"""The version that would come after ours."""
_SECOND = '''"""A version after ours."""
revision = "{number}"
down_revision = "{former}"
from alembic import op
import sqlalchemy as sa
def upgrade():
    op.add_column("customers", sa.Column("city", sa.Text, nullable=False, server_default=""))
    op.create_table("cities", sa.Column("name", sa.Text, primary_key=True))
    op.execute("INSERT INTO cities VALUES ('苏州')")
'''
_THIRD = '''"""A version that fails at its end."""
revision = "{number}"
down_revision = "{former}"
from alembic import op
def upgrade():
    op.execute("DROP TABLE cities")
    op.execute("UPDATE quotes SET title = 'half'")
    op.execute("INSERT INTO nowhere VALUES (1)")
'''


def _history(folder: Path, *steps: str) -> SchemaHistory:
    """Our history with more versions after ours."""
    shutil.copytree(OUR_HISTORY.scripts, folder, ignore=shutil.ignore_patterns("__pycache__"))
    versions = list(VERSIONS)
    for step in steps:
        number, former = f"{len(versions) + 1:04d}", versions[-1]
        versions.append(number)
        script = step.format(number=number, former=former)
        (folder / "versions" / f"v{number}_step.py").write_text(script, encoding="utf-8")
    return SchemaHistory(tuple(versions), folder, OUR_HISTORY.create)


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Database]:
    """A database of our version with a quote."""
    database = Database.open(tmp_path / "data")
    QuoteStore(database).create(a_quote(), now=NOON)
    yield database
    database.close()


def _version(database: Database) -> str | None:
    with database.reading() as connection:
        return version_of(connection)


def _tables(connection: Connection) -> set[str]:
    return set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())


def test_new_database_has_the_newest_version(filled: Database) -> None:
    """A new database gets its tables directly and needs no upgrade."""
    assert _version(filled) == CURRENT_VERSION
    bring_up_to_date(filled)
    assert not (filled.folder / "backups").exists()


def test_upgrade_keeps_the_records(filled: Database, tmp_path: Path) -> None:
    """Columns, tables and rows of the steps are there, and so is the quote."""
    bring_up_to_date(filled, _history(tmp_path / "scripts", _SECOND))
    assert _version(filled) == _NEXT
    with filled.reading() as connection:
        assert connection.execute(text("SELECT name FROM cities")).scalars().all() == ["苏州"]
        connection.execute(text("SELECT city FROM customers"))
    assert QuoteStore(filled).load("q-1").quote == a_quote()
    assert filled.integrity() == ()


def test_customers_of_before_are_found_by_their_sites(filled: Database) -> None:
    """Version 11 adds them to the text that is searched, once."""
    store = CustomerStore(filled)
    school = Customer("c-7", "海滨学校", "SMB", sites=(Site("s", "南校区", "滨江路8号"),))
    store.save(school, Bills(), now=NOON)
    with filled.writing() as connection:
        connection.execute(text("UPDATE customers SET search_text = 'c-7\n海滨学校'"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))
    assert store.search("滨江路") == ()
    with filled.writing() as connection:  # what came with later versions is not there yet
        connection.execute(text("DROP TABLE market_tables"))
        connection.execute(text("DROP TABLE market_edits"))
        connection.execute(text("DROP TABLE sales_libraries"))
        connection.execute(text("ALTER TABLE customers DROP COLUMN card"))
    bring_up_to_date(filled)
    assert [row.id for row in store.search("南校区 滨江路8号 海滨")] == ["c-7"]


def test_upgrade_makes_a_backup_first(filled: Database, tmp_path: Path) -> None:
    """The backup has the old version and the records; a second upgrade makes another."""
    bring_up_to_date(filled, _history(tmp_path / "scripts", _SECOND))
    backup = filled.folder / "backups" / f"before-upgrade-{CURRENT_VERSION}-1.db"
    with contextlib.closing(sqlite3.connect(backup)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (CURRENT_VERSION,)
        ]
        assert old.execute("SELECT id FROM quotes").fetchall() == [("q-1",)]


def test_failing_upgrade_changes_nothing(filled: Database, tmp_path: Path) -> None:
    """The steps that worked are undone with the one that failed."""
    with filled.reading() as connection:
        before = _tables(connection)
    with pytest.raises(StorageError):
        bring_up_to_date(filled, _history(tmp_path / "scripts", _SECOND, _THIRD))
    assert _version(filled) == CURRENT_VERSION
    with filled.reading() as connection:
        assert _tables(connection) == before
        with pytest.raises(OperationalError, match="city"):
            connection.execute(text("SELECT city FROM customers"))
    assert QuoteStore(filled).load("q-1").quote == a_quote()


def test_newer_schema_is_refused_untouched(filled: Database) -> None:
    """A database of a newer program is not opened, and not a byte of it changes."""
    with filled.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    filled.close()
    before = filled.file.read_bytes()
    with pytest.raises(NewerData) as failure:
        Database.open(filled.folder)
    assert failure.value.parameters == {
        "record": "database",
        "place": "schema",
        "detail": f"9999, this program knows {CURRENT_VERSION}",
    }
    assert filled.file.read_bytes() == before
    assert [file.name for file in filled.folder.iterdir()] == ["quotewright.db"]


def test_our_versions_are_a_chain_of_scripts() -> None:
    """Each known version has its Alembic revision, in this order."""
    scripts = ScriptDirectory(str(OUR_HISTORY.scripts))
    chain = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(chain)) == VERSIONS


def test_alembic_is_imported_only_for_an_old_schema(tmp_path: Path) -> None:
    """Opening a new and an existing database costs no import of Alembic."""
    program = (
        "import pathlib, sys\n"
        "from app.storage.database import Database\n"
        "for _ in range(2): Database.open(pathlib.Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"


def _schema(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {str(sql).strip() for (sql,) in rows}


def _museum(version: str) -> str:
    return (MUSEUM / f"{version}.sql").read_text("utf-8")


def test_schema_changes_only_with_a_new_version(filled: Database) -> None:
    """The tables are those kept for this version: a change of them needs a migration."""
    filled.close()
    with (
        contextlib.closing(sqlite3.connect(filled.file)) as present,
        contextlib.closing(sqlite3.connect(":memory:")) as kept,
    ):
        kept.executescript(_museum(CURRENT_VERSION))
        assert _schema(present) == _schema(kept)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_released_schema_can_be_opened(version: str, tmp_path: Path) -> None:
    """A database made with the tables of each version opens and holds quotes."""
    with contextlib.closing(sqlite3.connect(tmp_path / "quotewright.db")) as old:
        old.executescript(_museum(version))
        old.execute("INSERT INTO alembic_version VALUES (?)", (version,))
        old.commit()
    database = Database.open(tmp_path)
    assert _version(database) == CURRENT_VERSION
    with database.reading() as connection:
        for table in METADATA.sorted_tables:
            stored = inspect(connection).get_columns(table.name)
            assert {column["name"] for column in stored} == set(table.columns.keys())
    QuoteStore(database).create(a_quote(), now=NOON)
    assert QuoteStore(database).load("q-1").quote == a_quote()
    database.close()


def test_revisions_frozen_before_the_log_count_as_issued(tmp_path: Path) -> None:
    """One took of a promotion, its successor nothing: what the first took is free again."""
    with contextlib.closing(sqlite3.connect(tmp_path / "quotewright.db")) as old:
        old.executescript(_museum("0004"))
        old.execute("INSERT INTO alembic_version VALUES ('0004')")
        at = "2026-11-23T00:00:00.000000+00:00"
        old.execute(
            "INSERT INTO quotes VALUES ('q', 'N', '', 'c', '', '2026-12-01', ?, ?, 1, 0, '')",
            (at, at),
        )
        for sequence, label in enumerate("AB", 1):
            row = ("q", label, sequence, label, at, b"{}")
            old.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?)", row)
        old.execute("INSERT INTO promotion_uses VALUES ('q', 'A', 'P', 'c', 500)")
        old.commit()
    database = Database.open(tmp_path)
    assert QuoteStore(database).used_of_promotions("c", "") == {}
    database.close()
