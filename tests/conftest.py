"""What holds for every test: the same random examples each time, no language left by another."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# The same examples each time, so that a test that passed passes; `make prove` looks for new ones.
settings.register_profile("quotewright", deadline=None, derandomize=True, database=None)
settings.register_profile("new_examples", deadline=None)
settings.load_profile("quotewright")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Take the texts of a language from the application of this process, which all tests share."""
    yield
    if "app.ui.language" in sys.modules:
        sys.modules["app.ui.language"].install_translation("en")
