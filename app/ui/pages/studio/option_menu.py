"""OptionMenu: the marked items as parts of the offer, of option B or C, or as what may be added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.quoting import option_edits
from app.quoting.options import MOST_OPTIONS, options_of, recommend, set_commitment, take_out
from app.ui.presenting.option_marks import free_letter
from app.ui.presenting.typed import NotUnderstood, fault_text, read_quantity
from catalog.period import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from app.quoting.options import QuoteOption
    from app.quoting.quote import Quote
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession


class OptionMenu(QObject):
    """Fills a menu with what makes, changes and recommends the options of a quote."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Ask for names and months in the window."""
        super().__init__(parent)
        self._around = around

    def popup(
        self, session: QuoteSession, marked: tuple[str, ...], point: QPoint, parent: QWidget
    ) -> QMenu:
        """Open the menu for the marked items, by itself."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, session, marked)
        menu.popup(point)
        return menu

    def fill(self, menu: QMenu, session: QuoteSession, marked: tuple[str, ...]) -> None:
        """Add where the items may stand, then what can be done with the options there are."""
        quote = session.quote
        options = self._options(session)
        items = [item for item in quote.items if item.id in marked]
        heading = {item.section for item in items if item.optional}
        firm = all(not item.optional for item in items)
        alternatives = [one for one in options if one.exclusive]
        names = {one.section for one in alternatives}
        group = QActionGroup(menu)
        self._add(
            menu,
            group,
            self.tr("A · the offer"),
            partial(self._apply, session, "item.optional", marked, option_edits.put_in_offer),
            ticked=firm,
        )
        for one in alternatives:
            edit = partial(option_edits.put_in_option, heading=one.section)
            self._add(
                menu,
                group,
                f"{one.letter} · {one.section}",
                partial(self._apply, session, "option.make", marked, edit),
                ticked=heading == {one.section} and not firm,
            )
        self._add(
            menu,
            group,
            self.tr("May be added to the offer"),
            partial(self._apply, session, "item.optional", marked, option_edits.may_be_added),
            ticked=bool(items) and all(i.optional and i.section not in names for i in items),
        )
        menu.addSeparator()
        room = len(options) < MOST_OPTIONS
        for text, make in (
            (self.tr("New option of these items…"), option_edits.put_in_option),
            (self.tr("Copy as a new option…"), option_edits.copy_as_option),
        ):
            action = menu.addAction(text, partial(self._make, session, marked, make))
            action.setEnabled(room)
        menu.addSeparator()
        for one in alternatives:
            self._fill_option(menu, session, one)

    def _add(
        self,
        menu: QMenu,
        group: QActionGroup,
        text: str,
        deed: Callable[[], None],
        *,
        ticked: bool,
    ) -> None:
        action = menu.addAction(text, deed)
        action.setCheckable(True)
        action.setChecked(ticked)
        group.addAction(action)

    def _fill_option(self, menu: QMenu, session: QuoteSession, one: QuoteOption) -> None:
        inside = menu.addMenu(self.tr("Option {letter}").format(letter=one.letter))
        heading = self.tr("Former offer")
        inside.addAction(
            self.tr("Recommend it: it becomes the offer"),
            partial(
                session.apply, "option.recommend", lambda quote: recommend(quote, one, heading)
            ),
        )
        inside.addAction(
            self.tr("Commitment: {months} months…").format(months=one.term),
            partial(self._ask_term, session, one),
        )
        inside.addAction(
            self.tr("Take it out of the quote"),
            partial(session.apply, "option.remove", lambda quote: take_out(quote, one)),
        )

    # ------------------------------------------------------------ doing

    def _options(self, session: QuoteSession) -> tuple[QuoteOption, ...]:
        catalog = session.basis.catalog
        return options_of(session.quote, lambda code: catalog.bundle(code) is not None)

    @staticmethod
    def _apply(
        session: QuoteSession,
        label: str,
        marked: tuple[str, ...],
        edit: Callable[[Quote, tuple[str, ...]], Quote],
    ) -> None:
        session.apply(label, lambda quote: edit(quote, marked))

    def _make(
        self,
        session: QuoteSession,
        marked: tuple[str, ...],
        edit: Callable[[Quote, tuple[str, ...], str], Quote],
    ) -> None:
        """Ask for the heading of a new option, and make it."""
        letter = free_letter(self._options(session))
        name = self._around.messages.ask(
            self.tr("New option"),
            self.tr("Its heading on the papers"),
            self.tr("Option {letter}").format(letter=letter),
        )
        if name and name.strip():
            session.apply("option.make", lambda quote: edit(quote, marked, name))

    def _ask_term(self, session: QuoteSession, one: QuoteOption) -> None:
        typed = self._around.messages.ask(
            self.tr("Commitment of option {letter}").format(letter=one.letter),
            self.tr("Months"),
            str(one.term),
        )
        if typed is None:
            return
        try:
            months = read_quantity(typed)
            if months > LONGEST_TERM:
                raise NotUnderstood("range")  # noqa: TRY301 (told as what was typed is)
        except NotUnderstood as fault:
            self._around.toasts.show_news(fault_text(self._around.speaker, fault), "warn")
            return
        session.apply("option.term", lambda quote: set_commitment(quote, one, months))
