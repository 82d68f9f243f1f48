"""Members are read by type; what is wrong is told with its path and read as missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.problem import Severity
from tests.catalog.tmf620.samples import a_node, codes


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(25, Decimal(25)), (Decimal("25.50"), Decimal("25.50")), (-400, Decimal(-400)), (None, None)],
)
def test_a_number_keeps_its_digits(value: object, wanted: Decimal | None) -> None:
    """Also below zero: a subsidy is one."""
    node = a_node(value=value)
    assert node.number("value") == wanted
    assert str(node.number("value")) == str(wanted)
    assert codes(node) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("25", "exchange.wrong_type"),
        (True, "exchange.wrong_type"),
        ({}, "exchange.wrong_type"),
        (Decimal("0.1234567"), "exchange.number_out_of_range"),
        (Decimal("1E+999999"), "exchange.number_out_of_range"),
        (10**12, "exchange.number_out_of_range"),
    ],
)
def test_what_is_no_price_is_a_finding(value: object, code: str) -> None:
    """Texts are no numbers, and what cannot be counted in 0.000001 yuan is no price."""
    node = a_node(id="P1", value=value)
    assert node.number("value") is None
    (problem,) = node.findings.everything()
    assert (problem.code, problem.where.column) == (code, "$[0].value")
    assert (problem.where.file, problem.where.subject) == ("f.json", "P1")


@pytest.mark.parametrize("value", [-1, Decimal("1.5"), 10**9 + 1])
def test_a_count_is_a_whole_number_from_zero(value: object) -> None:
    """And small enough to be a quantity."""
    node = a_node(value=value)
    assert node.count("value") is None
    assert codes(node) == ["exchange.number_out_of_range"]


def test_a_count_may_be_written_with_decimals() -> None:
    """Some systems write 12.0."""
    assert a_node(value=Decimal("12.0")).count("value") == 12


def test_text_is_kept_as_it_is() -> None:
    """Line breaks and double spaces too, so that an export comes back the same."""
    node = a_node(name=" 固话\n  月租 ", none=None)
    assert node.text("name") == " 固话\n  月租 "
    assert node.text("none") == node.text("gone") == ""
    assert codes(node) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\u202eb", "cell.direction_character"),
        ("a\x00b", "cell.control_character"),
        ("x" * 4001, "cell.too_long"),
    ],
)
def test_text_that_the_eye_cannot_check_is_refused(text: str, code: str) -> None:
    """Characters that reorder or hide what is read."""
    node = a_node(name=text)
    assert node.text("name") == ""
    assert codes(node) == [code]


def test_lists_and_objects_are_told_with_the_place_of_the_entry() -> None:
    """The good entries are read all the same."""
    node = a_node(parts=[{"id": "a"}, 7, {"id": "b"}], words=["x", 1], one={"id": "c"}, no=[])
    assert [part.text("id") for part in node.children("parts")] == ["a", "b"]
    assert [part.path for part in node.children("parts")] == ["$[0].parts[0]", "$[0].parts[2]"]
    assert node.texts("words") == ("x",)
    child = node.child("one")
    assert child is not None
    assert child.path == "$[0].one"
    assert node.child("no") is None
    assert node.children("one") == []
    problems = [(p.where.column, p.parameters["wanted"]) for p in node.findings.everything()]
    assert problems == [
        ("$[0].parts[1]", "object"),  # read twice above, told once
        ("$[0].words[1]", "string"),
        ("$[0].no", "object"),
        ("$[0].one", "array"),
    ]


def test_a_flag_is_true_or_false_and_nothing_else() -> None:
    """Missing means what the reader says."""
    node = a_node(yes=True, no=False, text="true")
    assert node.flag("yes", otherwise=False)
    assert not node.flag("no", otherwise=True)
    assert node.flag("gone", otherwise=True)
    assert not node.flag("text", otherwise=False)
    assert codes(node) == ["exchange.wrong_type"]


def test_the_same_warning_is_told_once_with_its_count() -> None:
    """Behind the errors, with the first place."""
    node = a_node(place=[{"id": "SH"}], channel=[], agreement=[{"id": "1"}])
    for _ in range(3):
        node.not_kept("place", "channel")
    node.not_kept("agreement")
    node.problem("exchange.percentage", "percentage")
    error, place, agreement = node.findings.everything()
    assert error.severity is Severity.ERROR
    assert place.severity is Severity.WARNING
    assert place.where.column == "$[0].place"
    assert place.parameters == {"field": "place", "count": "3"}
    assert agreement.parameters == {"field": "agreement", "count": "1"}
