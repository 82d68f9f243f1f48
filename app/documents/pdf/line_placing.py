"""Give the atoms of a line their places: alignment, justification, tab stops, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.atoms import Atom
from app.documents.pdf.line_breaking import Line, Measure, distance, hanging, squeezable, stop_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.pdf.formats import TabStop

# A line stays ragged when each gap would grow by more than this share of an em: a long word that
# moved to the next line would tear it apart.
_MOST_STRETCH: Final = 0.75
_SLACK: Final = 0.01  # points


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An atom at ``x`` points from the left edge of the column.

    Attributes:
        width: Its advance; what a tab fills.
        leader: Character that fills a tab.
    """

    atom: Atom
    x: float
    width: float
    leader: str = ""


def place_line(line: Line, align: str, measure: Measure) -> list[Placed]:
    """Place a line's atoms.

    Args:
        line: The line, its page fields already replaced by their numbers.
        align: ``left``, ``center``, ``right``, ``both`` or ``distribute``.
        measure: For the tab stops.
    """
    atoms = _without_trailing_spaces(line.atoms)
    last_tab = max((n for n, atom in enumerate(atoms) if atom.kind == "tab"), default=-1)
    head, x = _place_tabs(atoms[: last_tab + 1], line, measure, atoms[last_tab + 1 :])
    tail = atoms[last_tab + 1 :]
    gaps = _gaps(tail)
    natural = sum(atom.width for atom in tail) + sum(gaps)
    spare = line.end - x - natural
    hang = _hang(tail, -spare, hangs=measure.hangs)
    justified = align == "distribute" or (align == "both" and not line.closes)
    if justified:
        gaps = _stretched(tail, gaps, spare + hang, align)
    elif last_tab < 0:
        x += {"center": max(spare, 0.0) / 2, "right": spare + hang}.get(align, 0.0)
    return head + _place(tail, gaps, x)


def _hang(atoms: Sequence[Atom], over: float, *, hangs: bool) -> float:
    """Return what stands beyond the end of a line ``over`` points too long: half a mark or all."""
    if not atoms or over <= 0:
        return 0.0
    blank = squeezable(atoms[-1])
    return blank if over <= blank + _SLACK else hanging(atoms[-1], hangs=hangs)


def natural_width(atoms: Sequence[Atom]) -> float:
    """Return the width of atoms side by side, in points."""
    return sum(atom.width for atom in atoms) + sum(_gaps(atoms))


def _gaps(atoms: Sequence[Atom]) -> list[float]:
    """Return what stands before each atom but the first; invisible ones count as nothing."""
    gaps: list[float] = []
    last: Atom | None = None
    for atom in atoms:
        if atom.kind in {"bookmark", "floating"}:
            gaps.append(0.0)
            continue
        gaps.append(0.0 if last is None else distance(last, atom))
        last = atom
    return gaps


def _place(atoms: Sequence[Atom], gaps: Sequence[float], x: float) -> list[Placed]:
    placed = []
    for atom, gap in zip(atoms, gaps, strict=True):
        x += gap
        placed.append(Placed(atom, x, atom.width))
        x += atom.width
    return placed


def _place_tabs(
    atoms: Sequence[Atom], line: Line, measure: Measure, tail: Sequence[Atom]
) -> tuple[list[Placed], float]:
    """Place everything up to the last tab; return it with the place after that tab."""
    placed: list[Placed] = []
    x, start = line.start, 0
    for position, atom in enumerate(atoms):
        if atom.kind != "tab":
            continue
        before = atoms[start:position]
        placed += _place(before, _gaps(before), x)
        x += natural_width(before)
        rest = (*atoms[position + 1 :], *tail)
        until = next((n for n, other in enumerate(rest) if other.kind == "tab"), len(rest))
        stop = stop_of(atom, x, measure)
        end = max(x, _text_start(stop, rest[:until]))
        placed.append(Placed(atom, x, end - x, stop.leader))
        x, start = end, position + 1
    return placed, x


def _text_start(stop: TabStop, text: Sequence[Atom]) -> float:
    """Return where text after a tab begins, so that it meets the stop as the stop asks."""
    if stop.align == "left":
        return stop.position
    if stop.align == "decimal":
        return stop.position - _width_to_point(text)
    width = natural_width(text)
    return stop.position - (width / 2 if stop.align == "center" else width)


def _width_to_point(text: Sequence[Atom]) -> float:
    width = 0.0
    for atom in text:
        if "." in atom.text:
            return width + atom.width * atom.text.index(".") / len(atom.text)
        width += atom.width
    return width


def _stretched(atoms: Sequence[Atom], gaps: list[float], spare: float, align: str) -> list[float]:
    """Share out spare room among the places that may stretch."""
    places = [n for n in range(1, len(atoms)) if _stretches(atoms[n - 1], atoms[n])]
    if not places or abs(spare) < 1e-6:  # noqa: PLR2004 - points; nothing to share
        return gaps
    each = spare / len(places)
    if align == "both" and each > _MOST_STRETCH * max(atom.format.size for atom in atoms):
        return gaps
    for n in places:
        gaps[n] += each
    return gaps


def _stretches(before: Atom, after: Atom) -> bool:
    if before.kind == "space":
        return after.kind != "space"
    return (before.chinese or after.chinese) and after.kind != "space"


def _without_trailing_spaces(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    end = len(atoms)
    while end and atoms[end - 1].kind == "space" and atoms[end - 1].format.underline == "none":
        end -= 1
    return atoms[:end]
