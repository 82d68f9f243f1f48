"""SigningRoom: everything about signing in one window, and the menu that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.errors import QuotewrightError, SignatureRefused
from app.ui.signing.exchange_desk import ExchangeDesk
from app.ui.signing.outgoing import Outgoing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.envelope_form import Buyer, EnvelopeChoices
    from app.services.envelopes import Corridor
    from app.services.verifying import Verified
    from app.services.workspace import Workspace
    from app.ui.dialogs.verify_dialog import VerifyDialog
    from app.ui.page import Surroundings


class SigningRoom(QObject):
    """Works over a window.

    * ``requested()``: a request waits. * ``moved()``: a decision or an envelope came, or a received
      request was answered. * ``organised()``: another organisation is in force.
    * ``failed(failure)``: nothing was changed.

    Attributes:
        exchange: What comes in.
        outgoing: What goes out.
        keys: The user's own key.
    """

    requested = Signal()
    moved = Signal()
    organised = Signal()
    failed = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._window = window
        self.exchange = ExchangeDesk(around, window)
        self.outgoing = Outgoing(around, window)
        self.keys = self.exchange.keys
        self.exchange.verify_wanted.connect(self.verify)
        self.exchange.decided.connect(self._show_decided)
        self.exchange.enveloped.connect(self.moved)
        self.exchange.requested.connect(self.requested)
        self.exchange.organised.connect(self.organised)
        self.exchange.failed.connect(self.failed)
        self.outgoing.failed.connect(self.failed)
        self.outgoing.answered.connect(self.moved)

    @property
    def workspace(self) -> Workspace | None:
        """The user's data, once it is open."""
        return self.exchange.workspace

    def attach(self, workspace: Workspace) -> None:
        """Work with the user's data."""
        self.exchange.attach(workspace)
        self.outgoing.workspace = workspace

    # ------------------------------------------------------------ the menu

    def menu(self) -> QMenu:
        """What can be done; the first lines say how things stand."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in self.status():
            menu.addAction(text).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Open a signed file…"), self.exchange.choose)
        menu.addAction(self.tr("Verify a paper…"), self.verify)
        menu.addSeparator()
        menu.addAction(self.tr("My key…"), self.keys.show)
        if self.keys.needed:
            menu.addAction(self.tr("Lock my key"), self.keys.lock)
            menu.addAction(self.tr("New envelope…"), self.write_envelope)
        return menu

    def show_menu(self, point: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu().popup(point)

    def status(self) -> tuple[str, ...]:
        """How things stand: the organisation, and the user's key."""
        from app.ui.presenting.organisation import organisation_status

        workspace = self.workspace
        if workspace is None:
            return ()
        try:
            organisation = workspace.signing.organisation()
        except SignatureRefused:
            organisation = None
        day = self._around.clock().date()
        first = organisation_status(self._around.speaker, organisation, day)
        if organisation is None and workspace.signing.root:
            first = self.tr("The organisation file is missing or broken: nothing can be signed")
        key = self.keys.key()
        if key is None or not key.public:
            return (first, self.tr("No key of your own"))
        if organisation is not None and not key.listed:
            return (first, self.tr("Your key is not in the organisation"))
        return (first, self.tr("Key unlocked") if key.unlocked else self.tr("Key locked"))

    # ------------------------------------------------------------ verifying

    def verify(self, file: Path | None = None) -> None:
        """Ask what is to be verified; a file that is known already is verified at once."""
        from app.ui.dialogs.verify_dialog import VerifyDialog

        dialog = VerifyDialog(self._around, self._window)
        dialog.file_given.connect(lambda path: self._verify_file(dialog, path))
        dialog.text_given.connect(lambda text: self._verify_text(dialog, text))
        dialog.open()
        if file is not None:
            self._verify_file(dialog, file)

    def _verify_file(self, dialog: VerifyDialog, file: Path) -> None:
        workspace, day = self.workspace, self._around.clock().date()

        def work() -> Verified:
            from app.services.verifying_any import verify_given

            assert workspace is not None  # noqa: S101 (for the type checker: menus need one)
            return verify_given(workspace, file, day)

        self._answer(dialog, work, file.name)

    def _verify_text(self, dialog: VerifyDialog, text: str) -> None:
        workspace, day = self.workspace, self._around.clock().date()

        def work() -> Verified:
            from app.services.verifying_any import verify_typed

            assert workspace is not None  # noqa: S101 (for the type checker: menus need one)
            return verify_typed(workspace, text, day)

        self._answer(dialog, work, text[:23])

    def _answer(self, dialog: VerifyDialog, work: Callable[[], Verified], name: str) -> None:
        def fail(failure: Exception) -> None:
            if isinstance(failure, QuotewrightError):
                dialog.show_problem(self._around.speaker.failure(failure)[0])
            else:
                self._around.tasks.crashed.emit(failure)

        def done(found: Verified) -> None:
            dialog.show_problem("")
            dialog.show_result(found, name)

        self._around.tasks.run(lambda _task: work(), done, fail)

    def _show_decided(self, found: Verified) -> None:
        """Say what a decision says that was taken just now."""
        self.moved.emit()
        first, *rest = found.told(self._around.speaker.words)
        self._around.messages.info(self.tr("Decision taken over"), f"{first} {rest[0]}")

    # ------------------------------------------------------------ envelopes

    def write_envelope(self) -> None:
        """Ask what is to be granted in advance, then sign it."""
        workspace, now = self.workspace, self._around.clock()
        key = self.keys.key()
        if workspace is None or key is None:
            self.keys.ask_who()
            return
        owner = key.owner

        def work() -> EnvelopeChoices:
            from app.services.envelope_form import envelope_choices

            return envelope_choices(workspace, owner, now)

        self._around.tasks.run(lambda _task: work(), self._ask_envelope, self.failed.emit)

    def _ask_envelope(self, choices: EnvelopeChoices) -> None:
        from app.ui.dialogs.envelope_dialog import EnvelopeDialog

        dialog = EnvelopeDialog(self._around, choices, self._window)

        def sign(corridor: Corridor, buyer: Buyer) -> None:
            self.keys.with_key(lambda: self.outgoing.send_envelope(corridor, buyer))

        dialog.written.connect(sign)
        dialog.open()
