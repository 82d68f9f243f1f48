"""Opens the dialogs that change a fact of the quote, and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.quoting import header_edits
from app.quoting.chosen_clauses import clause_facts, set_clauses
from app.quoting.seeking import discount_for_margin, prospect_of
from app.ui.dialogs.clauses_dialog import ClausesDialog
from app.ui.dialogs.codes_dialog import CodesDialog
from app.ui.dialogs.discount_dialog import DiscountDialog, Seeking
from app.ui.dialogs.fact_dialogs import (
    ActivationDialog,
    ChannelDialog,
    DateDialog,
    LinesDialog,
    PaymentDialog,
    TermDialog,
)
from app.ui.dialogs.history_dialog import HistoryDialog
from app.ui.dialogs.language_dialog import LanguageDialog
from app.ui.dialogs.need_details import show_needs
from app.ui.presenting import facts
from app.ui.presenting.quote_discount import quote_discount_text
from pricing.tax_on_top import taken_off_without_tax

if TYPE_CHECKING:
    from decimal import Decimal

    from app.quoting.quote import Quote
    from app.quoting.seeking import Prospect
    from app.ui.page import Page
    from app.ui.session import QuoteSession
    from pricing.quote_wide import QuoteDiscount


class FactEditor(QObject):
    """Asks for a new fact and applies it; ``customer_wanted(id)`` asks to show the customer."""

    customer_wanted = Signal(str)

    def __init__(self, page: Page) -> None:
        """Work on the session of a page."""
        super().__init__(page)
        self._page = page

    def open_fact(self, fact: str) -> None:
        """Let the user change a fact."""
        session = self._page.session
        if session is None:
            return
        editors = {
            facts.TERM: self._term,
            facts.ACTIVATION: self._activation,
            facts.NEEDS: self._needs,
            facts.DISCOUNT: self._discount,
            facts.CODES: self._codes,
            facts.CHANNEL: self._channel,
            facts.LANGUAGE: self._language,
            facts.CLAUSES: self._clauses,
            facts.PAYMENT: self._payment,
        }
        if fact == facts.CUSTOMER:
            self.customer_wanted.emit(session.quote.customer)
        elif fact in {facts.PRICE_DATE, facts.VALID_UNTIL}:
            self._date(session, fact)
        elif fact in editors:
            editors[fact](session)

    def open_history(self) -> None:
        """Let the user go back to an earlier edit."""
        session = self._page.session
        if session is not None:
            dialog = HistoryDialog(session.stack, self._page.window())
            dialog.step_chosen.connect(session.go_to)
            dialog.open()

    def _term(self, session: QuoteSession) -> None:
        quote = session.quote
        dialog = TermDialog(quote.term, tender=quote.tender, parent=self._page.window())

        def apply() -> None:
            months, tender = dialog.months.value(), dialog.tender.isChecked()

            def edit(old: Quote) -> Quote:
                return header_edits.set_tender(header_edits.set_term(old, months), tender=tender)

            session.apply("term", edit)

        dialog.accepted.connect(apply)
        dialog.open()

    def _date(self, session: QuoteSession, fact: str) -> None:
        quote, window = session.quote, self._page.window()
        if fact == facts.PRICE_DATE:
            caption, day = self.tr("Prices of"), quote.price_date
            change = header_edits.set_price_date
        else:
            caption, day = self.tr("Valid until"), quote.valid_until
            change = header_edits.set_valid_until
        dialog = DateDialog(caption, self.tr("Day"), day, window)
        dialog.accepted.connect(
            lambda: session.apply(fact, lambda old: change(old, dialog.chosen()))
        )
        dialog.open()

    def _activation(self, session: QuoteSession) -> None:
        quote = session.quote
        title, caption = self.tr("Activation"), self.tr("Charged from")
        dialog = ActivationDialog(
            title, caption, quote.activation, quote.valid_until, self._page.window()
        )
        dialog.accepted.connect(
            lambda: session.apply(
                "activation",
                lambda old: header_edits.set_activation(old, dialog.day_if_known()),
            )
        )
        dialog.open()

    def _discount(self, session: QuoteSession) -> None:
        speaker = self._page.around.speaker
        present = quote_discount_text(speaker.figures, session.quote.discount)
        dialog = DiscountDialog(present, speaker, _seeking(session), self._page.window())
        dialog.accepted.connect(
            lambda: session.apply(
                "quote.discount",
                lambda old: header_edits.set_quote_discount(old, dialog.discount),
            )
        )
        dialog.open()

    def _codes(self, session: QuoteSession) -> None:
        worked = session.worked
        dialog = CodesDialog(
            session.quote.codes,
            session.basis.rules.pricing.rules,
            worked.run.context,
            self._page.around.speaker,
            self._page.window(),
        )
        dialog.accepted.connect(
            lambda: session.apply("codes", lambda old: header_edits.set_codes(old, dialog.codes()))
        )
        dialog.open()

    def _channel(self, session: QuoteSession) -> None:
        dialog = ChannelDialog(
            session.quote.channel, session.basis.catalog.content, self._page.window()
        )
        dialog.accepted.connect(
            lambda: session.apply(
                "channel", lambda old: header_edits.set_channel(old, dialog.channel())
            )
        )
        dialog.open()

    def _clauses(self, session: QuoteSession) -> None:
        quote, worked = session.quote, session.worked
        dialog = ClausesDialog(
            quote.clauses,
            session.basis.rules.clauses,
            clause_facts(quote, worked.revision.priced, worked.run.context),
            self._page.around.speaker,
            self._page.window(),
        )
        dialog.accepted.connect(
            lambda: session.apply("clauses", lambda old: set_clauses(old, dialog.clauses()))
        )
        dialog.open()

    def _payment(self, session: QuoteSession) -> None:
        dialog = PaymentDialog(header_edits.payment_days(session.quote), self._page.window())
        dialog.accepted.connect(
            lambda: session.apply(
                "payment", lambda old: header_edits.set_payment_days(old, dialog.days())
            )
        )
        dialog.open()

    def _language(self, session: QuoteSession) -> None:
        dialog = LanguageDialog(session.quote.language, self._page.window())
        dialog.accepted.connect(
            lambda: session.apply(
                "language", lambda old: header_edits.set_language(old, dialog.language())
            )
        )
        dialog.open()

    def _needs(self, session: QuoteSession) -> None:
        hint = self.tr("One need per line, in the customer's own words; printed in the proposal")
        title = self.tr("Customer's needs")
        dialog = LinesDialog(title, hint, session.quote.needs, self._page.window())
        speaker, window = self._page.around.speaker, self._page.window()
        dialog.add_link(
            self.tr("Priority, owner, day…"), lambda: show_needs(speaker, session, window)
        )
        dialog.accepted.connect(
            lambda: session.apply("needs", lambda old: header_edits.set_needs(old, dialog.lines()))
        )
        dialog.open()


def _seeking(session: QuoteSession) -> Seeking:
    """What a discount on the whole quote would lead to, and which keeps a margin."""
    basis = session.basis

    def trial(discount: QuoteDiscount | None) -> Prospect:
        quote = header_edits.set_quote_discount(session.quote, discount)
        return prospect_of(basis.work_out(quote, known=session.worked).revision)

    def for_margin(percent: Decimal) -> QuoteDiscount | None:
        revision = session.worked.revision
        return discount_for_margin(revision, basis.catalog, basis.rules.pricing, percent)

    without = taken_off_without_tax(session.worked.revision.priced.items)
    return Seeking(trial, for_margin, without)
