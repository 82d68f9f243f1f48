"""Questions for a customer: what he answered, the needs that follow, and what may meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.quoting.answering import with_answer
from app.quoting.interview import (
    Answer,
    evidence_of,
    families_of,
    found_needs,
    too_many_background,
)
from app.ui.dialogs.briefing_desk import BriefingDesk
from app.ui.dialogs.need_details import show_needs
from app.ui.dialogs.position_details import show_position
from app.ui.offers.need_cards import NeedCards
from app.ui.offers.question_choice import QuestionChoice
from app.ui.offers.question_list import QuestionList
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.interview import QuestionBank
    from app.services.growth import Growth
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession
    from catalog.product_catalog import ProductCatalog

_SIZE = (1180, 760)
INTERVIEW = "interview"
"""Label of these edits among those of the customer."""


class QuestionDialog(QDialog):
    """Asks and keeps answers with the customer; every answer is stored when it is given.

    * ``stored(id)``: an answer of a customer was stored.
    """

    stored = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        customer: Customer,
        bank: QuestionBank,
        session: QuoteSession | None,
        parent: QWidget,
    ) -> None:
        """Begin with what was answered before.

        Args:
            around: What dialogs share.
            workspace: Keeps the customer.
            customer: As stored.
            bank: Questions and needs.
            session: Open quote of the customer, into which needs may be written; or none.
            parent: Window that it belongs to.
        """
        super().__init__(parent)
        self._around, self._workspace = around, workspace
        self.customer, self._bank, self._session = customer, bank, session
        self._growth: tuple[Growth, ...] = ()
        title = self.tr("Questions and needs: {customer}").format(customer=customer.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(*_SIZE)
        self.choice = QuestionChoice(around.speaker, bank, customer.industry, self._families())
        self.choice.changed.connect(self._ask)
        self._asked = scrolled(QWidget())
        self.questions = QuestionList(around.speaker, ())
        self.needs = NeedCards(around.speaker, session)
        self.warning = make_label(
            self.tr("Many questions about how things are; leave some for the next visit."), "second"
        )
        self.warning.setWordWrap(True)
        self.details = make_button(self.tr("Needs of the quote…"))
        self.details.setAutoDefault(False)
        self.details.setVisible(session is not None)
        self.details.clicked.connect(self._show_details)
        self.position = make_button(self.tr("Competitive position…"))
        self.position.setAutoDefault(False)
        self.position.setVisible(session is not None)
        self.position.clicked.connect(self._show_position)
        self.briefing = make_button(self.tr("Visit briefing…"))
        self.briefing.setAutoDefault(False)
        self.briefing.clicked.connect(self._choose_briefing)
        self.undo = make_button(self.tr("Take the last answer back"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._undo)
        self._lay_out(title)
        self._ask()

    def _lay_out(self, title: str) -> None:
        asked = Card(self.tr("Questions and answers"))
        asked.body.addWidget(self.choice)
        asked.body.addWidget(self._asked)
        right = Card(self.tr("Needs, and what may meet them"))
        right.body.addWidget(self.warning)
        right.body.addWidget(scrolled(self.needs))
        row = QHBoxLayout()
        row.setSpacing(Space.MD)
        row.addWidget(asked, 3)
        row.addWidget(right, 2)
        done = make_button(self.tr("Done"), "primary")
        done.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.undo)
        foot.addWidget(self.details)
        foot.addWidget(self.position)
        foot.addWidget(self.briefing)
        foot.addStretch()
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.LG, Space.XL, Space.LG)
        column.setSpacing(Space.MD)
        column.addWidget(make_label(title, "title"))
        column.addLayout(row, 1)
        column.addLayout(foot)

    @property
    def _catalog(self) -> ProductCatalog | None:
        return (
            self._session.basis.catalog if self._session is not None else self._workspace.catalog()
        )

    def _families(self) -> tuple[str, ...]:
        """Product families of what the customer has and what the open quote holds."""
        codes = [one.offering for one in self.customer.installed]
        if self._session is not None:
            codes += [item.offering for item in self._session.quote.items]
        return families_of(codes, self._catalog) if self._catalog is not None else ()

    def _ask(self) -> None:
        """Show the questions of the industry and the product families that are chosen."""
        wanted = self._bank.questions_for(self.choice.industry, self.choice.families)
        self.questions = QuestionList(self._around.speaker, wanted)
        self.questions.answered.connect(self._answer)
        set_role(self.questions, "scrolled")
        self._asked.setWidget(self.questions)
        self._show()

    def _choose_briefing(self) -> None:
        quote = self._session.quote if self._session is not None else None
        BriefingDesk(self._around, self._workspace, self).choose(self.customer.id, quote)

    def show_growth(self, growth: tuple[Growth, ...]) -> None:
        """Show what has outgrown what the customer has, below what he agreed to."""
        self._growth = growth
        self._show()

    def _show_details(self) -> None:
        if self._session is not None:
            show_needs(self._around.speaker, self._session, self)

    def _show_position(self) -> None:
        if self._session is not None:
            show_position(self._around.speaker, self._session, self)

    def _show(self) -> None:
        self.questions.show_answers(self.customer.interview)
        catalog = self._catalog
        found = found_needs(self._bank, self.customer.interview, catalog) if catalog else ()
        said = {
            one.need.id: evidence_of(self._bank, self.customer.interview, one.need.id)
            for one in found
        }
        name, known = self._around.speaker.name, {one.need.id for one in found}
        grown = {one.need.need.id: name(one.signal.reason) for one in self._growth}
        more = {one.need.need.id: one.need for one in self._growth}
        signalled = (need for key, need in more.items() if key not in known)
        self.needs.show_needs((*found, *signalled), said, grown)
        self.warning.setVisible(too_many_background(self._bank, self.customer.interview))
        self.undo.setEnabled(self._workspace.customer_log.state(self.customer.id).undo == INTERVIEW)

    def _answer(self, answer: Answer) -> None:
        dated = msgspec.structs.replace(answer, day=self._around.clock().date())
        self.customer = with_answer(self.customer, dated)
        workspace, now, before = self._workspace, self._around.clock(), self.customer

        def work() -> Customer:
            stored = workspace.customers.stored(before.id)
            after = with_answer(stored.customer, dated)
            if after is not stored.customer:
                workspace.customer_log.commit(
                    after, INTERVIEW, now=now, expected_revision=stored.revision
                )
            return after

        self._around.tasks.run(lambda _task: work(), self._taken, self._fail)

    def _undo(self) -> None:
        workspace, now, name = self._workspace, self._around.clock(), self.customer.id

        def work() -> Customer:
            if workspace.customer_log.state(name).undo == INTERVIEW:
                workspace.customer_log.undo(name, now)
            return workspace.customers.stored(name).customer

        self._around.tasks.run(lambda _task: work(), self._taken, self._fail)

    def _taken(self, customer: Customer) -> None:
        self.customer = customer
        self._show()
        self.stored.emit(customer.id)

    def _fail(self, failure: Exception) -> None:
        text, cure = self._around.speaker.failure(failure)  # type: ignore[arg-type] # stores fail with ours only
        self._around.messages.error(text, cure)


def scrolled(widget: QWidget) -> QScrollArea:
    """An area that scrolls a widget up and down."""
    set_role(widget, "scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
