"""Typing errors are forgiven where nothing was found, and only then asked for."""

from __future__ import annotations

import pytest

from catalog.search import CatalogIndex, similar
from catalog.selection import BUNDLES, Selection
from tests.sample import sample_catalog

INDEX = CatalogIndex(sample_catalog().content)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kuandia", "宽带"),
        ("MSPT", "MSTP"),
        ("以太专现", "以太专线"),
        ("商务采铃", "商务彩铃"),
        ("mspt 100m", "MSTP以太专线 100M"),
    ],
)
def test_a_typing_error_still_finds_what_was_meant(typed: str, meant: str) -> None:
    """Letters the wrong way round, a wrong character, one wrong word of two."""
    found = similar(INDEX, typed, Selection())
    assert found.similar
    assert any(meant in hit.name.zh for hit in found.hits)


@pytest.mark.parametrize("typed", ["", "q", "kd", "qxqxqx zwzw", "㊀㊁㊂㊃㊄"])
def test_what_is_like_nothing_finds_nothing(typed: str) -> None:
    """One or two letters would be like everything."""
    assert similar(INDEX, typed, Selection()).hits == ()


def test_a_selection_and_a_limit_hold() -> None:
    """Nothing else is found, and more than the limit is told."""
    hits = similar(INDEX, "kuandia", Selection(family=BUNDLES)).hits
    assert all(hit.is_bundle for hit in hits)
    found = similar(INDEX, "kuandia", Selection(), limit=1)
    assert (len(found.hits), found.more) == (1, True)


def test_one_may_leave_in_between() -> None:
    """What is called every few milliseconds may raise."""

    class Left(Exception):
        pass

    def leave() -> None:
        raise Left

    with pytest.raises(Left):
        similar(INDEX, "kuandia", Selection(), go_on=leave)
