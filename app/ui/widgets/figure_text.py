"""What a person may type into a figure cell, also with a Chinese input method."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from PySide6.QtGui import QValidator

# Digits, a decimal mark, grouping, a percent sign, a sign, 折 as in 8.5折, and = as in =85.
_ALLOWED: Final = re.compile(r"=?[0-9.,%折+\-]{0,16}")
_DIGIT: Final = re.compile(r"[0-9]")
_MARKS: Final = str.maketrans({"。": ".", "−": "-", "–": "-", "、": ","})
_DECORATION: Final = re.compile(r"[¥,%\s]")


def normal_text(text: str) -> str:
    """Return typed text in half width: full-width digits and marks become plain ones."""
    return unicodedata.normalize("NFKC", text.translate(_MARKS)).strip()


def figure_text(text: str) -> str:
    """Return a shown figure as it is edited: without currency sign, grouping and percent sign."""
    return _DECORATION.sub("", normal_text(text))


class FigureValidator(QValidator):
    """Accepts a figure and turns full-width input into half width while it is typed."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return the state, the text in half width and the cursor kept inside it."""
        plain = normal_text(text)
        cursor = min(position, len(plain))
        if not _ALLOWED.fullmatch(plain):
            return QValidator.State.Invalid, plain, cursor
        if not _DIGIT.search(plain):
            return QValidator.State.Intermediate, plain, cursor
        return QValidator.State.Acceptable, plain, cursor
