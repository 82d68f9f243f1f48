"""Outgoing: signed files for others, written beside the papers and offered for handing over."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.errors import SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.approval.deciding import Ruling
    from app.approval.signing.keys import SigningKey
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.services.envelope_form import Buyer
    from app.services.envelopes import Corridor
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class Outgoing(QObject):
    """Writes files.

    * ``written(path)``: a file for somebody else lies there. * ``failed(failure)``.
    * ``answered()``: a received request was answered.

    Attributes:
        open_file: Lets the system open a draft of a mail.
    """

    written = Signal(object)
    failed = Signal(object)
    answered = Signal()

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window; ``workspace`` is set when it is open."""
        super().__init__(window)
        self.workspace: Workspace | None = None
        self.open_file: Callable[[QUrl], object] = QDesktopServices.openUrl
        self._around = around
        self._window = window

    def send_request(self, quote: Quote, label: str, data: bytes, waits_for: str) -> None:
        """Write the request of a submission, for its approver."""
        about = self.tr(
            "Send this file to {roles}. It holds the revision with its costs: it is for the"
            " approver only. The decision comes back as a file; open it here."
        ).format(roles=waits_for)
        title = self.tr("Request for approval")
        self._write(quote, f"{quote.number}-{label}", ".qreq", data, (title, about))

    def answer(self, identifier: str, revision: Revision, ruling: Ruling) -> None:
        """Sign the answer to a received request with the key at hand, and write it."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None:
            return

        def work() -> bytes:
            from app.services.received_requests import answer_request

            key = self._key(workspace)
            return answer_request(workspace, identifier, ruling, key, now)

        def done(data: bytes) -> None:
            self.answered.emit()
            self.send_decision(revision, data)

        self._around.tasks.run(lambda _task: work(), done, self.failed.emit)

    def send_decision(self, revision: Revision, data: bytes) -> None:
        """Write a decision, for the manager who asked."""
        quote = revision.quote
        about = self.tr("Send this file to {name}, who opens it in the program.")
        told = (self.tr("Decision signed"), about.format(name=quote.manager.name))
        self._write(quote, f"{quote.number}-{revision.label}", ".qdec", data, told)

    def send_envelope(self, corridor: Corridor, buyer: Buyer) -> None:
        """Sign an envelope with the key at hand and write it."""
        workspace, now = self.workspace, self._around.clock()
        if workspace is None:
            return
        folder = workspace.signing.folder / "sent"

        def work() -> Path:
            from app.services.envelope_form import seal_envelope
            from app.services.handing_over import write_outgoing

            data = seal_envelope(workspace, corridor, buyer, self._key(workspace), now)
            mark = sha256(data).hexdigest()[:6]  # two envelopes of a day are two files
            name = f"{buyer.name} {corridor.manager} {corridor.until} {mark}"
            return write_outgoing(folder, name, ".qenv", data)

        about = self.tr("Send this file to the manager, who opens it in the program.")
        title = self.tr("Envelope signed")
        self._around.tasks.run(
            lambda _task: work(), lambda path: self._show(path, title, about), self.failed.emit
        )

    def _key(self, workspace: Workspace) -> SigningKey:
        """The key at hand.

        Raises:
            SignatureRefused: It was locked meanwhile.
        """
        key = workspace.signing.key_of(workspace.settings.manager_id, self._around.clock())
        if key is None:
            raise SignatureRefused(reason="sign_key_locked")
        return key

    def _write(
        self, quote: Quote, name: str, suffix: str, data: bytes, told: tuple[str, str]
    ) -> None:
        folder = self._around.paper_folder(quote)

        def work() -> Path:
            from app.services.handing_over import write_outgoing

            return write_outgoing(folder, name, suffix, data)

        self._around.tasks.run(
            lambda _task: work(), lambda path: self._show(path, *told), self.failed.emit
        )

    def _show(self, path: Path, title: str, about: str) -> None:
        from app.ui.dialogs.hand_over_dialog import HandOverDialog

        dialog = HandOverDialog(title, about, path, self._window)
        dialog.copy_wanted.connect(lambda target: self._copy(path, target))
        dialog.mail_wanted.connect(lambda: self._mail(path, title))
        dialog.open()
        self.written.emit(path)

    def _mail(self, path: Path, title: str) -> None:
        """Write a draft with the file, and let the system's mail program open it."""
        text = self.tr("Please open the attached file with Quotewright.")

        def work() -> Path:
            from app.services.handing_over import write_draft

            return write_draft(path, f"{title} {path.stem}", text)

        def done(draft: Path) -> None:
            self.open_file(QUrl.fromLocalFile(str(draft)))

        self._around.tasks.run(lambda _task: work(), done, self.failed.emit)

    def _copy(self, path: Path, target: Path) -> None:
        def work() -> None:
            from app.services.handing_over import copy_file

            copy_file(path, target)

        def done(_done: None) -> None:
            self._around.toasts.show_news(self.tr("Copied to {name}").format(name=target), "ok")

        self._around.tasks.run(lambda _task: work(), done, self.failed.emit)
