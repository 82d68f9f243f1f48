"""free_place(): where a card lies over a window without covering what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from app.ui.tokens import Height, Space
from app.ui.widgets.bill_chart import BillChart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ACROSS: Final = 7
"""So many places are tried in a row, and so many rows of them."""
_POINTED: Final = 1000
_SPOKEN: Final = 30
"""How much worse it is to cover what is pointed at, or what stands in one card with it."""


def free_place(window: QWidget, card: QWidget, target: QWidget | None) -> QPoint:
    """The place in a window where a card covers least.

    What is pointed at is never covered where there is any other place; what stands in one card
    with it, and its title, hardly ever; of the rest the place with the fewest texts is taken.

    Args:
        window: Over which the card lies.
        card: With the size that it has.
        target: What is pointed at; ``None`` for nothing.
    """
    weights = list(_weights(window, card, target))
    places = _places(window.size(), card.size())
    return min(places, key=lambda at: _covered(QRect(at, card.size()), weights))


def _places(window: QSize, card: QSize) -> list[QPoint]:
    """From the lower left, where the bar of sums leaves room, to the upper right."""
    left, high = Space.XL + Height.TOTALS, Height.TOPBAR + Space.LG
    right = max(left, window.width() - card.width() - Space.XL)
    low = max(high, window.height() - card.height() - Height.TOTALS - Space.LG)
    steps = range(_ACROSS)
    across = [left + (right - left) * step // (_ACROSS - 1) for step in steps]
    down = [low - (low - high) * step // (_ACROSS - 1) for step in steps]
    return [QPoint(x, y) for y in down for x in across]


def _covered(place: QRect, weights: Sequence[tuple[QRect, int]]) -> int:
    found = 0
    for rect, weight in weights:
        part = place.intersected(rect)
        if not part.isEmpty():
            found += part.width() * part.height() * weight
    return found


def _weights(window: QWidget, card: QWidget, target: QWidget | None) -> Iterator[tuple[QRect, int]]:
    """What must not be covered, with how bad it is."""
    spoken = _card_of(target) if target is not None else None
    if target is not None:
        yield _rect(target, window), _POINTED
    if spoken is not None:
        yield _rect(spoken, window), _SPOKEN
    for kind in (BillChart, QLabel, QAbstractButton, QLineEdit, QAbstractItemView):
        for one in window.findChildren(kind):
            if not one.isVisible() or card.isAncestorOf(one):
                continue
            if isinstance(one, QAbstractItemView):
                yield _rows(one, window), 1
            elif not isinstance(one, QLabel) or one.text():
                yield _rect(one, window), 2


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _rows(view: QAbstractItemView, window: QWidget) -> QRect:
    """The part of a list that holds rows."""
    whole = _rect(view, window)
    model = view.model()
    if model is None or not model.rowCount():
        return whole
    last = view.visualRect(model.index(model.rowCount() - 1, 0))
    if last.isValid():
        height = view.viewport().y() + last.bottom() + 1
        whole.setHeight(max(0, min(whole.height(), height)))
    return whole


def _card_of(target: QWidget) -> QWidget | None:
    """The card that a control stands in."""
    above = target.parentWidget()
    while above is not None and above.property("role") != "card":
        above = above.parentWidget()
    return above
