"""The part of an item's menu about which months cost what, and what costs nothing."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.quoting import item_edits, timed_edits
from app.quoting.timing import is_gift
from app.ui.dialogs.timing_dialogs import RampDialog, ReducedDialog
from catalog.charge import ChargeType
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from pricing.item import QuoteItem

_FREE = (0, 1, 2, 3, 6)


class ItemTiming(QObject):
    """Fills the menu of an item and makes the edits that are chosen from it."""

    def __init__(self, speaker: Speaker, parent: QWidget) -> None:
        """Belong to the page whose items these are."""
        super().__init__(parent)
        self._speaker = speaker
        self._widget = parent

    def fill(self, menu: QMenu, session: QuoteSession, item: QuoteItem) -> None:
        """Add free and reduced months, the yearly change, what is waived and what is given."""
        free = menu.addMenu(self.tr("Free months"))
        for months in _FREE:
            text = self.tr("{count} months").format(count=months) if months else self.tr("None")
            edit = partial(item_edits.set_free_months, item_id=item.id, months=months)
            free.addAction(text, partial(session.apply, "item.free_months", edit))
        self._fill_reduced(menu, session, item)
        menu.addAction(self.tr("Yearly change…"), partial(self.ask_ramp, session, item))
        self._fill_free(menu, session, item)

    def _fill_reduced(self, menu: QMenu, session: QuoteSession, item: QuoteItem) -> None:
        present = [one for one in item.alterations if isinstance(one, ReducedMonths)]
        if not present:
            menu.addAction(
                self.tr("Reduced months…"), partial(self.ask_reduced, session, item, None)
            )
            return
        reduced = menu.addMenu(self.tr("Reduced months"))
        words = self._speaker.words
        for one in present:
            text = words(
                "timing.reduced" if one.first < one.last else "timing.reduced_one",
                first=one.first,
                last=one.last,
                percent=one.percent,
            )
            reduced.addAction(f"{text}…", partial(self.ask_reduced, session, item, one))
        reduced.addSeparator()
        reduced.addAction(self.tr("Add…"), partial(self.ask_reduced, session, item, None))

    def _fill_free(self, menu: QMenu, session: QuoteSession, item: QuoteItem) -> None:
        """What costs nothing: charges that are paid once, or the whole item."""
        priced = session.worked.revision.priced.item(item.id)
        if priced is None or not item.charges:
            return
        once = [c for c in priced.charges if c.type is ChargeType.ONE_TIME and c.list_amount > 0]
        if once:
            waived = all(not charge.net_amount for charge in once)
            action = menu.addAction(self.tr("Waive one-time charges"))
            codes = frozenset(charge.code for charge in once)
            edit = partial(timed_edits.waive, item_id=item.id, charges=codes, waived=not waived)
            action.setCheckable(True)
            action.setChecked(waived)
            action.triggered.connect(lambda _checked=False: session.apply("item.waive", edit))
        given = is_gift(priced)
        gift = menu.addAction(self.tr("Give away"))
        gift.setCheckable(True)
        gift.setChecked(given)
        give = partial(timed_edits.give_away, item_id=item.id, gift=not given)
        gift.triggered.connect(lambda _checked=False: session.apply("item.gift", give))

    def ask_reduced(
        self, session: QuoteSession, item: QuoteItem, present: ReducedMonths | None
    ) -> None:
        """Ask for reduced months, in place of those that are there."""
        term, window = session.quote.term, self._widget.window()
        dialog = ReducedDialog(present, term, self._speaker, window)
        dialog.accepted.connect(
            lambda: session.apply(
                "item.reduced_months",
                lambda quote: timed_edits.set_reduced_months(
                    quote, item.id, present, dialog.reduced
                ),
            )
        )
        dialog.open()

    def ask_ramp(self, session: QuoteSession, item: QuoteItem) -> None:
        """Ask for the change at the start of each further year."""
        present = next((a.percent for a in item.alterations if isinstance(a, Ramp)), Decimal(0))
        dialog = RampDialog(present, self._speaker, self._widget.window())
        dialog.accepted.connect(
            lambda: session.apply(
                "item.ramp", lambda quote: timed_edits.set_ramp(quote, item.id, dialog.chosen)
            )
        )
        dialog.open()
