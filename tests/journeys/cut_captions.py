"""Finds captions that have less room than their words need, as somebody sees who looks closely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDING: Final = 1


def cut_captions(inside: QWidget) -> list[str]:
    """Captions in sight that are cut, each with the pixels that it needs and has."""
    return [
        f"{type(widget).__name__} {text!r} needs {needed} of {room}"
        for widget in inside.findChildren(QWidget)
        if widget.isVisible() and not widget.visibleRegion().isEmpty()
        for text, needed, room in _captions(widget)
        if needed > room + _ROUNDING
    ]


def _captions(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    """Words of a widget with the pixels that they need and have."""
    if isinstance(widget, QLabel):
        if widget.text() and not widget.wordWrap():
            yield widget.text(), widget.sizeHint().width(), widget.width()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield widget.tabText(place), *_tab(widget, place)
    elif isinstance(widget, QHeaderView):
        yield from _titles(widget)
    elif isinstance(widget, QComboBox):
        yield widget.currentText(), *_choice(widget)
    elif isinstance(widget, QPushButton) or (isinstance(widget, QToolButton) and _shows(widget)):
        yield widget.text(), widget.minimumSizeHint().width(), widget.width()
    if isinstance(widget, QPushButton | QToolButton) and not _scrolled(widget):
        seen = widget.visibleRegion().boundingRect().width()
        yield f"{widget.text()} (at an edge)", widget.width(), seen


def _tab(bar: QTabBar, place: int) -> tuple[int, int]:
    """The pixels that the words of a tab need and have; those beyond the bar are none."""
    rect = bar.tabRect(place)
    seen = min(rect.right(), bar.width()) - rect.left()
    return bar.fontMetrics().horizontalAdvance(bar.tabText(place)), seen


def _titles(header: QHeaderView) -> Iterator[tuple[str, int, int]]:
    if header.orientation() != Qt.Orientation.Horizontal:
        return
    for place in range(header.count()):
        text = str(header.model().headerData(place, Qt.Orientation.Horizontal) or "")
        if text and not header.isSectionHidden(place):
            yield text, header.sectionSizeHint(place), header.sectionSize(place)


def _choice(combo: QComboBox) -> tuple[int, int]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(control, option, part, combo).width()
    return combo.fontMetrics().horizontalAdvance(combo.currentText()), room


def _shows(button: QToolButton) -> bool:
    """Whether a tool button shows its words."""
    only_icon = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text()) and (button.icon().isNull() or not only_icon)


def _scrolled(widget: QWidget) -> bool:
    """Whether one can scroll to what is not seen of it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above is not None
