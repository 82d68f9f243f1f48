"""Short news in the lower right corner of a window; it goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.theme import current_theme, set_role
from app.ui.tokens import TOAST_MS, Height, Space
from app.ui.widgets.parts import make_button, make_icon_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

_SIGNS: Final = {
    "info": ("info", "accent_text"),
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("octagon-alert", "bad"),
}
_AT_ONCE: Final = 3
_WIDTH: Final = 460
_MARGIN: Final = Space.XL
ToastTone = Literal["info", "ok", "warn", "bad"]


class Toast(QFrame):
    """One piece of news; ``gone()`` fires when it leaves, ``acted()`` when its button is pressed.

    It stays while the mouse is over it.
    """

    gone = Signal()
    acted = Signal()

    def __init__(
        self, text: str, tone: ToastTone, action: str, window: QWidget, *, stays: bool = False
    ) -> None:
        """Show news over a window.

        Args:
            text: The news; in lines when it is long.
            tone: Which sign stands before it.
            action: Text of a button, such as undo; empty shows none.
            window: The window it lies over.
            stays: It does not go away by itself.
        """
        super().__init__(window)
        set_role(self, "popup")
        self.setAccessibleName(text)
        icon, color = _SIGNS[tone]
        sign = QLabel()
        picture = current_theme().icon(icon, color)
        sign.setPixmap(picture.pixmap(QSize(18, 18), self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LG, Space.SM, Space.SM, Space.SM)
        row.setSpacing(Space.SM + Space.XXS)
        row.addWidget(sign)
        told = make_label(text)
        if stays:
            told.setWordWrap(True)
            told.setFixedWidth(_WIDTH)
            told.setMinimumHeight(told.heightForWidth(_WIDTH))
        row.addWidget(told)
        if action:
            button = make_button(action, "link")
            button.clicked.connect(self._act)
            row.addWidget(button)
        close = make_icon_button("x", self.tr("Close"))
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self._stays = stays
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.leave)

    def appear(self) -> None:
        """Show the news and let a screen reader say it."""
        self.adjustSize()
        self.show()
        self.raise_()
        self._wait()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def _act(self) -> None:
        self.acted.emit()
        self.leave()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        super().leaveEvent(event)
        self._wait()

    def _wait(self) -> None:
        if not self._stays:
            self._timer.start()


class Toasts(QObject):
    """The news of one window, stacked from the lower right corner, three at once."""

    def __init__(self, window: QWidget, foot: int = Height.TOTALS) -> None:
        """Lie over a window, ``foot`` logical pixels above its lower edge."""
        super().__init__(window)
        self._window = window
        self._foot = foot
        self._shown: list[Toast] = []
        window.installEventFilter(self)

    def show_news(
        self, text: str, tone: ToastTone = "info", action: str = "", *, stays: bool = False
    ) -> Toast:
        """Show news; what ``stays`` leaves when it is told to, or when three newer ones came.

        Returns:
            The toast; connect to its ``acted`` when it has a button.
        """
        while len(self._shown) >= _AT_ONCE:
            self._shown[0].leave()
        toast = Toast(text, tone, action, self._window, stays=stays)
        toast.gone.connect(lambda: self._forget(toast))
        self._shown.append(toast)
        toast.appear()
        self._stack()
        return toast

    def texts(self) -> tuple[str, ...]:
        """Return the news that are shown, the oldest first."""
        return tuple(toast.accessibleName() for toast in self._shown)

    def clear(self) -> None:
        """Take all news away."""
        for toast in tuple(self._shown):
            toast.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the corner when the window changes its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._stack()
        return False

    def _forget(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._stack()

    def _stack(self) -> None:
        right = self._window.width() - _MARGIN
        bottom = self._window.height() - self._foot - Space.LG
        for toast in reversed(self._shown):
            toast.move(right - toast.width(), bottom - toast.height())
            bottom -= toast.height() + Space.SM
