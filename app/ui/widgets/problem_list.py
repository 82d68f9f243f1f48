"""What stands in the way, gravest first, each with the ways to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.parts import make_button, make_label, make_rule, name_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_SIGNS: Final = {
    "blocking": ("octagon-alert", "bad"),
    "warning": ("triangle-alert", "warn"),
    "advice": ("lightbulb", "accent_text"),
}
_SHOWN: Final = 40
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Cure(Struct, frozen=True):
    """One way to put something right: its identifier and the text of its button."""

    id: str
    label: str


class ProblemRow(Struct, frozen=True):
    """One finding.

    Attributes:
        key: Names the finding.
        severity: ``blocking`` stops the quote, ``warning`` does not, ``advice`` is a chance.
        text: What is found.
        detail: Where, why or how much; quieter.
        cures: Buttons under it.
    """

    key: str
    severity: Literal["blocking", "warning", "advice"]
    text: str
    detail: str = ""
    cures: tuple[Cure, ...] = ()


class _ProblemView(QFrame):
    opened = Signal(str)
    entered = Signal(str)
    cure_requested = Signal(str, str)

    def __init__(self, problem: ProblemRow) -> None:
        super().__init__()
        self.problem = problem
        set_role(self, "finding")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sign = QLabel()
        self._sign.setFixedWidth(18)
        self._text = _wrapped(make_label(""))
        self._detail = _wrapped(make_label("", "caption"))
        self._buttons: list[QPushButton] = []
        self._cures = QWidget()
        self._flow = FlowLayout(Space.SM)
        below = QVBoxLayout(self._cures)
        below.setContentsMargins(0, Space.XS, 0, 0)
        below.addLayout(self._flow)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for part in (self._text, self._detail, self._cures):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.SM + Space.XXS)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.show_problem(problem)
        self._recolor()
        current_theme().changed.connect(self._recolor)

    def show_problem(self, problem: ProblemRow) -> None:
        """Rewrite what differs: the keyboard stays where it is, on a button too."""
        severity, self.problem = self.problem.severity, problem
        self.setAccessibleName(f"{problem.text}，{problem.detail}".strip("，"))
        self._text.setText(problem.text)
        self._detail.setText(problem.detail)
        self._detail.setVisible(bool(problem.detail))
        if severity != problem.severity:
            self._recolor()
        while len(self._buttons) > len(problem.cures):
            gone = self._buttons.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, cure in enumerate(problem.cures):
            if place == len(self._buttons):
                self._add_button(place)
            name_button(self._buttons[place], cure.label)
            self._buttons[place].setToolTip(cure.label)
        self._cures.setVisible(bool(problem.cures))
        first = problem.cures[0].label if problem.cures else ""
        self.setAccessibleDescription(self.tr("Enter: {cure}").format(cure=first) if first else "")

    def _add_button(self, place: int) -> None:
        button = make_button("", "cure")
        button.clicked.connect(lambda: self._request(place))
        self._flow.addWidget(button)
        self._buttons.append(button)

    def _request(self, place: int) -> None:
        self.cure_requested.emit(self.problem.key, self.problem.cures[place].id)

    def _recolor(self) -> None:
        icon, color = _SIGNS[self.problem.severity]
        picture = current_theme().icon(icon, color)
        self._sign.setPixmap(picture.pixmap(QSize(17, 17), self.devicePixelRatioF()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.opened.emit(self.problem.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER:
            self.entered.emit(self.problem.key)
        elif Qt.Key(event.key()) is Qt.Key.Key_Space:
            self.opened.emit(self.problem.key)
        else:
            super().keyPressEvent(event)


class ProblemList(QWidget):
    """Shows findings.

    * ``opened(key)``: the user wants to see where the finding is: a click, or Space.
    * ``entered(key)``: the user pressed Enter on it: the first cure, if there is one.
    * ``cure_requested(key, cure)``: the user wants this cure applied.
    """

    opened = Signal(str)
    entered = Signal(str)
    cure_requested = Signal(str, str)

    def __init__(self, name: str, empty_text: str, parent: QWidget | None = None) -> None:
        """Begin without findings.

        Args:
            name: What a screen reader calls the list.
            empty_text: Shown while nothing is found.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._problems: tuple[ProblemRow, ...] | None = None
        self._parts: list[QWidget] = []
        """Rows with a hairline between them; those that are too many wait out of sight."""
        self._empty_text = empty_text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._below = _wrapped(make_label("", "caption"))
        self._column.addWidget(self._below)
        self.set_problems(())

    def set_problems(self, problems: tuple[ProblemRow, ...]) -> None:
        """Show these findings in order; beyond forty the rest is only counted."""
        if problems == self._problems:
            return
        before, self._problems = self._problems or (), problems
        if problems and [row.key for row in before] == [row.key for row in problems]:
            views = (part for part in self._parts if isinstance(part, _ProblemView))
            for view, problem in zip(views, problems, strict=False):
                if view.problem != problem:
                    view.show_problem(problem)
            return
        keyboard = QApplication.focusWidget()
        if keyboard is not None and self.isAncestorOf(keyboard):
            self._clear()  # a key meant for one finding must never reach another
        for place, problem in enumerate(problems[:_SHOWN]):
            self._show_at(place, problem)
        for part in self._parts[max(0, 2 * len(problems) - 1) :]:
            part.hide()
        rest = len(problems) - _SHOWN
        more = self.tr("and {count} more").format(count=rest) if rest > 0 else ""
        self._below.setText(more if problems else self._empty_text)
        self._below.setVisible(bool(self._below.text()))

    def _show_at(self, place: int, problem: ProblemRow) -> None:
        """Show a finding in a row that is there already, or in a new one under the last."""
        at = 2 * place
        if at < len(self._parts):
            view = self._parts[at]
            if isinstance(view, _ProblemView) and view.problem != problem:
                view.show_problem(problem)
            for part in self._parts[max(0, at - 1) : at + 1]:
                part.show()
            return
        if self._parts:
            self._put(make_rule())
        view = _ProblemView(problem)
        view.opened.connect(self.opened)
        view.entered.connect(self.entered)
        view.cure_requested.connect(self.cure_requested)
        self._put(view)

    def _clear(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.setParent(None)
            part.deleteLater()
        self._parts = []

    def sizeHint(self) -> QSize:
        """Texts that are wrapped may need more than they say: as much as in this width."""
        hint = super().sizeHint()
        wrapped = self._column.totalHeightForWidth(self.width())
        return QSize(hint.width(), max(hint.height(), wrapped))

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first finding."""
        if self._problems:
            self._parts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(len(self._parts), part)
        self._parts.append(part)


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label
