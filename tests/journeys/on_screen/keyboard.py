"""A keyboard that has Chinese characters beside the letters, in the place of its media keys.

Real keys can be pressed for them then, whatever input method there is; a Chinese user has one.
"""

from __future__ import annotations

import re
import subprocess
from itertools import zip_longest
from typing import Final

_DEFINED: Final = re.compile(r"^\s*(<\w+>) = \d+;", re.MULTILINE)
_USED: Final = re.compile(r"^\s*key\s+(<\w+>) \{", re.MULTILINE)
_MEDIA: Final = re.compile(r"^\s*key\s+(<\w+>) \{\s*\[[^{}]*XF86[^{}]*\] \};\n", re.MULTILINE)
_SYMBOLS: Final = re.compile(r"(xkb_symbols [^{]*\{\n)")


def give_characters(display: str, text: str) -> None:
    """Let the keyboard of a screen have every character of a text.

    Args:
        display: The screen.
        text: What will be typed there.

    Raises:
        ValueError: There are more characters than keys.
    """
    here = _compile("-xkb", display, "-")
    spare = sorted(set(_DEFINED.findall(here)) - set(_USED.findall(here)))
    spare += sorted(_MEDIA.findall(here))
    characters = [f"U{ord(one):04X}" for one in sorted(set(text)) if not one.isascii()]
    pairs = list(zip_longest(characters[::2], characters[1::2], fillvalue="NoSymbol"))
    if len(pairs) > len(spare):
        raise ValueError(f"{len(characters)} characters are more than {len(spare)} keys hold")
    keys = [
        f"    key {key} {{ [ {plain}, {shifted} ] }};\n"
        for key, (plain, shifted) in zip(spare, pairs, strict=False)
    ]
    there = _SYMBOLS.sub(lambda found: found[1] + "".join(keys), _MEDIA.sub("", here), count=1)
    _compile("-", display, given=there)


def _compile(*words: str, given: str = "") -> str:
    done = subprocess.run(
        ["xkbcomp", "-w", "0", *words], input=given, capture_output=True, text=True, check=True
    )
    return done.stdout
