"""A workspace of its own for each test, empty or with the sample data."""

from __future__ import annotations

from datetime import UTC, datetime
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new workspace, closed afterwards."""
    opened = Workspace.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample data, to be copied."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    opened = Workspace.open(folder)
    import_sample(opened, today=QUOTE_DAY, now=NOON)
    opened.close()
    return folder


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with the sample data, closed afterwards."""
    opened = Workspace.open(copytree(sample_folder, tmp_path / "sample"))
    yield opened
    opened.close()
