"""ExchangeDesk: signed files that come in, by menu, by drop, by opening one; told by content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.errors import QuotewrightError
from app.services.exchange_names import SUFFIXES
from app.ui.signing.key_desk import KeyDesk

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from app.services.arrivals import Arrival
    from app.services.organisation_offer import Offer
    from app.services.verifying import Verified
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

    T = TypeVar("T")


class ExchangeDesk(QObject):
    """Takes files over a window.

    * ``requested()``: a request waits. * ``decided(told)``: a decision was logged.
    * ``organised()``: another organisation is in force. * ``enveloped()``: an envelope is kept.
    * ``verify_wanted(path)``: a paper came. * ``failed(failure)``: nothing was changed.

    Attributes:
        keys: The user's own key.
    """

    requested = Signal()
    decided = Signal(object)
    organised = Signal()
    enveloped = Signal()
    verify_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window, whose drops it takes."""
        super().__init__(window)
        self.keys = KeyDesk(around, window)
        self._around = around
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def workspace(self) -> Workspace | None:
        """The user's data, once it is open."""
        return self.keys.workspace

    def attach(self, workspace: Workspace) -> None:
        """Work with the user's data."""
        self.keys.workspace = workspace

    # ------------------------------------------------------------ coming in

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._window, self.tr("Open a signed file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        names = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilters([f"{self.tr('Signed files')} ({names})", "*"])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def open(self, file: Path) -> None:
        """Take a file for what its content says."""
        if self.workspace is None:
            return

        def work() -> tuple[Arrival, bytes]:
            from app.services.arrivals import read_arrival

            return read_arrival(file)

        self._run(work, lambda found: self._take(file, *found))

    def _take(self, file: Path, kind: Arrival, data: bytes) -> None:
        takers = {
            "organisation": lambda: self._take_organisation(data),
            "request": lambda: self._take_request(data),
            "decision": lambda: self._take_decision(data),
            "envelope": lambda: self._take_envelope(data),
            "key": lambda: self.keys.take(file),
            "paper": lambda: self.verify_wanted.emit(file),
        }
        takers[kind.value]()

    def _take_request(self, data: bytes) -> None:
        workspace = self.workspace

        def work() -> str:
            from app.services.received_requests import take_request

            assert workspace is not None  # noqa: S101 (for the type checker: asked in open)
            found = take_request(workspace, data).asked.revision
            return f"{found.quote.number} {found.label}"

        def done(told: str) -> None:
            text = self.tr("Request {quote} is among what waits for approval").format(quote=told)
            self._around.toasts.show_news(text, "ok")
            self.requested.emit()

        self._run(work, done)

    def _take_decision(self, data: bytes) -> None:
        workspace, now = self.workspace, self._around.clock()

        def work() -> Verified:
            from app.services.signed_exchange import import_decision
            from app.services.verifying import verify_file

            assert workspace is not None  # noqa: S101 (for the type checker: asked in open)
            organisation = workspace.signing.organisation(workspace.life.log())
            import_decision(workspace, data, now)
            return verify_file(data, organisation, workspace.signing.root, now.date())

        self._run(work, self.decided.emit)

    def _take_envelope(self, data: bytes) -> None:
        workspace = self.workspace

        def work() -> str:
            from app.services.envelopes import take_envelope

            assert workspace is not None  # noqa: S101 (for the type checker: asked in open)
            return take_envelope(workspace, data).until.isoformat()

        def done(day: str) -> None:
            text = self.tr("The envelope is kept; it holds until {date}").format(date=day)
            self._around.toasts.show_news(text, "ok")
            self.enveloped.emit()

        self._run(work, done)

    # ------------------------------------------------------------ organisation

    def _take_organisation(self, data: bytes) -> None:
        workspace = self.workspace

        def work() -> Offer:
            from app.services.organisation_offer import offered

            assert workspace is not None  # noqa: S101 (for the type checker: asked in open)
            return offered(workspace, data)

        self._run(work, self._show_offer)

    def _show_offer(self, offer: Offer) -> None:
        from app.ui.dialogs.organisation_dialog import OrganisationDialog

        workspace = self.workspace
        dialog = OrganisationDialog(self._around, offer, self._window)

        def take(told: str) -> None:
            def work() -> str:
                from app.services.organisation_offer import take_offer

                assert workspace is not None  # noqa: S101 (for the type checker: asked in open)
                return take_offer(workspace, offer, told).name

            def done(_name: str) -> None:
                dialog.done_with()
                self._around.toasts.show_news(self.tr("The organisation is in force"), "ok")
                self.organised.emit()

            def fail(failure: Exception) -> None:
                if isinstance(failure, QuotewrightError):
                    dialog.show_problem(self._around.speaker.failure(failure)[0])
                else:
                    self._around.tasks.crashed.emit(failure)

            self._around.tasks.run(lambda _task: work(), done, fail)

        dialog.taken.connect(take)
        dialog.open()

    # ------------------------------------------------------------ dropping

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a signed file or a PDF that is dropped anywhere on the window."""
        if isinstance(event, QDragEnterEvent) and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            file = dropped_file(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                self.open(file)
                return True
        return super().eventFilter(watched, event)

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._around.tasks.run(lambda _task: work(), then, self.failed.emit)


def dropped_file(data: QMimeData) -> Path | None:
    """The file that is dragged over a window; ``None`` for what is taken elsewhere or nowhere."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    taken = (*SUFFIXES, ".pdf", ".docx")
    return files[0] if len(files) == 1 and files[0].suffix.lower() in taken else None
