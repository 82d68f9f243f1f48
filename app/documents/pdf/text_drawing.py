"""Write a placed line as PDF operators: one text operator per look, decorations under and over."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.formats import RunFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.documents.pdf.font_embedding import EmbeddedFont
    from app.documents.pdf.line_placing import Placed

_SLANT: Final = 0.21  # there are no italic faces: upright ones are slanted
_DRAWN: Final = frozenset({"text", "space", "field"})
_DASHES: Final = {"dotted": "[1 1.5] 0 d", "dash": "[3 2] 0 d", "dashed": "[3 2] 0 d"}


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line with one decoration, in points from the left edge of the column."""

    start: float
    end: float
    format: RunFormat


def text_operators(
    placed: Sequence[Placed], x: float, baseline: float, font: Callable[[str], EmbeddedFont]
) -> list[str]:
    """Return the operators that draw a line.

    Args:
        placed: Its atoms with their places.
        x: Left edge of the column from the left edge of the page.
        baseline: From the bottom of the page.
        font: Gives the embedded font of a face.
    """
    out = [_leader(item, x, baseline) for item in placed if item.leader and item.width > 0]
    if not any(map(_decorated, {item.atom.format for item in placed})):
        return out + _strings(placed, x, baseline, font)
    for span in spans(placed, lambda form: form.highlight):
        size = span.format.drawn_size
        out.append(f"{colour(span.format.highlight)} rg")
        rectangle = (x + span.start, baseline - size * 0.22, span.end - span.start, size * 1.2)
        out.append(" ".join(f"{v:.2f}" for v in rectangle) + " re f")
    out += _strings(placed, x, baseline, font)
    for span in spans(placed, lambda form: form.underline if form.underline != "none" else ""):
        out += _underline(span, x, baseline)
    for span in spans(placed, lambda form: "strike" if form.strike else ""):
        height = baseline + span.format.shift + span.format.drawn_size * 0.3
        out += _stroke(span, x, height, span.format.size / 18)
    return out


def _decorated(form: RunFormat) -> bool:
    return form.strike or bool(form.highlight) or form.underline != "none"


def spans(placed: Sequence[Placed], look: Callable[[RunFormat], str]) -> list[Span]:
    """Join neighbours of one look, gaps between them included, so that no line is broken."""
    found: list[Span] = []
    last = ""
    for item in placed:
        kind = item.atom.kind
        if kind not in _DRAWN and kind != "tab":
            continue
        form = item.atom.format
        shown = look(form)
        if shown:
            start = item.x
            if shown == last and found and found[-1].format.size == form.size:
                start = found.pop().start
            found.append(Span(start, item.x + item.width, form))
        last = shown
    return found


@lru_cache(maxsize=256)
def colour(rgb: str) -> str:
    """Return ``RRGGBB`` as three figures from 0 to 1."""
    return " ".join(
        f"{int(rgb[n : n + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for n in (0, 2, 4)
    )


def _strings(
    placed: Sequence[Placed], x: float, baseline: float, font: Callable[[str], EmbeddedFont]
) -> list[str]:
    out: list[str] = []
    look: tuple[str, RunFormat] | None = None
    parts: list[str] = []
    end = 0.0
    for item in placed:
        atom = item.atom
        if atom.kind not in _DRAWN:
            continue
        form = atom.format
        size = form.drawn_size
        if look is None or look[0] != atom.face or look[1] is not form or form.spacing:
            if parts:
                out.append(f"[{''.join(parts)}] TJ ET")
            parts, look = [], (atom.face, form)
            out.append(_begin(item, x, baseline, font(atom.face)))
        elif abs(item.x - end) > 0.005:  # noqa: PLR2004 - points; below what a printer resolves
            parts.append(f"{(end - item.x) * 1000 / size:.0f}")
        parts.append(f"<{font(atom.face).encode(atom.text)}>")
        end = item.x + item.width
    if parts:
        out.append(f"[{''.join(parts)}] TJ ET")
    return out


def _leader(item: Placed, x: float, baseline: float) -> str:
    """Fill a tab with dots or dashes; as strokes, so that they are no words of the text.

    They stand at multiples of their distance from the edge of the page, below each other.
    """
    form = item.atom.format
    step = form.size * (0.4 if item.leader in ".·" else 0.5)
    start = math.ceil((x + item.x + step * 0.5) / step) * step
    end = x + item.x + item.width - step * 0.5
    if end <= start:
        return ""
    look = {
        ".": f"1 J {form.size * 0.09:.2f} w [0 {step:.3f}] 0 d",
        "·": f"1 J {form.size * 0.09:.2f} w [0 {step:.3f}] 0 d",
        "-": f"{form.size * 0.05:.2f} w [{step * 0.6:.3f} {step * 0.4:.3f}] 0 d",
    }.get(item.leader, f"{form.size * 0.05:.2f} w")
    height = baseline + {"-": 0.3, "·": 0.35, "_": -0.12}.get(item.leader, 0.05) * form.size
    return (
        f"q {colour(form.colour)} RG {look} {start:.2f} {height:.2f} m {end:.2f} {height:.2f} l S Q"
    )


def _begin(item: Placed, x: float, baseline: float, font: EmbeddedFont) -> str:
    form = item.atom.format
    slant = _SLANT if form.italic else 0
    size, spacing = form.drawn_size, form.spacing
    return (
        f"BT {colour(form.colour)} rg /{font.resource} {size:g} Tf {spacing:g} Tc "
        f"1 0 {slant} 1 {x + item.x:.2f} {baseline + form.shift:.2f} Tm"
    )


def _underline(span: Span, x: float, baseline: float) -> list[str]:
    form = span.format
    thickness = form.size / (11 if form.underline == "thick" else 18)
    height = baseline + min(form.shift, 0.0) - form.size * 0.14
    dash = next(
        (pattern for name, pattern in _DASHES.items() if name in form.underline.lower()), ""
    )
    out = _stroke(span, x, height, thickness, dash)
    if form.underline == "double":
        out += _stroke(span, x, height - thickness * 2.2, thickness)
    return out


def _stroke(span: Span, x: float, height: float, thickness: float, dash: str = "") -> list[str]:
    look = f"q {colour(span.format.colour)} RG {thickness:.2f} w {dash}"
    return [f"{look} {x + span.start:.2f} {height:.2f} m {x + span.end:.2f} {height:.2f} l S Q"]
