"""The card of a tour and the ring around the control that it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Radius, Space
from app.ui.tour.free_place import free_place
from app.ui.widgets.parts import make_button, make_icon_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_WIDTH: Final = 348
_RING: Final = 3


class CoachCard(QFrame):
    """Says one step.

    * ``left()``: the tour is left. * ``help_wanted()``: the step shall be done for the user.
    * ``acted()``: the button of the last card.
    """

    left = Signal()
    help_wanted = Signal()
    acted = Signal()

    def __init__(
        self, where: str, title: str, text: str, *, can_help: bool, action: str = ""
    ) -> None:
        """Make a card.

        Args:
            where: Which step of how many.
            title: What is done.
            text: How.
            can_help: Whether the program can do it.
            action: Text of a button; none where it is empty.
        """
        super().__init__()
        set_role(self, "popup")
        self.setObjectName("coach-card")
        self._before: QWidget | None = None
        self._around: tuple[QRect, QSize, QSize] | None = None
        spoken = f"{where}: {title}. {text}"
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_WIDTH)
        close = make_icon_button("x", self.tr("Leave the tour"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(make_label(where, "caption"), 1)
        head.addWidget(close)
        body = make_label(text, "second")
        body.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LG, Space.SM, Space.SM, Space.MD)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(make_label(title, "title"))
        column.addWidget(body)
        row = QHBoxLayout()
        row.addStretch()
        if can_help:
            helping = make_button(self.tr("Do it for me"), "link")
            helping.clicked.connect(self.help_wanted)
            row.addWidget(helping)
        if action:
            button = make_button(action, "primary")
            button.clicked.connect(self.acted)
            row.addWidget(button)
        column.addLayout(row)
        for one in self.findChildren(QWidget):
            if hasattr(one, "setAutoDefault"):
                one.setAutoDefault(False)

    def appear(self) -> None:
        """Be seen, and heard by a screen reader; the keyboard stays where it is."""
        self.setFixedHeight(max(self.heightForWidth(_WIDTH), self.sizeHint().height()))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def take_keyboard(self, before: QWidget | None) -> None:
        """Have the keyboard; Escape gives it back to where it was."""
        self._before = before
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back with Escape; in a dialog too, which stays open."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def stand_beside(self, pointed: QWidget | None) -> None:
        """Lie where what is pointed at and spoken of stays in sight; stay there while it does.

        Args:
            pointed: A control of the same window, or nothing.
        """
        window = self.parentWidget()
        if window is None:
            return
        rect = (
            QRect() if pointed is None else QRect(pointed.mapTo(window, QPoint()), pointed.size())
        )
        around = (rect, window.size(), self.size())
        if around != self._around:
            self._around = around
            self.move(free_place(window, self, pointed))


class Ring(QWidget):
    """A frame around a control; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        """Lie over a window, not seen yet."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QWidget) -> None:
        """Lie around a control of the same window."""
        window = self.parentWidget()
        assert window is not None  # noqa: S101 (made over one)
        around = QRect(target.mapTo(window, QPoint()), target.size())
        wanted = around.adjusted(-_RING, -_RING, _RING, _RING).intersected(window.rect())
        if wanted != self.geometry():
            self.setGeometry(wanted)
        if not self.isVisible():
            self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("accent"), _RING))
        inside = QRectF(self.rect()).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
        painter.drawRoundedRect(inside, Radius.CONTROL, Radius.CONTROL)
