"""Scenarios and options of the open quote, side by side; one press makes one its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.offers.option_board import OptionBoard
from app.ui.offers.scenario_board import ScenarioBoard
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

SCENARIOS, OPTIONS = "scenarios", "options"
_SIZE = (1280, 640)


class ScenarioDialog(QDialog):
    """Shows the targets of a negotiation, or the options; every change is an edit of the quote."""

    def __init__(self, around: Surroundings, session: QuoteSession, parent: QWidget) -> None:
        """Begin with the scenarios."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scenarios and options"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(*_SIZE)
        self.scenarios = ScenarioBoard(around, session, self)
        self.options = OptionBoard(around, session, self)
        self.view = Segmented(
            ((SCENARIOS, self.tr("Scenarios")), (OPTIONS, self.tr("Options A, B, C"))),
            SCENARIOS,
            self.tr("What is compared"),
        )
        self.view.chosen.connect(self._turn)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.scenarios)
        self._pages.addWidget(self.options)
        head = QHBoxLayout()
        head.addWidget(make_label(self.windowTitle(), "title"))
        head.addStretch()
        head.addWidget(self.view)
        done = make_button(self.tr("Done"))
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(
            make_label(self.tr("Internal: no paper for the customer shows any of this."), "caption")
        )
        foot.addStretch()
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.LG, Space.XL, Space.LG)
        column.setSpacing(Space.MD)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, session.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, session.redo)
        self.finished.connect(lambda _result: self._close())

    def _turn(self, view: str) -> None:
        self._pages.setCurrentIndex(0 if view == SCENARIOS else 1)

    def _close(self) -> None:
        self.scenarios.close_board()
        self.options.close_board()
