"""RevisionPanel: the open quote beside an earlier revision of it, in the place of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout

from app.approval.difference import Row, differences
from app.ui.presenting.revised import (
    revised_columns,
    revised_rows,
    revised_sentences,
    revised_summary,
    shown_differences,
)
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.quoting.freezing import Worked
    from app.quoting.revision import Revision
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

_TABLE, _SENTENCES = "table", "sentences"


class RevisionPanel(QFrame):
    """Compares what is open with a revision, and follows every edit.

    * ``left()``: back to the items (Escape). * ``revision_wanted(label)``: compare with another.
    """

    left = Signal()
    revision_wanted = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(parent)
        set_role(self, "card")
        self._speaker = around.speaker
        self._session: QuoteSession | None = None
        self._before: Revision | None = None
        self.rows: tuple[Row, ...] = ()
        self.choice: Segmented | None = None
        self.summary = make_label("", "second")
        self.table = self._make_table("")
        self.sentences = QPlainTextEdit()
        self.sentences.setReadOnly(True)
        self.sentences.setTabChangesFocus(True)
        self.sentences.setAccessibleName(self.tr("Differences in sentences"))
        self.view = Segmented(
            ((_TABLE, self.tr("Table")), (_SENTENCES, self.tr("Sentences"))),
            _TABLE,
            self.tr("Differences as"),
        )
        self.leave = make_button(self.tr("Back to the items (Esc)"), icon="x")
        self._lay_out()
        self.view.chosen.connect(self._turn)
        self.leave.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.SM)
        self._head.addWidget(make_label(self.tr("Compared with revision"), "strong"))
        self._head.addWidget(self.summary)
        self._head.addStretch()
        self._head.addWidget(self.view)
        self._head.addWidget(self.leave)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.sentences)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MD, Space.MD, Space.MD, Space.MD)
        column.setSpacing(Space.SM)
        column.addLayout(self._head)
        column.addWidget(self._pages, 1)

    def _make_table(self, label: str) -> DataTable:
        return DataTable(
            revised_columns(self._speaker, label), self.tr("What differs"), compact=True
        )

    # ------------------------------------------------------------ showing

    def compare(self, session: QuoteSession, labels: Sequence[str], before: Revision) -> None:
        """Compare a session's quote with a revision, one of those that have these letters."""
        self.forget()
        self._session, self._before = session, before
        session.changed.connect(self._follow)
        self._offer(labels, before.label)
        table = self._make_table(before.label)
        self._pages.insertWidget(0, table)
        self._pages.removeWidget(self.table)
        self.table.deleteLater()
        self.table = table
        self._turn(self.view.current)
        self._show(session.worked)
        self.table.setFocus()

    def _offer(self, labels: Sequence[str], current: str) -> None:
        if self.choice is not None:
            self._head.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = Segmented(
            tuple((one, one) for one in labels), current, self.tr("Earlier revision")
        )
        self.choice.chosen.connect(self.revision_wanted)
        self._head.insertWidget(1, self.choice)

    def forget(self) -> None:
        """Follow no quote any more."""
        if self._session is not None:
            self._session.changed.disconnect(self._follow)
        self._session = self._before = None

    def _follow(self, _before: Worked, after: Worked) -> None:
        self._show(after)

    def _show(self, worked: Worked) -> None:
        if self._before is None:
            return
        self.rows = shown_differences(differences(self._before, worked.revision))
        self.summary.setText(revised_summary(self._speaker, self.rows))
        self.table.set_rows(revised_rows(self._speaker, self.rows))
        self.sentences.setPlainText(revised_sentences(self._speaker, self.rows))

    def _turn(self, view: str) -> None:
        self._pages.setCurrentIndex(0 if view == _TABLE else 1)
