"""The best offer of the open quote: what is needed, what was found and proven, the options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.quoting.offer.asking import Circumstances
from app.quoting.offer.promising import wants_lines_cancelled, with_lines_cancelled
from app.quoting.offer.telling import named_items
from app.quoting.offer.wanting import like_after, offered_items, wish_for
from app.quoting.options import put_beside, take_offer
from app.ui.offers.found_offers import FoundOffers
from app.ui.offers.offer_form import OfferForm
from app.ui.offers.offer_run import OfferRun
from app.ui.offers.options_card import OptionsCard
from app.ui.presenting.offers import Proposed
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from app.quoting.offer.offer import BestOffer, Offer
    from app.quoting.quote import Quote
    from app.services.offer_settling import OfferProgress
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession
    from pricing.item import QuoteItem

_SIZE = (1280, 800)
_LEFT = 344


class OfferDialog(QDialog):
    """Searches, and puts what was found into the quote."""

    def __init__(self, around: Surroundings, session: QuoteSession, parent: QWidget) -> None:
        """Begin with what the quote offers, or with what the customer has."""
        super().__init__(parent)
        self._around, self._session = around, session
        self.setWindowTitle(self.tr("Needs and best offer"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(*_SIZE)
        self.offers: tuple[Proposed, ...] = ()
        self._usage: dict[str, tuple[int, ...]] = {}
        basis = session.basis
        self._of = self._circumstances()
        self.run = OfferRun(around.tasks, self)
        self.form = OfferForm(around, self._of, self)
        self.found = FoundOffers(around.speaker, basis.catalog, self)
        self.options = OptionsCard(around.speaker, session, self)
        self.begin = make_button(self.tr("Find the best offer"), "primary", icon="search")
        self.progress = ProgressStrip()
        self.progress.hide()
        self._lay_out()
        self._connect()

    def _circumstances(self) -> Circumstances:
        basis, worked = self._session.basis, self._session.committed
        return Circumstances(
            self._session.quote,
            basis.customer,
            worked.revision.bills,
            worked.revision.analysis,
            basis.catalog,
            basis.rules.pricing,
            basis.used,
        )

    def _lay_out(self) -> None:
        left = Card(self.tr("What is needed"))
        left.setFixedWidth(_LEFT)
        left.body.addWidget(self.form, 1)
        left.body.addWidget(self.begin)
        left.body.addWidget(self.progress)
        best = Card(self.tr("Best offer"))
        best.body.addWidget(self.found)
        options = Card(self.tr("Options in the quote"))
        options.body.addWidget(self.options)
        right = QVBoxLayout()
        right.setSpacing(Space.MD)
        right.addWidget(best)
        right.addWidget(options, 1)
        inside = QWidget()
        set_role(inside, "scrolled")
        inside.setLayout(right)
        right.setContentsMargins(0, 0, Space.XS, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        row = QHBoxLayout()
        row.setSpacing(Space.MD)
        row.addWidget(left)
        row.addWidget(area, 1)
        done = make_button(self.tr("Done"))
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.LG, Space.XL, Space.LG)
        column.setSpacing(Space.MD)
        column.addWidget(make_label(self.windowTitle(), "title"))
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.search)
        self.progress.cancelled.connect(self.run.enough)
        self.run.progressed.connect(self._show_progress)
        self.run.found.connect(self._show_found)
        self.run.told.connect(self._show_answer)
        self.run.failed.connect(self._fail)
        self.found.asked.connect(self._ask)
        self.found.taken.connect(self.take)
        self.found.added.connect(self.add)
        self.options.changed.connect(self._enable)
        self.finished.connect(lambda _result: self.run.close())

    # ------------------------------------------------------------ searching

    def search(self) -> None:
        """Find the best offer for what is needed now."""
        asked = self.form.asked()
        if self.run.busy or not asked.needs:
            return
        self._of = self._circumstances()
        if self.form.cancels_lines():
            self._of = self._of._replace(quote=with_lines_cancelled(self._of.quote))
        basis = self._session.basis
        try:
            wish = wish_for(self._of, asked)
        except ValueError:
            return
        self._usage = wish.usage
        self._begin()
        self.run.start(self._of, basis.rules, wish, basis.around)

    def _ask(self, code: str) -> None:
        if code and not self.run.busy:
            self._begin()
            self.run.ask(code)

    def _begin(self) -> None:
        self.begin.setEnabled(False)
        self.found.enable(enabled=False)
        self.progress.show_progress(self.tr("Pricing what may be offered…"), -1)
        self.progress.show()

    def _show_progress(self, step: OfferProgress) -> None:
        if step.value is None:
            return
        figures = self._around.speaker.figures
        text = self.tr("{months} months: {value} so far, at most {gap} % from the best")
        shown = text.format(
            months=step.term, value=figures.yuan(step.value), gap=f"{100 * step.gap:.2f}"
        )
        self.progress.show_progress(shown, max(0, 1000 - round(1000 * min(step.gap, 1))))

    def _end(self) -> None:
        self.progress.hide()
        self.begin.setEnabled(True)

    def _show_found(self, best: BestOffer) -> None:
        self._end()
        offers = (best.offer, *best.alternatives) if best.offer is not None else ()
        self.offers = tuple(self._proposed(offer) for offer in offers)
        self.found.show_found(best, self.offers)
        self._enable()

    def _show_answer(self, told: object) -> None:
        self._end()
        self.found.show_answer(told)  # type: ignore[arg-type] # a signal carries any object
        self._enable()

    def _fail(self, failure: Exception) -> None:
        self._end()
        if isinstance(failure, QuotewrightError):
            text, cure = self._around.speaker.failure(failure)
            self._around.messages.error(text, cure)
        else:
            self._around.tasks.crashed.emit(failure)

    # ------------------------------------------------------------ into the quote

    def _proposed(self, offer: Offer) -> Proposed:
        quote = self._offered(self._session.quote, offer)
        return Proposed(offer, quote, self._session.basis.work_out(quote).revision)

    def _offered(self, quote: Quote, offer: Offer) -> Quote:
        before = self._session.committed.revision.priced
        items = self._items(offer)
        usage = tuple(item.id for item in items[len(offer.items) :])
        like = like_after(self._of, before, offer, self.form.competitor(), usage)
        taken = take_offer(quote, items, offer.term, like)
        if self.form.cancels_lines() and wants_lines_cancelled(self._of.catalog, items):
            return with_lines_cancelled(taken)
        return taken

    def _items(self, offer: Offer) -> tuple[QuoteItem, ...]:
        return offered_items(self._of, self._usage, offer)

    def take(self, place: int) -> None:
        """Make an offer that was found the offer of the quote."""
        offer = self.offers[place].offer
        self._session.apply("offer.take", lambda quote: self._offered(quote, offer))

    def add(self, place: int) -> None:
        """Put an offer that was found beside the offer of the quote, as an option."""
        offer, speaker = self.offers[place].offer, self._around.speaker
        heading = named_items(offer, speaker.words, speaker.figures)
        self._session.apply(
            "option.add", lambda quote: put_beside(quote, self._items(offer), heading, offer.term)
        )

    def _enable(self) -> None:
        """No more options than can be compared."""
        if self.offers and not self.run.busy:
            self.found.enable(enabled=True)
            self.found.add.setEnabled(not self.options.full and bool(self.options.options))
