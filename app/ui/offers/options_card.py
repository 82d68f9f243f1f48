"""OptionsCard: the options of a quote side by side, one of them recommended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.quoting.option_comparison import Compared, compare_options
from app.quoting.options import MOST_OPTIONS, recommend, take_out
from app.quoting.selling import selling_of
from app.quoting.selling_text import told_selling
from app.ui.offers.option_deeds import OptionDeeds
from app.ui.presenting.offers import option_columns, option_name, option_rows
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession

_HIGH = 330


class OptionsCard(QWidget):
    """Shows up to three options; ``changed()`` fires when they are others."""

    changed = Signal()

    def __init__(self, speaker: Speaker, session: QuoteSession, parent: QWidget) -> None:
        """Show the options of a session's quote, and follow it."""
        super().__init__(parent)
        self._speaker, self._session = speaker, session
        self.options: tuple[Compared, ...] = ()
        self.table = DataTable(
            option_columns(speaker), self.tr("Options side by side"), compact=True
        )
        self.table.setMinimumHeight(_HIGH)
        self.sentences = make_label("", "second")
        self.sentences.setWordWrap(True)
        self.deeds = OptionDeeds(self)
        self.deeds.recommended.connect(self.take)
        self.deeds.taken_out.connect(self.take_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentences)
        column.addWidget(self.deeds)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Work every option out again."""
        basis, worked = self._session.basis, self._session.committed
        catalog = basis.catalog
        self.options = compare_options(
            self._session.quote,
            worked.revision.priced,
            lambda code: catalog.bundle(code) is not None,
            lambda quote: basis.work_out(quote).revision,
        )
        self.table.set_rows(option_rows(self._speaker, self.options))
        said: tuple[str, ...] = ()
        if self.options:
            selling = selling_of(self.options[0].revision)
            said = tuple(told_selling(selling, self._speaker.words, self._speaker.figures))
        self.sentences.setText("\n".join(said))
        self.deeds.show_letters({one.option.letter for one in self.options})
        self.changed.emit()

    @property
    def full(self) -> bool:
        """Whether there is no room for another option."""
        return len(self.options) >= MOST_OPTIONS

    def take(self, letter: str) -> None:
        """Recommend another option: it becomes the offer."""
        one = self._option(letter)
        if one is not None:
            heading = option_name(self._speaker, self.options[0])
            self._session.apply(
                "option.recommend", lambda quote: recommend(quote, one.option, heading)
            )

    def take_out(self, letter: str) -> None:
        """Take an option out of the quote."""
        one = self._option(letter)
        if one is not None:
            self._session.apply("option.remove", lambda quote: take_out(quote, one.option))

    def _option(self, letter: str) -> Compared | None:
        return next((one for one in self.options if one.option.letter == letter), None)
