"""What of a window cannot be read: every text and sign that is seen, as it is drawn.

The window is drawn three times as large, so that strokes of letters have their full colour. Of the
rectangle of a text the commonest colour is the ground, and the one that stands out most the text.
WCAG AA wants 4.5 : 1 of texts, and 3 : 1 of large texts and of signs that stand for words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

TEXT, LARGE = 4.5, 3.0
_SCALE: Final = 3
_LARGE_PIXELS: Final = 24
_LEAST: Final = 4
"""Logical pixels below which a rectangle shows nothing that can be read."""
_TONES: Final = ("ok", "warn", "bad")


class _Part(NamedTuple):
    """Something that is seen, in coordinates of the window, and the contrast that it needs."""

    what: str
    place: QRect
    needed: float


def unreadable(window: QWidget) -> list[str]:
    """Texts and signs of a shown window that stand out too little, with their contrast."""
    picture = _drawn(window)
    found = []
    for part in _parts(window):
        contrast = _contrast(picture, part.place)
        if contrast is not None and contrast < part.needed:
            found.append(f"{part.what}: {contrast:.2f} of {part.needed}")
    return found


def tones_without_words(window: QWidget) -> list[str]:
    """Shown labels that say something by their colour and nothing by a word or a sign."""
    found = []
    for label in window.findChildren(QLabel):
        role = str(label.property("role") or "")
        if not label.isVisible() or role.rpartition("-")[2] not in _TONES:
            continue
        if any(letter.isalpha() for letter in label.text()) or not label.text().strip():
            continue
        around = label.parentWidget()
        words = [one.text() for one in around.findChildren(QLabel)] if around is not None else []
        if not any(letter.isalpha() for word in words for letter in word):
            found.append(f"{role} {label.text()!r}")
    return found


def _drawn(window: QWidget) -> NDArray[np.uint32]:
    """The colour of every pixel of a window, as 0xRRGGBB."""
    image = QImage(window.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(window.palette().window().color())
    window.render(image)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return np.bitwise_and(pixels, 0xFFFFFF, dtype=np.uint32)


def _contrast(picture: NDArray[np.uint32], place: QRect) -> float | None:
    """The contrast of what stands out most against the ground; ``None`` where nothing is drawn."""
    left, top = place.left() * _SCALE, place.top() * _SCALE
    right, bottom = left + place.width() * _SCALE, top + place.height() * _SCALE
    inside = picture[max(top, 0) : bottom, max(left, 0) : right]
    if inside.size == 0:
        return None
    colors, counts = np.unique(inside, return_counts=True)
    bright = _luminance(colors)
    ground = bright[counts.argmax()]
    high, low = np.maximum(bright, ground), np.minimum(bright, ground)
    return float(((high + 0.05) / (low + 0.05)).max()) if len(colors) > 1 else None


def _luminance(colors: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Relative luminance as WCAG 2 defines it."""
    channels = np.stack([(colors >> shift) & 0xFF for shift in (16, 8, 0)], axis=1) / 255.0
    linear = np.where(channels <= 0.03928, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _parts(window: QWidget) -> Iterator[_Part]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window:
            continue
        seen = widget.visibleRegion().boundingRect()
        if seen.width() < _LEAST or seen.height() < _LEAST:
            continue
        place = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
        if isinstance(widget, QAbstractItemView):
            yield from _rows(widget, window)
            continue
        text, sign = _shown(widget)
        if text:
            large = widget.fontInfo().pixelSize() >= _LARGE_PIXELS
            yield _Part(f"{_named(widget)} {text!r}", place, LARGE if large else TEXT)
        elif sign:
            yield _Part(f"{_named(widget)} {widget.accessibleName()!r}", place, LARGE)


def _shown(widget: QWidget) -> tuple[str, bool]:
    """The text that a widget shows, and whether it shows a sign instead."""
    if isinstance(widget, QLabel):
        return widget.text().strip(), False
    if isinstance(widget, QAbstractButton):
        return widget.text().strip(), not widget.icon().isNull()
    if isinstance(widget, QLineEdit):
        return (widget.text() or widget.placeholderText()).strip(), False
    if isinstance(widget, QPlainTextEdit):
        return (widget.toPlainText() or widget.placeholderText()).strip(), False
    return "", False


def _rows(view: QAbstractItemView, window: QWidget) -> Iterator[_Part]:
    """The cells of a view that are seen as a whole."""
    model, port = view.model(), view.viewport()
    shown = port.visibleRegion().boundingRect()
    first = view.indexAt(QPoint(2, 2))
    while first.isValid() and view.visualRect(first).top() < port.height():
        columns = 1 if isinstance(view, QListView) else model.columnCount(first.parent())
        for column in range(columns):
            cell = first.siblingAtColumn(column)
            place = view.visualRect(cell)
            text = str(cell.data() or "").strip()
            if text and place.width() > _LEAST and shown.contains(place):
                whole = QRect(port.mapTo(window, place.topLeft()), place.size())
                yield _Part(f"{_named(view)} {text!r}", whole.adjusted(1, 1, -1, -1), TEXT)
        below = view.visualRect(first).bottom() + 3
        following = view.indexAt(QPoint(2, below))
        if not following.isValid() or following == first:
            return
        first = following


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__}[{widget.property('role') or ''}]"
