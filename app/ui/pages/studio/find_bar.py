"""FindBar: a text to find in the pages of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.page_words import find
from app.ui.widgets.parts import add_sign, make_icon_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.ui.widgets.paper_view import PaperView


class FindBar(QWidget):
    """Marks every place of a text and goes from one to the next; ``closed()`` when it goes away."""

    closed = Signal()

    def __init__(self, view: PaperView, parent: QWidget | None = None) -> None:
        """Find in a view; begins hidden."""
        super().__init__(parent)
        self._view = view
        self.field = QLineEdit()
        set_role(self.field, "search")
        self.field.setPlaceholderText(self.tr("Find on the pages"))
        self.field.setAccessibleName(self.tr("Find on the pages"))
        add_sign(self.field, "search")
        self.field.textChanged.connect(self.renew)
        self.field.returnPressed.connect(lambda: self.go(1))
        self.count = make_label("", "caption")
        before = make_icon_button("chevron-up", self.tr("Previous place"))
        after = make_icon_button("chevron-down", self.tr("Next place"))
        close = make_icon_button("x", self.tr("End finding"))
        before.clicked.connect(lambda: self.go(-1))
        after.clicked.connect(lambda: self.go(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SM, 0, Space.SM, Space.SM)
        row.setSpacing(Space.XS)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for button in (before, after, close):
            row.addWidget(button)
        self.hide()

    def start(self) -> None:
        """Let the user type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.renew()

    def close_bar(self) -> None:
        """Mark nothing any more."""
        self.hide()
        self._view.show_found((), -1)
        self.closed.emit()

    def renew(self) -> None:
        """Find again, because other pages or another text are there."""
        if self.isHidden():
            return
        found = find(self._view.pages, self.field.text())
        here = next(
            (at for at, one in enumerate(found) if one.page >= self._view.page), 0 if found else -1
        )
        self._view.show_found(found, here)
        self._tell()

    def go(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) place; after the last comes the first."""
        found = self._view.found
        if found:
            self._view.show_found(found, (self._view.found_at + by) % len(found))
            self._tell()

    def _tell(self) -> None:
        found = len(self._view.found)
        text = f"{self._view.found_at + 1} / {found}" if found else self.tr("not found")
        self.count.setText(text if self.field.text().strip() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends it; Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)
