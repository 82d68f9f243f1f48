"""The papers of a quote that were issued: what can be done with each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.handing import Handing
from app.ui.presenting.kept_papers import paper_columns, paper_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent

    from app.quoting.quote import Quote
    from app.services.kept_papers import KeptPaper
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_SIZE = (900, 320)


class PapersDialog(FormDialog):
    """Lists the papers; several can be chosen.

    Attributes:
        handing: What gives them out of the program.
    """

    def __init__(
        self, workspace: Workspace, around: Surroundings, quote: Quote, parent: QWidget
    ) -> None:
        """List the papers of a quote.

        Args:
            workspace: The user's data.
            around: What every page may use.
            quote: Whose papers.
            parent: Window that it belongs to.
        """
        title = self.tr("Papers of {number}").format(number=quote.number)
        super().__init__(title, self.tr("Close"), parent)
        self.only_show()
        self.agree.setDefault(False)
        self.agree.setAutoDefault(False)
        self._around = around
        self._papers: tuple[KeptPaper, ...] = ()
        self.handing = Handing(workspace, around, quote, self)
        self.table = _PaperTable(around, self._drag)
        self.table.setMinimumSize(*_SIZE)
        self.table.opened.connect(lambda _key: self.handing.open(self.chosen()))
        self.table.menu_requested.connect(lambda _key, point: self.menu().popup(point))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self._nothing = make_label(
            self.tr("No paper has been written for this quote yet."), "second"
        )
        hint = self.tr(
            "As they were issued, whatever became of the files. Drag them into another program, or"
            " copy and paste them there."
        )
        self._hint = make_label(hint, "caption")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table)
        self.body.addLayout(self._actions())
        self.body.addWidget(self._hint)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(lambda: self.handing.copy(self.chosen()))
        reading = around.tasks.run(lambda _task: _read_papers(workspace, quote.id), self._show)
        self.finished.connect(lambda _result: reading.cancel())
        self._allow()

    def _actions(self) -> QHBoxLayout:
        self.deeds: dict[str, QPushButton] = {
            "open": make_button(self.tr("Open"), icon="external-link"),
            "show": make_button(self.tr("Show in folder"), icon="folder-open"),
            "save": make_button(self.tr("Save as…"), icon="save"),
            "copy": make_button(self.tr("Copy files"), icon="copy"),
            "mail": make_button(self.tr("E-mail to customer"), icon="mail"),
            "approver": make_button(self.tr("E-mail to approver"), icon="mail"),
        }
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        for name, button in self.deeds.items():
            button.setObjectName(f"papers-{name}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, deed=name: self._do(deed))
            row.addWidget(button)
        row.addStretch()
        return row

    def chosen(self) -> tuple[KeptPaper, ...]:
        """The papers that are selected, from top to bottom."""
        return tuple(self._papers[int(key)] for key in self.table.selected_keys())

    def menu(self) -> QMenu:
        """The same deeds under the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, button in self.deeds.items():
            action = menu.addAction(button.accessibleName())
            action.triggered.connect(lambda _=False, deed=name: self._do(deed))
            action.setEnabled(button.isEnabled())
        return menu

    def _do(self, deed: str) -> None:
        papers = self.chosen()
        if not papers:
            return
        outside = tuple(paper for paper in papers if not paper.internal)
        deeds: dict[str, Callable[[], None]] = {
            "open": lambda: self.handing.open(papers),
            "show": lambda: self.handing.show(papers),
            "save": lambda: self.handing.save_as(papers),
            "copy": lambda: self.handing.copy(papers),
            "mail": lambda: self.handing.mail(outside),
            "approver": lambda: self.handing.mail(
                tuple(paper for paper in papers if paper.internal)
            ),
        }
        deeds[deed]()

    def _show(self, papers: tuple[KeptPaper, ...]) -> None:
        self._papers = papers
        zone = self._around.clock().tzinfo
        self.table.set_rows(paper_rows(self._around.speaker, papers, zone))
        if papers:
            self.table.set_current("0")
        self.table.setFocus()
        self._allow()

    def _allow(self) -> None:
        papers = self.chosen()
        internal = [paper for paper in papers if paper.internal]
        self._nothing.setVisible(not self._papers)
        for name, button in self.deeds.items():
            button.setEnabled(bool(papers))
            if name == "mail":
                button.setEnabled(bool(papers) and not internal)
            if name == "approver":
                button.setEnabled(bool(internal) and len(internal) == len(papers))

    def _drag(self) -> None:
        papers = self.chosen()
        if papers:
            self.handing.drag(papers, self.table)


class _PaperTable(DataTable):
    """A table whose rows can be dragged out of the window."""

    def __init__(self, around: Surroundings, drag: Callable[[], None]) -> None:
        """Call ``drag`` when the mouse takes rows away."""
        super().__init__(
            paper_columns(around.speaker), around.speaker.translate("Papers", "Papers")
        )
        self._drag_out = drag
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the button went down; what is selected there stays selected."""
        left = event.button() == Qt.MouseButton.LeftButton
        point = event.position().toPoint()
        self._pressed = point if left and self.indexAt(point).isValid() else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag when the mouse went far enough."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self._drag_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The button is up: nothing is dragged."""
        self._pressed = None
        super().mouseReleaseEvent(event)


def _read_papers(workspace: Workspace, quote_id: str) -> tuple[KeptPaper, ...]:
    from app.services.kept_papers import kept_papers

    return kept_papers(workspace, quote_id)
