"""Colours can be read, and are written down in one place only."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from app.ui import tokens
from app.ui.tokens import DARK, LIGHT, Colors, contrast

ROOT = Path(__file__).resolve().parents[3]
COLOR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")

READ = [
    *(
        (text, ground)
        for text in ("text", "text2", "text3")
        for ground in ("canvas", "nav", "surface", "sunken", "raised", "hover", "selected")
    ),
    ("accent_text", "surface"),
    ("accent_text", "accent_soft"),
    ("accent_text", "raised"),
    *(("on_accent", fill) for fill in ("accent", "accent_hover", "accent_press")),
    ("on_accent", "bad_fill"),
    ("on_accent", "bad_fill_hover"),
    *((state, ground) for state in ("ok", "warn", "bad") for ground in ("surface", "selected")),
    *((state, f"{state}_soft") for state in ("ok", "warn", "bad")),
    ("text", "accent_soft"),
    ("text2", "divider"),
    ("text", "match"),
    ("text3", "match"),
]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda colors: colors.name)
@pytest.mark.parametrize(("text", "ground"), READ)
def test_every_text_can_be_read_on_every_ground_it_stands_on(
    colors: Colors, text: str, ground: str
) -> None:
    """WCAG AA asks for 4.5 : 1."""
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    """The two ends of the scale, and equal colours."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#808080", "#808080") == pytest.approx(1)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda colors: colors.name)
def test_every_colour_is_six_hexadecimal_digits(colors: Colors) -> None:
    """Style sheet, painters and SVG all read this form."""
    values = msgspec.structs.asdict(colors)
    values.pop("name")
    assert [value for value in values.values() if not COLOR.fullmatch(value)] == []


def test_no_colour_is_written_outside_the_tokens() -> None:
    """Another place would not follow the scheme."""
    files = [path for path in (ROOT / "app" / "ui").rglob("*.py") if path != Path(tokens.__file__)]
    files.append(ROOT / "resources" / "theme.qss")
    assert len(files) > 30
    found = {path.name: COLOR.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {name: colors for name, colors in found.items() if colors} == {}


def test_no_text_is_smaller_than_twelve_pixels() -> None:
    """Smaller Chinese characters cannot be read."""
    styles = [value for name, value in vars(tokens.Type).items() if name.isupper()]
    assert min(style.pixels for style in styles) == 12
