"""The card of findings: told at once, with cures that are worked out when the user pauses.

Whether an edit cures is known by trying it on the quote, and the trials of eight findings take
longer than everything else that a key does. So the words are shown with the new price, and the
cures follow one trial at a time, as soon as nothing has been edited for a moment. Until then a
finding keeps the buttons that it had; what a press does is worked out of the quote as it is when
it is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QTimer, Signal

from app.ui.pages.studio.bundle_menu import BundleMenu
from app.ui.pages.studio.findings_list import FindingsList
from app.ui.pages.studio.resting import between_ms, rest_ms
from app.ui.presenting.findings import Curing, configuration_of, findings_of
from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.quoting.cures import Configuration
    from app.ui.presenting.cures import CureDeed
    from app.ui.presenting.findings import Finding
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from app.ui.widgets.parts import ChipTone

PAUSE_MS: Final = 120
"""Longer than between two keys of somebody who types, shorter than the way to the mouse."""


class FindingsCard(Card):
    """Shows the findings of a session.

    * ``item_wanted(item)``: show an item. * ``analysis_wanted()``: open the customer's bills.
    * ``customer_wanted(id)``: show the customer.
    """

    item_wanted = Signal(str)
    analysis_wanted = Signal()
    customer_wanted = Signal(str)

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without findings."""
        super().__init__("", parent=parent)
        self.set_title(self.tr("Findings"))
        self._speaker = speaker
        self._session: QuoteSession | None = None
        self._found: tuple[Finding, ...] = ()
        self._rest = 0
        self._blocking = 0
        self._configuration: Configuration | None = None
        self._curing: Curing | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._work_out_next)
        self.list = FindingsList(self.tr("Findings"), self.tr("Nothing stands in the way"))
        self.list.cure_requested.connect(self._cure)
        self.list.entered.connect(self._enter)
        self.list.opened.connect(self._open)
        self.body.addWidget(self.list)

    @property
    def blocks(self) -> bool:
        """Whether a finding stops the quote."""
        return self._blocking > 0

    @property
    def working(self) -> bool:
        """Whether cures of shown findings are still to be worked out."""
        return self._pause.isActive()

    def advise(self, session: QuoteSession) -> None:
        """Show the findings of what a session shows now."""
        self._session = session
        self._configuration = self._curing = None
        found = findings_of(self._speaker, session.basis.catalog, session.worked.revision)
        before = {finding.row.key: finding for finding in self._found}
        self._found = tuple(_kept(one, before.get(one.row.key)) for one in found.shown)
        self._rest = found.total - len(found.shown)
        self._blocking = found.blocking
        tone: ChipTone = "bad" if found.blocking else "warn" if found.total else "plain"
        self.set_mark(str(found.total) if found.total else "", tone)
        self._show()
        self._wait(rest_ms(self._session, PAUSE_MS))

    def give_way(self) -> None:
        """Make no trial while rows are passing."""
        if self._pause.isActive():
            self._pause.start(rest_ms(self._session, PAUSE_MS))

    def forget(self) -> None:
        """Belong to no session any more."""
        self._session = None
        self._configuration = self._curing = None
        self._pause.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what nobody could see before."""
        super().showEvent(event)
        self._wait(0)

    # ------------------------------------------------------------ cures

    def _wait(self, milliseconds: int) -> None:
        """Work out the next cures in a moment, not before what is under way has been painted."""
        due = any(finding.problem is not None for finding in self._found)
        if due and self._session is not None and self.isVisible():
            self._pause.start(milliseconds)
        else:
            self._pause.stop()

    def _work_out_next(self) -> None:
        """Make one trial: with a thousand items a key must not wait for twenty of them."""
        due = next((one for one in self._found if one.problem is not None), None)
        if due is None:
            return
        if self._curing is None or self._curing.finding is not due:
            self._curing = self._begun(due)
        if self._curing is not None and not self._curing.step():
            self._put(self._curing)
        self._wait(between_ms(self._session, PAUSE_MS))

    def _worked_out(self, finding: Finding) -> Finding:
        """The finding with its cures in the quote as it is shown, from now on known."""
        curing = self._begun(finding)
        return self._put(curing) if curing is not None and finding.problem else finding

    def _begun(self, finding: Finding) -> Curing | None:
        if self._session is None:
            return None
        if self._configuration is None:
            catalog, revision = self._session.basis.catalog, self._session.worked.revision
            self._configuration = configuration_of(catalog, revision)
        return Curing(self._speaker, self._configuration, finding)

    def _put(self, curing: Curing) -> Finding:
        """Show all cures of a finding."""
        cured, self._curing = curing.finish(), None
        self._found = tuple(cured if one is curing.finding else one for one in self._found)
        self._show()
        return cured

    def _show(self) -> None:
        self.list.set_problems(tuple(finding.row for finding in self._found), self._rest)

    # ------------------------------------------------------------ what the user does

    def _finding(self, key: str) -> Finding | None:
        return next((finding for finding in self._found if finding.row.key == key), None)

    def _cure(self, key: str, cure: str) -> None:
        """Do what a button says, if that is still a cure; if not, the buttons are others now."""
        finding = self._finding(key)
        if finding is None or self._session is None:
            return
        deeds = self._worked_out(finding).cures
        deed = next((deed for deed in deeds if deed.id == cure), None)
        if deed is not None:
            self._do(self._session, deed)

    def _enter(self, key: str) -> None:
        """Apply the best cure; what only a person can put right is opened."""
        finding = self._finding(key)
        if finding is None or self._session is None:
            return
        deeds = self._worked_out(finding).cures
        if deeds:
            self._do(self._session, deeds[0])
        else:
            self._open(key)

    def _do(self, session: QuoteSession, deed: CureDeed) -> None:
        """Cure at once; a bundle is turned into items only after both prices were seen."""
        if deed.opens_analysis:
            self.analysis_wanted.emit()
        elif deed.opens_customer:
            self.customer_wanted.emit(session.quote.customer)
        elif deed.dissolves:
            BundleMenu(session, self._speaker, self.window()).dissolve(
                deed.dissolves, edit=deed.edit
            )
        else:
            session.apply("cure", deed.edit)

    def _open(self, key: str) -> None:
        finding = self._finding(key)
        if finding is not None and finding.item:
            self.item_wanted.emit(finding.item)


def _kept(finding: Finding, before: Finding | None) -> Finding:
    """The finding with the buttons that it had before, until its cures are worked out."""
    if finding.problem is None or before is None or not before.row.cures:
        return finding
    return finding._replace(row=msgspec.structs.replace(finding.row, cures=before.row.cures))
