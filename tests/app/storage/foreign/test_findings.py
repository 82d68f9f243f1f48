"""Every finding can be told in both languages, and hostile text in it is made harmless."""

from __future__ import annotations

import re
import string
from pathlib import Path

import msgspec
import pytest

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.findings import finding
from app.translation import load_words

_ROOT = Path(__file__).resolve().parents[4]
_CODE = re.compile(r'"((?:gate|file|cell)\.[a-z_0-9]+)"')


def _codes_in_the_source() -> set[str]:
    files = [*_ROOT.glob("app/storage/foreign/*.py"), _ROOT / "catalog" / "cell_text.py"]
    return {code for file in files for code in _CODE.findall(file.read_text("utf-8"))}


def _texts(language: str) -> dict[str, dict[str, str]]:
    content = (_ROOT / "resources" / "locale" / language / "gate.toml").read_bytes()
    rooms = msgspec.toml.decode(content, type=dict[str, dict[str, dict[str, str]]])
    return {
        f"{room}.{name}": texts
        for room, entries in rooms.items()
        for name, texts in entries.items()
    }


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_code_has_a_text_and_a_cure(language: str) -> None:
    """And no text is left over."""
    texts = _texts(language)
    assert set(texts) == _codes_in_the_source()
    assert all(set(entry) == {"text", "cure"} and all(entry.values()) for entry in texts.values())


def test_both_languages_name_the_same_values() -> None:
    """A placeholder missing in one of them would hide a fact."""
    chinese, english = _texts("zh_CN"), _texts("en")
    for code in chinese:
        assert _placeholders(chinese[code]["text"]) == _placeholders(english[code]["text"]), code


def test_a_finding_is_told_with_its_values() -> None:
    """Text and cure, in Chinese."""
    found = finding("gate.far_cell", part="价格", cell="XFD1")
    words = load_words("zh")
    assert "XFD1" in found.text(words)
    assert "Ctrl+End" in found.cure(words)


def test_hostile_text_is_made_harmless() -> None:
    """Shortened, without characters that break a line or turn its direction; braces stay text."""
    found = finding("gate.unsafe_part_name", part="a\n\u202e{x}" + "b" * 100)
    assert found.parameters["part"].startswith("a\ufffd\ufffd{x}b")
    assert len(found.parameters["part"]) == 80
    assert "{x}" in found.text(load_words("en"))


def test_refusals_carry_codes_that_are_told_in_any_language() -> None:
    """A log has the codes, in no language."""
    found = finding("file.unclosed_quotation_mark", line=7)
    unreadable = FileUnreadable("a.csv", found)
    told, cure = load_words("en").failure(unreadable)
    assert told == "File a.csv cannot be read: The quotation mark in line 7 is never closed."
    assert cure == "Close it, or save the file as .xlsx."
    refused = FileRefused("a.xlsx", [finding("gate.encrypted_part", part="xl/x.xml")])
    assert "部件 xl/x.xml 已加密。" in load_words("zh").failure(refused)[0]
    assert str(refused) == ("file.refused(file=a.xlsx, reasons=gate.encrypted_part(part=xl/x.xml))")
