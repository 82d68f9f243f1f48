"""The top of the studio: where one is, the title, what is saved, undo, and the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.pages.studio.life_bar import LifeBar
from app.ui.pages.studio.title_edit import TitleEdit
from app.ui.theme import current_theme, set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.pass_undo import pass_undo
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker

_WIDE = 1400
_LEAST_HEAD = 330


class TopBar(QFrame):
    """Shows what is open.

    * ``left()``: back to the list. * ``renamed(title)``. * ``undone()``, ``redone()``.
    * ``history_wanted()``. * ``preview_wanted()``: a paper beside the quote, or none any more.
    * ``deed_wanted(action)``: something with papers, by the identifier of its action.
    * ``papers_wanted(kinds)``: a tuple of kinds such as ``proposal``; empty to choose among all.
    """

    left = Signal()
    renamed = Signal(str)
    undone = Signal()
    redone = Signal()
    history_wanted = Signal()
    preview_wanted = Signal()
    papers_wanted = Signal(tuple)
    deed_wanted = Signal(str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(parent)
        set_role(self, "topbar")
        self.setFixedHeight(Height.TOPBAR)
        self._back = make_button(self.tr("Quotes"), "link")
        self._back.clicked.connect(self.left)
        self._number = make_label("", "caption")
        self.title = TitleEdit(self.tr("Title of the quote"), self.tr("Name the solution"))
        self.title.committed.connect(self.renamed)
        pass_undo(self.title)
        self.life = LifeBar(speaker)
        self.life.deed_wanted.connect(self.deed_wanted)
        self._cloud = QLabel()
        self._saved = make_label("", "caption")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL - 4, 0, Space.LG, 0)
        row.setSpacing(Space.XS)
        self._head = self._headline()
        row.addLayout(self._head, 1)
        row.addWidget(self._cloud)
        row.addWidget(self._saved)
        row.addSpacing(Space.SM)
        self._add_history(row)
        row.addSpacing(Space.SM)
        row.addWidget(self.life)
        self._add_papers(row)
        self._window_width, self._spared = 0, 0
        watch_window_width(self, self._fit_window)
        self.life.standing_shown.connect(self._fit)
        current_theme().changed.connect(self._recolor)
        self._ok = True
        self._recolor()

    def _headline(self) -> QVBoxLayout:
        way = QHBoxLayout()
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(Space.XS)
        way.addWidget(self._back)
        way.addWidget(make_label("›", "caption"))
        way.addWidget(self._number)
        way.addStretch()
        named = QHBoxLayout()
        named.setSpacing(Space.SM)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named.addWidget(self.title)
        named.addWidget(self.life.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addWidget(self.life.envelope, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(0, Space.XS, 0, Space.XS)
        column.setSpacing(0)
        column.addLayout(way)
        column.addLayout(named)
        return column

    def _add_history(self, row: QHBoxLayout) -> None:
        self._undo = make_icon_button("undo-2", self.tr("Undo"))
        self._redo = make_icon_button("redo-2", self.tr("Redo"))
        history = make_icon_button("history", self.tr("History"))
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)
        history.clicked.connect(self.history_wanted)
        self.offer = make_icon_button("badge-percent", self.tr("Needs and best offer (Ctrl+J)"))
        self.offer.clicked.connect(lambda: self.deed_wanted.emit("offer"))
        self.questions = make_icon_button(
            "circle-help", self.tr("Questions and needs (Ctrl+Shift+Q)")
        )
        self.questions.clicked.connect(lambda: self.deed_wanted.emit("questions"))
        self.preview = make_icon_button(
            "panel-right", self.tr("Preview (Ctrl+Shift+P)"), checkable=True
        )
        self.preview.clicked.connect(self.preview_wanted)
        self.more_papers = make_icon_button("files", self.tr("Papers written, and more"))
        self.more_papers.setObjectName("papers-more")
        self.more_papers.clicked.connect(lambda: self.papers_menu().popup(self._below()))
        for button in (self._undo, self._redo, history):
            row.addWidget(button)
        for button in (self.questions, self.offer, self.preview, self.more_papers):
            row.addWidget(button)

    def _add_papers(self, row: QHBoxLayout) -> None:
        self.papers = {
            "proposal": make_button(self.tr("Proposal"), icon="file-text"),
            "contract": make_button(self.tr("Contract"), icon="signature"),
            "approval": make_button(self.tr("Approval sheet"), icon="table-2"),
            "choose": make_button(self.tr("Papers…"), "primary", icon="file-down"),
        }
        tips = {
            "proposal": self.tr("Write the proposal as Word and PDF"),
            "contract": self.tr("Write the contract as Word and PDF"),
            "approval": self.tr("Write the approval workbook"),
            "choose": self.tr("Choose papers and their language (Ctrl+E)"),
        }
        for kind, button in self.papers.items():
            kinds = () if kind == "choose" else (kind,)
            button.setToolTip(tips[kind])
            button.setObjectName(f"paper-{kind}")
            button.clicked.connect(lambda _=False, wanted=kinds: self.papers_wanted.emit(wanted))
            row.addSpacing(Space.XS)
            row.addWidget(button)

    def papers_menu(self) -> QMenu:
        """What can be done with papers besides writing them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds = {
            "papers": self.tr("Papers written…\tCtrl+Shift+E"),
            "batch": self.tr("For many customers…\tCtrl+Shift+B"),
            "paper_settings": self.tr("Names, visit set, PDF…"),
        }
        for deed, text in deeds.items():
            action = menu.addAction(text)
            action.setObjectName(f"deed-{deed}")
            action.triggered.connect(lambda _=False, wanted=deed: self.deed_wanted.emit(wanted))
        return menu

    def _below(self) -> QPoint:
        return self.more_papers.mapToGlobal(QPoint(0, self.more_papers.height()))

    # ------------------------------------------------------------ showing

    def show_quote(self, quote: Quote) -> None:
        """Show number and title."""
        self._number.setText(quote.number)
        self.title.show_title(quote.title)

    def show_stack(self, stack: QUndoStack) -> None:
        """Show what undo and redo would do."""
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        undo, redo = stack.undoText(), stack.redoText()
        self._undo.setToolTip(f"{self.tr('Undo')} {undo} (Ctrl+Z)".replace("  ", " "))
        self._redo.setToolTip(f"{self.tr('Redo')} {redo} (Ctrl+Y)".replace("  ", " "))

    def show_saved(self, text: str, *, ok: bool, why: str = "") -> None:
        """Say whether everything is stored, and why not."""
        self._saved.setText(text)
        for shown in (self._saved, self._cloud):
            shown.setToolTip(why or text)
        self._cloud.setAccessibleName(text)
        self._fit()
        self._ok = ok
        self._recolor()

    def enable_papers(self, *, enabled: bool) -> None:
        """Allow or forbid to write papers; not while some are being written."""
        for button in self.papers.values():
            button.setEnabled(enabled)

    def _recolor(self) -> None:
        icon = current_theme().icon(
            "cloud-check" if self._ok else "cloud-off", "ok" if self._ok else "warn"
        )
        self._cloud.setPixmap(icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))

    def _fit_window(self, width: int) -> None:
        self._window_width = width
        self._fit()

    def _fit(self) -> None:
        """Let the words that all is saved give way to title and state; the cloud says it too."""
        self._saved.setVisible(self._window_width >= _WIDE)
        if self._needed() > self.width():
            self._saved.hide()
        least = self._needed() - max(0, self._head.sizeHint().width() - _LEAST_HEAD)
        self._say_papers(words=least + self._spared <= self.width())

    def _needed(self) -> int:
        return self._row.sizeHint().width()

    def _say_papers(self, *, words: bool) -> None:
        """Name the papers, or show their signs alone where the title would have no room."""
        if words == (not self._spared):
            return
        before = self._needed() + self._spared
        for kind, button in self.papers.items():
            if kind != "choose":
                button.setText(f" {button.accessibleName()}" if words else "")
        self._spared = 0 if words else before - self._needed()
