"""NeedCards: the needs that answers point to, what may meet them and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.quoting.item_edits import add_offering
from app.quoting.need_edits import drop_need, meet_need, wants
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from app.quoting.interview import FoundNeed, Proposal
    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession


class NeedCards(QWidget):
    """Shows needs; with an open quote they are written into it, and what meets them is added.

    Attributes:
        write: The button that writes a need into the quote, by its identifier.
        add: The button that adds a proposal, by need and code.
    """

    def __init__(self, speaker: Speaker, session: QuoteSession | None) -> None:
        """Begin without needs."""
        super().__init__()
        self._speaker, self._session = speaker, session
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, Space.SM, 0)
        self._column.setSpacing(Space.SM)
        self._empty = make_label(self.tr("Tick what the customer agrees to."), "second")
        self._empty.setWordWrap(True)
        self._column.addWidget(self._empty)
        self._column.addStretch()
        self._found: tuple[FoundNeed, ...] = ()
        self._evidence: dict[str, str] = {}
        self._grown: dict[str, str] = {}
        self.write: dict[str, QWidget] = {}
        self.add: dict[tuple[str, str], QWidget] = {}
        if session is not None:
            session.changed.connect(self._refresh)

    def show_needs(
        self, found: tuple[FoundNeed, ...], evidence: dict[str, str], grown: dict[str, str]
    ) -> None:
        """Show needs; the evidence of each, by its identifier, goes into the quote with it.

        Args:
            found: What the customer agreed to, then what signals point to.
            evidence: What he said, by need.
            grown: Why a signal points to a need, by need.
        """
        self._found, self._grown, self._evidence = found, grown, grown | evidence
        self._refresh()

    def _refresh(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.write, self.add = {}, {}
        self._cards = [self._card(one) for one in self._found]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)
        self._empty.setVisible(not self._found)

    def _card(self, found: FoundNeed) -> Card:
        card = Card(self._speaker.name(found.need.text))
        session = self._session
        if session is not None:
            written = self._text(found) in session.quote.needs
            text = self.tr("Take out of the quote") if written else self.tr("Write into the quote")
            button = make_button(text, "cure")
            button.clicked.connect(partial(self._write, found, written=written))
            self.write[found.need.id] = button
            card.add_to_head(button)
        if said := self._evidence.get(found.need.id, ""):
            grown = said == self._grown.get(found.need.id)
            text = self.tr("Signal: {words}") if grown else self.tr("He said: {words}")
            told = make_label(text.format(words=said), "caption")
            told.setWordWrap(True)
            card.body.addWidget(told)
        for proposal in found.proposals:
            card.body.addLayout(self._proposal(found, proposal))
        return card

    def _proposal(self, found: FoundNeed, proposal: Proposal) -> QVBoxLayout:
        name = f"{self._speaker.name(proposal.name)} ({proposal.code})"
        head = QHBoxLayout()
        head.addWidget(make_label(name), 1)
        session = self._session
        if session is not None:
            meets = wants(session.quote, self._text(found), proposal.code)
            text = self.tr("Meets it") if meets else self.tr("Add to the quote")
            button = make_button(text, "cure")
            button.setEnabled(not meets)
            button.setAccessibleName(f"{text} {name}")
            button.clicked.connect(partial(self._meet, found, proposal))
            self.add[found.need.id, proposal.code] = button
            head.addWidget(button)
        reason = make_label(self._speaker.name(proposal.reason), "caption")
        reason.setWordWrap(True)
        row = QVBoxLayout()
        row.setSpacing(0)
        row.addLayout(head)
        row.addWidget(reason)
        return row

    def _text(self, found: FoundNeed) -> str:
        """The need in the language of the papers."""
        session = self._session
        text = found.need.text
        return text.en if session is not None and session.quote.language == "en" else text.zh

    def _write(self, found: FoundNeed, _on: bool = False, *, written: bool) -> None:
        text = self._text(found)
        said = self._evidence.get(found.need.id, "")
        edit = partial(meet_need, need=text, code="", evidence=said)
        if written:
            edit = partial(drop_need, need=text)
        if self._session is not None:
            self._session.apply("needs", edit)

    def _meet(self, found: FoundNeed, proposal: Proposal, *_on: bool) -> None:
        """Write the need, and add what meets it unless it is there already."""
        session, text = self._session, self._text(found)
        said = self._evidence.get(found.need.id, "")
        if session is None:
            return
        catalog = session.basis.catalog

        def edit(quote: Quote) -> Quote:
            held = any(item.offering == proposal.code for item in quote.items)
            after = quote if held else add_offering(quote, catalog, proposal.code)
            return meet_need(after, text, proposal.code, said)

        session.apply("needs", edit)
