"""A list of entries under a heading, as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_chip, make_label

if TYPE_CHECKING:
    from app.ui.presenting.customers import Entry, Section


_A_LINE = 4
_MOST = 20
"""Entries with a row of their own: hundreds of rows would take longer than reading them."""


def section_card(section: Section) -> Card:
    """A card with one row for each entry; of many, the names of the last ones together."""
    card = Card(section.title)
    card.set_mark(str(len(section.entries)) if len(section.entries) > 1 else "")
    for entry in section.entries[:_MOST]:
        card.body.addWidget(_row(entry))
    if rest := section.entries[_MOST:]:
        titles = [entry.title for entry in rest]
        lines = [", ".join(titles[at : at + _A_LINE]) for at in range(0, len(titles), _A_LINE)]
        card.body.addWidget(make_label("\n".join(lines), "caption"))
    return card


def _row(entry: Entry) -> QWidget:
    row = QWidget()
    title = make_label(entry.title, "body")
    title.setToolTip(entry.title)
    first = QHBoxLayout()
    first.setSpacing(Space.XS)
    first.addWidget(title)
    for mark in entry.marks:
        first.addWidget(make_chip(mark))
    first.addStretch()
    column = QVBoxLayout(row)
    column.setContentsMargins(Space.LG * entry.level, 0, 0, 0)
    column.setSpacing(1)
    column.addLayout(first)
    if entry.detail:
        detail = make_label(entry.detail, "caption")
        detail.setToolTip(entry.detail)
        column.addWidget(detail)
    return row
