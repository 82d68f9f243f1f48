"""Cards of a narrow panel: figures beside their captions, and entries that wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_chip, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from app.ui.presenting.customers import Entry, Section
    from app.ui.widgets.figure_lines import Line
    from app.ui.widgets.parts import LabelRole

_SHORT = 22
"""Width of a detail that stands beside its title, in Latin letters; a longer one stands below."""


def lines_card(title: str, lines: Sequence[Line]) -> Card:
    """A card of captions with their values at the right."""
    card = Card(title)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.MD)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        value = _wrapped(line.value, "strong" if line.strong else "body")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        value.setAccessibleName(f"{line.caption} {line.value}")
        caption = make_label(line.caption, "second")
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    card.body.addLayout(grid)
    return card


def entries_card(section: Section) -> Card:
    """A card with one row for each entry, and how many there are."""
    card = Card(section.title)
    card.set_mark(str(len(section.entries)) if len(section.entries) > 1 else "")
    for entry in section.entries:
        card.body.addWidget(entry_row(entry))
    return card


def entry_row(entry: Entry) -> QWidget:
    """One entry: its title with a mark or a short detail beside it, a longer detail below."""
    row = QWidget()
    first = QHBoxLayout()
    first.setSpacing(Space.SM)
    first.addWidget(_wrapped(entry.title, "body"), 1)
    marks, detail = entry.marks, entry.detail
    if len(marks) > 1:
        detail = " · ".join((detail, *marks))
    elif marks:
        first.addWidget(make_chip(marks[0]), 0, Qt.AlignmentFlag.AlignTop)
    beside = bool(detail) and not marks and _width(detail) <= _SHORT
    if beside:
        first.addWidget(make_label(detail, "second"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addLayout(first)
    if detail and not beside:
        column.addWidget(_wrapped(detail, "caption"))
    return row


def _width(text: str) -> int:
    """How wide a text is, in Latin letters; a Chinese one is two of them."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _wrapped(text: str, role: LabelRole) -> QLabel:
    label = make_label(text, role)
    label.setWordWrap(True)
    return label
