"""Read ``w:pPr`` elements, from the outermost style to direct formatting, into one format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.formats import Border, Indents, ParagraphFormat, Spacing, TabStop
from app.documents.pdf.ooxml import W, child, flag, number, points, value
from app.documents.pdf.run_properties import RGB, shading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from app.documents.pdf.theme import Theme

_FLAGS: Final = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "widowControl": "widow_control",
    "contextualSpacing": "contextual_spacing",
    "snapToGrid": "snap_to_grid",
    "overflowPunct": "hangs",
    "autoSpaceDE": "parts_latin",
    "autoSpaceDN": "parts_digits",
}
_ALIGNS: Final = {"start": "left", "end": "right", "justify": "both", "thaiDistribute": "both"}
LEADERS: Final = {"dot": ".", "middleDot": "·", "hyphen": "-", "underscore": "_", "heavy": "_"}
_KINDS: Final = {
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dotDash": "dashed",
    "dashSmallGap": "dashed",
}


def paragraph_format(
    elements: Iterable[_Element | None], style: tuple[str, str], theme: Theme
) -> ParagraphFormat:
    """Lay ``pPr`` elements over each other, the last one strongest.

    Args:
        elements: Document defaults, styles from base to derived, numbering level, direct.
        style: Identifier and lower-case name of the paragraph style.
        theme: Where themed shading comes from.
    """
    indents: dict[str, str] = {}
    spacing: dict[str, str] = {}
    tabs: dict[float, TabStop] = {}
    other: dict[str, object] = {}
    borders: dict[str, Border] = {}
    for element in elements:
        if element is None:
            continue
        _overlay(indents, child(element, "ind"))
        _overlay(spacing, child(element, "spacing"))
        _tabs(element, tabs)
        _switches(element, other)
        edges = child(element, "pBdr")
        for edge in () if edges is None else edges:
            borders[str(edge.tag).removeprefix(W)] = border(edge)
        shade = child(element, "shd")
        if shade is not None:
            other["shading"] = shading(shade, theme)
    return ParagraphFormat(
        style=style[0],
        style_name=style[1],
        indents=_indents(indents),
        spacing=_spacing(spacing),
        tabs=tuple(tabs[position] for position in sorted(tabs)),
        borders=borders,
        **other,  # type: ignore[arg-type]  # read by name from the tables above
    )


def border(edge: _Element) -> Border:
    """Read one border; its width comes in eighths of a point."""
    kind = edge.get(W + "val") or "none"
    if kind in {"nil", "none"}:
        return Border(0)
    colour = (edge.get(W + "color") or "").upper()
    width = max(number(edge.get(W + "sz"), 4), 2) / 8
    return Border(
        width,
        colour if RGB.fullmatch(colour) else "000000",
        _KINDS.get(kind, "single"),
        float(number(edge.get(W + "space"))),
    )


def _overlay(into: dict[str, str], element: _Element | None) -> None:
    if element is None:
        return
    for name, given in element.attrib.items():
        into[str(name).removeprefix(W)] = str(given)
    # "hanging" and "firstLine" exclude each other: the one given last counts.
    names = {str(name).removeprefix(W) for name in element.attrib}
    for name, rival in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if name in names and rival not in names:
            into.pop(rival, None)
            into.pop(rival + "Chars", None)
            if name + "Chars" not in names:
                into.pop(name + "Chars", None)


def _tabs(element: _Element, tabs: dict[float, TabStop]) -> None:
    listed = child(element, "tabs")
    for tab in () if listed is None else listed:
        position = points(tab.get(W + "pos"))
        kind = tab.get(W + "val") or "left"
        if kind == "clear":
            tabs.pop(position, None)
        else:
            align = {"start": "left", "end": "right", "num": "left"}.get(kind, kind)
            tabs[position] = TabStop(position, align, LEADERS.get(tab.get(W + "leader") or "", ""))


def _switches(element: _Element, other: dict[str, object]) -> None:
    for tag, name in _FLAGS.items():
        given = flag(element, tag)
        if given is not None:
            other[name] = given
    align = value(element, "jc")
    if align:
        other["align"] = _ALIGNS.get(align, align)
    level = value(element, "outlineLvl")
    if level is not None:
        other["outline_level"] = number(level) if number(level) < 9 else None  # noqa: PLR2004 - 9: body
    numbering = child(element, "numPr")
    if numbering is not None:
        identifier = value(numbering, "numId")
        if identifier is not None:
            other["list_id"] = "" if identifier == "0" else identifier
        depth = value(numbering, "ilvl")
        if depth is not None:
            other["list_level"] = number(depth)


def _indents(raw: dict[str, str]) -> Indents:
    def characters(*names: str) -> float:
        return next((number(raw[n]) / 100 for n in names if number(raw.get(n))), 0.0)

    hanging, first = points(raw.get("hanging")), points(raw.get("firstLine"))
    return Indents(
        left=points(raw.get("left") or raw.get("start")),
        right=points(raw.get("right") or raw.get("end")),
        first=-hanging if "hanging" in raw else first,
        left_characters=characters("leftChars", "startChars"),
        right_characters=characters("rightChars", "endChars"),
        first_characters=characters("firstLineChars") - characters("hangingChars"),
    )


def _spacing(raw: dict[str, str]) -> Spacing:
    def lines(name: str) -> float | None:
        return number(raw[name]) / 100 if number(raw.get(name)) else None

    rule = {"exact": "exact", "atLeast": "atLeast"}.get(raw.get("lineRule", "auto"), "auto")
    figure = number(raw.get("line"), 240)
    automatic = {
        name for name in ("before", "after") if raw.get(name + "Autospacing") in {"1", "true"}
    }
    return Spacing(
        before=14.0 if "before" in automatic else points(raw.get("before")),
        after=14.0 if "after" in automatic else points(raw.get("after")),
        before_lines=lines("beforeLines"),
        after_lines=lines("afterLines"),
        line=figure / 240 if rule == "auto" else figure / 20,
        rule=rule,
    )
