"""A workspace of its own for each test, and one with the sample data for those that only read."""

from __future__ import annotations

from datetime import UTC, datetime
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


@pytest.fixture
def sample(workspace: Workspace) -> Workspace:
    """A workspace with the sample data."""
    import_sample(workspace, today=QUOTE_DAY, now=NOON)
    return workspace
