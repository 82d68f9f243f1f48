"""Read an anchored box of text: its size, its look, where its text begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.blocks import TextBox
from app.documents.pdf.formats import Border
from app.documents.pdf.ooxml import EMU_PER_POINT, WP, WPS, A, W, number
from app.documents.pdf.run_properties import RGB

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from app.documents.pdf.blocks import Block
    from app.documents.pdf.theme import Theme

_SHAPES: Final = frozenset({"rect", "roundRect", "flowChartProcess"})
_INNER: Final = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_ALIGNS: Final = {"ctr": "center", "b": "bottom"}
_HAIRLINE: Final = 0.75  # points; of a line whose width is not given
_THEMED: Final = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}


def read_text_box(
    holder: _Element,
    theme: Theme,
    blocks: Callable[[_Element], tuple[Block, ...]],
    note: Callable[[str], None],
) -> TextBox | None:
    """Read the text box of an anchor; None when the anchor holds something else.

    Args:
        holder: The ``wp:anchor`` element.
        theme: Where themed colours come from.
        blocks: Reads the paragraphs and tables of an element.
        note: Hears of what is drawn otherwise than in Word.
    """
    shape = next(holder.iter(WPS + "wsp"), None)
    content = None if shape is None else next(shape.iter(W + "txbxContent"), None)
    inside_group = next((e for e in holder.iter() if str(e.tag).endswith("}wgp")), None)
    if shape is None or content is None or inside_group is not None:
        return None
    looks, body = shape.find(WPS + "spPr"), shape.find(WPS + "bodyPr")
    preset = None if looks is None else looks.find(A + "prstGeom")
    kind = "rect" if preset is None else preset.get("prst", "rect")
    if kind not in _SHAPES:
        note(f"outline of a shape ({kind})")
    if body is not None and body.get("vert", "horz") != "horz":
        note("vertical text in a box")
    extent = holder.find(WP + "extent")
    return TextBox(
        blocks(content),
        0.0 if extent is None else number(extent.get("cx")) / EMU_PER_POINT,
        0.0 if extent is None else number(extent.get("cy")) / EMU_PER_POINT,
        grows=body is not None and body.find(A + "spAutoFit") is not None,
        fill=_colour(looks, theme),
        border=_line(looks, theme),
        inner=_inner(body),
        align=_ALIGNS.get("" if body is None else body.get("anchor", ""), "top"),
    )


def _inner(body: _Element | None) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        number(None if body is None else body.get(name), default) / EMU_PER_POINT
        for name, default in _INNER
    )
    return left, top, right, bottom


def _line(looks: _Element | None, theme: Theme) -> Border | None:
    line = None if looks is None else looks.find(A + "ln")
    colour = _colour(line, theme)
    if line is None or not colour:
        return None
    width = number(line.get("w")) / EMU_PER_POINT or _HAIRLINE
    dashed = line.find(A + "prstDash")
    solid = dashed is None or dashed.get("val") == "solid"
    return Border(width, colour, "single" if solid else "dashed")


def _colour(element: _Element | None, theme: Theme) -> str:
    """Return the colour of a solid fill as ``RRGGBB``; empty without one."""
    fill = None if element is None else element.find(A + "solidFill")
    for colour in () if fill is None else fill:
        given = colour.get("val", "")
        if colour.tag == A + "srgbClr" and RGB.fullmatch(given.upper()):
            return given.upper()
        if colour.tag == A + "schemeClr":
            return theme.colour(_THEMED.get(given, given), None, None)
    return ""
