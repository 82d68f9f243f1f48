"""Any file is read to the end: what is right comes in, what is wrong is told, nothing breaks."""

from __future__ import annotations

import json

import pytest

from catalog.problem import Severity
from catalog.tmf620.reading import read_tmf620
from catalog.tmf620.writing import write_tmf620
from tests.builders import DAY, TAX_CLASSES
from tests.catalog.tmf620.samples import (
    found,
    full_content,
    read,
    standard_offering,
    standard_price,
)


def test_a_list_may_be_one_object_with_lists_by_kind() -> None:
    """Then no resource needs a type."""
    offering, price = standard_offering("7"), standard_price("31")
    del offering["@type"], price["@type"]
    file = read({"productOffering": [offering], "productOfferingPrice": [price]})
    assert found(file) == []
    assert [charge.code for charge in file.offerings[0].charges] == ["7.31"]


def test_a_resource_without_type_is_known_by_its_members() -> None:
    """Those that only its class has."""
    offering, price = standard_offering("7"), standard_price("31")
    del offering["@type"], price["@type"]
    specification = {"id": "9", "name": "Line", "brand": "Own"}
    head = {"id": "c", "name": "Catalogue", "version": "5", "catalogType": "ProductCatalog"}
    file = read([offering, price, specification, head])
    assert found(file) == []
    assert len(file.offerings) == 1
    assert (file.version, file.title) == ("5", "Catalogue")
    assert [(shared.id, shared.brand) for shared in file.specifications] == [("9", "Own")]


@pytest.mark.parametrize(
    ("document", "code", "place"),
    [
        (7, "exchange.not_a_list", "$"),
        ({"other": []}, "exchange.not_a_list", "$"),
        ([7], "exchange.unknown_resource", "$[0]"),
        ({"productOffering": 7}, "exchange.unknown_resource", "$.productOffering"),
        ([{"id": "1"}], "exchange.unknown_resource", "$[0]"),
        ([{"id": "1", "@type": "Category"}], "exchange.unknown_resource", "$[0].@type"),
        ([{"@type": "ProductOfferingPrice"}], "exchange.member_missing", "$[0].id"),
    ],
)
def test_what_is_no_resource_is_a_finding(document: object, code: str, place: str) -> None:
    """With its path, the file's name and the resource's identifier."""
    file = read(document)
    assert found(file) == [(code, place)]
    assert file.problems[0].where.file == "f.json"


def test_an_identifier_may_occur_once_in_its_class() -> None:
    """An offering and a price may share it."""
    file = read([standard_offering("31"), standard_offering("31"), standard_price("31")])
    assert found(file) == [("exchange.duplicate_id", "$[1].id")]


@pytest.mark.parametrize(
    "data",
    [b"", b"[", b"[NaN]", b"\xff\xfe[\x00]\x00", b"<html>", b"[" * 200_000 + b"]" * 200_000],
)
def test_what_is_no_json_is_one_finding(data: bytes) -> None:
    """Whatever it is; nesting without end neither."""
    (problem,) = read_tmf620(data, TAX_CLASSES, DAY, file="f.json").problems
    assert (problem.code, problem.where.file) == ("exchange.not_json", "f.json")
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize("number", ["1e999999999", "-1e-999999999", "9" * 80, "0." + "1" * 5000])
def test_a_monstrous_number_is_a_finding(number: str) -> None:
    """It is neither worked out nor written out."""
    price = json.dumps(standard_price("31")).replace("25.5", number)
    file = read_tmf620(f"[{json.dumps(standard_offering())}, {price}]".encode(), TAX_CLASSES, DAY)
    assert [problem.code for problem in file.problems if problem.blocks] == [
        "exchange.number_out_of_range"
    ]
    assert all(len(str(problem.parameters)) < 200 for problem in file.problems)


def test_a_mark_of_the_editor_is_passed_over() -> None:
    """Some put it before UTF-8."""
    data = b"\xef\xbb\xbf" + write_tmf620(full_content(), DAY)
    assert len(read_tmf620(data, TAX_CLASSES, DAY).offerings) == 2


def test_every_finding_of_the_file_is_told_at_once() -> None:
    """Also those of different resources."""
    file = read(
        [
            standard_offering("7", "31", "gone"),
            standard_offering("8", "32", lifecycleStatus="sleeping"),
            standard_price("31", priceType="discount"),
            standard_price("32", tax=[]),
        ]
    )
    assert set(found(file)) == {
        ("exchange.unknown_reference", "$[0].productOfferingPrice[1].id"),
        ("import.unknown_word", "$[2].priceType"),
        ("exchange.tax_missing", "$[3].tax"),
        ("import.unknown_word", "$[1].lifecycleStatus"),
    }
    assert {problem.where.subject for problem in file.problems if problem.blocks} == {
        "7",
        "8",
        "31",
        "32",
    }


def test_no_damage_to_any_member_breaks_the_reader() -> None:
    """Each kind of member of our full file is replaced by other kinds of values; all are read."""
    listed = json.loads(write_tmf620(full_content(), DAY, with_cost=True))
    places = {
        (key, *sorted(node)): (node, key) for resource in listed for node, key in _members(resource)
    }
    assert len(places) > 100
    others: tuple[object, ...] = ("x", -1.5, [{"id": []}])
    for node, key in places.values():
        kept = node[key]
        for other in others:
            node[key] = other
            assert all(problem.where.file == "f.json" for problem in read(listed).problems)
        node[key] = kept
    assert found(read(listed)) == []


def _members(node: object) -> list[tuple[dict[str, object], str]]:
    """Every member of every object inside, with the object that has it."""
    if isinstance(node, list):
        return [place for entry in node for place in _members(entry)]
    if not isinstance(node, dict):
        return []
    own = [(node, key) for key in node]
    return own + [place for value in list(node.values()) for place in _members(value)]
