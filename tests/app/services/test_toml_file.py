"""A file of our own text format is one value, or one finding with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.errors import FileUnreadable
from app.services.toml_file import read_toml
from catalog.problem import Place, Problem
from pricing.item import QuoteItem

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
id = "i1"
offering = "PACK"
alterations = [{ kind = "free_months", months = 2 }, { kind = "percentage", percent = "5" }]
"""


def read(folder: Path, text: str) -> QuoteItem | tuple[Problem, ...]:
    """What a file with this text comes to."""
    path = folder / "item.toml"
    path.write_text(text, encoding="utf-8")
    return read_toml(path, QuoteItem)


def test_a_file_is_its_value_with_or_without_a_mark(tmp_path: Path) -> None:
    """Editors on Windows mark a text as UTF-8."""
    item = read(tmp_path, TEXT)
    assert isinstance(item, QuoteItem)
    assert item.offering == "PACK"
    assert read(tmp_path, "\ufeff" + TEXT) == item


@pytest.mark.parametrize("figure", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_decimal_that_is_no_number_is_told_with_its_place(tmp_path: Path, figure: str) -> None:
    """It could be stored, and never be read back."""
    assert read(tmp_path, TEXT.replace('"5"', f'"{figure}"')) == (
        Problem(
            "import.field_wrong",
            where=Place(file="item.toml", column="$.alterations[1].percent"),
            parameters={"fault": "no_number"},
        ),
    )


def test_a_large_decimal_is_a_number(tmp_path: Path) -> None:
    """Whether it makes sense is for pricing to say."""
    item = read(tmp_path, TEXT.replace('"5"', '"1E+400"'))
    assert isinstance(item, QuoteItem)
    assert item.alterations[1].percent == Decimal("1E+400")  # type: ignore[union-attr] # a percentage


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        (TEXT.replace("offering", "ofering"), "import.field_wrong", ""),
        (
            TEXT.replace("months = 2", 'months = "two"'),
            "import.field_wrong",
            "$.alterations[0].months",
        ),
        ("id = ", "import.not_toml", ""),
        ("\xff\xfe", "import.not_toml", ""),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, column: str
) -> None:
    """A misspelt field, a wrong value, no TOML at all."""
    problems = read(tmp_path, text)
    assert isinstance(problems, tuple)
    problem = problems[0]
    assert problem.code == code
    assert problem.where.file == "item.toml"
    assert problem.where.column in {column, "$.ofering"}


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(FileUnreadable) as failure:
        read_toml(tmp_path / "gone.toml", QuoteItem)
    assert "gone.toml" in str(failure.value.parameters.values())
