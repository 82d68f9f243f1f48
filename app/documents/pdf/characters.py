"""Which characters are Chinese, where a line may not break, what stands beside what. Pure."""

from __future__ import annotations

import re
from typing import Final

# Marks that both scripts use; their neighbours or a hint decide.
AMBIGUOUS: Final = frozenset("“”‘’—…·–‐℃×÷±≥≤≈→←↑↓■□▲△●○★☆◆◇§°′″‰№")
_CHINESE: Final = (
    r"\u1100-\u11ff\u2460-\u24ff\u2e80-\u303f\u3040-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    r"\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\u3248-\u32ff"
    r"\U00020000-\U0003ffff"
)
_IS_CHINESE: Final = re.compile(f"[{_CHINESE}]")
_TOKENS: Final = re.compile(
    f"[{_CHINESE}{''.join(sorted(AMBIGUOUS))}]| |[^ {_CHINESE}{''.join(sorted(AMBIGUOUS))}]+"
)
# 避头尾: marks that may not begin a line, and marks that may not end one.
NO_START: Final = frozenset(
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞﹚！＂％＇），．：；？］｀｜｝～￠・ー々"
    "／/\u2014\u2011"
)
NO_END: Final = frozenset("$([{£¥‘“〈《「『【〔〖〝﹗（．［｛￡￥№#＃＄") - frozenset("﹗．")
# Full-width marks whose right half is blank, and those whose left half is blank.
CLOSERS: Final = frozenset("、。〉》」』】〕〗），．：；］｝”’")
OPENERS: Final = frozenset("〈《「『【〔〖（［｛“‘")
# Marks that may stand in the margin rather than begin a line.
HANGING: Final = frozenset("、。，．：；！？")
_UNBROKEN_PAIRS: Final = frozenset({"——", "……", "－－", "──"})
_AFTER_LATIN: Final = frozenset("/?&=\\|_@")
_COMPOUND: Final = re.compile("(?<=[a-z]-)(?=[a-z])")
_LONGEST_TOKEN: Final = 24


def is_chinese(character: str) -> bool:
    """Tell whether a character is set in the East Asian font, whatever stands beside it."""
    return _IS_CHINESE.match(character) is not None


def tokens(text: str) -> list[str]:
    """Split text where it may be treated differently.

    Each Chinese character, each ambiguous mark and each space stands alone; a run of Latin letters,
    digits and marks stays one token, so that no word and no number can break inside.
    """
    return _TOKENS.findall(text)


def pieces(token: str) -> list[str]:
    """Cut a Latin token where a line may end inside it.

    That is after the hyphen of a compound word (low-noise, not SD-WAN), and in an over-long token,
    such as a web address, after its separators.
    """
    if len(token) <= _LONGEST_TOKEN:
        return _COMPOUND.split(token) if "-" in token else [token]
    found, start = [], 0
    for position, character in enumerate(token[:-1], 1):
        if character in _AFTER_LATIN and token[position] not in _AFTER_LATIN:
            found.append(token[start:position])
            start = position
    return [*found, token[start:]]


def may_break(before: str, after: str, *, chinese: bool) -> bool:
    """Tell whether a line may end between two neighbouring characters.

    Args:
        before: The last character of the line.
        after: The first character of the next line.
        chinese: Either of them is set as a Chinese character.
    """
    if after in NO_START and not (before == " " and after not in CLOSERS):
        return False
    if after == " " or before in NO_END or before == "\u00a0" or after == "\u00a0":
        return False
    if before + after in _UNBROKEN_PAIRS:
        return False
    if before == "-":
        return chinese or after.islower()
    return chinese or before == " " or before in _AFTER_LATIN


def needs_gap(before: str, after: str) -> bool:
    """Tell whether a quarter em stands between them: Chinese letters beside Latin ones."""
    if before in AMBIGUOUS or after in AMBIGUOUS:
        return False
    return (_is_ideograph(before) and _is_latin(after)) or (
        _is_latin(before) and _is_ideograph(after)
    )


def overlap(before: str, after: str) -> float:
    """Return by how much of an em two full-width marks move together: ）。 loses half an em."""
    closing = before in CLOSERS and (after in CLOSERS or after in OPENERS)
    opening = before in OPENERS and after in OPENERS
    return 0.5 if closing or opening else 0.0


def _is_ideograph(character: str) -> bool:
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or ("\U00020000" <= character <= "\U0003ffff")
    )


def _is_latin(character: str) -> bool:
    return character.isalnum() and not is_chinese(character)
