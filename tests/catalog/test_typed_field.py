"""A field that is typed has one reading or a reason, and is shown as it would be typed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import pytest

from catalog.cell_text import CellFault
from catalog.typed_field import (
    chosen,
    codes_or,
    count_or,
    names,
    needed,
    optional_name,
    read_codes,
    read_day,
    read_signed,
    read_typed,
    typed,
    typed_text,
    with_typed,
    word_of,
)
from tests.builders import a_charge


class Colour(StrEnum):
    """Two words."""

    RED = "red"
    BLUE = "blue"


def test_one_name_of_a_path_is_changed_and_the_rest_stays() -> None:
    """The English name; the Chinese one is as it was."""
    charge = a_charge("A.RENT")
    field = typed(optional_name(20), "name", "en")
    changed = with_typed(charge, field, "  rental ")
    assert typed_text(changed, field) == "rental"
    assert changed.name.zh == charge.name.zh
    assert with_typed(changed, field, typed_text(charge, field)) == charge


def test_an_amount_is_shown_without_an_exponent() -> None:
    """100 is 100 and not 1E+2."""
    charge = with_typed(a_charge("A.RENT"), typed(read_signed, "list_price"), "100")
    field = typed(read_signed, "list_price")
    hundred = with_typed(charge, typed(lambda _text: Decimal("1E+2"), "list_price"), "")
    assert typed_text(hundred, field) == "100"


def test_lists_take_every_usual_mark_and_each_entry_once() -> None:
    """Commas of both widths, bars, semicolons and line breaks."""
    assert read_codes("A，B;A、C|D\nE") == ("A", "B", "C", "D", "E")
    assert codes_or("ALL")(" ; ") == ("ALL",)
    assert names(10)("城  区；郊区,城 区") == ("城 区", "郊区")


def test_what_may_be_empty_is_nothing_then() -> None:
    """Names, counts and days."""
    assert (optional_name(9)(""), count_or(7)(""), read_day("")) == ("", 7, None)


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (needed(9), "", "cell.empty"),
        (names(3), "好;太长的名字", "cell.too_long"),
        (read_day, "31.2.2026", "cell.ambiguous_date"),
        (count_or(0), "1.5", "cell.not_a_whole_number"),
        (read_signed, "1,234", "cell.ambiguous_number"),
        (word_of(Colour), "green", "import.unknown_word"),
    ],
)
def test_what_has_no_reading_says_why(read: object, text: str, code: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(CellFault) as fault:
        read(text)  # type: ignore[operator] # each is a reader
    assert fault.value.code == code


def test_a_field_of_words_knows_them() -> None:
    """So that a window can offer them."""
    field = chosen(Colour, "colour")
    assert (field.path, field.words) == (("colour",), ("red", "blue"))
    assert read_typed(field, " blue ") is Colour.BLUE
