"""Tables of texts are read as TOML is."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.paths import resource
from app.text_tables import text_tables

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(resource("locale").glob("*/*.toml"))


def _flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{key}.")
        else:
            found[f"{prefix}{key}"] = str(value)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_text_is_read_as_toml_says(file: Path) -> None:
    """The library reads all of TOML, and takes ten times as long."""
    source = file.read_text(encoding="utf-8")
    assert text_tables(source) == _flat(tomllib.loads(source))


@pytest.mark.parametrize(
    "source",
    [
        'top = "a"\n[a.b]\nname = "c" # said\n\n# more\n"d.e" = "f = [g]"\nx-1 = ""\n',
        '[a]\nname = "with \\"quotes\\", a line\\nand \\\\ \\t"\n',
        '[a]\nname = "\\u4E00"\n',
        '[a]\ntext = """\ntwo\nlines"""\nb = \'c\'\n',
        '[a . b]\n"c" = "#"\n[ d ]\ne="f"\n',
        '[a]\r\nb = "c"\r\n',
        '[a]\nnumber = 3\ntable = { b = "c" }\n',
    ],
)
def test_what_is_unusual_is_read_too(source: str) -> None:
    """Escapes, texts of several lines, spaces, other values."""
    assert text_tables(source) == _flat(tomllib.loads(source))


@pytest.mark.parametrize("source", ['[a]\nb = "c\n', '[a]\nb = "\\q"\n', "b c\n"])
def test_no_toml_is_refused(source: str) -> None:
    """As the library refuses it."""
    with pytest.raises(msgspec.DecodeError):
        text_tables(source)
