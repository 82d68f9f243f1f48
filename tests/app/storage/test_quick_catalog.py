"""The quick form of a catalogue says what the stored one says, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.storage.catalog_store import CatalogStore
from app.storage.codec import CATALOG, pack
from app.storage.folders import quick_catalogue_file
from app.storage.quick_catalog import keep_quick, read_quick
from tests.builders import a_bundle, a_catalog, a_charge, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.storage.database import Database
    from catalog.product_catalog import CatalogContent

SMALL = a_catalog(
    an_offering(a_charge()), an_offering(a_charge("FAX.RENT")), bundles=(a_bundle(),)
).content


def stored(content: CatalogContent = SMALL) -> bytes:
    """A catalogue as the database has it."""
    return pack(CATALOG.encode(content))


def test_the_sample_catalogue_comes_back_to_the_byte(tmp_path: Path) -> None:
    """A digest of the price list is the same, whichever form it was read from."""
    content = sample_catalog().content
    keep_quick(tmp_path, stored(content), content)
    read = read_quick(tmp_path, stored(content))
    assert read == content
    assert CATALOG.encode(read) == CATALOG.encode(content)


def test_equal_parts_are_one_object(tmp_path: Path) -> None:
    """As in a catalogue that is read from the stored text."""
    keep_quick(tmp_path, stored(), SMALL)
    read = read_quick(tmp_path, stored())
    assert read is not None
    first, second = read.offerings
    assert first.fabe is second.fabe
    assert first.charges[0].name is second.charges[0].name


def test_it_is_of_one_text_only(tmp_path: Path) -> None:
    """Of another catalogue, or where there is none, it says nothing."""
    assert read_quick(tmp_path, stored()) is None
    keep_quick(tmp_path, stored(), SMALL)
    other = msgspec.structs.replace(SMALL, title="another")
    assert read_quick(tmp_path, stored(other)) is None
    keep_quick(tmp_path, stored(other), other)
    assert read_quick(tmp_path, stored(other)) == other
    assert read_quick(tmp_path, stored()) is None


@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: data[:40] + b"x" * 50])
def test_a_damaged_file_says_nothing(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """The stored text is read instead, and the file is nobody's worry."""
    keep_quick(tmp_path, stored(), SMALL)
    file = quick_catalogue_file(tmp_path)
    file.write_bytes(spoil(file.read_bytes()))
    assert read_quick(tmp_path, stored()) is None


def test_nothing_is_written_twice_and_a_failure_is_none(tmp_path: Path) -> None:
    """It only saves time."""
    keep_quick(tmp_path, stored(), SMALL)
    file = quick_catalogue_file(tmp_path)
    before = file.stat().st_ino
    keep_quick(tmp_path, stored(), SMALL)
    assert file.stat().st_ino == before
    keep_quick(tmp_path / "missing", stored(), SMALL)


def test_the_newest_version_is_read_by_it(database: Database) -> None:
    """Until another one is saved."""
    store = CatalogStore(database)
    store.save(SMALL)
    store.make_quick(msgspec.structs.replace(SMALL, version="older"))
    assert not quick_catalogue_file(database.folder).exists()
    store.make_quick(SMALL)
    assert quick_catalogue_file(database.folder).exists()
    assert store.latest() == SMALL
    newer = msgspec.structs.replace(SMALL, version="newer", title="another")
    store.save(newer)
    assert store.latest() == newer
