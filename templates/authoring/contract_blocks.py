"""Building blocks of the contract: fonts, colours, rules."""

from __future__ import annotations

from typing import Final

from templates.authoring.styles import Fonts

BODY: Final = Fonts("Times New Roman", "宋体")
HEAD: Final = Fonts("Arial", "黑体")
INK: Final = "111827"
MUTED: Final = "5B6472"
ACCENT: Final = "2F5CE5"
RULE: Final = "B9C1CE"
PALE: Final = "F5F7FC"
WIDTH: Final = 166.0
# Without an indent, older layout rules move a table left by its padding; a hair's breadth stops
# them, so a box stands flush with the text everywhere.
FLUSH: Final = 0.02
LINES: Final = " ".join(f"{side}=4:{RULE}" for side in ("top", "bottom", "insideH"))
BOX: Final = " ".join(
    f"{side}=4:{RULE}" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
