"""A card of the side panel: a title, a mark beside it, a body; a click on the title folds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space
from app.ui.widgets.parts import make_chip, make_label, set_chip_tone

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.ui.widgets.parts import ChipTone


class Card(QFrame):
    """Holds a body under a title; ``folded(is_folded)`` fires when the user folds it or opens it.

    Add widgets with ``card.body.addWidget``.
    """

    folded = Signal(bool)

    def __init__(
        self, title: str, *, foldable: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty card.

        Args:
            title: Shown at the top, and the card's spoken name.
            foldable: Whether the body can be folded away.
            parent: Parent widget.
        """
        super().__init__(parent)
        set_role(self, "card")
        self.setAccessibleName(title)
        self._foldable = foldable
        self._title = make_label(title, "strong")
        self._note = make_label("", "caption")
        self._note.setWordWrap(True)  # a long one must not make the panel wider
        self._note.hide()
        self._chip = make_chip("")
        self._chip.hide()
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.SM)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.SM)
        self._head.addWidget(self._title)
        self._head.addStretch()
        self._head.addWidget(self._chip)
        self._fold = QToolButton()
        if foldable:
            self._fold.setAccessibleName(self.tr("Fold {title}").format(title=title))
            self._fold.setToolTip(self._fold.accessibleName())
            self._fold.setIcon(current_theme().icon("chevron-up", "text3"))
            self._fold.clicked.connect(lambda: self.set_folded(not self._body.isHidden()))
            self._head.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        column.setSpacing(Space.XS)
        column.addLayout(self._head)
        column.addWidget(self._note)
        column.addWidget(self._body)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, text: str) -> None:
        """Show a quiet line under the title; an empty text takes it away."""
        self._note.setText(text)
        self._note.setToolTip(text)
        self._note.setVisible(bool(text) and not self._body.isHidden())

    def set_mark(self, text: str, tone: ChipTone = "plain") -> None:
        """Show a chip at the right of the title; an empty text takes it away."""
        self._chip.setText(text)
        set_chip_tone(self._chip, tone)
        self._chip.setVisible(bool(text))

    def add_to_head(self, widget: QWidget) -> None:
        """Put a control at the right end of the title."""
        self._head.addWidget(widget)

    def set_folded(self, folded: bool) -> None:
        """Fold the body away or show it."""
        if self._body.isHidden() == folded:
            return
        self._body.setVisible(not folded)
        self._note.setVisible(bool(self._note.text()) and not folded)
        icon = "chevron-down" if folded else "chevron-up"
        self._fold.setIcon(current_theme().icon(icon, "text3"))
        self.folded.emit(folded)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold by a click anywhere on the title's line."""
        head = self._head.geometry()
        if (
            self._foldable
            and event.button() == Qt.MouseButton.LeftButton
            and head.top() <= event.position().y() <= head.bottom()
        ):
            self.set_folded(not self._body.isHidden())
        super().mouseReleaseEvent(event)


def make_list_card(inside: QWidget) -> QFrame:
    """Return a card that is filled by one list or by what stands in its place."""
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inside)
    return card
