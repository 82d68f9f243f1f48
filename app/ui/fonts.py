"""The typefaces of the window: Inter for Latin and digits, the system's face for Chinese.

Inter is shipped (OFL, ``resources/fonts``); a Chinese face is not: every Chinese Windows has
Microsoft YaHei UI, which may not be redistributed, and Linux has Noto Sans CJK.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

if TYPE_CHECKING:
    from app.ui.tokens import TextStyle

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


def make_font(style: TextStyle) -> QFont:
    """Return the font of one step of the type scale.

    Digits are tabular, so that figures of different rows stand exactly under each other. Hinting
    is off: at 125 % and 150 % hinted glyphs would be moved to whole pixels unevenly.
    """
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(style.pixels)
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
