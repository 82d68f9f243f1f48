"""ManualDialog: the manual beside the window: contents, search, and the page that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.paths import manual_folder
from app.services.manual import find_in_manual, read_manual
from app.ui.theme import current_theme, set_role
from app.ui.tokens import Space
from app.ui.widgets.markdown_view import MarkdownView
from app.ui.widgets.parts import make_icon_button, make_label

if TYPE_CHECKING:
    from catalog.local_text import Language

_SIZE: Final = (900, 640)
_CONTENTS: Final = 232


class ManualDialog(QDialog):
    """Shows pages; it is not modal, so that one can do what one reads."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        """Read the pages of a language."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        self.setAccessibleName(self.tr("Manual"))
        self.setModal(False)
        self.resize(*_SIZE)
        self._pages = read_manual(language)
        self._language = language
        self._past: list[str] = []
        self.page = ""
        self.search = QLineEdit()
        set_role(self.search, "search")
        self.search.setPlaceholderText(self.tr("Find in the manual"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(lambda _text: self._list())
        self.search.returnPressed.connect(self._take_first)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFixedWidth(_CONTENTS)
        self.contents.setWordWrap(True)
        self.contents.currentItemChanged.connect(lambda item, _old: self._choose(item))
        self.text = MarkdownView(self.tr("Page"))
        self.text.anchorClicked.connect(self._follow)
        self.back = make_icon_button("arrow-left", self.tr("Back"))
        self.back.clicked.connect(self.go_back)
        self._build()
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        current_theme().changed.connect(self._show)
        self._list()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.SM)
        left.addWidget(make_label(self.tr("Manual"), "title"))
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        self.search.setFixedWidth(_CONTENTS)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch()
        right = QVBoxLayout()
        right.setSpacing(Space.XS)
        right.addLayout(head)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        row.setSpacing(Space.LG)
        row.addLayout(left)
        row.addLayout(right, 1)

    # ------------------------------------------------------------ going somewhere

    def show_page(self, page: str) -> None:
        """Open the manual at a page."""
        self.search.clear()
        self._go_to(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def go_back(self) -> None:
        """Return to the page that was read before."""
        if self._past:
            page = self._past.pop()
            self.page = ""
            self._go_to(page)

    def _go_to(self, page: str) -> None:
        if page == self.page:
            return
        if self.page:
            self._past.append(self.page)
        self.page = page
        self._mark()
        self._show()

    def _follow(self, url: QUrl) -> None:
        name = url.path().removesuffix(".md")
        if url.isRelative() and any(page.id == name for page in self._pages):
            self._go_to(name)
        elif not url.isRelative():
            QDesktopServices.openUrl(url)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._go_to(item.data(Qt.ItemDataRole.UserRole))

    def _take_first(self) -> None:
        self.contents.setCurrentRow(0)
        self.text.setFocus()

    # ------------------------------------------------------------ showing

    def _list(self) -> None:
        """List the pages, or those in which the words typed occur with the line that has them."""
        typed = self.search.text().strip()
        self.contents.blockSignals(True)
        self.contents.clear()
        for found in find_in_manual(self._pages, typed):
            told = f"{found.page.title}\n{found.line}" if typed and found.line else found.page.title
            item = QListWidgetItem(told)
            item.setData(Qt.ItemDataRole.UserRole, found.page.id)
            self.contents.addItem(item)
        self.contents.blockSignals(False)
        self._mark()

    def _mark(self) -> None:
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == self.page:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _show(self) -> None:
        self.back.setEnabled(bool(self._past))
        page = next((one for one in self._pages if one.id == self.page), None)
        if page is None:
            return
        self.text.show_page(page.text, manual_folder() / self._language)
