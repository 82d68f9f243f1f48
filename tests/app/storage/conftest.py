"""An open database in a folder of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new database, closed afterwards."""
    opened = Database.open(tmp_path / "data")
    yield opened
    opened.close()
