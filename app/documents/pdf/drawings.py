"""Pictures of a document, in the text and anchored; everything else drawn is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.blocks import Floating, Picture, Position, TextBox
from app.documents.pdf.ooxml import EMU_PER_POINT, WP, A, R, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from app.documents.pdf.docx_reader import Package

_UNSUPPORTED: Final = {
    "chart": "chart",
    "relIds": "diagram",
    "wsp": "text box or shape",
    "wgp": "group of shapes",
    "wpc": "drawing canvas",
}
_PIXEL_FORMATS: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")
_SHARE: Final = 100_000


def read_drawing(
    drawing: _Element,
    package: Package,
    part: str,
    note: Callable[[str], None],
    read_box: Callable[[_Element], TextBox | None],
) -> Picture | Floating | None:
    """Read a ``w:drawing``; what is neither picture nor text box is noted and gives None."""
    holder = next((e for e in drawing if e.tag in {WP + "inline", WP + "anchor"}), None)
    if holder is None:
        return None
    if holder.tag == WP + "inline":
        return _picture(holder, package, part, note)
    content = read_box(holder) or _picture(holder, package, part, note)
    if content is None:
        return None
    wraps = {str(e.tag).removeprefix(WP) for e in holder if str(e.tag).startswith(WP + "wrap")}
    beside = wraps & {"wrapSquare", "wrapTight", "wrapThrough"}
    if beside:  # rather below it than under it: no word may be hidden
        what = "picture" if isinstance(content, Picture) else "text box"
        note(f"text wrapped around a {what}")
    vertical = _position(holder, "positionV")
    return Floating(
        content,
        _position(holder, "positionH"),
        vertical,
        behind=holder.get("behindDoc") in {"1", "true"},
        clears=bool(beside or "wrapTopAndBottom" in wraps)
        and vertical.relative in {"paragraph", "line"},
        order=number(holder.get("relativeHeight")),
    )


def _picture(
    holder: _Element, package: Package, part: str, note: Callable[[str], None]
) -> Picture | None:
    blip = holder.find(f".//{A}blip")
    if blip is None:
        note(_kind(holder))
        return None
    target = package.target(part, blip.get(R + "embed"))
    if not target:
        note("linked picture")
        return None
    if not target.lower().endswith(_PIXEL_FORMATS):
        note(f"picture format {target.rpartition('.')[2].lower()}")
        return None
    extent = holder.find(WP + "extent")
    cut = holder.find(f".//{A}srcRect")
    crop = (0.0, 0.0, 0.0, 0.0)
    if cut is not None:
        left, top, right, bottom = (number(cut.get(side)) / _SHARE for side in "ltrb")
        crop = (left, top, right, bottom)
    return Picture(
        target,
        0.0 if extent is None else number(extent.get("cx")) / EMU_PER_POINT,
        0.0 if extent is None else number(extent.get("cy")) / EMU_PER_POINT,
        crop,
    )


def _kind(holder: _Element) -> str:
    """Name what is drawn instead of a picture, by the first child of the graphic data."""
    data = holder.find(f".//{A}graphicData")
    inner = next(iter(data), None) if data is not None else None
    name = "" if inner is None else str(inner.tag).rpartition("}")[2]
    return _UNSUPPORTED.get(name, f"drawing {name}".strip())


def _position(holder: _Element, tag: str) -> Position:
    axis = holder.find(WP + tag)
    if axis is None:
        return Position("column" if tag == "positionH" else "paragraph")
    return Position(
        axis.get("relativeFrom", "column"),
        axis.findtext(WP + "align") or "",
        number(axis.findtext(WP + "posOffset")) / EMU_PER_POINT,
    )
