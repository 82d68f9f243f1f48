"""What holds for every test: no deadline for random examples, no language left by another test."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("quotewright", deadline=None)
settings.load_profile("quotewright")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Take the texts of a language from the application of this process, which all tests share."""
    yield
    if "app.ui.language" in sys.modules:
        sys.modules["app.ui.language"].install_translation("en")
