"""The vocabulary of WordprocessingML: qualified names and how its attribute values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

EMU_PER_POINT: Final = 12700
_OFF: Final = frozenset({"0", "false", "off", "none"})


def child(element: _Element | None, *path: str) -> _Element | None:
    """Follow local names of the main namespace downwards; None where the way ends."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)  # twice as fast as find()
    return element


def attribute(element: _Element | None, name: str) -> str | None:
    """Return a main-namespace attribute as text, or None."""
    return None if element is None else element.get(W + name)


def value(element: _Element | None, *path: str) -> str | None:
    """Return ``w:val`` of the element at ``path``, or None."""
    return attribute(child(element, *path), "val")


def flag(element: _Element | None, name: str) -> bool | None:
    """Read an on/off child; a child without ``w:val`` means on, no child means None."""
    found = child(element, name)
    if found is None:
        return None
    return found.get(W + "val", "1") not in _OFF


def points(twips: str | None, default: float = 0.0) -> float:
    """Turn twentieths of a point (or a measure such as ``2.5cm``) into points."""
    if not twips or twips == "auto":
        return default
    try:
        return float(twips) / 20
    except ValueError:
        return _universal(twips, default)


def _universal(measure: str, default: float) -> float:
    units = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pc": 12.0, "pi": 12.0}
    factor = units.get(measure[-2:])
    try:
        return default if factor is None else float(measure[:-2]) * factor
    except ValueError:
        return default


def number(text: str | None, default: int = 0) -> int:
    """Read a whole number; anything else gives the default."""
    try:
        return default if text is None else int(float(text))
    except ValueError:
        return default
