"""The card of discount authority: the gauge, the people who decide, and the way back.

The verdict is shown with the new price. What would bring the quote back within own authority is
found by trying, so it follows one trial at a time as soon as nothing has been edited for a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from app.quoting.freezing import trial_of
from app.ui.pages.studio.resting import between_ms, rest_ms
from app.ui.presenting.authority import authority_state, what_else_counts
from app.ui.presenting.way_back import WayBack, who_decides
from app.ui.widgets.authority_gauge import AuthorityGauge
from app.ui.widgets.card import Card
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLabel, QWidget

    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession

PAUSE_MS: Final = 200
"""After the cures of findings, which are looked for first."""


class AuthorityCard(Card):
    """Shows whom a quote needs; one press brings it back within own authority."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__("", parent=parent)
        self.set_title(self.tr("Authority"))
        self._speaker = speaker
        self._session: QuoteSession | None = None
        self._key = ""
        self._way: WayBack | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._work_out_next)
        self.gauge = AuthorityGauge(self.tr("Discount authority"))
        self.counted = self._text(self.tr("What else counts"))
        self.who = self._text(self.tr("Who decides"))
        self.back = self._text(self.tr("Back within own authority"))
        self.room = self._text(self.tr("Room for the chosen item"))
        self.press = make_button(self.tr("Lower to what fits"), "normal", "circle-check")
        self.press.setToolTip(self.tr("Sets the largest discounts that you may grant yourself"))
        self.press.clicked.connect(self._go_back)
        for widget in (self.gauge, self.counted, self.press, self.who, self.back, self.room):
            self.body.addWidget(widget)
        self._forget_way()

    def _text(self, name: str) -> QLabel:
        label = make_label("", "caption")
        label.setAccessibleName(name)
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)  # a long word must not make the panel wider
        label.hide()
        return label

    @property
    def working(self) -> bool:
        """Whether the way back is still to be found."""
        return self._pause.isActive()

    def judge(self, session: QuoteSession, key: str) -> None:
        """Show the verdict of what a session shows now, and the room of the chosen row."""
        self._session, self._key = session, key
        revision = session.worked.revision
        verdict = revision.verdict
        matrix = session.basis.rules.authority_on(revision.quote.price_date)
        self.gauge.set_state(authority_state(self._speaker, verdict, matrix))
        if verdict.within_own:
            self.set_mark(self.tr("own authority"), "ok")
        elif verdict.blocked:
            self.set_mark(self.tr("not allowed"), "bad")
        else:
            self.set_mark(self.tr("approval needed"), "warn")
        _show(self.counted, what_else_counts(self._speaker, revision))
        _show(self.who, who_decides(self._speaker, revision))
        if verdict.within_own:
            self._forget_way()
        else:
            self._way = None
            self.press.setEnabled(False)
        self._wait(rest_ms(session, PAUSE_MS))

    def give_way(self) -> None:
        """Make no trial while rows are passing."""
        if self._pause.isActive():
            self._pause.start(rest_ms(self._session, PAUSE_MS))

    def forget(self) -> None:
        """Belong to no session any more."""
        self._session = None
        self._forget_way()
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Find what nobody could see before."""
        super().showEvent(event)
        self._wait(0)

    # ------------------------------------------------------------ the way back

    def _forget_way(self) -> None:
        self._way = None
        for label in (self.back, self.room):
            _show(label, "")
        self.press.hide()

    def _wait(self, milliseconds: int) -> None:
        if self._session is not None and self.isVisible():
            self._pause.start(milliseconds)
        else:
            self._pause.stop()

    def _work_out_next(self) -> None:
        """Make one trial, so that a key never waits for more than one."""
        if self._session is None:
            return
        if self._way is None:
            worked = self._session.worked
            basis = self._session.basis.of(worked.revision.quote)
            trial = trial_of(worked, basis.catalog, basis.rules, basis.around)
            self._way = WayBack(self._speaker, trial, worked.revision, self._key)
        if self._way.step():
            self._wait(between_ms(self._session, PAUSE_MS))
            return
        _show(self.back, self._way.told)
        _show(self.room, self._way.room)
        self.press.setVisible(self._way.helps)
        self.press.setEnabled(self._way.helps)

    def _go_back(self) -> None:
        if self._session is not None and self._way is not None:
            self._session.apply("authority.back", self._way.edit)


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
