"""One customer: who it is, and tabs: at a glance, facts, people, places, services, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.quoting.customer_review import BILLS, PROFILE
from app.quoting.customer_sheets import SheetName
from app.quoting.market.scorecard import measured, score_of
from app.services.customer_tree import headquarters_named
from app.ui.library.customer_desk import CustomerDesk
from app.ui.library.customer_editors import ListEditor, ProfileEditor
from app.ui.library.customer_overview import CustomerOverview
from app.ui.library.notes_editor import NotesEditor
from app.ui.presenting.customer_review import QUOTE, review_rows, standing, tab_title
from app.ui.presenting.scorecard import score_told
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.quoting.market.scorecard import Score
    from app.services.customer_file import CustomerFile
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.widgets.problem_list import ProblemRow
    from catalog.product_catalog import ProductCatalog

OVERVIEW = "overview"
_TABS: dict[str, tuple[SheetName, ...]] = {
    SheetName.CONTACTS: (SheetName.CONTACTS,),
    SheetName.ACCOUNTS: (SheetName.ACCOUNTS, SheetName.SITES),
    SheetName.INSTALLED: (SheetName.INSTALLED, SheetName.FACTS),
    SheetName.COMPETITORS: (SheetName.COMPETITORS,),
    SheetName.JOURNAL: (SheetName.PROMISES, SheetName.VISITS, SheetName.JOURNAL),
}
"""Tabs with tables, by the first of them, in their order."""


class CustomerDetail(QWidget):
    """Shows a customer, whose facts and lists are edited in place.

    * ``quote_wanted(customer)``, ``quote_opened(quote)``, ``edit_wanted(customer)``,
      ``bills_wanted(customer)``, ``analysis_wanted(customer)``.

    Attributes:
        desk: Stores the edits.
    """

    quote_wanted = Signal(str)
    quote_opened = Signal(str)
    edit_wanted = Signal(str)
    bills_wanted = Signal(str)
    analysis_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._around = surroundings
        self._customer = ""
        self._workspace: Workspace | None = None
        self.desk = CustomerDesk(surroundings, self)
        self.desk.changed.connect(self._show)
        self._name = make_label("", "h1")
        self._about = make_label("", "second")
        self._about.setWordWrap(True)
        self.standing = make_label("", "caption")
        self.standing.setWordWrap(True)
        self.start = make_button(self.tr("Begin a quote"), "primary", icon="file-plus")
        self.start.clicked.connect(lambda: self.quote_wanted.emit(self._customer))
        self._edit = make_button(self.tr("Edit"), icon="pencil")
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._customer))
        self.bills = make_button(self.tr("Import bills"), icon="file-up")
        self.bills.setToolTip(self.tr("Files of bills can be dropped on the page as well"))
        self.bills.clicked.connect(lambda: self.bills_wanted.emit(self._customer))
        self.undo = make_icon_button("undo-2", self.tr("Undo"))
        self.redo = make_icon_button("redo-2", self.tr("Redo"))
        self.undo.clicked.connect(self.desk.undo)
        self.redo.clicked.connect(self.desk.redo)
        self.overview = CustomerOverview(surroundings)
        self.overview.quote_opened.connect(self.quote_opened)
        self.overview.cure_wanted.connect(self._mend)
        self.overview.analysis_wanted.connect(lambda: self.analysis_wanted.emit(self._customer))
        self.profile = ProfileEditor(surroundings.speaker, self._headquarters)
        self.notes = NotesEditor(surroundings.speaker)
        sheets = (sheet for listed in _TABS.values() for sheet in listed)
        self.lists = {sheet: ListEditor(surroundings.speaker, sheet) for sheet in sheets}
        self.profile.edited.connect(self.desk.edit)
        self.notes.edited.connect(self.desk.edit)
        for editor in self.lists.values():
            editor.edited.connect(self.desk.edit)
        self._pages: dict[str, QWidget] = {}
        self._due: dict[str, bool] = {}
        """Tabs that do not show the customer as he is now, and whether all of him is new there."""
        self._stack, self._whole = QStackedWidget(), QStackedWidget()
        self.tabs = self._make_tabs()
        self._build()

    @property
    def catalog(self) -> ProductCatalog | None:
        """Where names of offerings are looked up."""
        return self.overview.catalog

    @catalog.setter
    def catalog(self, catalog: ProductCatalog | None) -> None:
        self.overview.catalog = catalog

    def attach(self, workspace: Workspace) -> None:
        """Store edits in a workspace."""
        self._workspace = self.desk.workspace = workspace

    # ------------------------------------------------------------ building

    def _make_tabs(self) -> Segmented:
        speaker = self._around.speaker
        self._add_page(OVERVIEW, self.overview)
        self._add_page(PROFILE, self._column(self.profile))
        for name, sheets in _TABS.items():
            editors: list[QWidget] = [self.lists[sheet] for sheet in sheets]
            if name == SheetName.JOURNAL:
                editors.append(self.notes)
            self._add_page(name, self._column(*editors))
        texts = [(OVERVIEW, self.tr("Overview")), (PROFILE, tab_title(speaker, PROFILE))]
        texts += [(name, tab_title(speaker, name)) for name in _TABS]
        tabs = Segmented(texts, OVERVIEW, self.tr("Part of the customer"))
        tabs.chosen.connect(self.show_tab)
        return tabs

    def _add_page(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self._stack.addWidget(page)

    def _column(self, *editors: QWidget) -> QScrollArea:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.MD)
        for editor in editors:
            column.addWidget(editor)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        return scroll

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        column.addWidget(self._headline())
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        nobody = EmptyState(
            "users", self.tr("No customer chosen"), self.tr("Choose one at the left.")
        )
        self.none_yet = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("Import tables of customers, or enter the first one."),
            self.tr("New customer"),
        )
        for part in (nobody, page, self.none_yet):
            self._whole.addWidget(part)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._whole)

    def _headline(self) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        for label in (self._name, self._about, self.standing):
            texts.addWidget(label)
        row = QHBoxLayout(card)
        row.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        row.setSpacing(Space.SM)
        row.addLayout(texts, 1)
        row.addWidget(self.bills)
        row.addWidget(self._edit)
        row.addWidget(self.start)
        return card

    # ------------------------------------------------------------ showing

    def show_nothing(self, *, none_yet: bool = False) -> None:
        """Show that nobody is chosen, or that there is nobody yet."""
        self._customer = ""
        self.desk.file = None
        self._whole.setCurrentIndex(2 if none_yet else 0)

    def show_file(self, file: CustomerFile) -> None:
        """Show a customer, or the same one as he is stored now."""
        self.desk.take(file)

    def show_tab(self, name: str) -> None:
        """Go to a tab, which shows the customer now if it did not yet."""
        self.tabs.set_current(name)
        self._fill(name)
        self._stack.setCurrentWidget(self._pages[name])

    def _show(self, file: CustomerFile, moved: bool) -> None:
        customer = file.customer
        anew = moved or customer.id != self._customer
        self._customer = customer.id
        self._name.setText(customer.name)
        words = self._around.speaker.words
        segments = (customer.segment, *customer.further_segments)
        about = (
            *(words.named("segment", one) for one in segments),
            words.named("industry", customer.industry),
            customer.address,
            customer.credit_code,
        )
        self._about.setText(" · ".join(part for part in about if part))
        monthly = file.analysis.typical if file.analysis is not None else 0
        told = standing(self._around.speaker, customer, file.stored.bills, file.policy, monthly)
        score = self._score(file)
        if score.parts:
            told = f"{score_told(self._around.speaker, score)} · {told}"
        self.standing.setText(told)
        self._due = {name: anew or self._due.get(name, False) for name in self._pages}
        self._fill(self.tabs.current)
        self.undo.setEnabled(file.edits.undo is not None)
        self.redo.setEnabled(file.edits.redo is not None)
        self._whole.setCurrentIndex(1)

    def show_list(self, sheet: SheetName) -> None:
        """Bring the keyboard to the end of a list."""
        self._mend(sheet)

    def _fill(self, name: str) -> None:
        """Have a tab show the customer, unless it does: nobody waits for a tab out of sight."""
        file = self.desk.file
        if file is None or name not in self._due:
            return
        anew = self._due.pop(name)
        if name == OVERVIEW:
            self.overview.show_file(file, self._review(file), self._score(file))
        elif name == PROFILE:
            self.profile.show_file(file)
        for sheet in _TABS.get(name, ()):
            self.lists[sheet].show_customer(file.customer, anew=anew)
        if name == SheetName.COMPETITORS:
            operators = [one.name for one in file.policy.market.operators]
            self.lists[SheetName.COMPETITORS].rows.propose(0, operators)
        if name == SheetName.JOURNAL:
            self.notes.show_customer(file.customer, anew=anew)

    def _review(self, file: CustomerFile) -> tuple[ProblemRow, ...]:
        return review_rows(
            self._around.speaker,
            file.customer,
            file.stored.bills,
            file.policy,
            self._around.clock().date(),
            monthly=file.analysis.typical if file.analysis is not None else 0,
            related=bool(file.family),
            points=self._score(file).points,
            growth=file.growth,
            eligible=file.eligible,
        )

    @staticmethod
    def _score(file: CustomerFile) -> Score:
        """How much speaks for a large customer."""
        measures = measured(file.customer, file.stored.bills, file.analysis)
        return score_of(measures, file.policy.market.weights)

    def _mend(self, place: str) -> None:
        if place == QUOTE:
            self.quote_wanted.emit(self._customer)
        elif place == BILLS:
            self.bills_wanted.emit(self._customer)
        else:
            wanted = next((tab for tab, lists in _TABS.items() if place in lists), PROFILE)
            self.show_tab(wanted)
            if place in self.lists:
                self.lists[SheetName(place)].begin()

    def _headquarters(self, customer_id: str, typed: str) -> str:
        if self._workspace is None:
            return ""
        return headquarters_named(self._workspace, customer_id, typed)
