"""The bar at the left: where one can go; icons only in narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space, Width
from app.ui.widgets.avatar import Avatar, BrandMark
from app.ui.widgets.parts import make_chip, make_icon_button, make_label, make_rule
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM_HEIGHT: Final = 38


class NavItem(Struct, frozen=True):
    """One destination; with ``low`` it stands at the foot of the bar."""

    id: str
    title: str
    icon: str
    low: bool = False


class _Item(QToolButton):
    def __init__(self, item: NavItem) -> None:
        super().__init__()
        self._title = item.title
        self.setIcon(current_theme().icon(item.icon))
        self.setIconSize(QSize(18, 18))
        self.setCheckable(True)
        self.setAccessibleName(item.title)
        self.setFixedHeight(_ITEM_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.badge: QLabel = make_chip("")
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.badge.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.SM, 0)
        row.addStretch()
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        styles = Qt.ToolButtonStyle
        self.setText("" if compact else f"  {self._title}")
        style = styles.ToolButtonIconOnly if compact else styles.ToolButtonTextBesideIcon
        self.setToolButtonStyle(style)
        self.setToolTip(self._title if compact else "")
        self.badge.setVisible(bool(self.badge.text()) and not compact)

    def set_badge(self, text: str, *, compact: bool) -> None:
        self.badge.setText(text)
        self.badge.setVisible(bool(text) and not compact)
        self.setAccessibleDescription(text)


class Navigation(QFrame):
    """Shows destinations and the user.

    * ``navigated(id)`` fires when the user goes somewhere else.
    * ``theme_toggled()`` fires when the user wants the other colour scheme.
    * ``user_wanted()`` fires when the user wants to say who is at work.
    * ``settings_wanted()`` fires when the user wants to see the settings.
    * ``signing_wanted(point)`` wants the menu of signing at a point of the screen.
    """

    navigated = Signal(str)
    theme_toggled = Signal()
    user_wanted = Signal()
    settings_wanted = Signal()
    signing_wanted = Signal(object)

    def __init__(
        self,
        brand: str,
        motto: str,
        user: str,
        post: str,
        items: Sequence[NavItem],
        parent: QWidget | None = None,
    ) -> None:
        """Show the bar; the first item is on.

        Args:
            brand: Name of the program.
            motto: One line under it.
            user: Name of the person at work.
            post: What the person is.
            items: The destinations in display order.
            parent: Parent widget.
        """
        super().__init__(parent)
        set_role(self, "navigation")
        self._items: dict[str, _Item] = {}
        self._wide: list[QWidget] = []
        self._compact = False
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.XXS)
        self._column.setContentsMargins(Space.MD, Space.LG, Space.MD, Space.MD)
        self._column.addLayout(self._headline(BrandMark(brand), brand, motto, "title"))
        self._column.addSpacing(Space.MD)
        self._add_items([item for item in items if not item.low])
        self._column.addStretch()
        self._add_items([item for item in items if item.low])
        self._user = make_icon_button("user", self.tr("Who is at work"))
        self._user.clicked.connect(self.user_wanted)
        settings = make_icon_button("settings", self.tr("Settings"))
        settings.clicked.connect(self.settings_wanted)
        self._column.addWidget(settings, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._user, 0, Qt.AlignmentFlag.AlignHCenter)
        self.signing = make_icon_button("key", self.tr("Keys and signed files"))
        self.signing.clicked.connect(
            lambda: self.signing_wanted.emit(self.signing.mapToGlobal(self.signing.rect().center()))
        )
        self._column.addWidget(self.signing, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(Space.SM)
        self._column.addWidget(make_rule())
        self._column.addSpacing(Space.SM)
        self._avatar = Avatar(user)
        self._wide.append(self._avatar)
        foot = self._headline(self._avatar, user, post, "strong")
        self._person = self._wide[-2:]
        self._scheme = make_icon_button("moon", self.tr("Light or dark"))
        self._scheme.clicked.connect(self.theme_toggled)
        foot.addWidget(self._scheme)
        self._column.addLayout(foot)
        self._group.buttons()[0].setChecked(True)
        current_theme().changed.connect(self._show_scheme)
        self._show_scheme()
        self.set_compact(compact=False)
        watch_window_width(self, lambda width: self.set_compact(compact=width < Width.WIDE_WINDOW))

    def show_user(self, name: str, post: str) -> None:
        """Show somebody else at work."""
        self._avatar.show_name(name)
        for label, text in zip(self._person, (name, post), strict=True):
            if isinstance(label, QLabel):
                label.setText(text)

    @property
    def current(self) -> str:
        """Identifier of the destination one is at."""
        return next(key for key, item in self._items.items() if item.isChecked())

    def button(self, identifier: str) -> QWidget:
        """What leads to a destination, for whoever points at it."""
        return self._items[identifier]

    def set_current(self, identifier: str) -> None:
        """Mark where one is, without telling anybody."""
        self._items[identifier].setChecked(True)

    def set_badge(self, identifier: str, text: str) -> None:
        """Show a short text, such as a number, behind a destination; empty takes it away."""
        self._items[identifier].set_badge(text, compact=self._compact)

    def set_compact(self, *, compact: bool) -> None:
        """Show icons only, or icons with texts."""
        self._compact = compact
        self.setFixedWidth(Width.NAVIGATION_COMPACT if compact else Width.NAVIGATION)
        for item in self._items.values():
            item.set_compact(compact=compact)
        for widget in self._wide:
            widget.setVisible(not compact)

    def _headline(self, mark: QWidget, upper: str, lower: str, role: str) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        first, second = make_label(upper), make_label(lower, "caption")
        set_role(first, role)
        for label in (first, second):
            texts.addWidget(label)
            self._wide.append(label)
        row = QHBoxLayout()
        row.setContentsMargins(Space.XS, 0, 0, 0)
        row.setSpacing(Space.SM + Space.XXS)
        row.addWidget(mark)
        row.addLayout(texts)
        row.addStretch()
        return row

    def _add_items(self, items: Sequence[NavItem]) -> None:
        for item in items:
            button = self._items[item.id] = _Item(item)
            button.clicked.connect(lambda _=False, which=item.id: self.navigated.emit(which))
            self._group.addButton(button)
            self._column.addWidget(button)

    def _show_scheme(self) -> None:
        theme = current_theme()
        self._scheme.setIcon(theme.icon("sun" if theme.dark else "moon"))
