"""Every wrong field is found, at its place in the file as it is."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from app.services.field_faults import field_faults
from app.services.import_catalog import BundleFile


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    """A part."""

    code: str
    count: int
    note: str = ""


class Outer(msgspec.Struct, forbid_unknown_fields=True):
    """A file."""

    parts: list[Inner]
    title: str = ""


RIGHT = {"code": "A", "count": 1}


@pytest.mark.parametrize(
    ("plain", "places"),
    [
        ({"parts": [RIGHT]}, []),
        ({"parts": [{**RIGHT, "count": "x"}]}, ["$.parts[0].count"]),
        ({"parts": [{**RIGHT, "cout": 1}]}, ["$.parts[0]"]),
        ({"parts": [{"code": "A"}]}, ["$.parts[0]"]),
        ({"parts": [{"code": "A"}, RIGHT, {"count": 2}]}, ["$.parts[0]", "$.parts[2]"]),
        ({"parts": [7, RIGHT, {**RIGHT, "note": 1}]}, ["$.parts[0]", "$.parts[2].note"]),
        (
            {"parts": [{"code": 1, "count": "x", "note": 2}], "title": 3},
            ["$.parts[0].code", "$.parts[0].count", "$.parts[0].note", "$.title"],
        ),
        ({"part": []}, ["$", "$"]),
        ([], ["$"]),
    ],
)
def test_every_fault_has_its_place(plain: Any, places: list[str]) -> None:  # noqa: ANN401 (JSON)
    """Places are those of the file, also after something before them was taken out."""
    assert sorted(found.place for found in field_faults(plain, Outer)) == sorted(places)


def test_many_mistakes_in_a_file_of_bundles_come_at_once() -> None:
    """A wrong term, a misspelt field and a wrong date in three bundles."""
    bundle = {"code": "P", "name": {"zh": "套"}, "segments": ["SMB"], "price": "1", "term": 12}
    wrong = [
        {**bundle, "components": [], "term": "x"},
        {**bundle, "components": [], "colour": "red"},
        {**bundle, "components": [{"charge": "A"}], "valid": {"first": "soon"}},
    ]
    found = field_faults({"bundle": wrong}, BundleFile)
    assert [one.place for one in found][:2] == ["$.bundle[0].term", "$.bundle[1]"]
    assert {one.place for one in found[2:]} == {
        "$.bundle[2].components[0]",
        "$.bundle[2].valid.first",
    }


def test_the_data_are_left_as_they_are() -> None:
    """Whoever looks on them afterwards sees the file."""
    plain = {"parts": [{"code": 1, "count": 1}]}
    field_faults(plain, Outer)
    assert plain == {"parts": [{"code": 1, "count": 1}]}
