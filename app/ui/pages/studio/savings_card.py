"""The bills beside the offer: typical month, plain average, unusual months, saving, replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bills import unusual_sentences
from app.ui.presenting.savings import replay_columns, replay_rows, saving_lines, spend_lines
from app.ui.widgets.card import Card
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.figure_lines import FigureLines
from app.ui.widgets.parts import make_label, make_rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker

_ROW = 32
_HEAD = 36


class SavingsCard(Card):
    """Shows what the customer pays today and what the offer changes."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__("", parent=parent)
        self.set_title(self.tr("Bills and saving"))
        self._speaker = speaker
        self.spend = FigureLines()
        self.saving = FigureLines()
        self._unusual = make_label("", "caption")
        self._unusual.setWordWrap(True)
        self._none = make_label(self.tr("No bills of this customer are known"), "caption")
        self._rule = make_rule()
        self.replay = DataTable(
            replay_columns(speaker), self.tr("Past months with the offer"), compact=True
        )
        for part in (
            self._none,
            self.spend,
            self._unusual,
            self._rule,
            self.saving,
            self.replay,
        ):
            self.body.addWidget(part)

    def show_change(self, before: Revision | None, after: Revision) -> None:
        """Show what differs."""
        speaker = self._speaker
        if before is None or before.analysis is not after.analysis:
            analysis = after.analysis
            self._none.setVisible(analysis is None)
            self.spend.set_lines(spend_lines(speaker, after))
            sentences = unusual_sentences(speaker, analysis) if analysis is not None else ()
            self._unusual.setText("\n".join(sentences))
            self._unusual.setVisible(bool(sentences))
        lines = saving_lines(speaker, after)
        self.saving.set_lines(lines)
        self._rule.setVisible(bool(lines))
        if before is None or before.replay != after.replay or not before.priced.items:
            rows = replay_rows(speaker, after)
            self.replay.set_rows(rows)
            self.replay.setFixedHeight(_HEAD + _ROW * len(rows) if rows else 0)
            self.replay.setVisible(bool(rows))
