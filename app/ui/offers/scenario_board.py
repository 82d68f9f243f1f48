"""ScenarioBoard: the targets of a negotiation side by side, made, changed, used and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.quoting import header_edits
from app.quoting import scenario_edits as edits
from app.quoting.freezing import trial_of
from app.quoting.negotiation import three_targets, variants_of
from app.ui.offers.variant_table import VariantTable
from app.ui.presenting.quote_discount import read_quote_discount
from app.ui.presenting.typed import NotUnderstood, fault_text, read_quantity
from app.ui.presenting.variants import DISCOUNT, FREE, TERM
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.segmented import Segmented
from catalog.period import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession


class ScenarioBoard(QWidget):
    """Shows the scenarios of a session's quote, and follows it."""

    def __init__(self, around: Surroundings, session: QuoteSession, parent: QWidget) -> None:
        """Show what there is."""
        super().__init__(parent)
        self._around, self._session = around, session
        self._worked: list[tuple[Quote, Worked]] = []
        self._names: tuple[tuple[str, str], ...] = ()
        self.variants = VariantTable(around.speaker, session, self.tr("Scenarios"), self)
        self.variants.typed.connect(self._typed)
        self.about = make_label(
            self.tr(
                "Each column is priced as if it were the quote. Type months, a discount or free"
                " months into a column; differences are from the first one."
            ),
            "second",
        )
        self.about.setWordWrap(True)
        self.nothing = EmptyState(
            "split",
            self.tr("No scenarios yet"),
            self.tr(
                "What might be conceded on the same items, prepared before the visit: discounts,"
                " commitment, free months. Ideal takes nothing off, realistic is the quote as it"
                " is, and the fallback goes as far as you may alone."
            ),
        )
        self.choice: Segmented | None = None
        self.use = make_button(self.tr("Use it"), "primary", "circle-check")
        self.use.setToolTip(self.tr("Makes it the content of the quote; Ctrl+Z takes it back"))
        self.retake = make_button(self.tr("Take over the present"))
        self.retake.setToolTip(self.tr("The scenario becomes what the quote is now"))
        self.rename = make_button(self.tr("Rename…"), "quiet")
        self.delete = make_button(self.tr("Delete"), "quiet")
        self.keep = make_button(self.tr("Keep the present state…"), icon="plus")
        self.three = make_button(self.tr("Ideal, realistic, fallback"), "primary", "split")
        self._row = QHBoxLayout()
        self._lay_out()
        self._connect()
        session.changed.connect(self._follow)
        self.refresh()

    def _lay_out(self) -> None:
        self._row.setSpacing(Space.SM)
        for button in (self.use, self.retake, self.rename, self.delete):
            self._row.addWidget(button)
        self._row.addStretch()
        for button in (self.keep, self.three):
            self._row.addWidget(button)
        for button in (self.use, self.retake, self.rename, self.delete, self.keep, self.three):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.about)
        column.addWidget(self.variants, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(self._row)

    def _connect(self) -> None:
        self.use.clicked.connect(self.take)
        self.retake.clicked.connect(self._retake)
        self.rename.clicked.connect(self._rename)
        self.delete.clicked.connect(self._delete)
        self.keep.clicked.connect(self._keep)
        self.three.clicked.connect(self.make_three)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take)
        QShortcut(QKeySequence("F2"), self, self._rename)

    # ------------------------------------------------------------ showing

    @property
    def chosen(self) -> str:
        """Identifier of the scenario that the buttons work on; empty without one."""
        return self.choice.current if self.choice is not None else ""

    def refresh(self) -> None:
        """Work every scenario out again; what is the same quote is known already."""
        quote = self._session.quote
        known, self._worked = self._worked, []

        def work_out(other: Quote) -> Worked:
            bare = msgspec.structs.replace(other, scenarios=())
            made = next((one for before, one in known if before == bare), None)
            if made is None:
                made = self._session.basis.work_out(bare, known=self._session.committed)
            self._worked.append((bare, made))
            return made

        found = variants_of(self._session.committed, work_out)
        names = tuple((one.id, one.name) for one in quote.scenarios)
        self._choose_among(names)
        now = self.tr("Now")
        self.variants.show_variants(
            found, (now, *(name for _, name in names)), (TERM, DISCOUNT, FREE)
        )
        self.variants.setVisible(bool(names))
        self.about.setVisible(bool(names))
        self.nothing.setVisible(not names)
        full = len(names) >= edits.MOST_SCENARIOS
        self.keep.setEnabled(not full and bool(quote.items))
        self.three.setEnabled(bool(quote.items))
        self.three.setVisible(not names)
        for button in (self.use, self.retake, self.rename, self.delete):
            button.setVisible(bool(names))

    def _choose_among(self, names: tuple[tuple[str, str], ...]) -> None:
        if names == self._names:
            return
        before = self.chosen
        new = [one for one, _ in names if one not in {known for known, _ in self._names}]
        self._names = names
        if self.choice is not None:
            self._row.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
            self.choice = None
        if names:
            ids = [one for one, _ in names]
            current = new[0] if new else (before if before in ids else ids[0])
            self.choice = Segmented(names, current, self.tr("Scenario"))
            self._row.insertWidget(0, self.choice)

    def _follow(self, before: Worked, after: Worked) -> None:
        if before.revision.quote is not after.revision.quote:
            self.refresh()

    def close_board(self) -> None:
        """Follow nothing any more."""
        self.variants.forget()
        self._session.changed.disconnect(self._follow)

    # ------------------------------------------------------------ doing

    def _apply(self, label: str, edit: Callable[[Quote], Quote]) -> None:
        self._session.apply(label, edit)

    def take(self) -> None:
        """Make the chosen scenario the content of the quote."""

        def edit(quote: Quote) -> Quote:
            one = edits.find_scenario(quote, self.chosen)
            return edits.with_scenario(quote, one) if one is not None else quote

        self._apply("scenario.take", edit)

    def make_three(self) -> None:
        """Begin with the three targets of a negotiation."""
        basis = self._session.basis
        trial = trial_of(self._session.committed, basis.catalog, basis.rules, basis.around)
        names = (self.tr("Ideal"), self.tr("Realistic"), self.tr("Fallback"))
        states = tuple(zip(names, three_targets(trial), strict=True))
        self._apply("scenario.add", lambda quote: edits.add_states(quote, states))

    def _keep(self) -> None:
        initial = self.tr("Scenario {number}").format(number=len(self._names) + 1)
        name = self._around.messages.ask(
            self.tr("Keep the present state"), self.tr("Name of the scenario"), initial
        )
        if name:
            self._apply("scenario.add", lambda quote: edits.add_scenario(quote, name))

    def _retake(self) -> None:
        self._apply("scenario.change", lambda quote: edits.take_present(quote, self.chosen))

    def _rename(self) -> None:
        before = dict(self._names).get(self.chosen)
        if before is None:
            return
        name = self._around.messages.ask(self.tr("Rename the scenario"), "", before)
        if name:
            chosen = self.chosen
            self._apply("scenario.change", lambda q: edits.rename_scenario(q, chosen, name))

    def _delete(self) -> None:
        self._apply("scenario.remove", lambda quote: edits.remove_scenario(quote, self.chosen))

    def _typed(self, scenario: str, row: str, text: str) -> None:
        """Change a scenario by what was typed into its column."""
        try:
            change = self._change(row, text)
        except NotUnderstood as fault:
            told = fault_text(self._around.speaker, fault)
            self._around.toasts.show_news(told, "warn")
            return
        self._apply("scenario.change", lambda q: edits.change_scenario(q, scenario, change))

    def _change(self, row: str, text: str) -> Callable[[Quote], Quote]:
        if row == DISCOUNT:
            discount = read_quote_discount(text.replace("–", ""))
            return lambda quote: header_edits.set_quote_discount(quote, discount)
        months = read_quantity(text, least=0 if row == FREE else 1)
        if months > LONGEST_TERM:
            raise NotUnderstood("range")
        if row == FREE:
            priced = self._session.committed.revision.priced
            return lambda quote: edits.all_free_months(quote, priced, months)
        return lambda quote: header_edits.set_term(quote, months)
