"""Read ``w:rPr`` into raw properties, lay them over each other, and make a run format of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.documents.pdf.formats import RunFormat
from app.documents.pdf.ooxml import W, child, number, points

if TYPE_CHECKING:
    from lxml.etree import _Element

    from app.documents.pdf.theme import Theme

_TOGGLES: Final = {
    "b": "bold",
    "i": "italic",
    "strike": "strike",
    "dstrike": "strike",
    "caps": "capitals",
    "vanish": "hidden",
    "webHidden": "web_hidden",
}
_VALUES: Final = {"u", "vertAlign", "spacing", "position"}
RGB: Final = re.compile("[0-9A-F]{6}")
_ON: Final = "1"
_OFF: Final = "0"
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "black": "000000",
    "white": "FFFFFF",
    "none": "",
}


_UNSUPPORTED: Final = {
    "em": "emphasis mark",
    "eastAsianLayout": "two lines in one",
    "bdr": "border around characters",
    "w": "stretched characters",
    "smallCaps": "small capitals",
    "outline": "outlined characters",
    "emboss": "embossed characters",
    "imprint": "engraved characters",
    "rtl": "right-to-left text",
}
_MEANS_NOTHING: Final = frozenset({"0", "false", "none", "nil", "100"})


def unsupported_looks(run: _Element) -> list[str]:
    """Name the direct formatting of a run that is not drawn."""
    properties = child(run, "rPr")
    return [
        _UNSUPPORTED[name]
        for item in (() if properties is None else properties)
        if (name := str(item.tag).removeprefix(W)) in _UNSUPPORTED
        and item.get(W + "val") not in _MEANS_NOTHING
    ]


def raw_run_properties(element: _Element | None, theme: Theme) -> dict[str, str]:
    """Read an ``rPr`` element into a flat mapping; later mappings override earlier ones."""
    raw: dict[str, str] = {}
    for item in () if element is None else element:
        name = str(item.tag).removeprefix(W)
        given = item.get(W + "val")
        if name == "rFonts":
            _read_fonts(item, theme, raw)
        elif name in _TOGGLES:
            raw[_TOGGLES[name]] = _OFF if given in {"0", "false", "off"} else _ON
        elif name == "sz":
            raw["size"] = str(float(given or 20) / 2)
        elif name == "color":
            raw["colour"] = _colour(item, theme)
        elif name == "highlight":
            raw["highlight"] = _HIGHLIGHTS.get(given or "none", "")
        elif name == "shd":
            fill = shading(item, theme)
            if fill:
                raw.setdefault("highlight", fill)
        elif name in _VALUES and given is not None:
            raw[name] = given
    return raw


def shading(item: _Element | None, theme: Theme) -> str:
    """Return the fill of a ``w:shd`` element as ``RRGGBB``; empty for none."""
    if item is None:
        return ""
    if item.get(W + "val") == "solid":
        colour = (item.get(W + "color") or "").upper()
        return colour if RGB.fullmatch(colour) else "000000"
    given = (item.get(W + "fill") or "").upper()
    fill = given if RGB.fullmatch(given) else ""
    themed = item.get(W + "themeFill")
    if fill or not themed:  # Word stores beside a theme colour what it worked out itself
        return fill
    return theme.colour(themed, item.get(W + "themeFillTint"), item.get(W + "themeFillShade"))


def overlay_toggles(paragraph: dict[str, str], character: dict[str, str]) -> dict[str, str]:
    """Lay a character style over a paragraph style: bold upon bold is not bold, as in Word."""
    merged = paragraph | character
    for name in ("bold", "italic", "strike", "capitals"):
        if character.get(name) == _ON and paragraph.get(name) == _ON:
            merged[name] = _OFF
    return merged


def run_format(raw: dict[str, str], *, squeezes: bool = True) -> RunFormat:
    """Make the resolved format of merged raw properties; ``squeezes`` is the document's."""
    latin = raw.get("ascii") or raw.get("hAnsi") or "Times New Roman"
    return RunFormat(
        latin=latin,
        chinese=raw.get("eastAsia") or "宋体",
        size=float(raw.get("size", "10")),
        bold=raw.get("bold") == _ON,
        italic=raw.get("italic") == _ON,
        underline=raw.get("u", "none"),
        strike=raw.get("strike") == _ON,
        colour=raw.get("colour", "000000"),
        highlight=raw.get("highlight", ""),
        raised=raw.get("vertAlign", "").replace("baseline", ""),
        spacing=points(raw.get("spacing")),
        lift=number(raw.get("position")) / 2,
        capitals=raw.get("capitals") == _ON,
        hidden=raw.get("hidden") == _ON,
        chinese_hint=raw.get("hint") == "eastAsia",
        squeezes=squeezes,
    )


def _read_fonts(item: _Element, theme: Theme, raw: dict[str, str]) -> None:
    for name in ("ascii", "hAnsi", "eastAsia"):
        themed = item.get(f"{W}{name}Theme")
        family = theme.font(themed) if themed else item.get(W + name)
        if family:
            raw[name] = family
    hint = item.get(W + "hint")
    if hint:
        raw["hint"] = hint


def _colour(item: _Element, theme: Theme) -> str:
    given = (item.get(W + "val") or "auto").upper()
    if RGB.fullmatch(given):
        return given
    themed = item.get(W + "themeColor") or ""
    found = theme.colour(themed, item.get(W + "themeTint"), item.get(W + "themeShade"))
    return found or "000000"
