"""The head of the detail: what is chosen, its state, and the parts that can be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.presenting.catalogue_words import family_name, lifecycle_name, lifecycle_tone
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_chip, make_label, set_chip_tone
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.offering import Lifecycle, ProductOffering

CHARGES, RELATIONS, RULES, HISTORY, TEXTS = "charges", "relations", "rules", "history", "texts"


class DetailHead(QFrame):
    """Names the chosen offering or bundle; ``tabs`` says which part of it is shown."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        set_role(self, "card")
        self._speaker = speaker
        self._name = make_label("", "title")
        self._name.setWordWrap(True)
        self._code = make_label("", "caption")
        self._state = make_chip("")
        self.tabs = Segmented(
            (
                (CHARGES, self.tr("Charges")),
                (RELATIONS, self.tr("Relations")),
                (RULES, self.tr("Rules")),
                (HISTORY, self.tr("History")),
                (TEXTS, self.tr("Texts")),
            ),
            CHARGES,
            self.tr("Part of the detail"),
            tight=True,
        )
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named = QHBoxLayout()
        named.setSpacing(Space.SM)
        named.addWidget(self._code, 1)
        named.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        column.setSpacing(Space.XS)
        column.addWidget(self._name)
        column.addLayout(named)
        column.addSpacing(Space.XS)
        column.addWidget(self.tabs)

    def show_part(self, part: ProductOffering | BundledOffering, state: Lifecycle) -> None:
        """Name an offering or a bundle."""
        speaker = self._speaker
        self._name.setText(speaker.name(part.name))
        family = getattr(part, "family", None)
        kind = family_name(speaker, family) if family is not None else self.tr("Bundle")
        self._code.setText(f"{part.code} · {kind}")
        self._state.setText(lifecycle_name(speaker, state))
        set_chip_tone(self._state, lifecycle_tone(state))
