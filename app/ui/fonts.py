"""The typefaces of the window: Inter for Latin and digits, the system's face for Chinese.

Inter is shipped (OFL, ``resources/fonts``); a Chinese face is not: every Chinese Windows has
Microsoft YaHei UI, which may not be redistributed, and Linux has Noto Sans CJK.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

FAMILIES: Final = (
    "Inter",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)
_FACES: Final = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


def load_fonts() -> tuple[str, ...]:
    """Register the shipped faces with Qt once per application.

    Returns:
        The names of the font files that could not be loaded; the system's faces stand in.
    """
    return tuple(
        face
        for face in _FACES
        if QFontDatabase.addApplicationFont(str(resource("fonts", face))) < 0
    )


def make_font(pixels: int, weight: int) -> QFont:
    """Return the window's font in a height in logical pixels and a weight from 400 to 600.

    Digits are tabular, so that figures of different rows stand exactly under each other. Hinting
    is off: at 125 % and 150 % hinted glyphs would be moved to whole pixels unevenly.
    """
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
