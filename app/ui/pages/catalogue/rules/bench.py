"""Bench: a quote with the rules in force and with the draft side by side, as one edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.ui.pages.catalogue.detail_cards import entries_card
from app.ui.pages.catalogue.rules.bench_quote import BenchQuote
from app.ui.presenting.bench import bench_sections, total_sides
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.repricing import Repricing
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task
    from catalog.product_catalog import ProductCatalog
    from pricing.rulebook import RuleSet

_PAUSE_MS = 80


class Bench(QWidget):
    """Tries the rules that it is given on the quote that is chosen."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without rules."""
        super().__init__(parent)
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._rules: RuleSet | None = None
        self._running: Task | None = None
        self.trial: Repricing | None = None
        self.quote = BenchQuote(surroundings)
        self.quote.changed.connect(self._wait)
        self.outcome = make_label("", "strong")
        self.outcome.setWordWrap(True)
        self._totals = QGridLayout()
        self._sections = QVBoxLayout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._start)
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MD)
        chosen = Card(self.tr("Quote"))
        chosen.body.addWidget(self.quote)
        column.addWidget(chosen)
        totals = Card(self.tr("With the rules in force and with the draft"))
        self._totals.setContentsMargins(0, 0, 0, 0)
        self._totals.setHorizontalSpacing(Space.MD)
        self._totals.setVerticalSpacing(Space.XS)
        self._totals.setColumnStretch(0, 1)
        totals.body.addWidget(self.outcome)
        totals.body.addLayout(self._totals)
        column.addWidget(totals)
        self._sections.setSpacing(Space.MD)
        column.addLayout(self._sections)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Test bench"))
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    @property
    def working(self) -> bool:
        """Whether a quote is still being tried."""
        return self._timer.isActive() or self._running is not None

    def attach(self, workspace: Workspace) -> None:
        """Try quotes of a workspace."""
        self._workspace = workspace
        self.refresh()

    def refresh(self) -> None:
        """Offer the quotes that are open now."""
        workspace = self._workspace
        if workspace is None:
            return
        from app.services.rule_bench import open_quotes

        day = self._around.clock().date()
        self._around.tasks.run(lambda _task: open_quotes(workspace, day), self.quote.set_quotes)

    def set_catalog(self, catalog: ProductCatalog) -> None:
        """Compose quotes from a catalogue."""
        self.quote.set_catalog(catalog)

    def try_rules(self, rules: RuleSet) -> None:
        """Try other rules on the same quote."""
        self._rules = rules
        self._wait()

    def _wait(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self._timer.start()

    def _start(self) -> None:
        workspace, rules = self._workspace, self._rules
        quote_id, trial = self.quote.quote_id, self.quote.trial
        if workspace is None or rules is None or not self._around.tasks.takes_work:
            return
        if not quote_id and not trial.items:
            self.trial = None
            self._empty()
            self.outcome.setText(self.tr("Add an offering, or choose an open quote."))
            return
        day = self._around.clock().date()

        def work(_task: Task) -> Repricing:
            from app.services.rule_bench import try_composed, try_stored
            from app.services.rule_drafts import policy_with

            policy = policy_with(workspace, rules)
            if quote_id:
                return try_stored(workspace, quote_id, policy)
            return try_composed(workspace, trial, policy, day)

        self._running = self._around.tasks.run(work, self._show, self._fail)

    def _fail(self, failure: Exception) -> None:
        self._running = None
        self._empty()
        if not isinstance(failure, QuotewrightError):
            self._around.tasks.crashed.emit(failure)
            return
        text, cure = self._around.speaker.failure(failure)
        self.outcome.setText(f"{text} {cure}")

    def _show(self, trial: Repricing) -> None:
        self._running = None
        self.trial = trial
        self._empty()
        speaker, count = self._around.speaker, len(trial.changes)
        same = self.tr("The draft changes nothing in this quote.")
        text = self.tr("The draft changes {count} of {all} charges.")
        told = text.format(count=count, all=count + trial.unchanged)
        self.outcome.setText(told if not trial.same else same)
        heads = ("", self.tr("In force"), self.tr("Draft"), "")
        for column, head in enumerate(heads):
            label = make_label(head, "caption")
            self._totals.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight)
        for row, side in enumerate(total_sides(speaker, trial), 1):
            self._totals.addWidget(make_label(side.caption, "second"), row, 0)
            texts = ((side.old, "body"), (side.new, "strong"), (side.moved, "caption"))
            for column, (figure, role) in enumerate(texts, 1):
                label = make_label(figure, "strong" if role == "strong" else "second")
                label.setAccessibleName(f"{side.caption} {heads[column]} {figure}".strip())
                self._totals.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)
        for section in bench_sections(speaker, trial):
            self._sections.addWidget(entries_card(section))

    def _empty(self) -> None:
        for layout in (self._totals, self._sections):
            while (place := layout.takeAt(0)) is not None:
                widget = place.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
