"""Tour: leads a newcomer through the sample kindergarten, step by step, by what he really does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tour.coach_card import CoachCard, Ring
from app.ui.tour.spoken_keys import with_keys
from app.ui.tour.tour_step import Sight
from app.ui.widgets.navigation import Navigation

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.destinations import Destinations
    from app.ui.imports import Imports
    from app.ui.page import Surroundings
    from app.ui.quote_desk import QuoteDesk
    from app.ui.tour.tour_step import TourStep

_TICK_MS: Final = 150
"""So often it is looked what the user did; only while a tour runs."""


class Tour(QObject):
    """One tour of one window; it takes neither mouse nor keyboard away.

    * ``setup_wanted()``: the user wants to work with his own data now.

    Attributes:
        card: What is shown, while a tour runs.
        ring: The frame around the control that is pointed at.
    """

    setup_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        desk: QuoteDesk,
        imports: Imports,
        pages: Destinations,
        window: QMainWindow,
    ) -> None:
        """Begin without a tour."""
        super().__init__(window)
        self._around = around
        self._desk = desk
        self._imports = imports
        self._pages = pages
        self._window = window
        self._at, self._reached = -1, 0
        self._mark: object = None
        self._waits = False
        self.card: CoachCard | None = None
        self.ring: Ring | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.look)
        imports.filled.connect(self._go_on)

    @cached_property
    def _steps(self) -> tuple[TourStep, ...]:
        """The steps; the dialogs that they lead to are not read before the window is seen."""
        from app.ui.tour.kindergarten import kindergarten_steps

        return kindergarten_steps()

    @property
    def running(self) -> bool:
        """Whether a tour is under way."""
        return self._clock.isActive()

    @property
    def step(self) -> str:
        """Identifier of the step in sight; empty while no tour runs, and at its end."""
        return self._steps[self._at].id if self.running and self._at >= 0 else ""

    def start(self) -> None:
        """Begin a tour or take it up again; while one runs, give its card the keyboard."""
        workspace = self._imports.workspace
        if self.card is not None:
            self.card.take_keyboard(QApplication.focusWidget())
        elif workspace is not None:
            self._begin(workspace)

    def _begin(self, workspace: Workspace) -> None:
        from app.services.guided_tour import can_import, has_customer, left_at
        from app.ui.tour.kindergarten import KINDERGARTEN

        if has_customer(workspace, KINDERGARTEN):
            place = left_at(workspace)
            known = [one.id for one in self._steps]
            fresh = place.ended or place.step not in known[:-1]
            self._reached = 0 if fresh else known.index(place.step)
            self._at, self._mark = -1, self._steps[self._reached].mark(self._sight())
            self._clock.start()
            self.look()
        elif can_import(workspace):
            self._waits = True
            self._imports.import_sample()
        else:
            self._around.messages.info(
                self.tr("The tour needs the sample data"),
                self._spoken(
                    self.tr(
                        "They are not mixed with yours. Make a profile for trying things out"
                        " ({palette}, “profiles”) and begin the tour there."
                    )
                ),
            )

    def _go_on(self) -> None:
        """The sample data are there."""
        if self._waits:
            self._waits = False
            self.start()

    # ------------------------------------------------------------ following the user

    def look(self) -> None:
        """Look what the user did, and show what comes next."""
        if QApplication.activePopupWidget() is not None:
            return  # a menu is open: what it leads to is not there yet
        sight, steps = self._sight(), self._steps
        while steps[self._reached].done(sight, self._mark):
            self._reached += 1
            if self._reached == len(steps):
                self._finish()
                return
            self._mark = steps[self._reached].mark(sight)
        at = max(i for i in range(self._reached + 1) if steps[i].possible(sight))
        if at != self._at:
            self._at = at
            self._put_away()
        self._point(sight)

    def _sight(self) -> Sight:
        navigation = self._window.findChild(Navigation)
        assert navigation is not None  # noqa: S101 (every window has one)
        return Sight(self._window, navigation, self._pages, self._desk)

    def _point(self, sight: Sight) -> None:
        """Show the card of the step where its control is, and the ring around that."""
        step = self._steps[self._at]
        target = step.target(sight)
        if target is not None and not target.isVisible():
            target = None
        home = target.window() if target is not None else self._window
        if self.card is None or self.card.window() is not home:
            self._put_away()
            where = self.tr("Tour, {step} of {count}").format(
                step=self._at + 1, count=len(self._steps)
            )
            card = CoachCard(
                where, step.title, self._spoken(step.text), can_help=step.help is not None
            )
            card.left.connect(self.leave)
            card.help_wanted.connect(self._help)
            self._show(card, home)
        pointed = None
        if self.ring is not None and target is not None and target is not home:
            self.ring.surround(target)
            pointed = target
        elif self.ring is not None:
            self.ring.hide()
        if self.card is not None and not isinstance(home, FormDialog):
            self.card.stand_beside(pointed)
            self.card.raise_()

    def _show(self, card: CoachCard, home: QWidget) -> None:
        """Lie over a window; in a dialog, stand among what it shows."""
        self.card, self.ring = card, Ring(home)
        if isinstance(home, FormDialog):
            home.finished.connect(lambda _code: self._leave_dialog(home))
            home.body.insertWidget(0, card)
            card.appear()
            home.grow()
        else:
            card.setParent(home)
            card.appear()

    def _leave_dialog(self, home: QWidget) -> None:
        """A dialog that ends would take its card with it."""
        if self.card is not None and self.card.window() is home:
            self._put_away()

    def _spoken(self, text: str) -> str:
        """A text with the keys that the user has."""
        return with_keys(text, self._window)

    def _put_away(self) -> None:
        card, ring, self.card, self.ring = self.card, self.ring, None, None
        for part in (card, ring):
            if part is not None:
                part.hide()
                part.deleteLater()

    def _help(self) -> None:
        step, sight = self._steps[self._at], self._sight()
        if step.help is not None and step.possible(sight):
            step.help(sight)
            self.look()

    # ------------------------------------------------------------ ending

    def leave(self) -> None:
        """Stop here; the tour is taken up again where it was left."""
        running = self.running
        self._clock.stop()
        self._put_away()
        if running:
            self._remember(ended=False)
            told = self._spoken(self.tr("{palette}, “tour” takes it up again."))
            self._around.toasts.show_news(told, "info")

    def _finish(self) -> None:
        self._clock.stop()
        self._put_away()
        self._remember(ended=True)
        card = CoachCard(
            self.tr("Tour, the end"),
            self.tr("From bills to papers"),
            self._spoken(
                self.tr(
                    "Every edit is kept by itself, {undo} takes it back, {palette} finds"
                    " everything, {manual} explains the page in front."
                )
            ),
            can_help=False,
            action=self.tr("Set up with my own data"),
        )
        card.left.connect(self._put_away)
        card.acted.connect(self._put_away)
        card.acted.connect(self.setup_wanted)
        self._show(card, self._window)
        card.stand_beside(None)

    def _remember(self, *, ended: bool) -> None:
        from app.services.guided_tour import TourPlace, remember

        workspace = self._imports.workspace
        known = self._steps[min(self._reached, len(self._steps) - 2)].id  # the last is a dialog's
        if workspace is not None:
            remember(workspace, TourPlace(known, ended=ended))
