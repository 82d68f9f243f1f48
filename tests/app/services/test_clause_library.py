"""Promises of reading the clause library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import UnknownFormat
from app.services.clause_library import load_clauses

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """id = "{id}"
name = {{ zh = "名", en = "Name" }}
standard = true
responsible = "法务部"
article = "price"
[[versions]]
version = 1
texts = [{{ zh = "旧。", en = "Old." }}]
[[versions]]
version = 2
texts = [{{ zh = "新，见{{see:breach}}。", en = "New, see {{see:breach}}." }}]
"""


def _written(folder: Path, text: str, name: str = "one") -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_newest_version_is_offered_and_older_ones_are_known(tmp_path: Path) -> None:
    """Quotes that chose an older one keep it."""
    _written(tmp_path, GOOD.format(id="one"))
    (found,) = load_clauses(tmp_path)
    assert (found.clause.version, [one.version for one in found.earlier]) == (2, [1])
    assert found.earlier[0].texts[0].zh == "旧。"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "one"', 'id = "two"', "id: two"),
        ('"price"', '"prize"', "article: prize"),
        ('article = "price"', "", "title"),
        ("version = 2", "version = 1", "versions"),
        ("see:breach", "see:nobody", "see:nobody"),
        ("新，", "{{ x }}", "texts"),
        ('en = "Old."', 'en = ""', "texts"),
        ("standard", "usual", "usual"),
    ],
)
def test_file_that_could_not_be_printed_is_refused(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    """With the file and the reason, before anybody chooses it."""
    _written(tmp_path, GOOD.format(id="one").replace(old, new))
    with pytest.raises(UnknownFormat) as refusal:
        load_clauses(tmp_path)
    assert refusal.value.parameters["file"] == "one.toml"
    assert reason in refusal.value.parameters["reason"]


def test_alternatives_of_the_library_are_not_standard() -> None:
    """What is paid when is decided by somebody: both payment clauses raise the flag."""
    payment = [one for one in load_clauses() if one.clause.family == "payment"]
    assert [one.standard for one in payment] == [False, False]
