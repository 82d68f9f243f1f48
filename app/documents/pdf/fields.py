"""Fields of a paragraph: which results are shown as stored, which are worked out anew."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import PageField

if TYPE_CHECKING:
    from app.documents.pdf.formats import RunFormat

_NUMBERS: Final = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "section pages"}
_WRITTEN: Final = {
    "Arabic": "decimal",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "CHINESENUM1": "chineseCounting",
    "CHINESENUM2": "chineseLegalSimplified",
    "CHINESENUM3": "chineseCountingThousand",
    "GB1": "decimalEnclosedFullstop",
    "GB3": "decimalEnclosedCircle",
    "ArabicDash": "numberInDash",
}
_ABOUT_LOOKS: Final = frozenset({"MERGEFORMAT", "CHARFORMAT"})


class Instruction(msgspec.Struct, frozen=True, gc=False):
    """A field's name, its first argument, and its switches by letter without their backslash."""

    name: str
    argument: str = ""
    switches: dict[str, str] = {}


def parse_instruction(text: str) -> Instruction:
    """Split a field instruction into its words."""
    try:
        words = shlex.split(text.replace("\\", "\\\\"))
    except ValueError:  # an unclosed quotation mark
        words = text.split()
    if not words:
        return Instruction("")
    argument, switches, position = "", {}, 1
    while position < len(words):
        word = words[position]
        if word.startswith("\\"):
            following = words[position + 1] if position + 1 < len(words) else ""
            takes = bool(following) and not following.startswith("\\")
            if following.upper() not in _ABOUT_LOOKS:
                switches[word[1:]] = following if takes else ""
            position += takes
        elif not argument:
            argument = word
        position += 1
    return Instruction(words[0].upper(), argument, switches)


def page_field(instruction: Instruction, form: RunFormat, link: str) -> PageField | None:
    """Return the placeholder for a page number, or None for any other field."""
    written = _WRITTEN.get(instruction.switches.get("*", ""), "")
    if instruction.name in _NUMBERS:
        return PageField(_NUMBERS[instruction.name], form, link=link, form=written)
    if instruction.name == "PAGEREF":
        return PageField("reference", form, instruction.argument, link, written)
    return None


def link_target(instruction: Instruction) -> str:
    """Return where a HYPERLINK or linked REF leads; empty for other fields."""
    if instruction.name == "HYPERLINK":
        anchor = instruction.switches.get("l", "")
        return instruction.argument or (f"#{anchor}" if anchor else "")
    if instruction.name in {"REF", "PAGEREF", "NOTEREF"} and "h" in instruction.switches:
        return f"#{instruction.argument}"
    return ""
