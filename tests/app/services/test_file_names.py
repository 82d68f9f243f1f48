"""Names of files that every file system takes."""

from __future__ import annotations

import pytest

from app.services.file_names import file_name, unknown_fields


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{customer}-{number}", "幼苗幼儿园-QW-1"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("{customer} 方案. . ", "幼苗幼儿园 方案"),
        ("con", "_con"),
        ("LPT1.contract", "_LPT1.contract"),
        ("console", "console"),
        ("a\u202eb\nc", "a_b_c"),
        ("{nothing}", "{nothing}"),
        ("...", "_"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_what_a_file_system_refuses_is_not_in_a_name(pattern: str, name: str) -> None:
    """Forbidden characters, ends, device names, hidden marks; unknown fields stay to be seen."""
    assert file_name(pattern, {"customer": "幼苗幼儿园", "number": "QW-1"}) == name


def test_a_long_name_is_cut_between_characters() -> None:
    """Sixty Chinese characters are 180 bytes; one letter before them leaves room for 59."""
    assert file_name("a{title}", {"title": "案" * 300}) == "a" + "案" * 59


def test_a_value_cannot_name_a_folder_or_a_field() -> None:
    """A customer called like a path or a field stays a name."""
    assert file_name("{customer}", {"customer": "../{number}"}) == "_{number}"


def test_unknown_fields_are_told() -> None:
    """In order, only those that do not exist."""
    assert unknown_fields("{customer}{colour}-{x}") == ("colour", "x")
