"""What narrows the catalogue's table: segment, kind, state, area, price; families stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.ui.presenting.catalogue_words import lifecycle_name, type_name
from app.ui.tokens import Space
from app.ui.widgets.figure_text import FigureValidator, figure_text
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.window_width import watch_window_width
from catalog.cell_text import CellFault, read_money
from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.ui.presenting.speaker import Speaker

_PRICE_WIDTH, _PRICE_NARROW, _ROOMY = 76, 56, 1340
_LEAST_CHOICE, _MOST_CHOICE = 84, 150


class FilterBar(QWidget):
    """Fields that narrow the table; ``changed()`` fires at every change."""

    changed = Signal()

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin with nothing narrowed."""
        super().__init__(parent)
        self._speaker = speaker
        self.segment = self._choice(self.tr("All segments"), self.tr("Segment"), ())
        kinds = [(kind.value, type_name(speaker, kind)) for kind in ChargeType]
        self.kind = self._choice(self.tr("All charges"), self.tr("Charge type"), kinds)
        states = [(state.value, lifecycle_name(speaker, state)) for state in Lifecycle]
        self.state = self._choice(self.tr("All states"), self.tr("State"), states)
        self.area = self._choice(self.tr("All areas"), self.tr("Area"), ())
        self.area.hide()
        self.lowest = self._price(self.tr("from ¥"), self.tr("Lowest price"))
        self.highest = self._price(self.tr("to ¥"), self.tr("Highest price"))
        self._choices = {
            "segment": self.segment,
            "kind": self.kind,
            "state": self.state,
            "area": self.area,
        }
        self._prices = {"lowest": self.lowest, "highest": self.highest}
        self.clear = make_button(self.tr("Clear"), "link")
        self.clear.clicked.connect(self.reset)
        self.clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for field in (self.segment, self.kind, self.state, self.area, self.lowest):
            row.addWidget(field)
        row.addWidget(make_label("–", "caption"))
        row.addWidget(self.highest)
        row.addWidget(self.clear)
        row.addStretch()
        self._places = {field: field.placeholderText() for field in self._prices.values()}
        watch_window_width(self, self._fit)

    def _fit(self, width: int) -> None:
        """Let prices be told by signs in a narrow window, so that the choices keep their words."""
        roomy = width >= _ROOMY
        for field, sign in ((self.lowest, "≥ ¥"), (self.highest, "≤ ¥")):
            field.setFixedWidth(_PRICE_WIDTH if roomy else _PRICE_NARROW)
            field.setPlaceholderText(self._places[field] if roomy else sign)

    def set_segments(self, segments: Sequence[str]) -> None:
        """Offer the segments of a catalogue; the one that is chosen stays if it is among them."""
        named = self._speaker.words.named
        _offer(self.segment, [(segment, named("segment", segment)) for segment in segments])

    def set_areas(self, areas: Sequence[str]) -> None:
        """Offer the areas that a catalogue limits offerings to; without any there is no choice."""
        _offer(self.area, [(area, area) for area in areas])
        self.area.setVisible(bool(areas))

    def selection(self, family: str) -> Selection:
        """What is wanted, within a family."""
        kind, state = self.kind.currentData(), self.state.currentData()
        return Selection(
            family=family,
            segment=self.segment.currentData(),
            kind=ChargeType(kind) if kind else None,
            lowest=_amount(self.lowest.text()),
            highest=_amount(self.highest.text()),
            lifecycle=Lifecycle(state) if state else None,
            area=self.area.currentData(),
        )

    @property
    def wants(self) -> dict[str, tuple[str, ...]]:
        """What is wanted, as a saved view keeps it; what narrows nothing is left out."""
        words = {name: str(choice.currentData() or "") for name, choice in self._choices.items()}
        words |= {name: field.text().strip() for name, field in self._prices.items()}
        return {name: (word,) for name, word in words.items() if word}

    def want(self, wants: Mapping[str, Sequence[str]]) -> None:
        """Narrow so; a word that is not offered narrows nothing."""
        for name, choice in self._choices.items():
            word = next(iter(wants.get(name, ())), "")
            choice.setCurrentIndex(max(0, choice.findData(word)))
        for name, field in self._prices.items():
            field.setText(next(iter(wants.get(name, ())), ""))

    def reset(self) -> None:
        """Narrow nothing."""
        self.want({})

    def _choice(self, every: str, name: str, words: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.addItem(every, "")
        for word, text in words:
            combo.addItem(text, word)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumWidth(_LEAST_CHOICE)  # long names are cut before the window grows
        combo.setMaximumWidth(_MOST_CHOICE)
        combo.currentIndexChanged.connect(self._tell)
        return combo

    def _price(self, placeholder: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.setValidator(FigureValidator(field))
        field.textChanged.connect(self._tell)
        return field

    def _tell(self) -> None:
        self.clear.setVisible(self.selection("") != Selection())
        self.changed.emit()


def _offer(combo: QComboBox, words: Sequence[tuple[str, str]]) -> None:
    """Offer these words behind the first choice; the chosen one stays if it is among them."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    while combo.count() > 1:
        combo.removeItem(1)
    for word, text in words:
        combo.addItem(text, word)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)


def _amount(text: str) -> Decimal | None:
    """The amount that a field holds; one that is not finished yet narrows nothing."""
    try:
        return read_money(figure_text(text))
    except CellFault:
        return None
