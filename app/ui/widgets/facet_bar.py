"""FacetBar: drop-downs that narrow a list, each telling how many rows every choice has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space
from app.ui.widgets.facets import Facet, sort_text
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.parts import make_button
from app.ui.widgets.staying_menu import StayingMenu
from app.ui.widgets.value_range import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_WORDS = 40


class FacetBar(QWidget):
    """Shows facets as buttons.

    * ``changed()``: something else is wanted. * ``range_wanted(facet)``: a range is to be typed.
    """

    changed = Signal()
    range_wanted = Signal(object)

    def __init__(self, facets: Sequence[Facet], parent: QWidget | None = None) -> None:
        """Begin with nothing narrowed."""
        super().__init__(parent)
        self.facets = tuple(facets)
        self._wants: dict[str, tuple[str, ...]] = {}
        self._counts: dict[str, Mapping[str, int]] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.clear = make_button(self.tr("Clear"), "link")
        self.clear.clicked.connect(lambda: self.want({}))
        row = FlowLayout(Space.XS)  # a window is never made wider by what is wanted
        self.setLayout(row)
        for facet in self.facets:
            button = QPushButton()
            set_role(button, "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setIcon(current_theme().icon("chevron-down", "text3"))
            button.clicked.connect(partial(self._open, facet))
            self._buttons[facet.id] = button
            row.addWidget(button)
        row.addWidget(self.clear)
        self._tell()

    @property
    def wants(self) -> dict[str, tuple[str, ...]]:
        """Words wanted, by the facet; those of which everything is wanted are left out."""
        return dict(self._wants)

    def button(self, facet: str) -> QPushButton:
        """The button of a facet."""
        return self._buttons[facet]

    def want(self, wants: Mapping[str, Sequence[str]]) -> None:
        """Narrow by these words and no others."""
        known = {facet.id for facet in self.facets}
        after = {name: tuple(words) for name, words in wants.items() if words and name in known}
        if after != self._wants:
            self._wants = after
            self._tell()
            self.changed.emit()

    def show_counts(self, counts: Sequence[Mapping[str, int]]) -> None:
        """Tell of each facet, in their order, how many rows have which word."""
        for facet, of_one in zip(self.facets, counts, strict=True):
            self._counts[facet.id] = of_one
            offered = bool(of_one) or facet.id in self._wants
            self._buttons[facet.id].setEnabled(offered)

    def words(self, facet: Facet) -> tuple[tuple[str, str], ...]:
        """Words that are offered: those that rows have, and those that are wanted."""
        counts, wanted = self._counts.get(facet.id, {}), self._wants.get(facet.id, ())
        if facet.words:
            known = [one for one in facet.words if one[0] in counts or one[0] in wanted]
            return (*known, *((word, facet.text(word)) for word in wanted if BETWEEN in word))
        found = sorted({*counts, *wanted}, key=lambda word: (-counts.get(word, 0), sort_text(word)))
        kept = [(word, facet.text(word) or self.tr("(none)")) for word in found[:_MOST_WORDS]]
        return tuple(sorted(kept, key=lambda one: sort_text(one[1])))

    def menu(self, facet: Facet) -> StayingMenu:
        """What can be wanted of a facet, each with its number of rows."""
        menu = StayingMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(facet.title)
        counts, wanted = self._counts.get(facet.id, {}), self._wants.get(facet.id, ())
        for word, text in self.words(facet):
            shown = text.replace("&", "&&")
            action = menu.addAction(f"{shown}\t{counts.get(word, 0)}")
            action.setCheckable(True)
            action.setChecked(word in wanted)
            action.toggled.connect(partial(self._pick, facet.id, word))
        menu.addSeparator()
        if facet.ranges is not None:
            asked = menu.addAction(self.tr("From … to …"))
            asked.triggered.connect(lambda: self.range_wanted.emit(facet))
        every = menu.addAction(self.tr("All"))
        every.setEnabled(bool(wanted))
        every.triggered.connect(lambda: self.want({**self._wants, facet.id: ()}))
        return menu

    def _open(self, facet: Facet) -> None:
        button = self._buttons[facet.id]
        button.setChecked(facet.id in self._wants)
        self.menu(facet).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _pick(self, facet: str, word: str, on: bool) -> None:
        others = tuple(one for one in self._wants.get(facet, ()) if one != word)
        self.want({**self._wants, facet: (*others, word) if on else others})

    def _tell(self) -> None:
        """Say on each button what is wanted of its facet."""
        for facet in self.facets:
            wanted, button = self._wants.get(facet.id, ()), self._buttons[facet.id]
            texts = [facet.text(word) or self.tr("(none)") for word in wanted]
            more = f" +{len(texts) - 1}" if texts[1:] else ""
            told = f"{facet.title}: {texts[0]}{more}" if texts else facet.title
            button.setText(told.replace("&", "&&"))
            button.setChecked(bool(wanted))
            button.setAccessibleName(told)
            listed = "\n".join(texts)
            narrow = self.tr("Narrow the list by this")
            button.setToolTip(f"{facet.title}\n{listed}" if texts else narrow)
        self.clear.setVisible(bool(self._wants))
