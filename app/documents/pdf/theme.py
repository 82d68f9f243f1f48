"""Fonts and colours that a document takes from its theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.ooxml import A

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES: Final = {"text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2"} | {
    "background1": "lt1",
    "light1": "lt1",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Theme:
    """Named fonts and colours; a document without theme has none of either."""

    def __init__(self, root: _Element | None) -> None:
        """Read the theme part, if there is one."""
        self._fonts: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        if root is None:
            return
        for kind in ("major", "minor"):
            fonts = root.find(f".//{A}{kind}Font")
            if fonts is not None:
                self._read_fonts(kind, fonts)
        for colour in root.iterfind(f".//{A}clrScheme/*"):
            for shade in colour:
                shown = shade.get("lastClr") or shade.get("val") or "000000"
                self._colours[colour.tag.rpartition("}")[2]] = shown

    def font(self, reference: str) -> str:
        """Return the family for ``minorEastAsia``, ``majorHAnsi`` and so on; empty if unknown."""
        kind = reference[:5]
        script = "eastAsia" if reference.endswith("EastAsia") else "latin"
        return self._fonts.get(f"{kind}.{script}", "")

    def colour(self, name: str, tint: str | None, shade: str | None) -> str:
        """Return ``RRGGBB`` of a theme colour, lightened or darkened; empty if unknown.

        Args:
            name: Such as ``accent1`` or ``text1``.
            tint: Share of the colour that stays, the rest white; two hexadecimal digits.
            shade: Share of the colour that stays, the rest black; two hexadecimal digits.
        """
        base = self._colours.get(_NAMES.get(name, name), "")
        if not base:
            return ""
        parts = [int(base[n : n + 2], 16) for n in (0, 2, 4)]
        if tint:
            share = int(tint, 16) / 255
            parts = [round(part * share + 255 * (1 - share)) for part in parts]
        elif shade:
            share = int(shade, 16) / 255
            parts = [round(part * share) for part in parts]
        return "".join(f"{part:02X}" for part in parts)

    def _read_fonts(self, kind: str, fonts: _Element) -> None:
        for script, tag in (("latin", "latin"), ("eastAsia", "ea")):
            named = fonts.find(A + tag)
            if named is not None and named.get("typeface"):
                self._fonts[f"{kind}.{script}"] = named.get("typeface", "")
        # Word names the Chinese family of a theme per script when <a:ea> is empty.
        for font in fonts.iterfind(A + "font"):
            if font.get("script") == "Hans":
                self._fonts.setdefault(f"{kind}.eastAsia", font.get("typeface", ""))
