"""OptionBoard: options A, B, C of a quote alone, each at its own commitment; internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.quoting.negotiation import option_variants
from app.quoting.options import MOST_OPTIONS, options_of, recommend, set_commitment, take_out
from app.ui.offers.option_deeds import OptionDeeds
from app.ui.offers.variant_table import VariantTable
from app.ui.presenting.typed import NotUnderstood, fault_text, read_quantity
from app.ui.presenting.variants import TERM
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from catalog.period import LONGEST_TERM

if TYPE_CHECKING:
    from app.quoting.freezing import Worked
    from app.quoting.negotiation import Variant
    from app.quoting.options import QuoteOption
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession


class OptionBoard(QWidget):
    """Shows the options of a session's quote, and follows it."""

    def __init__(self, around: Surroundings, session: QuoteSession, parent: QWidget) -> None:
        """Show what there is."""
        super().__init__(parent)
        self._around, self._session = around, session
        self.variants = VariantTable(around.speaker, session, self.tr("Options"), self)
        self.variants.typed.connect(self._typed)
        self.about = make_label("", "second")
        self.about.setWordWrap(True)
        self.deeds = OptionDeeds(self)
        self.deeds.recommended.connect(self.take)
        self.deeds.taken_out.connect(self.take_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.about)
        column.addWidget(self.variants, 1)
        column.addWidget(self.deeds)
        session.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Work every option out again."""
        basis, worked = self._session.basis, self._session.committed
        found = option_variants(worked, self._is_bundle, basis.work_out)[:MOST_OPTIONS]
        some = len(found) > 1
        shown = found if some else ()
        titles = tuple(self._title(one) for one in shown)
        self.variants.show_variants(shown, titles, (TERM,))
        self.variants.setVisible(some)
        self.about.setText(
            self.tr("Each option alone, as if the customer took it; he takes one of them.")
            if some
            else self.tr(
                "There is one offer only. Mark items in the quote and choose “Option” in their"
                " menu, or press Ctrl+J to put a computed offer beside it."
            )
        )
        self.deeds.show_letters({one.key for one in shown})

    def _title(self, one: Variant) -> str:
        if one.key == "A":
            return self.tr("A recommended")
        return f"{one.key} {one.name}".strip()

    def _is_bundle(self, code: str) -> bool:
        return self._session.basis.catalog.bundle(code) is not None

    def _follow(self, before: Worked, after: Worked) -> None:
        if before.revision.quote is not after.revision.quote:
            self.refresh()

    def close_board(self) -> None:
        """Follow nothing any more."""
        self.variants.forget()
        self._session.changed.disconnect(self._follow)

    # ------------------------------------------------------------ doing

    def take(self, letter: str) -> None:
        """Recommend another option: it becomes the offer."""
        one = self._option(letter)
        if one is not None:
            heading = self.tr("Former offer")
            self._session.apply("option.recommend", lambda quote: recommend(quote, one, heading))

    def take_out(self, letter: str) -> None:
        """Take an option out of the quote."""
        one = self._option(letter)
        if one is not None:
            self._session.apply("option.remove", lambda quote: take_out(quote, one))

    def _typed(self, letter: str, row: str, text: str) -> None:
        one = self._option(letter)
        if one is None or row != TERM:
            return
        try:
            months = read_quantity(text)
            if months > LONGEST_TERM:
                raise NotUnderstood("range")  # noqa: TRY301 (told as what was typed is)
        except NotUnderstood as fault:
            self._around.toasts.show_news(fault_text(self._around.speaker, fault), "warn")
            return
        self._session.apply("option.term", lambda quote: set_commitment(quote, one, months))

    def _option(self, letter: str) -> QuoteOption | None:
        found = options_of(self._session.quote, self._is_bundle)
        return next((one for one in found if one.letter == letter), None)
